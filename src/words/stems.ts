import englishStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import frenchStemmer from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';

const STEMMERS: Readonly<Record<string, { stem(word: string): string }>> = { fr: frenchStemmer, en: englishStemmer };

// The same words come again and again; a stem takes longer to work out than to look up.
const known = new Map<string, string>();
const MAX_KNOWN = 20_000;

/**
 * The stem of a word: what its forms share (Porter's algorithms). Words of other languages are their own stems.
 * Stems are for comparing only: `polic` and `habit` are no words, and different words may share one.
 */
export function stemWord(word: string, language: string | undefined): string {
  const key = `${language} ${word}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const plain = word.normalize('NFC').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');
  const stem = STEMMERS[language ?? '']?.stem(plain) ?? plain;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(key, stem);
  return stem;
}
