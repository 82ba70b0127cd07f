import type { Capabilities, FileReport, ImportReport } from '#history/import.js';
import type { KeywordFileReport } from '#history/keywords.js';
import type { Coverage } from '#history/ports.js';
import type { Remark } from '#history/formats/reader.js';
import type { Locale } from '#base/locale.js';
import { share } from '#locale/format.js';
import { historySentences, storeProblemSentence } from '#locale/history.js';
import { bar, createPalette, type Palette, type TerminalStyle } from './style.js';
import { fitEnd, oneLine, padEnd, padStart, displayWidth, wrap } from './width.js';

/** How the report is drawn. */
export interface ImportView extends TerminalStyle {
  readonly locale: Locale;
  /** Only what was refused, and one line for each file. */
  readonly quiet: boolean;
}

type Imported = Extract<FileReport, { status: 'imported' }>;
type Refused = Extract<FileReport, { status: 'refused' }>;
type Sentences = ReturnType<typeof historySentences>['import'];

const NARROWEST = 34;
const WIDEST = 100;
const INDENT = '  ';

/** What the sections are drawn with. */
interface Page {
  readonly columns: number;
  readonly locale: Locale;
  readonly sentences: Sentences;
  readonly palette: Palette;
  readonly quiet: boolean;
}

const breakLines = ({ columns }: Page, text: string, indent = INDENT): string[] =>
  wrap(oneLine(text), columns - indent.length - 2).map((line, index) => `${indent}${index === 0 ? '' : INDENT}${line}`);

/** What an import read, marked, skipped and refused, and what the history is now good for. */
export function importReport(report: ImportReport, database: string, view: ImportView): string {
  const page: Page = {
    columns: Math.max(NARROWEST, Math.min(view.columns, WIDEST)),
    locale: view.locale,
    sentences: historySentences(view.locale).import,
    palette: createPalette(view.color),
    quiet: view.quiet,
  };
  const isWithoutHistory = report.coverage.posts === 0 && report.files.every(({ status }) => status === 'refused');
  const sections = [
    ...groupReports(report.files, page.locale).map(([first, ...alike]) =>
      first.status === 'refused' ? refused(first, alike, page) : imported(first, page),
    ),
    ...(report.stopped === undefined ? [] : [breakLines(page, page.sentences.stopped, '')]),
    ...(view.quiet || isWithoutHistory
      ? []
      : [history(report.coverage, database, page), formatCapabilities(report.capabilities, page)]),
  ];
  const separator = view.quiet ? '\n' : '\n\n';
  return `${sections.map((section) => section.join('\n')).join(separator)}\n`;
}

/** A file's name in front of some words, its beginning cut where both are too long for a line. */
const fitName = (file: string, words: string, { columns, palette }: Page): string =>
  palette.bold(fitEnd(oneLine(file), Math.max(12, columns - displayWidth(words) - 3)));

/** How many names stand above a reason that several files have in common. @source own choice */
const MAX_NAMES = 10;

/** Files that are refused for the same reason are reported once, where the first of them stands. */
function groupReports(files: readonly FileReport[], locale: Locale): (readonly [FileReport, ...FileReport[]])[] {
  const groups: [FileReport, ...FileReport[]][] = [];
  const byReason = new Map<string, FileReport[]>();
  for (const file of files) {
    const reason = file.status === 'refused' ? storeProblemSentence(file.reason, file.data, locale) : undefined;
    const known = reason === undefined ? undefined : byReason.get(reason);
    if (known) {
      known.push(file);
      continue;
    }
    const group: [FileReport, ...FileReport[]] = [file];
    groups.push(group);
    if (reason !== undefined) byReason.set(reason, group);
  }
  return groups;
}

function refused(first: Refused, alike: readonly FileReport[], page: Page): string[] {
  const word = page.sentences.refused;
  const named = [first, ...alike].slice(0, MAX_NAMES);
  const more = alike.length + 1 - named.length;
  return [
    ...named.map(({ file }) => `${fitName(file, word, page)} · ${page.palette.severity('error', word)}`),
    ...(more === 0 ? [] : breakLines(page, page.sentences.moreRefused(more), '')),
    ...breakLines(page, storeProblemSentence(first.reason, first.data, page.locale)),
  ];
}

/** Counts that are not zero, in words. */
const formatCounts = <Key extends string>(
  counts: Readonly<Partial<Record<NoInfer<Key>, number>>>,
  sentences: Readonly<Record<Key, (many: number) => string>>,
): string[] =>
  (Object.keys(sentences) as Key[]).flatMap((key) => {
    const many = counts[key] ?? 0;
    return many === 0 ? [] : [sentences[key](many)];
  });

