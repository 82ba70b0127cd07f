import { en, type Agreement, type Grammar, type Neighbor, type Noun } from './languages/en.js';
import { fr } from './languages/fr.js';

const GRAMMARS: Readonly<Record<string, Grammar>> = { en, fr };

/** The grammar of a language, or undefined for a language without one. */
export const grammarOf = (language: string | undefined): Grammar | undefined =>
  language !== undefined && Object.hasOwn(GRAMMARS, language) ? GRAMMARS[language] : undefined;

/** For words of other languages: endings in -s and -x are plurals in many of them, and what agrees is not known. */
const orFrench = (language: string | undefined): Grammar => grammarOf(language) ?? fr;

/**
 * What a word may be the plural of, the likeliest first; empty when it does not look like one. It guesses from the
 * ending alone: which of the forms is a word, only a list of words can tell.
 */
export const singularize = (word: string, language: string | undefined): string[] =>
  orFrench(language).singularize(word);

/** The plural of a noun, or undefined where rules do not give it: a French compound with hyphens. */
export const pluralize = (noun: string, language: string | undefined): string | undefined =>
  orFrench(language).pluralize(noun);

/** Whether nouns have a gender that the words around them take. */
export const hasGenders = (language: string | undefined): boolean => orFrench(language).hasGenders;

/**
 * How the determiner right before a noun changes when another noun takes its place: "l'habitation" and "logement" give
 * "le logement". Undefined when no table tells.
 * @param before the text before the noun, up to it.
 */
export const agree = (before: string, from: Noun, to: Noun, language: string | undefined): Agreement | undefined =>
  orFrench(language).agree(before, from, to);

/** Whether an adjective before a noun may change its form when another noun takes its place: "un nouvel appartement". */
export const changesSound = (from: string, to: string, language: string | undefined): boolean =>
  grammarOf(language)?.changesSound(from, to) ?? false;

/**
 * Whether another word of a sentence may agree with a noun beside its determiner: an adjective next to it, "toute la …",
 * a pronoun or a participle further on. Then a noun of the other gender cannot simply take its place.
 */
export const hasDependants = (
  text: string,
  words: readonly Neighbor[],
  index: number,
  language: string | undefined,
): boolean => orFrench(language).hasDependants(text, words, index);
