// The meeting point of errors and languages: rooms below throw codes and data, and here they become sentences.
import type { Locale } from '#base/locale.js';
import { Problem } from '#base/problem.js';
import { DraftError } from '#draft/draft-error.js';
import { ConfigError } from '#lint/config.js';
import { cliSentences } from '#locale/cli.js';
import { storeProblemSentence } from '#locale/store.js';
import { TextTooLongError } from '#tweet/bounds.js';

/** The lines about an error of a room below, one a fault, or undefined when it is none of those that have a sentence. */
export function describeProblem(error: unknown, locale: Locale): readonly string[] | undefined {
  const { atLine } = cliSentences(locale).errors;
  if (error instanceof TextTooLongError) return [error.message];
  if (error instanceof DraftError) return error.problems.map(({ line, message }) => atLine(line, message));
  if (error instanceof ConfigError) return error.faults;
  if (error instanceof Problem) return [storeProblemSentence(error.problem, error.data, locale)];
  return undefined;
}
