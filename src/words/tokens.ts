import { lazy } from '#base/lazy.js';
import { isLatin, LATIN_WORD } from './characters.js';
import { matchesOf } from '#base/matches.js';

/** A word where it stands. `word` is in lower case with straight apostrophes; offsets are UTF-16. */
export interface Token {
  readonly text: string;
  readonly word: string;
  readonly span: { readonly start: number; readonly end: number };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

// Letters and digits, with hyphens, apostrophes and the dots of acronyms inside.
const WORD = lazy(() => /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’‑][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu);
const WORD_IN_LATIN = new RegExp(`[${LATIN_WORD}]+(?:[-'’‑][${LATIN_WORD}]+)*`, 'g');
/** Words that keep their apostrophe. */
const WHOLE = new Set(["aujourd'hui", "presqu'île", "quelqu'un", "prud'homme", "prud'hommes", "d'abord", "d'accord"]);
const ELISION = /^(?:l|d|j|n|c|s|m|t|qu|jusqu|lorsqu|puisqu|quoiqu)'/;
/**
 * What follows a verb in a question or a command: agit-il, a-t-on, allez-y, prenez-le. The short ones only behind an
 * ending that no English word has there: "hands-on" is one word.
 */
const INVERSION =
  /(?:-t)?-(?:il|elle|ils|elles|je|tu|nous|vous|ce|moi|toi|lui|leur)$|-t-on$|(?<=ez|ons)-(?:le|la|les|y|en)$/;
/** English endings that are words of their own: it's, we're. */
const CONTRACTION = /'(?:s|re|ve|ll|d|m)$/;

/**
 * The words of a text in their order: elisions split off (`l'été` is `l'` and `été`), verb inversions split
 * (`agit-il` is `agit` and `il`), hyphenated words whole. Nothing is found inside the stretches to leave out.
 * @param leaveOut stretches in the order of the text, such as links and mentions.
 */
export function tokenize(text: string, leaveOut: readonly Stretch[] = []): Token[] {
  const tokens: Token[] = [];
  const word = isLatin(text) ? WORD_IN_LATIN : WORD();
  let at = 0;
  for (const { start, end } of [...leaveOut, { start: text.length, end: text.length }]) {
    for (const match of matchesOf(text.slice(at, start), word)) addWord(tokens, match[0], at + match.index);
    at = end;
  }
  return tokens;
}

function addWord(tokens: Token[], text: string, start: number): void {
  const word = text.toLowerCase().replaceAll('’', "'").replaceAll('‑', '-');
  const add = (from: number, to: number): void => {
    if (to > from) {
      tokens.push({
        text: text.slice(from, to),
        word: word.slice(from, to),
        span: { start: start + from, end: start + to },
      });
    }
  };
  // Lower-casing may change the length of a few letters (İ): such a word is kept whole, so that offsets stay true.
  if (word.length !== text.length || !/['-]/.test(word)) {
    tokens.push({ text, word, span: { start, end: start + text.length } });
    return;
  }
  if (WHOLE.has(word)) return add(0, text.length);
  const elided = ELISION.exec(word)?.[0].length ?? 0;
  add(0, elided);
  const rest = word.slice(elided);
  const tail = (INVERSION.exec(rest) ?? CONTRACTION.exec(rest))?.[0].length ?? 0;
  const split = word.length - tail;
  add(elided, split);
  const gap = /^(?:-t-|-)/.exec(word.slice(split))?.[0].length ?? 0;
  add(split + gap, word.length);
}

// As below, for the letters of Western Europe, without the cost of Unicode properties.
const LATIN_1_TAG = /^[A-Za-z0-9_À-ÖØ-öø-ÿ]*$/;
const LATIN_1_PARTS = /[A-ZÀ-ÖØ-Þ]+(?![a-zß-öø-ÿ])|[A-ZÀ-ÖØ-Þ]?[a-zß-öø-ÿ]+|[0-9]+/g;

const PARTS = lazy(() => /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{N}+|[\p{Lo}\p{M}]+/gu);

/** The words joined in a tag, by its capitals, digits and underscores: `LogementSocial2026` is three. */
export function splitTag(tag: string): string[] {
  const parts = tag.match(LATIN_1_TAG.test(tag) ? LATIN_1_PARTS : PARTS()) ?? [];
  return parts.map((part) => part.toLowerCase());
}
