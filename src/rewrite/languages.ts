import { lazy } from '#base/lazy.js';
import { en, type RewriteGrammar } from './languages/en.js';
import { fr } from './languages/fr.js';

const GRAMMARS: Readonly<Record<string, RewriteGrammar>> = { en, fr };

/** What the rewriter knows of a language, or undefined for a language of which it knows nothing. */
export const rewriteGrammarOf = (language: string | undefined): RewriteGrammar | undefined =>
  language !== undefined && Object.hasOwn(GRAMMARS, language) ? GRAMMARS[language] : undefined;

const LEANS = lazy(() => {
  const words = Object.values(GRAMMARS).map(({ leaning }) => leaning);
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${words.join('|')})(?![\\p{L}\\p{M}])`, 'iu');
});

/**
 * Whether a sentence has a word that may lean on a sentence before it: "Il …", "This …". In any known language: drafts
 * mix them.
 */
export const leansOnBefore = (sentence: string): boolean => LEANS().test(sentence);
