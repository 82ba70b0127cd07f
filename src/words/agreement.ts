// Words that do not agree, by language.
import { forLanguage } from './by-language.js';
import { englishDisagreements, type Disagreement } from './english-agreement.js';
import { frenchDisagreements } from '#words/french-agreement.js';
import type { Token } from './tokens.js';
import type { WordList } from './word-list.js';

const FINDERS = { fr: frenchDisagreements, en: englishDisagreements };

/** The places of a text where words that belong together surely do not agree; none in a language that is not read. */
export function disagreements(
  text: string,
  tokens: readonly Token[],
  list: WordList,
  language: string | undefined,
): Disagreement[] {
  return forLanguage(FINDERS, language)?.({ text, tokens, list }) ?? [];
}