function imported({ file, format, tally, merged, remarks }: Imported, page: Page): string[] {
  const { sentences } = page;
  const kind = sentences.formats[format];
  const title = `${fitName(file, kind, page)} · ${kind}`;
  const { added, updated, observations, visits } = sentences;
  const changes = formatCounts(merged, { added, updated, observations, visits });
  const isOfVisits = tally.posts === 0 && tally.visits > 0;
  const read = [
    isOfVisits ? sentences.readVisits(tally.visits) : sentences.read(tally.posts),
    ...(changes.length === 0 ? [sentences.nothingNew] : changes),
  ].join(' · ');
  if (page.quiet) return [`${title} · ${read}`];
  const { threads, replies, reposts, quotes, edited, hourUnknown } = sentences;
  const marks = formatCounts(tally, { threads, replies, reposts, quotes, edited, hourUnknown });
  const skipped = formatCounts(tally.skipped, sentences.skipped);
  return [
    title,
    ...breakLines(page, read),
    ...(marks.length === 0 ? [] : breakLines(page, sentences.including(marks.join(' · ')))),
    ...(skipped.length === 0 ? [] : breakLines(page, sentences.skippedRows(skipped.join(' · ')))),
    ...remarks.flatMap((remark) => breakLines(page, remarkText(remark, sentences))),
  ];
}

function remarkText<Id extends Remark['id']>(remark: Extract<Remark, { id: Id }>, sentences: Sentences): string {
  const write = sentences.remarks[remark.id as Id] as (of: typeof remark) => string;
  return write(remark);
}

function history(coverage: Coverage, database: string, page: Page): string[] {
  const { sentences, palette, locale, columns } = page;
  const { posts, originals, first, last } = coverage;
  const where = breakLines(page, database);
  if (posts === 0) return [`${palette.bold(sentences.history)} · ${sentences.empty}`, ...where];
  const period = first === undefined || last === undefined ? [] : [sentences.period(first, last)];
  const shares = [
    [sentences.shares.hour, coverage.withHour],
    [sentences.shares.counters, coverage.withCounters],
    [sentences.shares.impressions, coverage.withImpressions],
    [sentences.shares.link, coverage.withLink],
    [sentences.shares.twice, coverage.withTwoObservations],
  ] as const;
  const nameWidth = Math.max(...shares.map(([name]) => displayWidth(name)));
  const shareWidth = displayWidth(share(1, 1, locale));
  const rows = shares.map(([name, part]) => {
    const percent = padStart(share(part, originals, locale), shareWidth);
    const line = `${INDENT}${padEnd(name, nameWidth)}  ${bar(originals === 0 ? 0 : part / originals)} ${percent}`;
    const counts = sentences.ofOriginals(part, originals);
    return displayWidth(line) + 2 + displayWidth(counts) <= columns ? `${line}  ${palette.dim(counts)}` : line;
  });
  const { originals: own, threads, replies, reposts, gone } = sentences;
  return [
    [palette.bold(sentences.history), sentences.posts(posts), ...period].join(' · '),
    ...where,
    ...breakLines(page, formatCounts(coverage, { originals: own, threads, replies, reposts, gone }).join(' · ')),
    ...rows,
  ];
}

function formatCapabilities(
  { bestHours, decay, links, tooLittle, minPosts, minDays }: Capabilities,
  page: Page,
): string[] {
  const { sentences, palette, columns } = page;
  const { capabilityNames } = sentences;
  const hours = (): string => {
    if (bestHours.from === 'none') return sentences.hoursMissing[bestHours.missing];
    return tooLittle
      ? sentences.hoursTooFew(bestHours, { posts: minPosts, days: minDays })
      : sentences.hoursFrom[bestHours.from](bestHours.posts);
  };
  const decayText = (): string => {
    if (bestHours.from === 'none' && bestHours.missing === 'posts') return sentences.hoursMissing.posts;
    if (decay.posts === 0) return sentences.noDecay;
    return decay.posts < decay.minPosts
      ? sentences.decayTooFew(decay.posts, decay.minPosts)
      : sentences.decayFor(decay.posts);
  };
  const rows = [
    [capabilityNames.hours, hours()],
    [capabilityNames.decay, decayText()],
    [capabilityNames.links, links.posts === 0 ? sentences.noLinks : sentences.linksIn(links.posts)],
  ] as const;
  const nameWidth = Math.max(...rows.map(([name]) => displayWidth(name)));
  const lead = INDENT.length + nameWidth + 2;
  return [
    palette.bold(sentences.capabilities),
    ...rows.flatMap(([name, text]) =>
      wrap(text, columns - lead).map((line, index) =>
        index === 0 ? `${INDENT}${padEnd(name, nameWidth)}  ${line}` : ' '.repeat(lead) + line,
      ),
    ),
  ];
}

/** What became of files of keywords: one line for each, two where one was refused. */
export function keywordsImportReport(
  reports: readonly KeywordFileReport[],
  view: TerminalStyle & { readonly locale: Locale },
): string {
  const { importing } = historySentences(view.locale).keywords;
  const palette = createPalette(view.color);
  const lines = reports.flatMap((report) => {
    const name = palette.bold(oneLine(report.file));
    if (report.status === 'refused') {
      const why = wrap(oneLine(storeProblemSentence(report.reason, report.data, view.locale)), view.columns - 2);
      return [`${name} · ${palette.severity('error', importing.refused)}`, ...why.map((line) => `  ${line}`)];
    }
    const { format, read, added, skipped } = report;
    const parts = [
      name,
      importing.formats[format],
      importing.figures(read),
      importing.added(added),
      ...(skipped === 0 ? [] : [importing.skipped(skipped)]),
    ];
    return wrap(parts.join(' · '), view.columns);
  });
  return `${lines.join('\n')}\n`;
}
