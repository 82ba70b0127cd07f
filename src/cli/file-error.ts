import type { Locale } from '#base/locale.js';
import { lintSentences, type LintSentences } from '#locale/lint.js';
import { UserError } from './user-error.js';

type Errors = LintSentences['errors'];

/** An error about a draft or a file that belongs to it, by the code of its sentence in the catalog. */
export function fileError<Code extends keyof Errors>(
  code: Code,
  values: Parameters<Errors[Code]>,
  options: ErrorOptions = {},
): UserError {
  const sentence = (locale: Locale): string =>
    (lintSentences(locale).errors[code] as (...each: readonly (string | number)[]) => string)(...values);
  return new UserError(sentence, { ...options, code });
}
