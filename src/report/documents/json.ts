import type { JudgedDraft, LocatedFinding } from '#lint/locate.js';

/** A file that could not be judged, and why. */
export interface FailedDraft {
  readonly file: string;
  readonly message: string;
}

const places = ({ region }: LocatedFinding) => ({
  line: region?.line ?? null,
  column: region?.column ?? null,
  endLine: region?.endLine ?? null,
  endColumn: region?.endColumn ?? null,
});

/** How many of each there are, over all drafts. */
export function countFindings(drafts: readonly JudgedDraft[]): { errors: number; warnings: number; infos: number } {
  const severities = drafts.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const count = (wanted: string): number => severities.filter((severity) => severity === wanted).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}

/** The report of `lint` as data: `tweetspan/lint@1`, described by `lint.schema.json` in the package. */
export function lintDocument(drafts: readonly JudgedDraft[], failures: readonly FailedDraft[]) {
  return {
    schema: 'tweetspan/lint@1',
    drafts: drafts.map(({ file, report, findings }) => ({
      file,
      language: report.language,
      text: report.text,
      score: report.score,
      length: report.length,
      rules: report.rules,
      findings: findings.map((finding) => ({
        rule: finding.rule,
        messageId: finding.messageId,
        severity: finding.severity,
        message: finding.message,
        data: finding.data,
        span: finding.span,
        ...places(finding),
        suggestions: finding.suggestions,
      })),
    })),
    failures,
    summary: { drafts: drafts.length, failures: failures.length, ...countFindings(drafts) },
  };
}

/** Data as text for a pipe or a file. */
export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
