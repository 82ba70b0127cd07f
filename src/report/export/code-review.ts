// Findings for services that show them beside the code: GitHub, and all that read SARIF.
import type { JudgedDraft, LocatedFinding } from '#lint/locate.js';
import { visible } from '../terminal/width.js';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

// The percent sign first: it is what the others are escaped with.
const escapeMessage = (text: string): string =>
  visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function annotation(file: string, { severity, rule, message, region }: LocatedFinding): string {
  const properties = {
    file,
    ...(region && { line: region.line, endLine: region.endLine }),
    // GitHub takes columns only within one line.
    ...(region && region.line === region.endLine && { col: region.column, endColumn: region.endColumn }),
    title: `tweetspan ${rule}`,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${list.join(',')}::${escapeMessage(message)}\n`;
}

/** Findings as workflow commands, which GitHub shows beside the lines that they are about. */
export const githubAnnotations = (drafts: readonly JudgedDraft[]): string =>
  drafts.flatMap(({ file, findings }) => findings.map((finding) => annotation(file, finding))).join('');

/** What SARIF holds of a rule. */
export interface SarifRule {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
}

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** A 32-bit hash (FNV-1a) as hexadecimal: a name for a finding that stays the same when lines move. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** A path as a URI, relative where the path is: viewers match alerts by it. Not a query nor a fragment, whatever it holds. */
function asUri(path: string): string {
  const plain = path.replaceAll('\\', '/').replace(/^\.\//, '');
  const uri = encodeURI(plain).replaceAll('#', '%23').replaceAll('?', '%3F');
  const root = /^[a-z]:\//i.test(plain) ? 'file:///' : plain.startsWith('/') ? 'file://' : '';
  return `${root}${uri}`;
}

/** The same for a finding wherever its line has moved to. */
function fingerprintFinding({ report }: JudgedDraft, { rule, messageId, span }: LocatedFinding): string {
  const covered = span === null ? '' : report.text.slice(span.start, span.end);
  return fingerprint(`${rule}/${messageId}/${covered}`);
}

/** The findings of a draft; those of one identity are numbered, or a service would take them for one. */
function sarifResults(draft: JudgedDraft, ids: readonly string[]) {
  const seen = new Map<string, number>();
  return draft.findings.map((finding) => {
    const identity = fingerprintFinding(draft, finding);
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    return sarifResult(draft, finding, ids.indexOf(finding.rule), `${identity}:${count}`);
  });
}

function sarifResult(draft: JudgedDraft, finding: LocatedFinding, ruleIndex: number, primaryLocationLineHash: string) {
  const { rule, severity, message, region } = finding;
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
    partialFingerprints: { primaryLocationLineHash },
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
              name: title,
              shortDescription: { text: summary },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: drafts.flatMap((draft) => sarifResults(draft, ids)),
      },
    ],
  };
}
