// Expressions that are tried only where a word of theirs stands in a text: made and run, one costs 0.1 to 1 ms, and a
// search for a few letters nothing that could be measured.
import { lazyFor } from '#base/lazy.js';
import { matchesOf } from '#base/matches.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Rows of letters in lower case, with `|` between them, of which its finds hold at least one; and an expression's source. */
export type Triggered = readonly [when: string, source: string];

/**
 * An expression with its triggers.
 * @param when rows of letters with `|` between them.
 * @param source without what may stand around it: it begins and ends with whole words.
 */
export const triggered = (when: string, source: string): Triggered => [when, source];

const patternOf = lazyFor(
  ([, source]: Triggered) => new RegExp(`(?<![A-Za-zÀ-ÿŒœ\\d-])(?:${source})(?![A-Za-zÀ-ÿŒœ])`, 'gi'),
);

/** Where the expressions of a list match in a text, in the order of the list. */
export function findTriggered(text: string, list: readonly Triggered[]): Stretch[] {
  const lower = text.toLowerCase();
  const tried = list.filter(([when]) => when.split('|').some((letters) => lower.includes(letters)));
  return tried.flatMap((row) =>
    matchesOf(text, patternOf(row)).map(({ index, 0: found }) => ({ start: index, end: index + found.length })),
  );
}
