import type { Capabilities } from '#history/capabilities.js';
import type { FileReport, ImportReport } from '#history/import.js';
import type { Coverage } from '#history/ports.js';
import type { Remark } from '#history/formats/reader.js';
import { counted, formatDay, grouped, percent, type Counted, type Locale } from './figures.js';
import { IMPORT_WORDS } from './import-words.js';
import { refusalLines } from './refusals.js';
import { bar, createPalette, type Palette, type TerminalStyle } from './style.js';
import { fitEnd, padEnd, padStart, visible, displayWidth, wrap } from './width.js';

/** How the report is drawn. */
export interface ImportView extends TerminalStyle {
  readonly locale: Locale;
  /** Only what was refused, and one line for each file. */
  readonly quiet: boolean;
}

type Imported = Extract<FileReport, { status: 'imported' }>;
type Refused = Extract<FileReport, { status: 'refused' }>;

const NARROWEST = 34;
const WIDEST = 100;
const INDENT = '  ';

/** What an import read, marked, left out and refused, and what the history is now good for. */
export function importReport(report: ImportReport, database: string, view: ImportView): string {
  const columns = Math.max(NARROWEST, Math.min(view.columns, WIDEST));
  const palette = createPalette(view.color);
  const lines = (text: string, indent = INDENT): string[] =>
    wrap(visible(text), columns - indent.length - 2).map(
      (line, index) => `${indent}${index === 0 ? '' : INDENT}${line}`,
    );
  const sections = [
    ...report.files.map((file) =>
      file.status === 'refused'
        ? refused(file, columns, view.locale, palette, lines)
        : imported(file, columns, view, palette, lines),
    ),
    ...(report.stopped === undefined ? [] : [lines(IMPORT_WORDS[view.locale].stopped, '')]),
    ...(view.quiet
      ? []
      : [
          history(report.coverage, database, columns, view.locale, palette, lines),
          formatCapabilities(report.capabilities, columns, view.locale, palette),
        ]),
  ];
  const separator = view.quiet ? '\n' : '\n\n';
  return `${sections.map((section) => section.join('\n')).join(separator)}\n`;
}

type Lines = (text: string, indent?: string) => string[];

/** A file's name in front of some words, its beginning cut where both are too long for a line. */
const fitName = (file: string, words: string, columns: number, palette: Palette): string =>
  palette.bold(fitEnd(visible(file), Math.max(12, columns - displayWidth(words) - 3)));

function refused(
  { file, reason, message }: Refused,
  columns: number,
  locale: Locale,
  palette: Palette,
  lines: Lines,
): string[] {
  const word = IMPORT_WORDS[locale].refused;
  const title = `${fitName(file, word, columns, palette)} · ${palette.severity('error', word)}`;
  return [title, ...refusalLines(locale, reason, message).flatMap((line) => lines(line))];
}

/** Counts that are not nought, in words. */
const formatCounts = <Key extends string>(
  counts: Readonly<Partial<Record<NoInfer<Key>, number>>>,
  words: Readonly<Record<Key, Counted>>,
  locale: Locale,
): string[] =>
  (Object.keys(words) as Key[]).flatMap((key) => {
    const [count, word] = [counts[key] ?? 0, words[key]];
    return count === 0 ? [] : [counted(count, word, locale)];
  });

function imported(
  { file, format, tally, merged, remarks }: Imported,
  columns: number,
  view: ImportView,
  palette: Palette,
  lines: Lines,
) {
  const { locale } = view;
  const words = IMPORT_WORDS[locale];
  const title = `${fitName(file, words.format[format], columns, palette)} · ${words.format[format]}`;
  const changes = formatCounts(
    merged,
    { added: words.added, updated: words.updated, observations: words.observations },
    locale,
  );
  const read = [
    `${words.read} ${counted(tally.posts, words.posts, locale)}`,
    ...(changes.length === 0 ? [words.nothingNew] : changes),
  ].join(' · ');
  if (view.quiet) return [`${title} · ${read}`];
  const { threads, replies, reposts, quotes, edited, hourUnknown } = words.marks;
  const marks = formatCounts(tally, { threads, replies, reposts, quotes, edited, hourUnknown }, locale);
  const skipped = formatCounts(tally.skipped, words.skipped, locale);
  return [
    title,
    ...lines(read),
    ...(marks.length === 0 ? [] : lines(`${words.marked} ${marks.join(' · ')}`)),
    ...(skipped.length === 0 ? [] : lines(`${words.leftOut} ${skipped.join(' · ')}`)),
    ...remarks.flatMap((remark) => lines(remarkText(remark, locale))),
  ];
}

