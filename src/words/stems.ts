import { grammarOf } from './grammar.js';

// The same words come again and again; a stem takes longer to work out than to look up.
const known = new Map<string, string>();
const MAX_KNOWN = 20_000;

/** Letters from which on two remain in every stem. */
const LONG = 4;

const plain = (word: string): string => word.normalize('NFC').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');

/** Most words begin with two letters in which nothing changes. */
const PLAIN_OPENING = /^[a-z]{2}/;

/**
 * What the forms of a word have in common at their beginning: two letters of long words, one of others, without accents,
 * y as i (held by a test of both algorithms).
 */
export function stemOpening(word: string, letters = word.length < LONG ? 1 : 2): string {
  if (PLAIN_OPENING.test(word)) return word.slice(0, letters).replaceAll('y', 'i');
  const start = plain(word).slice(0, letters).normalize('NFD');
  return start.replace(/[\u0300-\u036f]/g, '').replaceAll('y', 'i');
}

/**
 * The stem of a word: what its forms share (Porter's algorithms). Words of other languages are their own stems.
 * Stems are for comparing only: `polic` and `habit` are no words, and different words may share one.
 */
export function stemWord(word: string, language: string | undefined): string {
  const key = `${language} ${word}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const form = plain(word);
  const stem = grammarOf(language)?.stem(form) ?? form;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(key, stem);
  return stem;
}

/** Whether a word is the plain plural of another: the most usual case, for which no stemmer has to be read (2 ms). */
export const isPlural = (many: string, one: string): boolean =>
  one.length > 3 &&
  !one.endsWith('s') &&
  (many === `${one}s` || (one.endsWith('y') && many === `${one.slice(0, -1)}ies`));

/** Whether two words are forms of one. Their stems are worked out only where they may be the same. */
export function haveSameStem(one: string, other: string, language: string | undefined): boolean {
  if (one === other || isPlural(one, other) || isPlural(other, one)) return true;
  const letters = Math.min(one.length, other.length) < LONG ? 1 : 2;
  if (stemOpening(one, letters) !== stemOpening(other, letters)) return false;
  return stemWord(one, language) === stemWord(other, language);
}
