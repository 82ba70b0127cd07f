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

const WORD = '\\p{L}\\p{N}_';

function matcher(phrases: readonly string[]): RegExp {
  const alternatives = [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[.+?^$()[\]{}|\\]/g, '\\$&').replaceAll('*', `[${WORD}]*`));
  return new RegExp(`(?<![${WORD}])(?:${alternatives.join('|')})(?![${WORD}])`, 'iu');
}

// An account may write in several languages, so all are looked for.
const PASSING = lazy(() => matcher([...en.passing, ...fr.passing]));
const LASTING = lazy(() => matcher([...en.lasting, ...fr.lasting]));
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
  const passing = PASSING().exec(plain)?.[0] ?? EVENT_TAG().exec(plain)?.[0];
  return {
    passing: passing ?? oldYear ?? DAY_AND_MONTH.exec(plain)?.[0],
    lasting: LASTING().exec(plain)?.[0] ?? COUNTED_LIST().exec(plain)?.[0],
  };
}
