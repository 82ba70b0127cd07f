import { lazy, lazyFor } from '#base/lazy.js';
import { isLatin, LATIN_WORD } from './characters.js';
import { matchesOf } from '#base/matches.js';

/** A phrase found in a text. Offsets are UTF-16. */
export interface PhraseMatch<Entry> {
  readonly entry: Entry;
  readonly span: { readonly start: number; readonly end: number };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const GOES_ON = lazy(() => /^(?:[\p{L}\p{M}\p{N}_]|-\p{L})/u);
const GOES_ON_IN_LATIN = new RegExp(`^-?[${LATIN_WORD}_]`);
const continuesWord = (next: string): boolean => (isLatin(next) ? GOES_ON_IN_LATIN : GOES_ON()).test(next);
/** What ends the first word of a phrase. */
const FIRST_BREAK = /[ '’,.:;!?-]/;
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

/** The first word of a phrase: nearly always what stands before a blank, or all of it. */
function firstWord(phrase: string): string {
  const blank = phrase.indexOf(' ');
  const first = blank < 0 ? phrase : phrase.slice(0, blank);
  const end = first.search(FIRST_BREAK);
  return end < 0 ? first : first.slice(0, end);
}

type Index<Entry> = ReadonlyMap<string, readonly { readonly phrase: string; readonly entry: Entry }[]>;

function buildIndex<Entry>(entries: readonly Entry[], getPhrase: (entry: Entry) => string): Index<Entry> {
  const index = new Map<string, { phrase: string; entry: Entry }[]>();
  for (const entry of entries) {
    const phrase = getPhrase(entry);
    const first = firstWord(phrase);
    const list = index.get(first);
    if (list === undefined) index.set(first, [{ phrase, entry }]);
    else list.push({ phrase, entry });
  }
  for (const list of index.values()) if (list.length > 1) list.sort((a, b) => b.phrase.length - a.phrase.length);
  return index;
}

// Lexicons live as long as the program; their indexes are built at the first use, once.
const indexes = new WeakMap<object, Index<unknown>>();

/**
 * Where phrases stand in a text: whole words, any case, either apostrophe, the longest first, none overlapping another
 * or a stretch to leave out (links, tags, mentions).
 * @param entries the same array at each call: its index is kept.
 */
export function findPhrases<Entry>(
  text: string,
  entries: readonly Entry[],
  getPhrase: (entry: Entry) => string,
  leaveOut: readonly Stretch[] = [],
): PhraseMatch<Entry>[] {
  let index = indexes.get(entries) as Index<Entry> | undefined;
  if (index === undefined) {
    index = buildIndex(entries, getPhrase);
    indexes.set(entries, index);
  }
  const { levelled, words } = levelOnce(text);
  const matches: PhraseMatch<Entry>[] = [];
  let free = 0;
  for (const { word, start } of words) {
    const candidates = index.get(word);
    if (candidates === undefined || start < free) continue;
    const found = candidates.find(({ phrase }) => {
      const end = start + phrase.length;
      if (!levelled.startsWith(phrase, start)) return false;
      if (!phrase.endsWith("'") && continuesWord(levelled.slice(end, end + 2))) return false;
      return !leaveOut.some((stretch) => stretch.start < end && start < stretch.end);
    });
    if (found === undefined) continue;
    free = start + found.phrase.length;
    matches.push({ entry: found.entry, span: { start, end: free } });
  }
  return matches;
}

/** Lists of phrases by kind, in one text each with `|` before and behind every phrase, and what was found in them. */
interface SearchedLists<Kind extends string> {
  readonly lists: readonly (readonly [Kind, string])[];
  /** By their first word; nothing for most words. */
  readonly found: Map<string, readonly { readonly kind: Kind; readonly phrase: string }[]>;
}
/** Words that are kept. */
const MAX_KNOWN = 5000;

function phrasesFrom<Kind extends string>(
  word: string,
  { lists, found }: SearchedLists<Kind>,
): readonly { readonly kind: Kind; readonly phrase: string }[] {
  const known = found.get(word);
  if (known !== undefined) return known;
  const phrases: { kind: Kind; phrase: string }[] = [];
  for (const [kind, list] of lists) {
    for (let at = list.indexOf(`|${word}`); at >= 0; at = list.indexOf(`|${word}`, at + 1)) {
      phrases.push({ kind, phrase: list.slice(at + 1, list.indexOf('|', at + 1)) });
    }
  }
  if (found.size >= MAX_KNOWN) found.clear();
  found.set(word, phrases);
  return phrases;
}

const searchedLists = lazyFor((lists: Readonly<Record<string, string>>): SearchedLists<string> => ({
  lists: Object.entries(lists).map(([kind, list]) => [kind, `|${list}|`]),
  found: new Map(),
}));

/**
 * Like `findPhrases`, of phrases by kind, those of a kind in one text with `|` between them: no index is made, which takes
 * longer than to search a list for the few words of a post. What was found for a word is kept for the next text. Those of
 * one kind do not overlap each other.
 * @param lists the same object at each call.
 */
export function findListed<Kind extends string>(
  text: string,
  lists: Readonly<Partial<Record<Kind, string>>>,
): { readonly kind: Kind; readonly start: number; readonly end: number }[] {
  const { levelled, words } = levelOnce(text);
  const searched = searchedLists(lists as Readonly<Record<string, string>>) as SearchedLists<Kind>;
  const found: { kind: Kind; start: number; end: number }[] = [];
  for (const { word, start } of words) {
    for (const { kind, phrase } of phrasesFrom(word, searched)) {
      const end = start + phrase.length;
      if (!levelled.startsWith(phrase, start)) continue;
      if (!phrase.endsWith("'") && continuesWord(levelled.slice(end, end + 2))) continue;
      const other = found.findLast((each) => each.kind === kind);
      if (other === undefined || other.end <= start) found.push({ kind, start, end });
      // The longest of those that begin together.
      else if (other.start === start && other.end < end) other.end = end;
    }
  }
  return found;
}

/** Whether any of the phrases stands in a text. */
export const hasPhrase = (text: string, phrases: readonly string[], leaveOut: readonly Stretch[] = []): boolean =>
  findPhrases(text, phrases, (phrase) => phrase, leaveOut).length > 0;
