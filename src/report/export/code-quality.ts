// Findings for GitLab: https://docs.gitlab.com/ci/testing/code_quality/ (code quality report format).
import type { JudgedDraft } from '#lint/locate.js';
import { visible } from '../terminal/width.js';
import { identified, type FileFault } from './code-review.js';

/** One entry of a report, as GitLab reads it. */
export interface CodeQualityIssue {
  readonly description: string;
  readonly check_name: string;
  /** Unique in the report, and the same in the next one for the same finding: GitLab compares reports by it. */
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const SEVERITIES = { error: 'major', warning: 'minor', info: 'info' } as const;

/** What of the world a report needs. */
export interface ReportWorld {
  /** The path of a file from the root of the repository, with slashes: GitLab shows no others. */
  readonly pathOf: (file: string) => string;
  /** A text as a short name of letters and digits, the same for the same text only. */
  readonly hash: (text: string) => string;
}

/** Findings and the faults of files as a code quality report; empty without any, which tells GitLab that all are solved. */
export function codeQualityReport(
  drafts: readonly JudgedDraft[],
  faults: readonly FileFault[],
  { pathOf, hash }: ReportWorld,
): CodeQualityIssue[] {
  const fingerprint = (...parts: readonly (string | number)[]): string => hash(JSON.stringify(parts));
  return [
    ...drafts.flatMap((draft) => {
      const path = pathOf(draft.file);
      return identified(draft).map(({ finding, identity, count }) => ({
        description: visible(finding.message),
        check_name: `tweetspan/${finding.rule}`,
        fingerprint: fingerprint(path, identity, count),
        severity: SEVERITIES[finding.severity],
        location: { path, lines: { begin: finding.region?.line ?? 1 } },
      }));
    }),
    ...faults.map(({ file, kind, message, line }, index) => {
      const path = pathOf(file);
      return {
        description: visible(message),
        check_name: `tweetspan/${kind}`,
        // Several faults of one file differ in their lines or, of scores, in their order; a score itself may change.
        fingerprint: fingerprint(
          path,
          kind,
          line ?? 0,
          faults.slice(0, index).filter((other) => other.file === file).length,
        ),
        severity: kind === 'unread' ? ('critical' as const) : ('major' as const),
        location: { path, lines: { begin: line ?? 1 } },
      };
    }),
  ];
}
