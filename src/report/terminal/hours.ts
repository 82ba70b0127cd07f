// The reports of `hours` and `audit`.
import type { Locale } from '#base/locale.js';
import { correlation, count, percent, weekdayName } from '#locale/format.js';
import { timingSentences } from '#locale/timing.js';
import type { AuditDocument, HoursDocument } from '../documents/hours.js';
import { computeEdges, FEW_POSTS, hoursText, slotName, upliftText } from '../timing-text.js';
import { FEW, heatMap, SHADES, sparkline } from './charts.js';
import { createPalette, type TerminalStyle } from './style.js';
import { table } from './table.js';
import { visible, wrap } from './width.js';

/** How a report on time is drawn. */
export interface TimingView extends TerminalStyle {
  readonly locale: Locale;
  /** The result alone: no headings, hints or remarks. */
  readonly quiet?: boolean | undefined;
  /** More detail. */
  readonly verbose?: boolean | undefined;
}

const INDENT = '  ';
const WIDEST = 100;
/** Lead, 24 hours of two columns, and the count beside them. */
const WIDE_MAP = 64;

/** The report of hours: verdict, heat map or typical curve, slots. */
export function hoursReport(document: HoursDocument, view: TimingView): string {
  const { locale, quiet = false } = view;
  const palette = createPalette(view.color);
  const columns = Math.max(40, Math.min(view.columns, WIDEST));
  const text = hoursText(document, locale);
  const wrapped = (line: string): string[] => wrap(line, columns);
  const slots = document.slots.length === 0 ? [] : slotLines(document, view, columns);
  if (quiet) return `${[...wrapped(text.verdict), ...slots].join('\n')}\n`;
  const sections = [
    [palette.bold(visible(text.title)), ...text.basis.flatMap(wrapped).map((line) => palette.dim(line))],
    [
      ...wrapped(text.verdict).map((line) => palette.bold(line)),
      ...(text.weekday === undefined ? [] : wrapped(text.weekday)),
      ...(text.outlook === undefined ? [] : wrapped(text.outlook)),
    ],
    text.effectsTitle === undefined
      ? []
      : document.verdict === 'typical only'
        ? curves(document, locale)
        : [...wrapped(text.effectsTitle), '', ...map(document, view, columns)],
    text.slotsTitle === undefined
      ? []
      : slots.length === 0
        ? wrapped(text.noSlots)
        : [...wrapped(text.slotsTitle), ...slots, ...wrapped(text.spaced).map((line) => palette.dim(line))],
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}

function map({ basis, hours }: HoursDocument, { locale, color }: TimingView, columns: number): string[] {
  const sentences = timingSentences(locale).hours;
  const palette = createPalette(color);
  const edges = computeEdges(hours.map(({ uplift }) => uplift));
  const wide = columns >= WIDE_MAP;
  const tint = (shade: number, text: string): string =>
    shade > 2 ? palette.share(1, text) : shade < 2 ? palette.dim(text) : text;
  const lines = heatMap(
    hours.map(({ uplift, posts }) => ({ value: uplift, posts })),
    {
      rowNames: Array.from({ length: 7 }, (_, weekday) => weekdayName(weekday, locale)),
      edges,
      columns: wide ? 2 : 1,
      fewPosts: FEW_POSTS,
      postsName: sentences.postsColumn,
      colorize: tint,
    },
  );
  const [farBelow, below, above, farAbove] = edges.map((edge) => percent(edge, locale)) as [
    string,
    string,
    string,
    string,
  ];
  const shades = [
    `"${SHADES[0]}" ${sentences.below(farBelow)}`,
    ...[farBelow, below, above, farAbove].map((edge, index) => `${SHADES[index + 1]} ${sentences.from(edge)}`),
  ].join('  ');
  return [
    ...lines.map((line) => INDENT + line),
    '',
    ...[shades, ...(wide ? [sentences.few[basis === 'own' ? 'own' : 'typical'](FEW, FEW_POSTS)] : [])]
      .flatMap((text) => wrap(text, columns - INDENT.length))
      .map((line) => INDENT + palette.dim(line)),
  ];
}

/** The typical curve by hour and by weekday: with few posts a map of the week would look like the account's own. */
function curves({ hours }: HoursDocument, locale: Locale): string[] {
  const { byHour, byDay } = timingSentences(locale).hours;
  const mean = (keep: (cell: { readonly weekday: number; readonly hour: number }) => boolean): number => {
    const kept = hours.filter(keep);
    return kept.reduce((total, { effect }) => total + effect, 0) / Math.max(1, kept.length);
  };
  const ofHours = Array.from({ length: 24 }, (_, hour) => mean((cell) => cell.hour === hour));
  const ofDays = Array.from({ length: 7 }, (_, weekday) => mean((cell) => cell.weekday === weekday));
  const lead = Math.max(byHour.length, byDay.length) + 2;
  return [INDENT + byHour.padEnd(lead) + sparkline(ofHours), INDENT + byDay.padEnd(lead) + sparkline(ofDays)];
}

function slotLines({ slots, verdict }: HoursDocument, { locale, color }: TimingView, columns: number): string[] {
  const titles = timingSentences(locale).hours.columns;
  const withPosts = verdict !== 'typical only';
  const lines = table(
    [
      { title: titles.slot, cells: slots.map((slot) => slotName(slot, locale)) },
      ...(withPosts
        ? [{ title: titles.posts, align: 'right', cells: slots.map(({ posts }) => count(posts, locale)) } as const]
        : []),
      { title: titles.effect, cells: slots.map((slot) => upliftText(slot, locale)) },
    ],
    { color, columns: columns - INDENT.length },
  );
  return lines
    .trimEnd()
    .split('\n')
    .map((line) => INDENT + line);
}

/** The verdict on the score in one sentence. */
function verdictText({ verdict, metric, posts, needed, score }: AuditDocument, locale: Locale): string {
  const { verdicts, figure, alike } = timingSentences(locale).audit;
  if (verdict === 'too few posts') return verdicts[verdict](posts, needed.posts, needed.days);
  return verdicts[verdict](
    metric ?? 'reactions',
    score === null ? alike : figure(score.correlation, score.low, score.high, score.n),
  );
}

/** A change of the correlation that is worth a sentence. */
const NOTEWORTHY = 0.05;

/** What carries the score and what does not, and how it stands with the other counts. */
function carriers(
  { score, rules, metrics }: AuditDocument,
  titleOf: (rule: string) => string,
  locale: Locale,
): string[] {
  const { audit } = timingSentences(locale);
  const named = (part: AuditDocument['rules'][number]['part']): string[] =>
    rules.filter((rule) => rule.part === part).map(({ rule }) => titleOf(rule));
  return [
    ...(score === null || Math.abs(score.raw - score.correlation) < NOTEWORTHY ? [] : [audit.before(score.raw)]),
    ...(rules.length === 0 ? [] : [audit.carriers(named('with'), named('against'), named('nothing'))]),
    ...metrics.map(({ metric, verdict, correlation: value, low, high, n }) =>
      verdict === 'too few posts' ? '' : audit.verdicts[verdict](metric, audit.figure(value, low, high, n)),
    ),
  ].filter((line) => line !== '');
}

/**
 * The audit as text: the verdict, each rule's own association, and what they do not mean.
 * @param titleOf the title of a rule by its id.
 */
export function auditReport(document: AuditDocument, titleOf: (rule: string) => string, view: TimingView): string {
  const { locale, quiet = false } = view;
  const { metrics, audit } = timingSentences(locale);
  const palette = createPalette(view.color);
  const columns = Math.max(40, Math.min(view.columns, WIDEST));
  const { rules, account, posts, metric, verdict, newest } = document;
  const dim = (text: string): string[] => wrap(text, columns).map((line) => palette.dim(line));
  const basis = [
    ...account.map((handle) => `@${handle}`),
    audit.posts(posts),
    ...(metric === null ? [] : [metrics[metric]]),
  ].join(' · ');
  const lines = table(
    [
      { title: audit.columns.rule, cells: rules.map(({ rule }) => titleOf(rule)) },
      {
        title: audit.columns.value,
        align: 'right',
        cells: rules.map((rule) => correlation(rule.correlation, locale)),
      },
      {
        title: audit.columns.interval,
        cells: rules.map(({ low, high }) => audit.interval(correlation(low, locale), correlation(high, locale))),
      },
      { title: audit.columns.part, cells: rules.map(({ part }) => audit.parts[part]) },
      { title: audit.columns.posts, align: 'right', cells: rules.map(({ n }) => count(n, locale)) },
    ],
    { color: view.color, columns: columns - 2 },
  );
  const sections = [
    quiet ? [] : [palette.bold(audit.title), ...dim(visible(basis))],
    [
      ...wrap(verdictText(document, locale), columns).map((line) => palette.bold(line)),
      ...(quiet ? [] : carriers(document, titleOf, locale)).flatMap((line) => wrap(line, columns)),
    ],
    rules.length === 0
      ? []
      : lines
          .trimEnd()
          .split('\n')
          .map((line) => `  ${line}`),
    verdict === 'too few posts' || quiet
      ? []
      : [...audit.notes, ...(newest === null ? [] : [audit.newest(newest)])].flatMap(dim),
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}
