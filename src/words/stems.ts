import englishStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import frenchStemmer from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';

const STEMMERS: Readonly<Record<string, { stem(word: string): string }>> = { fr: frenchStemmer, en: englishStemmer };

// The same words come again and again; a stem takes longer to work out than to look up.
const known = new Map<string, string>();
const MAX_KNOWN = 20_000;

const plain = (word: string): string => word.normalize('NFC').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');

/** What words of one stem, of four letters or more, have in common: their first two letters, without accents, y as i. */
export const stemOpening = (word: string): string =>
  plain(word)
    .slice(0, 2)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('y', 'i');

/**
 * The stem of a word: what its forms share (Porter's algorithms). Words of other languages are their own stems.
 * Stems are for comparing only: `polic` and `habit` are no words, and different words may share one.
 */
export function stemWord(word: string, language: string | undefined): string {
  const key = `${language} ${word}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const form = plain(word);
  const stem = STEMMERS[language ?? '']?.stem(form) ?? form;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(key, stem);
  return stem;
}

/** From this length on, words of one stem begin alike. */
const LONG = 4;

/** Whether two words are forms of one. Their stems are worked out only where they may be the same. */
export function haveSameStem(one: string, other: string, language: string | undefined): boolean {
  if (one === other) return true;
  if (one.length >= LONG && other.length >= LONG && stemOpening(one) !== stemOpening(other)) return false;
  return stemWord(one, language) === stemWord(other, language);
}
