import type { Finding } from '#lint/finding.js';

/** The two texts of a request: the instructions for the model, and the data to work on. */
export interface Prompt {
  readonly system: string;
  readonly user: string;
}

/** What a model is to rewrite. */
export interface RewriteRequest {
  /** The text of the draft, its link included. */
  readonly text: string;
  /** The instructions in the language of the draft, a line each; they name `draft` and `fix`, the keys of the data. */
  readonly instructions: readonly string[];
  /** What is to be fixed. */
  readonly findings: readonly Pick<Finding, 'message'>[];
}

/** Models forget the beginning of a longer request. */
const MAX_FINDINGS = 12;

/**
 * The request for rewrites of a draft. The draft goes as a JSON string: whatever it holds, it cannot end its own quotation
 * and pass for an instruction of ours.
 */
export function rewritePrompt({ text, instructions, findings }: RewriteRequest): Prompt {
  const fix = [...new Set(findings.map(({ message }) => message))].slice(0, MAX_FINDINGS);
  return { system: instructions.join('\n'), user: JSON.stringify({ draft: text, fix }) };
}
