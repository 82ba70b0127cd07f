import { lazy } from '#base/lazy.js';
import { isCapitalized, isLatin, isOneWord, LATIN_LETTER, LATIN_WORD } from './characters.js';
import { grammarOf } from './grammar.js';
import { nounPlaces } from '#words/noun-place.js';
import type { PlacedWord } from './noun-place.js';
import { rareCut } from '#words/rare-cut.js';

/** A stretch of words that could become a tag where it stands. */
export interface TagCandidate {
  /** The tag without its sign: one word as written, or several joined in CamelCase. */
  readonly tag: string;
  readonly span: { readonly start: number; readonly end: number };
}

const MAX_TAG = 30;
/** Endings that verbs have and names of subjects hardly ever: "ouvrira", "allaient", "humanizing". */
const VERB_ENDING = /(?:[ei]ra|[ei]ront|aient|[aeiou]ssent|eront|ing|issons|erons)$/;
/** The few subjects that end so all the same. */
const NO_VERB =
  /^(?:opéra|caméra|paëlla|marketing|coaching|shopping|camping|parking|jogging|meeting|casting|building|sponsoring|networking|crowdfunding|streaming|gaming|learning|mining|computing|engineering|programming|training|banking|housing|clustering|modeling|testing|hosting|cooking|writing|design thinking|brainstorming|leasing|lobbying|phishing|hacking|planning|ring|king|spring|string)$/;

const isVerb = (word: string): boolean => {
  const last = word.split(/[-'’]/).at(-1) ?? word;
  return VERB_ENDING.test(last) && !NO_VERB.test(last);
};
/** Whether a stretch is part of something longer that is no sentence: a path, a file, an address. */
const isPartOfToken = (text: string, start: number, end: number): boolean =>
  /[/\\._@#&+~=`-]/.test(text.charAt(start - 1)) ||
  /[/\\_@&+~=`-]/.test(text.charAt(end)) ||
  (text.charAt(end) === '.' &&
    /^\.[^\s.,;:!?…)»"'’]/.test(text.slice(end, end + 3)) &&
    /^\.[\p{L}\p{N}]/u.test(text.slice(end, end + 3)));

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Words joined in CamelCase, without hyphens and apostrophes, which would cut the tag. */
export const joinAsTag = (words: readonly string[]): string =>
  words
    .flatMap((word) => word.split(/[-'’‑]/))
    .filter(Boolean)
    .map(capitalized)
    .join('');

/**
 * What in a text could become a tag, the most useful first: wanted keywords, then pairs of subjects side by side, then
 * single subjects, long ones before short ones. Candidates may overlap.
 * Only what reads as a noun where it stands is one; keywords always are.
 * @param wanted keywords that are known to matter.
 */
export function tagCandidates(
  text: string,
  words: readonly PlacedWord[],
  wanted: readonly string[] = [],
  language?: string,
): TagCandidate[] {
  const keywords = new Set(wanted.map((keyword) => keyword.toLowerCase()));
  const nouns = nounPlaces(text, words, language);
  const ranked: { candidate: TagCandidate; rank: number }[] = [];
  const add = (parts: readonly PlacedWord[], rank: number): void => {
    const [first, last] = [parts[0], parts.at(-1)];
    if (first === undefined || last === undefined) return;
    const plain = parts.length === 1 && isOneWord(first.text);
    const tag = plain ? first.text : joinAsTag(parts.map((part) => part.text));
    if (tag.length > MAX_TAG || isPartOfToken(text, first.span.start, last.span.end)) return;
    ranked.push({ candidate: { tag, span: { start: first.span.start, end: last.span.end } }, rank });
  };
  words.forEach((word, index) => {
    // "4-tonne" counts, it names nothing.
    if (word.inTag || isVerb(word.word) || /^\d+-/.test(word.word)) return;
    const next = words[index + 1];
    const joined = next !== undefined && !next.inTag && text.slice(word.span.end, next.span.start) === ' ';
    if (word.kind === 'subject') {
      const isWanted = keywords.has(word.word);
      if (isWanted || nouns.has(index, index)) add([word], (isWanted ? 100 : 0) + Math.min(word.word.length, 15));
    }
    if (joined && word.kind === 'subject' && next.kind === 'subject' && !isVerb(next.word)) {
      const isWanted = keywords.has(`${word.word} ${next.word}`);
      // A pair is more precise than either word; a very long tag is read by nobody.
      const rank = (isWanted ? 200 : 0) + (word.word.length + next.word.length <= 20 ? 20 : 1);
      if (isWanted || nouns.has(index, index + 1)) add([word, next], rank);
    }
    const third = words[index + 2];
    const isName = [word, next, third].every((part) => part !== undefined && !part.inTag && isCapitalized(part.text));
    if (joined && isName && third !== undefined && text.slice(next.span.end, third.span.start) === ' ') {
      if ([word, next, third].every(({ kind }) => kind !== 'stop') && nouns.has(index, index + 2))
        add([word, next, third], 15);
    }
  });
  return ranked.sort((a, b) => b.rank - a.rank).map(({ candidate }) => candidate);
}

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
  // Nothing of the other signs costs a tag that ends as most do more than a look at one character.
  if (!CUTTING_SIGN.test(after)) return /^(?:$|[\s,.:;!?)…»])/.test(after) ? undefined : rareCut(tag, after);
  if (grammarOf(language)?.endsTag(after)) return undefined;
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
