import { lazy } from '#base/lazy.js';
import { isLatin, LATIN_LETTER, LATIN_WORD } from './latin.js';
import { joinAsTag } from './tag-candidates.js';

/** What ends a tag although its author meant to go on. */
const CUT = lazy(
  () =>
    /^(?:(['’])(\p{L}[\p{L}\p{M}\p{N}]*(?:[-‑][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)|([-‑])([\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-‑][\p{L}\p{N}]+)*)|[.&][\p{L}\p{N}]|[+°])/u,
);
const CUT_IN_LATIN = new RegExp(
  `^(?:(['’])([${LATIN_LETTER}][${LATIN_WORD}]*(?:[-‑][${LATIN_WORD}]+)*)|([-‑])([${LATIN_WORD}]+(?:[-‑][${LATIN_WORD}]+)*)|[.&][${LATIN_WORD}]|[+°])`,
);
/** Only these signs can cut a tag: nearly every tag ends at a blank or a comma. */
const CUTTING_SIGN = /^(?:['’‑&+°-]|\.(?!\s|$))/;
/** A possessive: the tag was meant to end before it. */
const POSSESSIVE = lazy(() => /^['’]s(?![\p{L}\p{M}\p{N}'’-])/u);
const ELIDED = /^(?:l|d|j|n|c|s|m|t|qu)$/i;

/** What follows a tag that X ends too early. */
export interface TagCut {
  /** The sign that ends it. */
  readonly sign: string;
  /** UTF-16 units after the tag that were meant to belong to it, the sign included. */
  readonly length: number;
  /** The text of the tag that was meant, or undefined where only its author knows. */
  joined(options: { readonly article: boolean }): string | undefined;
}

/**
 * Whether a tag is cut: `#L'été`, `#éco-quartier`, `#Node.js`, `#C++`. A full stop that ends a sentence and an English
 * possessive (`#London's parks`) cut nothing.
 * @param tag without its sign, as X reads it.
 * @param after the text that follows it.
 */
export function tagCut(tag: string, after: string, language: string | undefined): TagCut | undefined {
  if (!CUTTING_SIGN.test(after)) return undefined;
  if (language === 'en' && POSSESSIVE().test(after)) return undefined;
  const match = (isLatin(after) ? CUT_IN_LATIN : CUT()).exec(after);
  if (match === null) return undefined;
  const [whole, apostrophe, word, , rest] = match;
  return {
    sign: whole.charAt(0),
    length: whole.length,
    joined({ article }) {
      // What would be cut again is left to its author.
      if (/[-‑'’]/.test(after.charAt(whole.length))) return undefined;
      if (apostrophe === undefined || word === undefined) {
        return rest === undefined ? undefined : `#${joined(tag, rest.split(/[-‑]/))}`;
      }
      const [first = '', ...others] = word.split(/[-‑]/);
      if (!ELIDED.test(tag)) return `#${joined(tag + first, others)}`;
      return `${article ? tag + apostrophe : ''}#${joined(first, others)}`;
    },
  };
}

const joined = (first: string, others: readonly string[]): string =>
  others.length === 0 ? first : joinAsTag([first, ...others]);
