import englishStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import frenchStemmer from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';

const STEMMERS: Readonly<Record<string, { stem(word: string): string }>> = { fr: frenchStemmer, en: englishStemmer };

/**
 * The stem of a word: what its forms share (Porter's algorithms). Words of other languages are their own stems.
 * Stems are for comparing only: `polic` and `habit` are no words, and different words may share one.
 */
export function stemOf(word: string, language: string | undefined): string {
  const plain = word.normalize('NFC').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');
  return STEMMERS[language ?? '']?.stem(plain) ?? plain;
}
