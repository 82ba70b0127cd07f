import { byLocale } from './by-locale.js';
import { en, type ProblemSentences } from './store/en.js';
import { fr } from './store/fr.js';

/** What is wrong with a file or with the database, and what to do about it. */
export const storeSentences = byLocale({ en, fr });

/** The sentence about a problem of a file or of the database, from its code and data; undefined for any other code. */
export function describeStoreProblem(
  sentences: { readonly problems: ProblemSentences },
  problem: string,
  data: object,
): string | undefined {
  const { problems } = sentences;
  if (!Object.hasOwn(problems, problem)) return undefined;
  // Code and data belong together since they were thrown: the classes see to it.
  const write = problems[problem as keyof ProblemSentences] as (received: object) => string;
  return write(data);
}
