import type { Locale } from '#base/locale.js';
import { Problem } from '#base/problem.js';
import { cliSentences } from '#locale/cli.js';
import { OutputError } from './output.js';
import type { Shell } from './shell.js';
import { writeNotice } from './notice.js';

/** How the program ends; docs/errors.md documents each. */
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

/** A sentence in the language of the run, or one for each language where the thrower does not know it. */
export type Sentence = string | ((locale: Locale) => string);

/** What stops a command for a reason that its user can fix: one line that says what was received and what to do. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly exitCode: ExitCode;
  /** Names the error in JSON documents. */
  readonly code: string;
  readonly #sentence: Sentence;

  constructor(
    sentence: Sentence,
    options: ErrorOptions & { readonly exitCode?: ExitCode; readonly code?: string } = {},
  ) {
    super(typeof sentence === 'string' ? sentence : sentence('en'), options);
    this.exitCode = options.exitCode ?? EXIT.usage;
    this.code = options.code ?? 'usage';
    this.#sentence = sentence;
  }

  /** The line for its user. */
  toLine(locale: Locale): string {
    return typeof this.#sentence === 'string' ? this.#sentence : this.#sentence(locale);
  }
}

/** What a user reads about an error, one line a fault, and how the program then ends. */
export interface UserMessage {
  readonly lines: readonly string[];
  readonly exitCode: ExitCode;
}

/** Problems of the rooms below that call for another exit code than wrong usage. */
const EXIT_CODES: Readonly<Record<string, ExitCode>> = {
  'no-native-part': EXIT.nativePart,
  newer: EXIT.version,
  older: EXIT.version,
  locked: EXIT.tryLater,
  full: EXIT.tryLater,
  'planned-meanwhile': EXIT.tryLater,
  'items-at-work': EXIT.tryLater,
  'no-server-client': EXIT.nativePart,
  'server-unreachable': EXIT.tryLater,
  'server-unknown-host': EXIT.tryLater,
  'server-busy': EXIT.tryLater,
  'server-crowded': EXIT.tryLater,
  'server-full': EXIT.tryLater,
  'server-read-only': EXIT.tryLater,
  'server-no-entry': EXIT.credentials,
  'server-no-rights': EXIT.credentials,
  'server-older': EXIT.version,
};

/** The exit code that the problem of a room below calls for. */
export const exitCodeForProblem = (problem: string): ExitCode => EXIT_CODES[problem] ?? EXIT.usage;

/** What its user reads about an error, or undefined when it is nothing that they can fix: a bug of the program. */
export async function userMessage(error: unknown, locale: Locale): Promise<UserMessage | undefined> {
  if (error instanceof OutputError) {
    return { lines: [cliSentences(locale).errors.output(error.code)], exitCode: EXIT.tryLater };
  }
  if (error instanceof UserError) return { lines: [error.toLine(locale)], exitCode: error.exitCode };
  // Loaded on failure only: the sentences of all rooms would otherwise be read by every run.
  const { describeProblem } = await import('./describe-problem.js');
  const lines = describeProblem(error, locale);
  if (lines === undefined) return undefined;
  return { lines, exitCode: error instanceof Problem ? exitCodeForProblem(error.problem) : EXIT.usage };
}

/**
 * Writes what is wrong with a draft to standard error, each line behind the name of its file.
 * @returns the exit code for it.
 * @throws the error itself when it is a bug of the program.
 */
export async function reportDraftError(
  { stderr }: Pick<Shell, 'stderr'>,
  { error, name, locale }: { readonly error: unknown; readonly name: string; readonly locale: Locale },
): Promise<ExitCode> {
  const message = await userMessage(error, locale);
  if (message === undefined) throw error;
  // Of a command without a file there is no name; and some sentences begin with it.
  const isNamed = (line: string): boolean => name === '' || line.startsWith(`${name} `) || line.startsWith(`${name}:`);
  for (const line of message.lines) writeNotice({ stderr }, isNamed(line) ? line : `${name}: ${line}`);
  return message.exitCode;
}
