import type { Locale } from '#base/locale.js';
import { byLocale } from './by-locale.js';
import { en, type ProblemSentences } from './history/en.js';
import { fr } from './history/fr.js';

/** What is said of the history: its commands, what `import` reads, what is wrong with a file or the database. */
export const historySentences = byLocale({ en, fr });

/** The sentence about a problem of a file or of the database; its code alone where no catalog knows it. */
export function storeProblemSentence(problem: string, data: object, locale: Locale): string {
  const { problems } = historySentences(locale);
  if (!Object.hasOwn(problems, problem)) return problem;
  // Code and data belong together since they were thrown: the classes see to it.
  const write = problems[problem as keyof ProblemSentences] as (received: object) => string;
  return write(data);
}
