import type { Locale } from '#base/locale.js';
import { draftSentences, type DraftSentences } from '#locale/draft.js';
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

/** One line in the language of the run, for who does not know that language. */
export type Sentence = string | ((locale: Locale) => string);

interface UserErrorOptions extends ErrorOptions {
  readonly exitCode?: ExitCode;
  /** Names the error in JSON documents. */
  readonly code?: string;
}

/** What stops a command for a reason that its user can remove: one line that says what was received and what to do. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly exitCode: ExitCode;
  readonly code: string;
  readonly sentence: Sentence;

  constructor(sentence: Sentence, options: UserErrorOptions = {}) {
    super(typeof sentence === 'string' ? sentence : sentence('en'), options);
    this.sentence = sentence;
    this.exitCode = options.exitCode ?? EXIT.usage;
    this.code = options.code ?? 'error';
  }
}

type DraftErrors = DraftSentences['errors'];

/** An error about a draft, or a file that belongs to it, by the sentence in the catalog that its code names. */
export const draftError = <Code extends keyof DraftErrors>(
  code: Code,
  values: Parameters<DraftErrors[Code]>,
  options: ErrorOptions = {},
): UserError => {
  const sentence = (locale: Locale): string =>
    (draftSentences(locale).errors[code] as (...each: readonly (string | number)[]) => string)(...values);
  return new UserError(sentence, { ...options, code });
};

/** One fault of what the user gave, as data and in words. */
export interface ErrorDetail {
  readonly code: string;
  /** In the file that it is about, from 1. */
  readonly line: number | null;
  readonly message: string;
}

/** The faults behind an error, in the language of the run, or undefined when it is an internal one. */
export function describeError(error: unknown, locale: Locale): readonly ErrorDetail[] | undefined {
  const { errors, problem, valueFault, atLine, inFile } = draftSentences(locale);
  if (error instanceof UserError) {
    const { code, sentence } = error;
    return [{ code, line: null, message: typeof sentence === 'string' ? sentence : sentence(locale) }];
  }
  if (error instanceof TextTooLongError) {
    return [{ code: 'tooLong', line: null, message: errors.tooLong(error.received, error.allowed) }];
  }
  if (error instanceof DraftError) {
    return error.problems.map((each) => {
      const code = 'fault' in each ? each.fault.code : each.code;
      return { code, line: each.line, message: atLine(each.line, problem(each)) };
    });
  }
  if (error instanceof ConfigError) {
    const { file } = error;
    return error.faults.map(({ fault, line }) => {
      const text = line === undefined ? valueFault(fault) : atLine(line, valueFault(fault));
      // The line is one of the configuration, not of the draft that is reported on.
      return { code: fault.code, line: null, message: file === undefined ? text : inFile(file, text) };
    });
  }
  return undefined;
}

/** The lines for a user whose input is at fault, in the language of the run, or undefined for an internal error. */
export const userMessages = (error: unknown, locale: Locale = 'en'): readonly string[] | undefined =>
  describeError(error, locale)?.map(({ message }) => message);

/** The exit code that an error calls for. */
export function exitCodeForError(error: unknown): ExitCode {
  if (error instanceof UserError) return error.exitCode;
  return describeError(error, 'en') === undefined ? EXIT.bug : EXIT.usage;
}
