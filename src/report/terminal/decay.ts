import type { DecayDetail, DecayDocument, DecayLink, DecayPost } from '../documents/decay.js';
import { adviceText, amountText, gainText, knownCount, learnedText, timesText } from '../decay-texts.js';
import { amount, count, moment, plural } from '#locale/format.js';
import type { Locale } from '#base/locale.js';
import { brailleCurve } from './braille.js';
import type { TimingView } from './hours.js';
import { createPalette, type Palette } from './style.js';
import { fitEnd, fitStart, padEnd, padStart, visible, wrap } from './width.js';

const WORDS = {
  en: {
    title: 'Decay',
    of: 'of',
    metric: 'reactions (likes + reposts)',
    none: 'No link with a post of known time is in the history: import an archive or an export that has links.',
    shown: (shown: string, known: string) => `The newest ${shown} of ${known} links; --limit shows more.`,
    posts: (n: number) => plural(n, 'post', 'posts', 'en'),
    last: 'last',
    soFar: 'so far',
    toCome: 'to come',
    total: '7-day total',
    counted: 'counted',
    link: 'Together',
    ofFirst: (times: string) => `${times} times the first`,
    now: 'now',
    legend: 'Reactions of all posts; dots: 80 % of what is likely; ▲ a post',
  },
  fr: {
    title: 'Déclin',
    of: 'de',
    metric: 'réactions (j’aime + reposts)',
    none: 'L’historique n’a aucun lien dont un post soit daté : importez une archive ou un export avec des liens.',
    shown: (shown: string, known: string) => `Les ${shown} plus récents de ${known} liens ; --limit en montre plus.`,
    posts: (n: number) => plural(n, 'post', 'posts', 'fr'),
    last: 'dernier',
    soFar: 'à ce jour',
    toCome: 'à venir',
    total: 'total à 7 jours',
    counted: 'compté',
    link: 'Ensemble',
    ofFirst: (times: string) => `${times} fois le premier`,
    now: 'maintenant',
    legend: 'Réactions de tous les posts ; points : 80 % du vraisemblable ; ▲ un post',
  },
} as const;

const INDENT = '  ';
const WIDEST = 100;

/** The report of decay: all links in a table, or one link with its curve. */
export function decayReport(document: DecayDocument, view: TimingView): string {
  const { locale } = view;
  const words = WORDS[locale];
  const palette = createPalette(view.color);
  const columns = Math.max(40, Math.min(view.columns, WIDEST));
  const { account, zone, localTime, links, known, learnedFrom, remarks } = document;
  const who = account.length === 0 ? '' : ` ${words.of} ${account.map((handle) => `@${handle}`).join(', ')}`;
  const dim = (text: string): string[] => wrap(text, columns).map((line) => palette.dim(line));
  const [only] = links;
  const detail = only?.detail;
  const sections = [
    [
      palette.bold(visible(`${words.title}${who}`)),
      ...dim(`${words.metric} · ${moment(localTime, locale)} ${zone}`),
      ...(links.length === 0 ? [] : dim(learnedText(learnedFrom, locale))),
    ],
    ...(links.length === 0 ? [wrap(words.none, columns)] : []),
    ...(only !== undefined && detail !== undefined
      ? oneLink(only, detail, document, columns, palette, locale)
      : links.map((link) => linkLines(link, columns, palette, locale))),
    ...(links.length < known && detail === undefined
      ? [dim(words.shown(count(links.length, locale), count(known, locale)))]
      : []),
    ...(remarks.length === 0 ? [] : [remarks.flatMap(dim)]),
  ];
  return `${sections.map((section) => section.join('\n')).join('\n\n')}\n`;
}

const oneLine = (text: string): string => visible(text).replaceAll('\n', ' ');

const formatLabel = ({ label, byText }: DecayLink, columns: number): string =>
  byText ? fitStart(`“${oneLine(label)}”`, columns) : fitEnd(oneLine(label), columns);

