// Expressions that are tried only where a word of theirs stands in a text: made and run, one costs 0.1 to 1 ms, and a
// search for a few letters nothing that could be measured.
import { lazyFor } from '#base/lazy.js';
import { matchesOf } from '#base/matches.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Rows of letters in lower case, with `|` between them, one of which each find of an expression holds, and its source. */
export type Triggered = readonly [when: string, source: string];

/**
 * An expression with its triggers.
 * @param when rows of letters with `|` between them.
 * @param source without what may stand around it: it begins and ends with whole words.
 */
export const triggered = (when: string, source: string): Triggered => [when, source];

/** Whether a text in lower case has one of the rows of letters that stand in `when` with `|` between them. */
export const hasLetters = (when: string, lower: string): boolean =>
  when.split('|').some((letters) => lower.includes(letters));

const patternOf = lazyFor(
  ([, source]: Triggered) => new RegExp(`(?<![A-Za-zÀ-ÿŒœ\\d-])(?:${source})(?![A-Za-zÀ-ÿŒœ])`, 'gi'),
);

/** Where the expressions of a list match in a text, in the order of the list. */
export function findTriggered(text: string, list: readonly Triggered[]): Stretch[] {
  const lower = text.toLowerCase();
  const tried = list.filter(([when]) => hasLetters(when, lower));
  return tried.flatMap((row) =>
    matchesOf(text, patternOf(row)).map(({ index, 0: found }) => ({ start: index, end: index + found.length })),
  );
}
