/**
 * Letters and digits below U+0250, as the inside of a character class: what `\p{L}\p{N}` holds of texts in Latin script.
 * An expression with Unicode properties takes a millisecond to compile, this one a fiftieth of it; most drafts never
 * need the other.
 */
export const LATIN_WORD =
  '0-9A-Za-z\\u00aa\\u00b2\\u00b3\\u00b5\\u00b9\\u00ba\\u00bc-\\u00be\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f';

// Latin letters, punctuation, currency signs, arrows, and the emoji of the two planes that hold no letters.
const LATIN_TEXT =
  /^(?:[\t\n\r -\u024f\u2000-\u206f\u20a0-\u20bf\u2190-\u21ff\u2600-\u27bf]|\ufe0f|\ud83c[\udde6-\udfff]|[\ud83d\ud83e][\udc00-\udfff])*$/;

/** Whether all letters and digits of a text are of those. */
export const isLatin = (text: string): boolean => LATIN_TEXT.test(text);
