import { lazy } from '#base/lazy.js';

/** Letters below U+0250, as the inside of a character class: what `\p{L}` holds of texts in Latin script. */
export const LATIN_LETTER = 'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f';

/**
 * Letters and digits below U+0250, as the inside of a character class: what `\p{L}\p{N}` holds of texts in Latin script.
 * An expression with Unicode properties takes a millisecond to compile, this one a fiftieth of it; most drafts never
 * need the other.
 */
export const LATIN_WORD = `0-9\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be${LATIN_LETTER}`;

const LATIN_WORD_ONLY = new RegExp(`^[${LATIN_WORD}]+$`);
const WORD_ONLY = lazy(() => /^[\p{L}\p{M}\p{N}]+$/u);

/** Whether a text is of letters, their marks and digits alone. */
export const isOneWord = (text: string): boolean =>
  LATIN_WORD_ONLY.test(text) || (!isLatin(text) && WORD_ONLY().test(text));

// Latin letters, punctuation, currency signs, arrows, and the emoji of the two planes that hold no letters.
// Each character belongs to one branch only: where two read the same sign, a row of them took time without bound.
const LATIN_TEXT =
  /^(?:[\t\n\r -\u00a8\u00aa-\u00ad\u00af-\u024f]|(?:[\u00a9\u00ae\u2000-\u206f\u20a0-\u20bf\u2190-\u21ff\u2600-\u2775\u2794-\u27bf]|\ud83c[\udde6-\udfff]|\ud83d[\udc00-\udfff]|\ud83e[\udc00-\udfef])\ufe0f?)*$/;

/** Whether all letters and digits of a text are of those. */
export const isLatin = (text: string): boolean => LATIN_TEXT.test(text);

const LETTER = /[A-Za-zÀ-ÿŒœ]/;

/**
 * Whether what stands at an offset opens a sentence: no letter is between it and the start of the text or the last end.
 * Walked backwards: an expression that looks for the last end starts anew at each of them.
 * @param ends signs that end a sentence.
 */
export function opensSentence(text: string, offset: number, ends: string): boolean {
  for (let at = offset - 1; at >= 0; at -= 1) {
    const sign = text.charAt(at);
    if (ends.includes(sign)) return true;
    if (LETTER.test(sign)) return false;
  }
  return true;
}

/** A text with the case of what it replaces: it opens with a capital where the other did. */
export function matchCase(original: string, text: string): string {
  const first = original.charAt(0);
  const opensWithCapital = first !== first.toLowerCase();
  return opensWithCapital ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

const CAPITAL = lazy(() => /^\p{Lu}/u);

/** Whether a word opens with a capital. Those of Western Europe are told without the sets of Unicode. */
export function isCapitalized(word: string): boolean {
  const first = word.charCodeAt(0);
  if (first < 0x180) return word.charAt(0) !== word.charAt(0).toLowerCase();
  return CAPITAL().test(word);
}

const ACCENTS = /[\u0300-\u036f]/g;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** A word in lower case and without accents, as addresses have it. */
export function plain(word: string): string {
  const lower = word.toLowerCase();
  return BEYOND_ASCII.test(lower) ? lower.normalize('NFD').replace(ACCENTS, '').replaceAll('œ', 'oe') : lower;
}

/** What makes two tags one: case, accents, number. */
export function sameKey(tag: string): string {
  const key = plain(tag);
  return key.endsWith('s') || key.endsWith('x') ? key.slice(0, -1) : key;
}
