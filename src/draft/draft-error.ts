/** One fault of a draft file; the line counts from 1. */
export interface DraftProblem {
  readonly line: number;
  readonly message: string;
}

/** A draft file that cannot be read as one, with all its faults. */
export class DraftError extends Error {
  override readonly name = 'DraftError';
  readonly problems: readonly DraftProblem[];

  constructor(problems: readonly DraftProblem[], options?: ErrorOptions) {
    super(problems.map(({ line, message }) => `line ${line}: ${message}`).join('\n'), options);
    this.problems = problems;
  }
}
