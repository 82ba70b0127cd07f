import { isCapitalized } from './characters.js';
import { grammarOf } from './grammar.js';
import type { Neighbor } from './languages/en.js';

/** A word as far as its place matters. */
export interface PlacedWord extends Neighbor {
  readonly inTag: boolean;
}

/** What parts phrases. Brackets and quotation marks do not: what they hold stands in the sentence. */
const BLANK = /^[ \u00a0\u202f]*(?:["«“(][ \u00a0\u202f]*)?$/u;

const isCapital = ({ text }: PlacedWord): boolean => isCapitalized(text);

/** Where the words of one text may be taken for nouns. */
export interface NounPlaces {
  /** Whether the words from one index to another (inclusive) read as one noun where they stand. */
  has(from: number, to: number): boolean;
}

/**
 * Tells by the small words around them which words of a text are nouns, in French and English: behind an article or a
 * preposition ("dans le logement"), or at the head of a phrase with none behind them ("Logement : …"). Verbs stand
 * elsewhere. A name of several words is one noun: no part of it is. In other languages every word may be one.
 */
export function nounPlaces(text: string, words: readonly PlacedWord[], language: string | undefined): NounPlaces {
  const signs = grammarOf(language)?.nouns();
  if (signs === undefined) return { has: () => true };
  const { determiners, prepositions, adjectives } = signs;
  const gap = (from: number, to: number): string =>
    text.slice(words[from]?.span.end ?? 0, words[to]?.span.start ?? text.length);
  /** The word before or behind, where no sign parts them. */
  const near = (index: number, step: 1 | -1): PlacedWord | undefined => {
    const other = words[index + step];
    const between = step === 1 ? gap(index, index + 1) : gap(index - 1, index);
    return other !== undefined && BLANK.test(between) ? other : undefined;
  };
  const meant = words.filter(({ kind }) => kind !== 'stop');
  const isTitle = signs.titlesInCapitals && meant.length >= 3 && meant.filter(isCapital).length > 0.6 * meant.length;
  const namedAt = (index: number): boolean => {
    const word = words[index];
    return !isTitle && word !== undefined && !word.inTag && word.kind !== 'stop' && isCapital(word);
  };
  const joins = (from: number, to: number): boolean => gap(from, to) === ' ' || gap(from, to) === '-';
  /** The capital of a first word says nothing: "Musées de Bretagne" is about museums. */
  const isNameInside = (index: number, step: 1 | -1): boolean =>
    namedAt(index) && (step === 1 || near(index, -1) !== undefined);
  /** Whether a name goes on beyond a word: "Ouest France Emploi", "Tour de France". */
  const isInName = (index: number, step: 1 | -1): boolean => {
    if (!namedAt(index)) return false;
    const other = index + step;
    const [low, high] = [Math.min(index, other), Math.max(index, other)];
    if (namedAt(other) && joins(low, high)) return true;
    const beyond = index + 2 * step;
    return (
      isNameInside(beyond, step) &&
      /^(?:de|du|des|d'|la|of)$/.test(words[other]?.word ?? '') &&
      near(other, step) !== undefined
    );
  };
  const openedByWord = (index: number): boolean => {
    const before = near(index, -1);
    if (before === undefined) return false;
    if (signs.isObject(near(index - 1, -1)?.word ?? '', before.word, words[index]?.word ?? '')) return false;
    if (adjectives.has(before.word)) return true;
    return determiners.has(before.word) || prepositions.has(before.word) || /^\d/.test(before.word);
  };
  const goesOnAsNoun = (index: number): boolean => {
    const after = near(index, 1);
    return after === undefined || prepositions.has(after.word) || signs.isParticiple(after.word);
  };
  const isInfinitive = (index: number): boolean =>
    signs.isInfinitive(near(index, -1)?.word ?? '', words[index]?.word ?? '');

  return {
    has(from, to) {
      if (isInName(from, -1) || isInName(to, 1)) return false;
      const after = near(to, 1);
      if (after !== undefined && determiners.has(after.word)) return false;
      const [first, second] = [words[from], words[to]];
      const isName = namedAt(from) && namedAt(to);
      if (!isName && from < to && first !== undefined && second !== undefined) {
        if (!signs.mayPair(first, second, after)) return false;
      }
      // A name may stand anywhere: behind a verb, behind another noun.
      if (isName && near(from, -1) !== undefined) return true;
      if (isInfinitive(from)) return false;
      const before = near(from, -1);
      const isJoined =
        before !== undefined && (before.word === 'et' || before.word === 'ou' || /^(?:and|or)$/.test(before.word));
      const opened = before === undefined || isJoined ? goesOnAsNoun(to) : openedByWord(from);
      return opened && signs.isHead(before, after);
    },
  };
}
