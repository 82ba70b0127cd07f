import type { JudgedDraft, LocatedFinding } from '../lint/locate.js';

/** What SARIF tells of a rule. */
export interface SarifRule {
  readonly id: string;
  readonly title: { readonly en: string };
  readonly summary: { readonly en: string };
}

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** A 32-bit hash (FNV-1a) as hexadecimal: a name for a finding that stays the same when lines move. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** A path as a relative URI: SARIF viewers match alerts by it. */
const asUri = (path: string): string => encodeURI(path.replaceAll('\\', '/').replace(/^\.\//, ''));

function sarifResult(draft: JudgedDraft, finding: LocatedFinding, ruleIndex: number) {
  const { rule, messageId, severity, message, region, span } = finding;
  const covered = span === null ? '' : draft.report.text.slice(span.start, span.end);
  const physicalLocation = {
    artifactLocation: { uri: asUri(draft.file) },
    ...(region && {
      region: {
        startLine: region.line,
        startColumn: region.column,
        endLine: region.endLine,
        endColumn: region.endColumn,
      },
    }),
  };
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation }],
    partialFingerprints: { primaryLocationLineHash: `${fingerprint(`${rule}/${messageId}/${covered}`)}:1` },
  };
}

/** Findings as a SARIF 2.1.0 log, for code-scanning services. */
export function sarifLog(drafts: readonly JudgedDraft[], rules: readonly SarifRule[], version: string) {
  const ids = rules.map(({ id }) => id);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'tweetspan',
            version,
            rules: rules.map(({ id, title, summary }) => ({
              id,
              name: title.en,
              shortDescription: { text: summary.en },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: drafts.flatMap((draft) =>
          draft.findings.map((finding) => sarifResult(draft, finding, ids.indexOf(finding.rule))),
        ),
      },
    ],
  };
}
