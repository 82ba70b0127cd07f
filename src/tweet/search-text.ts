import { lazy } from '#base/lazy.js';

// A text as the full-text index takes it, and what people type as it is looked for there. The index parts words at
// blanks and signs: scripts that write none are parted here, and what is no word for it gets a name.

const SHORT_LINK = /https?:\/\/t\.co\/\w+/gi;
/** A character, with its marks, of a script that parts no words, or whose particles are glued to them (Hangul). */
const UNSPACED = lazy(
  () =>
    /(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー])[\p{L}\p{N}]\p{M}*/gu,
);
const MARKED = lazy(() => /\p{M}/u);
/** Below U+2000 are signs such as © that count as emoji too; those people write without meaning a picture. */
const EMOJI = lazy(() => /(?=[\u2000-\u{10ffff}])(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2})/gu);
const TAG = lazy(() => /(?<![\p{L}\p{N}_&])[#＃]([\p{L}\p{N}_]*\p{L}[\p{L}\p{N}\p{M}_]*)/gu);

/** Characters of scripts without blanks, emoji, and the wide sign of a tag; half a pair stands for all beyond U+FFFF. */
const MAY_BE_PARTED = /[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u2100-\uffff]/;

/** Whether nothing of a text is parted or named, as of nearly all that are written with an alphabet. */
const isPlain = (text: string): boolean => text.indexOf('#') < 0 && !MAY_BE_PARTED.test(text);

const codes = (text: string): string => Array.from(text, (sign) => `u${sign.codePointAt(0)?.toString(16)}`).join('');
const nameTag = (tag: string): string => `hashtag${tag.replaceAll('_', '')}`;

const partWords = (text: string): string =>
  text
    .normalize('NFC')
    // The index drops the marks of these scripts, which are vowels: a name for the whole keeps them apart.
    .replace(UNSPACED(), (sign) => ` ${MARKED().test(sign) ? codes(sign) : sign} `)
    .replace(EMOJI(), (sign) => ` emoji${codes(sign)} `);

/**
 * A text as the index takes it: X's short links stand for nothing, and each would be a word of its own; characters of
 * scripts without blanks are words of their own, so that any part of a sentence is found as a phrase of them; emoji and
 * tags have names.
 */
export function searchableText(text: string): string {
  const shown = text.includes('://t.co/') ? text.replace(SHORT_LINK, '') : text;
  if (isPlain(shown)) return shown;
  const tags = Array.from(shown.normalize('NFC').matchAll(TAG()), ([, tag = '']) => nameTag(tag));
  // At the end, where they part no words that stand side by side.
  return [partWords(shown), ...new Set(tags)].join(' ');
}

/** What has to be done with a text for the index: nothing, to take out the one short link that is known, or all. */
export const SEARCH_FORM = { same: 0, lessLink: 1, other: 2 } as const;

const SCHEME = '://';
const WHOLE_SHORT_LINK = /^https?:\/\/t\.co\/\w+$/;

/** Whether a text ends in its short link and holds no other address. */
const endsInOnly = (text: string, short: string): boolean =>
  text.indexOf(SCHEME) === text.length - short.length + short.indexOf(SCHEME) &&
  text.endsWith(short) &&
  WHOLE_SHORT_LINK.test(short);

/**
 * Which of SEARCH_FORM gives `searchableText(text)`; `short` is the short link that the text probably holds. For each post
 * of an import: where there is doubt the answer is `other`, which is right for every text.
 */
export function searchForm(text: string, short: string | undefined): 0 | 1 | 2 {
  if (!isPlain(text)) return SEARCH_FORM.other;
  if (text.indexOf(SCHEME) < 0) return SEARCH_FORM.same;
  return short !== undefined && endsInOnly(text, short) ? SEARCH_FORM.lessLink : SEARCH_FORM.other;
}

/** One piece of what was typed, a word or several, as it stands in the index. A tag is looked for as a tag. */
export function searchablePiece(piece: string): string {
  const tag = /^[#＃]([\p{L}\p{N}\p{M}_]+)$/u.exec(piece.normalize('NFC'))?.[1];
  return tag === undefined ? partWords(piece) : nameTag(tag);
}

const PIECE = /-?"[^"]*"|\S+/g;
const HAS_WORD = lazy(() => /[\p{L}\p{N}]/u);

/** The pieces of a search that hold something to look for: words, several in quotes, maybe behind a minus. */
const searchPieces = (search: string): string[] =>
  (search.match(PIECE) ?? []).filter((piece) => HAS_WORD().test(partWords(piece)));

const isUnwanted = (piece: string): boolean => piece.length > 1 && piece.startsWith('-');

/** Whether a search names anything to find: signs and exclusions alone do not. */
export const hasSearchWord = (search: string): boolean => searchPieces(search).some((piece) => !isUnwanted(piece));

/** A search sorted into what must occur and what must not. */
export function sortPieces(search: string): {
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
} {
  const pieces = searchPieces(search);
  return {
    wanted: pieces.filter((piece) => !isUnwanted(piece)),
    unwanted: pieces.filter(isUnwanted).map((piece) => piece.slice(1)),
  };
}
