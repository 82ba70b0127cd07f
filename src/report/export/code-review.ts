// Findings for services that show them beside the code: GitHub, and all that read SARIF.
import type { JudgedDraft, LocatedFinding } from '#lint/locate.js';
import { visible } from '../terminal/width.js';

/** What concerns a whole file: why it could not be read, or which score it misses. */
export interface FileFault {
  readonly file: string;
  readonly kind: 'unread' | 'score';
  readonly message: string;
  /** The line at fault, where there is one. */
  readonly line: number | null;
}

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

// The percent sign first: it is what the others are escaped with.
const escapeMessage = (text: string): string =>
  visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** GitHub knows the files of the repository by their paths from its root alone. */
const plainPath = (path: string): string => path.replace(/^\.\//, '');

function annotation(file: string, { severity, rule, message, region }: LocatedFinding): string {
  const properties = {
    file: plainPath(file),
    ...(region && { line: region.line, endLine: region.endLine }),
    // GitHub takes columns only within one line.
    ...(region && region.line === region.endLine && { col: region.column, endColumn: region.endColumn }),
    title: `tweetspan ${rule}`,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${list.join(',')}::${escapeMessage(message)}\n`;
}

const faultAnnotation = ({ file, message, line }: FileFault): string =>
  `::error file=${escapeProperty(plainPath(file))}${line === null ? '' : `,line=${line}`},title=tweetspan::${escapeMessage(message)}\n`;

/**
 * Findings as workflow commands, which GitHub shows beside the lines that they are about; then what makes files fail as
 * a whole.
 */
export const githubAnnotations = (drafts: readonly JudgedDraft[], faults: readonly FileFault[] = []): string =>
  [
    ...drafts.flatMap(({ file, findings }) => findings.map((finding) => annotation(file, finding))),
    ...faults.map(faultAnnotation),
  ].join('');

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

/**
 * The findings of a draft, each with what names it in the draft wherever its line has moved to: the rule, the message and
 * the words. Those of one identity are numbered, or a service would take them for one.
 */
export function identified({ report, findings }: JudgedDraft) {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, messageId, span } = finding;
    const covered = span === null ? '' : report.text.slice(span.start, span.end);
    const identity = `${rule}/${messageId}/${covered}`;
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    return { finding, identity, count };
  });
}

const sarifResults = (draft: JudgedDraft, ids: readonly string[]) =>
  identified(draft).map(({ finding, identity, count }) =>
    sarifResult(draft, finding, ids.indexOf(finding.rule), `${fingerprint(identity)}:${count}`),
  );

/** A file that could not be read, as the note of a run that did not do all of its work. */
const sarifNotification = ({ file, message, line }: FileFault) => ({
  level: 'error',
  message: { text: visible(message) },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: asUri(file) },
        ...(line !== null && { region: { startLine: line } }),
      },
    },
  ],
});

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

/**
 * Findings as a SARIF 2.1.0 log, for code-scanning services. Scores have no place in it; files that could not be read are
 * notifications of the run, which then counts as failed.
 */
export function sarifLog(
  drafts: readonly JudgedDraft[],
  rules: readonly SarifRule[],
  version: string,
  faults: readonly FileFault[] = [],
) {
  const ids = rules.map(({ id }) => id);
  const unread = faults.filter(({ kind }) => kind === 'unread');
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
        invocations: [
          {
            executionSuccessful: unread.length === 0,
            ...(unread.length > 0 && { toolExecutionNotifications: unread.map(sarifNotification) }),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: drafts.flatMap((draft) => sarifResults(draft, ids)),
      },
    ],
  };
}
