import { lazy } from '#base/lazy.js';
import * as en from './shelf-life/en.js';
import * as fr from './shelf-life/fr.js';

/** How long a post stays true, by its words. */
export interface ShelfLife {
  /** What ties the text to its day, as it stands there; undefined when nothing seen does. */
  readonly passing: string | undefined;
  /** What promises a page that lasts; undefined when nothing does. */
  readonly lasting: string | undefined;
}

const WORDS = lazy(() => /[\p{L}\p{N}_]+/gu);

interface Phrase {
  readonly words: readonly string[];
  /** Whether its last word may have any ending. */
  readonly isOpen: boolean;
}

/** Phrases by their first word; those of one word with any ending apart. */
interface PhraseIndex {
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  readonly beginnings: readonly string[];
}

const wordsOf = (text: string): string[] => [...text.matchAll(WORDS())].map(([word]) => word);

/** A look-up of words: one expression of hundreds of phrases takes milliseconds a text. */
function buildIndex(phrases: readonly string[]): PhraseIndex {
  const byFirst = new Map<string, Phrase[]>();
  const beginnings: string[] = [];
  for (const text of phrases) {
    const isOpen = text.endsWith('*');
    const words = wordsOf(text.toLowerCase().replaceAll('’', "'"));
    const [first = ''] = words;
    if (isOpen && words.length === 1) beginnings.push(first);
    else byFirst.set(first, [...(byFirst.get(first) ?? []), { words, isOpen }]);
  }
  return { byFirst, beginnings };
}

// An account may write in several languages, so all are looked for.
const PASSING = lazy(() => buildIndex([...en.passing, ...fr.passing]));
const LASTING = lazy(() => buildIndex([...en.lasting, ...fr.lasting]));

interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The first phrase in a text, as it stands there; of several at one place the longest. */
function findPhrase(
  text: string,
  placed: readonly PlacedWord[],
  { byFirst, beginnings }: PhraseIndex,
): string | undefined {
  for (const [i, { word, start, end }] of placed.entries()) {
    const fits = (byFirst.get(word) ?? [])
      .filter(({ words, isOpen }) =>
        words.every((each, k) => {
          const there = placed[i + k]?.word;
          return isOpen && k === words.length - 1 ? there?.startsWith(each) : there === each;
        }),
      )
      .sort((one, other) => other.words.length - one.words.length);
    const [longest] = fits;
    if (longest !== undefined) return text.slice(start, placed[i + longest.words.length - 1]?.end ?? end);
    if (beginnings.some((beginning) => word.startsWith(beginning))) return text.slice(start, end);
  }
  return undefined;
}

const LINKS = /https?:\/\/\S+/g;
/** A tag of an event: `#Summit26`, `#Fair2026`. */
const EVENT_TAG = lazy(() => /#\p{L}+(?:20)?[1-3]\d\b/u);
const YEAR = lazy(() => /(?<![\p{L}\p{N}.,#])20\d\d(?![\p{L}\p{N}])/gu);
/** A day with its month in figures: `7/12`. */
const DAY_AND_MONTH = /(?<![\d/])(?:0?[1-9]|[12]\d|3[01])[/](?:0?[1-9]|1[0-2])(?![\d/])/;
const COUNTED_LIST = lazy(() => /(?<![\p{L}\p{N}#])(?:[3-9]|[1-9]\d)\s+\p{L}{3,}/u);

/**
 * Judges whether a text is tied to the day it was written on: words of time, events, news and thanks, tags of events and
 * past years. Cheap and crude: it is to keep what may be stale out of a proposal, not to judge a draft.
 * @param now ms UTC.
 */
export function judgeShelfLife(text: string, now: number): ShelfLife {
  const plain = text.replace(LINKS, ' ').replaceAll('’', "'").replace(/\s+/g, ' ');
  const year = new Date(now).getUTCFullYear();
  const oldYear = [...plain.matchAll(YEAR())].find(([found]) => Number(found) < year)?.[0];
  const placed = [...plain.toLowerCase().matchAll(WORDS())].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  const passing = findPhrase(plain, placed, PASSING()) ?? EVENT_TAG().exec(plain)?.[0];
  return {
    passing: passing ?? oldYear ?? DAY_AND_MONTH.exec(plain)?.[0],
    lasting: findPhrase(plain, placed, LASTING()) ?? COUNTED_LIST().exec(plain)?.[0],
  };
}