function remarkText<Id extends Remark['id']>(remark: Extract<Remark, { id: Id }>, locale: Locale): string {
  const word = IMPORT_WORDS[locale].remarks[remark.id as Id] as (of: typeof remark) => string;
  return word(remark);
}

function history(
  coverage: Coverage,
  database: string,
  columns: number,
  locale: Locale,
  palette: Palette,
  lines: Lines,
): string[] {
  const words = IMPORT_WORDS[locale];
  const { posts, originals, first, last } = coverage;
  const where = lines(visible(database));
  if (posts === 0) return [`${palette.bold(words.history)} · ${words.empty}`, ...where];
  const span = first === undefined || last === undefined ? [] : [words.span(formatDay(first), formatDay(last))];
  const shares = [
    [words.share.hour, coverage.withHour],
    [words.share.counters, coverage.withCounters],
    [words.share.impressions, coverage.withImpressions],
    [words.share.link, coverage.withLink],
    [words.share.twice, coverage.withTwoObservations],
  ] as const;
  const nameWidth = Math.max(...shares.map(([name]) => displayWidth(name)));
  const rows = shares.map(([name, part]) => {
    const share = padStart(percent(part, originals, locale), locale === 'fr' ? 5 : 4);
    const line = `${INDENT}${padEnd(name, nameWidth)}  ${bar(originals === 0 ? 0 : part / originals)} ${share}`;
    const full = `${line}  ${palette.dim(words.of(grouped(part, locale), grouped(originals, locale)))}`;
    return displayWidth(line) + 2 + displayWidth(words.of(grouped(part, locale), grouped(originals, locale))) <= columns
      ? full
      : line;
  });
  const { originals: own, threads, replies, reposts, gone } = words.marks;
  return [
    [palette.bold(words.history), counted(posts, words.posts, locale), ...span].join(' · '),
    ...where,
    ...lines(formatCounts(coverage, { originals: own, threads, replies, reposts, gone }, locale).join(' · ')),
    ...rows,
  ];
}

function formatCapabilities(allows: Capabilities, columns: number, locale: Locale, palette: Palette): string[] {
  const words = IMPORT_WORDS[locale];
  const withCount = (count: number, [one, several]: Counted): string =>
    count === 1 ? one : several.replace('{count}', grouped(count, locale));
  const { bestHours, decay, links, tooLittle } = allows;
  const few = tooLittle ? ` · ${words.tooLittle}` : '';
  const hours =
    bestHours.from === 'none'
      ? words.missing[bestHours.missing]
      : `${words.yesFrom[bestHours.from]} (${counted(bestHours.posts, words.posts, locale)}${few})`;
  const rows = [
    [words.hours, hours],
    [words.decay, decay.posts === 0 ? words.decayNo : withCount(decay.posts, words.decayYes)],
    [words.links, links.posts === 0 ? words.linksNo : withCount(links.posts, words.linksYes)],
  ] as const;
  const nameWidth = Math.max(...rows.map(([name]) => displayWidth(name)));
  const lead = INDENT.length + nameWidth + 2;
  return [
    palette.bold(words.capabilities),
    ...rows.flatMap(([name, text]) =>
      wrap(text, columns - lead).map((line, index) =>
        index === 0 ? `${INDENT}${padEnd(name, nameWidth)}  ${line}` : ' '.repeat(lead) + line,
      ),
    ),
  ];
}
