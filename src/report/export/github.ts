import type { JudgedDraft, LocatedFinding } from '#lint/locate.js';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

// The percent sign first: it is what the others are escaped with.
const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
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
