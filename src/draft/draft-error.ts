import { nearest } from '#base/did-you-mean.js';

/** What is wrong with a value, or with the text that holds it; `path` leads to it: `campaign.reposts`. */
export type ValueFault =
  /** `near` is what was most likely meant, if anything is near. */
  | {
      readonly code: 'unknownKey' | 'unknownRule';
      readonly path: string;
      readonly near: string | undefined;
      readonly known: readonly string[];
    }
  | { readonly code: 'missingKey'; readonly path: string }
  /** A secret in a file that others read; it belongs into the environment variable. Its value is not repeated. */
  | { readonly code: 'secretKey'; readonly path: string; readonly variable: string }
  /** A setting that only the user's own configuration may have: a file beside a draft may be anybody's. */
  | { readonly code: 'ownOnly'; readonly path: string }
  /** `expected` is a code with its arguments behind colons: `wholeNumber:0:20`. */
  | { readonly code: 'wrongValue'; readonly path: string; readonly expected: string; readonly received?: unknown }
  /** `reason` is the code of the parser: `BAD_INDENT`. */
  | { readonly code: 'yaml'; readonly reason: string }
  | { readonly code: 'alias' | 'json' }
  | { readonly code: 'notKeys'; readonly example: string };

/** The fault of a name that is not among the known ones. */
export const unknownName = (
  code: 'unknownKey' | 'unknownRule',
  path: string,
  name: string,
  known: readonly string[],
): ValueFault => ({ code, path, near: nearest(name, known), known });

/** One fault of a draft file; the line counts from 1. */
export type DraftProblem = { readonly line: number } & (
  | { readonly code: 'unclosedFrontMatter' }
  | { readonly code: 'unknownDirective'; readonly name: string }
  | { readonly code: 'reversedDays'; readonly from: string; readonly until: string }
  | { readonly code: 'frontMatter' | 'value'; readonly fault: ValueFault }
);

/** A draft file that cannot be read as one, with all its faults. */
export class DraftError extends Error {
  override readonly name = 'DraftError';
  readonly problems: readonly DraftProblem[];

  constructor(problems: readonly DraftProblem[], options?: ErrorOptions) {
    super(problems.map(({ line, code }) => `line ${line}: ${code}`).join('\n'), options);
    this.problems = problems;
  }
}
