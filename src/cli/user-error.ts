import { ConfigError } from '#lint/config.js';
import { TextTooLongError } from '#tweet/bounds.js';
import { DraftError } from '#draft/draft-error.js';

/** How the program ends; the README documents each. */
export const EXIT = {
  done: 0,
  findings: 1,
  usage: 2,
  nativePart: 69,
  bug: 70,
  tryLater: 75,
  credentials: 77,
  version: 78,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What stops a command for a reason that its user can mend: one line that says what was received and what to do. */
export class UserError extends Error {
  override readonly name = 'Failure';
  readonly exitCode: ExitCode;

  constructor(message: string, options: ErrorOptions & { readonly exitCode?: ExitCode } = {}) {
    super(message, options);
    this.exitCode = options.exitCode ?? EXIT.usage;
  }
}

/** The lines that tell a user what went wrong, or undefined when it is nothing that they can mend: our bug. */
export function userMessages(error: unknown): readonly string[] | undefined {
  if (error instanceof UserError || error instanceof TextTooLongError) return [error.message];
  if (error instanceof DraftError) return error.problems.map(({ line, message }) => `line ${line}: ${message}`);
  if (error instanceof ConfigError) return error.faults;
  return undefined;
}

/** The exit code that an error calls for. */
export function exitCodeForError(error: unknown): ExitCode {
  if (error instanceof UserError) return error.exitCode;
  return userMessages(error) === undefined ? EXIT.bug : EXIT.usage;
}
