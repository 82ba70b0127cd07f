// Characters that nobody sees, and letters that only look like some.
import { lazy } from '#base/lazy.js';
import type { Span } from '#tweet/bounds.js';

const HIDDEN = lazy(
  () =>
    // oxlint-disable-next-line no-misleading-character-class -- joiners are looked for by themselves
    /[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]+/gu,
);
/** England, Scotland, Wales: a black flag and the tag characters that say which. */
const FLAG = /\u{1f3f4}[\u{e0020}-\u{e007e}]{1,16}\u{e007f}/gu;
const JOINERS = /^[\u200c\u200d]+$/;
/** Joiners belong to emoji and to scripts whose letters change by their neighbors. */
const JOINABLE = lazy(
  () =>
    /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Oriya}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Mongolian}\p{Script=Syriac}]/u,
);
/** Scripts without blanks mark where a line may break by a space of no width, and two directions by marks. */
const OTHER_SCRIPT = lazy(
  () =>
    /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hebrew}\p{Script=Arabic}]/u,
);
/** Fewer findings say as much. */
const MAX_FOUND = 5;

/** A stretch of hidden characters, named as Unicode numbers them. */
export interface HiddenCharacters {
  readonly span: Span;
  /** Such as `U+200B`. */
  readonly names: string;
  /** Whether X refuses a post with them. */
  readonly refused: boolean;
}

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The characters of a text that nobody sees; those that belong to emoji, flags and joined scripts are none. */
export function hiddenCharacters(text: string): HiddenCharacters[] {
  const flags = [...text.matchAll(FLAG)].map(({ 0: flag, index }) => ({ start: index, end: index + flag.length }));
  const found: HiddenCharacters[] = [];
  for (const { 0: run, index } of text.matchAll(HIDDEN())) {
    if (found.length >= MAX_FOUND) break;
    const end = index + run.length;
    if (flags.some((flag) => flag.start <= index && end <= flag.end)) continue;
    const around = text.slice(Math.max(0, index - 2), index) + text.slice(end, end + 2);
    if (JOINERS.test(run) && JOINABLE().test(around)) continue;
    if (/^[\u200b\u200e\u200f\u061c]+$/.test(run) && OTHER_SCRIPT().test(around)) continue;
    const names = [...new Set([...run].map(nameOf))].slice(0, 3).join(' ');
    // Byte-order marks and non-characters (twitter-text, hasInvalidCharacters).
    found.push({ span: { start: index, end }, names, refused: run.includes('\ufeff') });
  }
  return found;
}

const ALPHABETS = lazy(
  () =>
    /[\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f149}\u24b6-\u24e9]{2,}(?:[ ’'-]+[\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f149}\u24b6-\u24e9]+)*/gu,
);

/** Words in letters made for mathematics, with the same words in ordinary letters. */
export function lookalikeLetters(text: string): { readonly span: Span; readonly plain: string }[] {
  return [...text.matchAll(ALPHABETS())].slice(0, MAX_FOUND).map(({ 0: letters, index }) => ({
    span: { start: index, end: index + letters.length },
    plain: [...letters].map(toPlain).join(''),
  }));
}

/** Compatibility forms; squared letters have none. */
function toPlain(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  return code >= 0x1f130 && code <= 0x1f149 ? String.fromCharCode(0x41 + code - 0x1f130) : letter.normalize('NFKC');
}
