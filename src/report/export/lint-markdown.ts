import type { Locale } from '#base/locale.js';
import type { JudgedDraft } from '#lint/locate.js';
import { lintSentences } from '#locale/lint.js';
import { oneLine } from '../terminal/width.js';
import type { FileFault } from './code-review.js';

/** Rows at most: a job summary of GitHub holds 1 MiB (docs.github.com, workflow commands). */
const MAX_ROWS = 1000;
/** Characters of a cell at most. @source own choice */
const MAX_CELL = 160;

/** What GitHub and GitLab read as markup inside a line, links without brackets and mentions included. */
const MARKUP = /[\\`*_[\]<>!|~&$:@#]|(?<=www)\./gi;

/** A text that shows as it is: no sign of it is markup, and no address in it becomes a link or an image. */
function escapeMarkdown(text: string): string {
  const line = [...oneLine(text)];
  const cut = line.length > MAX_CELL ? `${line.slice(0, MAX_CELL - 1).join('')}…` : line.join('');
  return cut.replace(MARKUP, (sign) => `\\${sign}`);
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
const score = (value: number | null): string => (value === null ? '–' : String(value));

/** A line a draft as a Markdown table, for job summaries and comments: scores, counts, and the worst to fix. */
export function lintMarkdown(
  drafts: readonly JudgedDraft[],
  faults: readonly FileFault[],
  summary: string,
  locale: Locale,
): string {
  const { table, moreRows, noDrafts } = lintSentences(locale).lint;
  const unread = faults.filter(({ kind }) => kind === 'unread');
  const rows = [
    ...unread.map(({ file, message }) => [escapeMarkdown(file), '–', '–', '–', '–', escapeMarkdown(message)]),
    ...drafts.map(({ file, report, findings }) => {
      const errors = findings.filter(({ severity }) => severity === 'error');
      const warnings = findings.filter(({ severity }) => severity === 'warning');
      const missed = faults.find((fault) => fault.kind === 'score' && fault.file === file)?.message;
      return [
        escapeMarkdown(file),
        score(report.textScore),
        score(report.score),
        String(errors.length),
        String(warnings.length),
        escapeMarkdown(errors[0]?.message ?? missed ?? warnings[0]?.message ?? ''),
      ];
    }),
  ];
  if (rows.length === 0) return `${noDrafts}\n`;
  const left = rows.length - MAX_ROWS;
  return [
    row([table.draft, table.text, table.whole, table.errors, table.warnings, table.first]),
    row([':--', '--:', '--:', '--:', '--:', ':--']),
    ...rows.slice(0, MAX_ROWS).map(row),
    `\n${left > 0 ? `${moreRows(left)}. ` : ''}${summary}`,
  ].join('');
}
