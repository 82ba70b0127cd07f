// The meeting point of errors and languages: rooms below throw codes and data, and here they become sentences.
import type { Locale } from '#base/locale.js';
import { Problem } from '#base/problem.js';
import { DraftError } from '#draft/draft-error.js';
import { ConfigError } from '#lint/config.js';
import { lintSentences } from '#locale/lint.js';
import { storeProblemSentence } from '#locale/history.js';
import { TextTooLongError } from '#tweet/bounds.js';

/** The lines about an error of a room below, one a fault, or undefined when it is none of those that have a sentence. */
export function describeProblem(error: unknown, locale: Locale): readonly string[] | undefined {
  const { errors, problem, valueFault, atLine, inFile } = lintSentences(locale);
  if (error instanceof TextTooLongError) return [errors.tooLong(error.received, error.allowed)];
  if (error instanceof DraftError) return error.problems.map((each) => atLine(each.line, problem(each)));
  if (error instanceof ConfigError) {
    const { file, faults } = error;
    const lines = faults.map(({ fault, line }) =>
      line === undefined ? valueFault(fault) : atLine(line, valueFault(fault)),
    );
    return file === undefined ? lines : lines.map((line) => inFile(file, line));
  }
  if (error instanceof Problem) return [storeProblemSentence(error.problem, error.data, locale)];
  return undefined;
}
