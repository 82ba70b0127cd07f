import type { Locale } from '#base/locale.js';
import type { Severity } from '#lint/finding.js';
import type { JudgedDraft } from '#lint/locate.js';
import { lintSentences } from '#locale/lint.js';
import { tableLines } from './table.js';

/** One line a draft: its scores, how many errors and warnings it has, and the first of the worst ones. */
export function lintTable(
  drafts: readonly JudgedDraft[],
  { columns, locale }: { readonly columns: number; readonly locale: Locale },
): Iterable<string> {
  const { table } = lintSentences(locale).lint;
  const count = ({ findings }: JudgedDraft, severity: Severity): string =>
    String(findings.filter((finding) => finding.severity === severity).length);
  const worst = ({ findings }: JudgedDraft): string =>
    (findings.find(({ severity }) => severity === 'error') ?? findings.find(({ severity }) => severity === 'warning'))
      ?.message ?? '';
  const score = (value: number | null): string => (value === null ? '–' : String(value));
  return tableLines<JudgedDraft>(
    [
      { title: table.draft, cell: ({ file }) => file },
      { title: table.text, align: 'right', cell: ({ report }) => score(report.textScore) },
      { title: table.whole, align: 'right', cell: ({ report }) => score(report.score) },
      { title: table.errors, align: 'right', cell: (draft) => count(draft, 'error') },
      { title: table.warnings, align: 'right', cell: (draft) => count(draft, 'warning') },
      { title: table.first, flexible: 20, drop: 1, cell: worst },
    ],
    drafts,
    { columns, color: false },
  );
}
