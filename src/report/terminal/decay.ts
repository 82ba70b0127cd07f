import type { DecayDetail, DecayDocument, DecayLink } from '../documents/decay.js';
import {
  aboutTexts,
  adviceText,
  amountText,
  expectedCount,
  faultTexts,
  gainText,
  knownCount,
  timesText,
  totalText,
  accountText,
} from '../timing-text.js';
import type { Locale } from '#base/locale.js';
import { colon, decimal, moment } from '#locale/format.js';
import { outreachSentences } from '#locale/outreach.js';
import { timingSentences } from '#locale/timing.js';
import { brailleCurve } from './charts.js';
import type { TimingView } from './hours.js';
import { createPalette, type Palette } from './style.js';
import { fitEnd, fitStart, padEnd, padStart, visible, wrap } from './width.js';

const INDENT = '  ';
const WIDEST = 100;

/** With what parts of the report are written. */
interface Writing {
  readonly document: DecayReading;
  readonly columns: number;
  readonly palette: Palette;
  readonly locale: Locale;
}

/** A document whose links are read as they are walked; its faults are known once they were. */
export type DecayReading = Omit<DecayDocument, 'links' | 'faults'> & {
  readonly links: Iterable<DecayLink>;
  readonly faults: () => DecayDocument['faults'];
};

/** The report of decay, piece by piece: all links in a list, or one link with its curve. */
export function* decayReport(document: DecayReading, view: TimingView): Generator<string> {
  const { locale, quiet = false } = view;
  const { decay, metrics } = timingSentences(locale);
  const palette = createPalette(view.color);
  const columns = Math.max(40, Math.min(view.columns, WIDEST));
  const { account, zone, localTime, links, known, learnedFrom, faults, metric, sort } = document;
  const writing = { document, columns, palette, locale };
  const dim = (text: string): string[] => wrap(text, columns).map((line) => palette.dim(line));
  let isFirst = true;
  const section = (lines: readonly string[]): string => {
    if (lines.length === 0) return '';
    const piece = `${isFirst ? '' : '\n'}${lines.join('\n')}\n`;
    isFirst = false;
    return piece;
  };
  const title = (isEmpty: boolean): string =>
    section([
      palette.bold(visible(decay.title(accountText(account)))),
      ...dim(`${metrics[metric]} · ${moment(localTime, locale)} · ${zone}`),
      ...(isEmpty ? [] : dim(decay.learned(learnedFrom.level, learnedFrom.shape))),
      ...(isEmpty || metric === 'reactions' ? [] : dim(decay.countsVisits)),
    ]);
  let shown = 0;
  let hasDetail = false;
  const sources = new Set<DecayLink['times']['basis']>();
  for (const link of links) {
    if (shown === 0 && !quiet) yield title(false);
    shown += 1;
    hasDetail = link.detail !== undefined;
    if (!hasDetail) sources.add(link.times.basis);
    const sections = link.detail === undefined ? [linkLines(link, writing)] : oneLink(link, link.detail, writing);
    yield* sections.map(section);
  }
  if (shown === 0) {
    if (!quiet) yield title(true);
    yield section(wrap(decay.none, columns));
  }
  if (quiet) return;
  yield section(aboutTexts(sources, locale).flatMap(dim));
  if (shown < known && !hasDetail)
    yield section(dim((sort === 'last' ? decay.shown : decay.shownSorted)(shown, known)));
  yield section(faultTexts({ faults: faults(), metric }, locale).flatMap(dim));
}

const oneLine = (text: string): string => visible(text).replaceAll('\n', ' ');

const formatLabel = ({ label, byText }: DecayLink, { columns, locale }: Writing): string =>
  byText ? fitStart(timingSentences(locale).decay.quoted(oneLine(label)), columns) : fitEnd(oneLine(label), columns);

function linkLines(link: DecayLink, writing: Writing): string[] {
  const { columns, palette, locale, document } = writing;
  const { decay } = timingSentences(locale);
  const facts = [
    decay.posts(link.posts),
    decay.last(link.last),
    decay.soFar(knownCount(link.reactions, locale)),
    decay.toCome(amountText(link.remaining, locale)),
  ].join(' · ');
  const below = (text: string): string[] => wrap(text, columns - INDENT.length).map((line) => INDENT + line);
  return [
    palette.bold(formatLabel(link, writing)),
    ...below(facts),
    ...below(timesText(link.times, document.metric, locale, 'list')).map((line) => palette.dim(line)),
    ...below(`→ ${adviceText(link, document, locale)}`),
  ];
}

