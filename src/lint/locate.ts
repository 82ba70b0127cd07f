import { toPosition, sourceOffset, type DraftFile } from '#draft/draft-file.js';
import type { Finding, LintReport } from './finding.js';
import { postType } from './post-type.js';

/** A stretch of a file: lines and columns count from 1, columns in UTF-16 units; the end column is not inside. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding with its place in the file, or null where it has none. */
export interface LocatedFinding extends Finding {
  readonly region: Region | null;
}

/** A file with what the rules say of it: what every renderer gets. */
export interface JudgedDraft {
  /** As the user named it; `<stdin>` for standard input. */
  readonly file: string;
  readonly report: LintReport;
  readonly findings: readonly LocatedFinding[];
  /** Its kind, where that is one which is posted once. */
  readonly type: ReturnType<typeof postType>;
}

function toRegion(file: DraftFile, { span }: Finding): Region | null {
  if (span === null) return null;
  const start = sourceOffset(file, span.start);
  // The end belongs to the last character inside: what follows may stand in another piece of the file.
  const last = span.end > span.start ? sourceOffset(file, span.end - 1) : start;
  if (start === undefined || last === undefined) return null;
  const from = toPosition(file.source, start);
  const to = toPosition(file.source, last + (span.end > span.start ? 1 : 0));
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

/** Gives the findings of a report their places in the file. */
export function locate(name: string, file: DraftFile, report: LintReport): JudgedDraft {
  const findings = report.findings.map((finding) => ({ ...finding, region: toRegion(file, finding) }));
  return { file: name, report, findings, type: postType(file.draft) };
}
