import type { LintReport, RuleResult, Severity } from '#lint/finding.js';
import type { JudgedDraft, LocatedFinding } from '#lint/locate.js';
import { draftTitle, nextSteps } from './draft.js';
import { markedLines } from './excerpt.js';
import type { Locale } from '#base/locale.js';
import { decimal } from '#locale/format.js';
import { lintSentences } from '#locale/lint.js';
import { bar, createPalette, reportColumns, type Palette, type TerminalStyle } from './style.js';
import { oneLine, padEnd, padStart, displayWidth, wrap } from './width.js';

/** How a report is drawn. */
export interface LintView extends TerminalStyle {
  readonly locale: Locale;
  /** The findings alone, one a line. */
  readonly quiet: boolean;
}

/** Signs under the text that show severities without color. */
const SIGNS: Record<Severity, string> = { error: '^', warning: '~', info: '·' };
const INDENT = '  ';

/** The report of one draft: its text with the findings underlined, each rule's share of the score, what to do next. */
export function lintReport(draft: JudgedDraft, view: LintView): string {
  if (view.quiet) return findingLines(draft, view.locale);
  const columns = reportColumns(view);
  const palette = createPalette(view.color);
  const sections = [
    [draftTitle(draft, columns, palette, view.locale)],
    excerpt(draft, columns, palette),
    findings(draft, columns, palette, view.locale),
    scoreTable(draft.report, columns, palette, view.locale),
    length(draft.report, columns, view.locale),
    next(draft, columns, palette, view.locale),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** The line that closes a report on several drafts. */
export function lintSummary(
  drafts: readonly JudgedDraft[],
  counts: { readonly errors: number; readonly warnings: number; readonly infos: number },
  locale: Locale,
): string {
  return `${lintSentences(locale).summary(drafts.length, counts.errors, counts.warnings, counts.infos)}\n`;
}

/** The findings alone, each in one line with its file and place, as compilers write theirs. */
function findingLines({ file, findings: found }: JudgedDraft, locale: Locale): string {
  const { severity: labels } = lintSentences(locale);
  return found
    .filter(({ severity }) => severity !== 'info')
    .map(
      (finding) =>
        `${oneLine(`${file}${formatPosition(finding)} ${labels[finding.severity]} ${finding.message} [${finding.rule}]`)}\n`,
    )
    .join('');
}

function excerpt({ report, findings: found }: JudgedDraft, columns: number, palette: Palette): string[] {
  const marks = found.flatMap(({ span, severity }) => (span === null ? [] : [{ span, severity }]));
  return markedLines(report.text, marks, columns - INDENT.length).flatMap((line) => {
    if (line.marks.length === 0) return [INDENT + line.text];
    let below = '';
    let at = 0;
    for (const { column, width, severity } of line.marks) {
      below += ' '.repeat(column - at) + palette.severity(severity, SIGNS[severity].repeat(width));
      at = column + width;
    }
    return [INDENT + line.text, INDENT + below];
  });
}

/**
 * The findings, each under its place as compilers write theirs: terminals and editors open it at a click. The place is
 * never broken into two lines.
 */
function findings({ file, findings: found }: JudgedDraft, columns: number, palette: Palette, locale: Locale): string[] {
  const sentences = lintSentences(locale);
  const room = columns - INDENT.length * 2;
  return found.flatMap((finding) => {
    const { severity, message, rule, suggestions } = finding;
    const place = `${INDENT}${oneLine(file)}${formatPosition(finding)}`;
    const word = sentences.severity[severity];
    const label = `${palette.severity(severity, word)} ${palette.dim(`[${rule}]`)}`;
    const isOneLine = displayWidth(`${place} ${word} [${rule}]`) <= columns;
    const lines = wrap(oneLine(message), room);
    const offers = suggestions
      .flatMap(({ title, safe }) => wrap(oneLine(`→ ${sentences.fixTitle(title, safe)}`), room))
      .map((line) => palette.dim(line));
    return [
      ...(isOneLine ? [`${place} ${label}`] : [place, INDENT + label]),
      ...[...lines, ...offers].map((line) => INDENT.repeat(2) + line),
    ];
  });
}

/** The place of a finding in its file; the first line where it is about the whole draft. */
const formatPosition = ({ region }: LocatedFinding): string =>
  region === null ? ':1' : `:${region.line}:${region.column}`;

/** The rules on the text with what it is worth by them, then those on the plan, then the whole. */
function scoreTable(report: LintReport, columns: number, palette: Palette, locale: Locale): string[] {
  const sentences = lintSentences(locale);
  if (report.unscored !== null) return [INDENT + palette.dim(sentences.unscored[report.unscored])];
  const nameWidth = Math.max(...report.rules.map(({ title: name }) => displayWidth(name)), 8);
  const total = (name: string, text: string): string =>
    palette.bold(
      `${INDENT}   ${padEnd(name, nameWidth)}${columns - nameWidth - 18 >= 14 ? ' '.repeat(11) : ''} ${text}`,
    );
  const rows = (wanted: RuleResult['part']): string[] =>
    report.rules
      .filter(({ part }) => part === wanted)
      .flatMap((rule) => ruleLines(rule, report, { columns, palette, locale, nameWidth }));
  const textRows = [...rows('text'), ...capLines(report, columns, palette, locale)];
  if (report.textScore === null || report.score === null) return [...textRows, ...rows('plan')];
  return [
    ...textRows,
    total(sentences.textScore, sentences.total(report.textScore)),
    ...rows('plan'),
    total(sentences.score, sentences.total(report.score)),
  ];
}

interface RowStyle {
  readonly columns: number;
  readonly palette: Palette;
  readonly locale: Locale;
  readonly nameWidth: number;
}

function ruleLines(
  rule: RuleResult,
  { terms, open, findings: found }: LintReport,
  { columns, palette, locale, nameWidth }: RowStyle,
): string[] {
  const sentences = lintSentences(locale);
  const name = `${INDENT}${padStart(String(rule.number), 2)} ${padEnd(rule.title, nameWidth)}`;
  const term = terms.find(({ id }) => id === rule.id);
  const left = open.find(({ id }) => id === rule.id);
  const below = ' '.repeat(displayWidth(name));
  const dimLines = (text: string, first: string): string[] =>
    wrap(text, columns - displayWidth(name) - 1).map((line, index) =>
      palette.dim(`${index === 0 ? first : below} ${line}`),
    );
  if (left !== undefined) return dimLines(sentences.open(decimal(left.points, locale)), name);
  if (term === undefined || rule.score === null) {
    const reason = rule.turnedOff
      ? sentences.turnedOff
      : sentences.notJudged(rule.reasons.map(({ message }) => message));
    return dimLines(reason, name);
  }
  const points = sentences.points(
    padStart(decimal(term.points, locale), 5),
    padStart(decimal(term.possible, locale), 4),
  );
  const drawn =
    columns - displayWidth(name) - points.length >= 14 ? ` ${palette.share(rule.score, bar(rule.score))}` : '';
  // Findings are listed above with their places; what is too small for one is named here.
  const ofWhole = term.possible / (rule.weight * rule.judged);
  const listed = new Set(found.map(({ message }) => message));
  const lost = new Map<string, number>();
  for (const { message, points: own } of rule.losses) lost.set(message, (lost.get(message) ?? 0) + own * ofWhole);
  const small = [...lost]
    .filter(([message, own]) => !listed.has(message) && own >= 0.05)
    .flatMap(([message, own]) => dimLines(oneLine(sentences.loss(decimal(own, locale), message)), below));
  return [`${name}${drawn} ${points}`, ...small];
}

function capLines({ caps, findings: found }: LintReport, columns: number, palette: Palette, locale: Locale): string[] {
  return caps.flatMap(({ rule, messageId, at, points }) => {
    const message = found.find((finding) => finding.rule === rule && finding.messageId === messageId)?.message ?? '';
    const text = oneLine(lintSentences(locale).cap(decimal(-points, locale), at, message));
    return wrap(text, columns - INDENT.length - 3).map((line) => palette.dim(`${INDENT}   ${line}`));
  });
}

function length({ length: { weighted, limit, parts } }: LintReport, columns: number, locale: Locale): string[] {
  const sentences = lintSentences(locale);
  const used = Object.entries(parts)
    .filter(([, count]) => count > 0)
    .map(([part, count]) => `${sentences.parts[part as keyof typeof parts]} ${count}`);
  const text = sentences.length(weighted, limit, used);
  return wrap(text, columns - INDENT.length).map((line) => INDENT + line);
}

function next(draft: JudgedDraft, columns: number, palette: Palette, locale: Locale): string[] {
  const sentences = lintSentences(locale);
  const steps = nextSteps(draft, locale);
  if (steps.length === 0) return [`${INDENT}${palette.bold(sentences.next)} ${sentences.nothingToFix}`];
  const margin = INDENT.length + displayWidth(sentences.next) + 1;
  return steps.flatMap((step, index) =>
    wrap(step, columns - margin).map((line, part) =>
      index === 0 && part === 0 ? `${INDENT}${palette.bold(sentences.next)} ${line}` : ' '.repeat(margin) + line,
    ),
  );
}