function oneLink(link: DecayLink, detail: DecayDetail, writing: Writing): string[][] {
  const { columns, palette, locale, document } = writing;
  const { decay } = timingSentences(locale);
  const gain = gainText(link.advice, document.metric, locale);
  const together = decay.together(
    decay.soFar(knownCount(link.reactions, locale)),
    decay.toCome(amountText(link.remaining, locale)),
    decay.total(totalText(link, locale)),
  );
  return [
    [palette.bold(formatLabel(link, writing))],
    curve(detail, writing),
    detail.posts.flatMap((post, index) => postLines(post, index, writing)),
    wrap(together, columns),
    ambassadorLines(link, writing),
    [
      ...wrap(adviceText(link, document, locale), columns).map((line) => palette.bold(line)),
      ...(gain === undefined ? [] : wrap(gain, columns)),
    ],
  ];
}

/** What ambassadors brought, apart from the account's own posts. */
function ambassadorLines({ ambassadors }: DecayLink, { columns, locale }: Writing): string[] {
  if (ambassadors === undefined) return [];
  const { ambassadors: words } = outreachSentences(locale);
  const { given, posts, likes, reposts, visits } = ambassadors;
  const facts = [
    words.line(posts, given),
    ...(posts === 0 ? [] : [words.reactions(likes, reposts)]),
    ...(visits === null ? [] : [words.visits(visits)]),
  ].join(' · ');
  return wrap(`${words.title}${colon(locale)}${facts}`, columns);
}

function postLines(
  post: DecayDetail['posts'][number],
  index: number,
  { document, columns, palette, locale }: Writing,
): string[] {
  const { decay } = timingSentences(locale);
  const { total, finished, ratioToFirst, reactions } = post;
  const number = `${padStart(String(index + 1), 2)}  `;
  const facts = [
    moment(post.localTime, locale),
    finished
      ? decay.counted(expectedCount(total.mean, locale))
      : `${decay.soFar(knownCount(reactions, locale))}, ${decay.total(amountText(total, locale, total.point))}`,
    ...(ratioToFirst === null ? [] : [decay.timesFirst(decimal(ratioToFirst, locale))]),
  ].join(' · ');
  const margin = ' '.repeat(number.length);
  const below = (text: string): string[] => wrap(text, columns - margin.length).map((line) => margin + line);
  const [first = '', ...rest] = below(facts);
  return [
    number + first.trimStart(),
    ...rest,
    ...below(timesText(post.times, document.metric, locale)).map((line) => palette.dim(line)),
    ...(post.text === '' ? [] : [margin + palette.dim(fitStart(oneLine(post.text), columns - margin.length))]),
  ];
}

const ROWS = 10;

function curve({ curve: points, posts }: DecayDetail, { document, columns, palette, locale }: Writing): string[] {
  const words = timingSentences(locale).decay;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const top = Math.max(1, ...points.map(({ high, mean }) => Math.max(high, mean)));
  const lead = expectedCount(top, locale).length;
  const across = Math.max(20, columns - lead - 3);
  // One point for each dot across: those of the document are taken where they lie nearest.
  const dots = Array.from({ length: 2 * across }, (_, index) => {
    const place = Math.round((index * (points.length - 1)) / Math.max(1, 2 * across - 1));
    return points[place] ?? last;
  });
  const label = (row: number): string =>
    row === 0
      ? expectedCount(top, locale)
      : row === ROWS - 1
        ? '0'
        : row === Math.floor(ROWS / 2)
          ? expectedCount(top / 2, locale)
          : '';
  const lines = brailleCurve(dots, ROWS, top).map((line, row) => {
    const name = label(row);
    return `${padStart(name, lead)} ${name === '' ? '│' : '┤'}${line}`;
  });
  const [start, end] = [Date.parse(first.at), Date.parse(last.at)];
  const toColumn = (at: string): number =>
    Math.round(((Date.parse(at) - start) * (across - 1)) / Math.max(1, end - start));
  const marks = Array.from({ length: across }, () => ' ');
  for (const { at } of posts) marks[toColumn(at)] = '▲';
  const margin = ' '.repeat(lead + 2);
  const present = Date.parse(document.now);
  const nowColumn = present > start && present < end ? toColumn(document.now) : undefined;
  const nowLine =
    nowColumn === undefined
      ? []
      : [
          margin +
            (nowColumn + 2 + words.now.length <= across
              ? `${' '.repeat(nowColumn)}↑ ${words.now}`
              : padStart(`${words.now} ↑`, nowColumn + 1)),
        ];
  const [from, to] = [moment(first.localTime, locale), moment(last.localTime, locale)];
  return [
    ...lines,
    `${' '.repeat(lead + 1)}└${'─'.repeat(across)}`,
    margin + marks.join('').trimEnd(),
    ...nowLine.map((line) => line.trimEnd()),
    margin + padEnd(from, Math.max(from.length + 2, across - to.length)) + to,
    ...wrap(words.legend(document.metric), columns).map((line) => palette.dim(line)),
  ];
}
