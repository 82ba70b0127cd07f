import { lazy } from '#base/lazy.js';
import { isLatin, LATIN_WORD } from './characters.js';
import { matchesOf } from '#base/matches.js';

/**
 * Words and phrases in one sorted text, `|another|one|`, what is known of one behind it: `|in order to>to|`. It is searched as
 * it stands: to read a list of thousands into an array and an index takes longer than to look for the words of a post.
 */
export type PhraseList = string;

/**
 * A list of phrases, each alone or with what is known of it.
 * @throws RangeError for a phrase that holds a sign of the list itself.
 */
export function toPhraseList(entries: readonly (string | readonly [phrase: string, note: string])[]): PhraseList {
  const written = entries.map((entry) => {
    const [phrase, note = ''] = typeof entry === 'string' ? [entry] : entry;
    if (/[|>]/.test(phrase) || note.includes('|')) throw new RangeError(`a phrase cannot hold | or >: ${phrase}`);
    return note === '' ? phrase : `${phrase}>${note}`;
  });
  return `|${written.sort().join('|')}|`;
}

/** Whether a word or phrase stands in a list of those of which nothing more is known. */
export const isListed = (phrase: string, list: PhraseList): boolean => list.includes(`|${phrase}|`);

/** What stands in a list, sorted. */
export const phrasesOf = (list: PhraseList): { readonly phrase: string; readonly note: string }[] =>
  list.slice(1, -1).split('|').map(toEntry);

/** A phrase found in a text, with what its list knows of it. Offsets are UTF-16. */
export interface PhraseMatch {
  readonly phrase: string;
  readonly note: string;
  readonly span: { readonly start: number; readonly end: number };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const GOES_ON = lazy(() => /^(?:[\p{L}\p{M}\p{N}_]|-\p{L})/u);
const GOES_ON_IN_LATIN = new RegExp(`^-?[${LATIN_WORD}_]`);
const continuesWord = (next: string): boolean => (isLatin(next) ? GOES_ON_IN_LATIN : GOES_ON()).test(next);
/** What goes on in the first word of a phrase. */
const IN_WORD = new RegExp(`[${LATIN_WORD}_]`);
// A hyphen joins: "peut-être en mesure de" does not hold "être en mesure de".
const WORD_STARTS = lazy(() => /(?<![\p{L}\p{M}\p{N}_]-?)[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu);
const WORD_STARTS_IN_LATIN = new RegExp(`(?<![${LATIN_WORD}_]-?)[${LATIN_WORD}]+`, 'g');

/** A text in lower case, with straight apostrophes and plain blanks, of the same length as before. */
function level(text: string): string {
  const lower = text.toLowerCase();
  // A few letters change length (İ): then only the rest of the levelling is done, so that offsets stay true.
  const sized = lower.length === text.length ? lower : text;
  return sized.replaceAll('’', "'").replace(/[\u00a0\u202f\u2009]/g, ' ');
}

/** A levelled text with its words; several lists of phrases are looked for in one text, one after the other. */
interface FoldedText {
  readonly text: string;
  readonly levelled: string;
  readonly words: readonly { readonly word: string; readonly start: number }[];
}
let last: FoldedText | undefined;

function levelOnce(text: string): FoldedText {
  if (last?.text === text) return last;
  const levelled = level(text);
  const words = matchesOf(levelled, isLatin(text) ? WORD_STARTS_IN_LATIN : WORD_STARTS()).map(({ 0: word, index }) => ({
    word,
    start: index,
  }));
  last = { text, levelled, words };
  return last;
}

interface Entry {
  readonly phrase: string;
  readonly note: string;
}

function toEntry(written: string): Entry {
  const at = written.indexOf('>');
  return at < 0 ? { phrase: written, note: '' } : { phrase: written.slice(0, at), note: written.slice(at + 1) };
}

/** What a list has of most words. */
const NONE: readonly Entry[] = [];
/** What was found in a list, by the word that it opens with: nothing for most words. */
const known = new Map<PhraseList, Map<string, readonly Entry[]>>();
/** Lists and words that are kept. A lexicon has a dozen lists. */
const MAX_LISTS = 100;
const MAX_WORDS = 5000;

/** What is known of a list already, to which more is added. */
function knownOf(list: PhraseList): Map<string, readonly Entry[]> {
  let words = known.get(list);
  if (words === undefined) {
    if (known.size >= MAX_LISTS) known.clear();
    known.set(list, (words = new Map<string, readonly Entry[]>()));
  }
  if (words.size >= MAX_WORDS) words.clear();
  return words;
}

/** Where the first entry of a list begins that is not sorted before a word; the length of the list where all are. */
function firstFrom(word: string, list: PhraseList): number {
  let [low, high] = [1, list.length];
  while (low < high) {
    const start = list.lastIndexOf('|', ((low + high) >> 1) - 1) + 1;
    const end = list.indexOf('|', start);
    if (list.slice(start, end) < word) low = end + 1;
    else high = start;
  }
  return low;
}

/** The entries of a list that open with a word, the longest first. */
function opensWith(word: string, list: PhraseList): readonly Entry[] {
  const entries: Entry[] = [];
  for (let at = firstFrom(word, list); list.startsWith(word, at); at = list.indexOf('|', at) + 1) {
    if (IN_WORD.test(list.charAt(at + word.length))) continue;
    entries.push(toEntry(list.slice(at, list.indexOf('|', at))));
  }
  if (entries.length === 0) return NONE;
  return entries.length < 2 ? entries : entries.sort((a, b) => b.phrase.length - a.phrase.length);
}

/**
 * Where phrases stand in a text: whole words, any case, either apostrophe, the longest first, none overlapping another
 * or a stretch to leave out (links, tags, mentions).
 */
export function findPhrases(text: string, list: PhraseList, leaveOut: readonly Stretch[] = []): PhraseMatch[] {
  const { levelled, words } = levelOnce(text);
  const inList = knownOf(list);
  const matches: PhraseMatch[] = [];
  let free = 0;
  for (const { word, start } of words) {
    let entries = inList.get(word);
    if (entries === undefined) inList.set(word, (entries = opensWith(word, list)));
    if (entries === NONE || start < free) continue;
    const match = entries.find(({ phrase }) => {
      const end = start + phrase.length;
      return standsAt(phrase, levelled, start) && !leaveOut.some((other) => other.start < end && start < other.end);
    });
    if (match === undefined) continue;
    free = start + match.phrase.length;
    matches.push({ phrase: match.phrase, note: match.note, span: { start, end: free } });
  }
  return matches;
}

/** Whether a phrase stands in a levelled text at an offset, up to the end of a word. */
function standsAt(phrase: string, levelled: string, start: number): boolean {
  if (!levelled.startsWith(phrase, start)) return false;
  const end = start + phrase.length;
  return phrase.endsWith("'") || !continuesWord(levelled.slice(end, end + 2));
}

/** Whether any of the phrases stands in a text. */
export const hasPhrase = (text: string, list: PhraseList, leaveOut: readonly Stretch[] = []): boolean =>
  findPhrases(text, list, leaveOut).length > 0;

/** Where the phrases of several lists stand in a text, those of each list as `findPhrases` finds them. */
export function findListed<Kind extends string>(
  text: string,
  lists: Readonly<Partial<Record<Kind, PhraseList>>>,
): { readonly kind: Kind; readonly start: number; readonly end: number }[] {
  const listed = Object.entries(lists) as [Kind, PhraseList][];
  return listed.flatMap(([kind, list]) => findPhrases(text, list).map(({ span }) => ({ kind, ...span })));
}