function linkLines(link: DecayLink, columns: number, palette: Palette, locale: Locale): string[] {
  const words = WORDS[locale];
  const facts = [
    words.posts(link.posts),
    `${words.last} ${link.last.slice(0, 10)}`,
    `${knownCount(link.reactions, locale)} ${words.soFar}`,
    `${amountText(link.remaining, locale)} ${words.toCome}`,
  ].join(' · ');
  const below = (text: string): string[] => wrap(text, columns - INDENT.length).map((line) => INDENT + line);
  return [
    palette.bold(formatLabel(link, columns)),
    ...below(facts),
    ...below(timesText(link.times, locale)).map((line) => palette.dim(line)),
    ...below(`→ ${adviceText(link.advice, locale)}`),
  ];
}

function oneLink(
  link: DecayLink,
  detail: DecayDetail,
  document: DecayDocument,
  columns: number,
  palette: Palette,
  locale: Locale,
): string[][] {
  const words = WORDS[locale];
  const gain = gainText(link.advice, locale);
  const together =
    `${words.link}${locale === 'fr' ? ' : ' : ': '}${knownCount(link.reactions, locale)} ${words.soFar}, ` +
    `${amountText(link.remaining, locale)} ${words.toCome}, ${words.total} ${amountText(link.total, locale)}`;
  return [
    [palette.bold(formatLabel(link, columns))],
    curve(detail, document, columns, palette, locale),
    detail.posts.flatMap((post, index) => postLines(post, index, columns, palette, locale)),
    wrap(together, columns),
    [
      ...wrap(adviceText(link.advice, locale), columns).map((line) => palette.bold(line)),
      ...(gain === undefined ? [] : wrap(gain, columns)),
    ],
  ];
}

function postLines(post: DecayPost, index: number, columns: number, palette: Palette, locale: Locale): string[] {
  const words = WORDS[locale];
  const { total, finished, ratioToFirst, reactions } = post;
  const number = `${padStart(String(index + 1), 2)}  `;
  const times = ratioToFirst === null ? undefined : ratioToFirst.toFixed(1);
  const facts = [
    moment(post.localTime, locale),
    finished
      ? `${words.total} ${amount(total.mean, locale)} ${words.counted}`
      : `${knownCount(reactions, locale)} ${words.soFar}, ${words.total} ${amountText(total, locale, total.point)}`,
    ...(times === undefined ? [] : [words.ofFirst(locale === 'fr' ? times.replace('.', ',') : times)]),
  ].join(' · ');
  const margin = ' '.repeat(number.length);
  const below = (text: string): string[] => wrap(text, columns - margin.length).map((line) => margin + line);
  const [first = '', ...rest] = below(facts);
  return [
    number + first.trimStart(),
    ...rest,
    ...below(timesText(post.times, locale)).map((line) => palette.dim(line)),
    ...(post.text === '' ? [] : [margin + palette.dim(fitStart(oneLine(post.text), columns - margin.length))]),
  ];
}

const ROWS = 10;

function curve(
  { curve: points, posts }: DecayDetail,
  document: DecayDocument,
  columns: number,
  palette: Palette,
  locale: Locale,
): string[] {
  const words = WORDS[locale];
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const top = Math.max(1, ...points.map(({ high, mean }) => Math.max(high, mean)));
  const lead = amount(top, locale).length;
  const across = Math.max(20, columns - lead - 3);
  // One point for each dot across: those of the document are taken where they lie nearest.
  const dots = Array.from({ length: 2 * across }, (_, index) => {
    const place = Math.round((index * (points.length - 1)) / Math.max(1, 2 * across - 1));
    return points[place] ?? last;
  });
  const label = (row: number): string =>
    row === 0
      ? amount(top, locale)
      : row === ROWS - 1
        ? '0'
        : row === Math.floor(ROWS / 2)
          ? amount(top / 2, locale)
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
  const [from, to] = [first.localTime.replace('T', ' '), last.localTime.replace('T', ' ')];
  return [
    ...lines,
    `${' '.repeat(lead + 1)}└${'─'.repeat(across)}`,
    margin + marks.join('').trimEnd(),
    ...nowLine.map((line) => line.trimEnd()),
    margin + padEnd(from, Math.max(from.length + 2, across - to.length)) + to,
    ...wrap(words.legend, columns).map((line) => palette.dim(line)),
  ];
}
