// Expressions that are tried only where a word of theirs stands in a text: made and run, one costs 0.1 to 1 ms, and a
// search for a few letters nothing that could be measured.
import { lazy } from '#base/lazy.js';
import { matchesOf } from '#base/matches.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** An expression, and letters in lower case of which its finds hold at least one row. */
export interface Triggered {
  readonly when: readonly string[];
  readonly pattern: () => RegExp;
}

/**
 * An expression with its triggers.
 * @param when rows of letters with `|` between them.
 * @param source without what may stand around it: it begins and ends with whole words.
 */
export const triggered = (when: string, source: string): Triggered => ({
  when: when.split('|'),
  pattern: lazy(() => new RegExp(`(?<![A-Za-zÀ-ÿŒœ\\d-])(?:${source})(?![A-Za-zÀ-ÿŒœ])`, 'gi')),
});

/** Where the expressions of a list match in a text, in the order of the list. */
export function findTriggered(text: string, list: readonly Triggered[]): Stretch[] {
  const lower = text.toLowerCase();
  const tried = list.filter(({ when }) => when.some((letters) => lower.includes(letters)));
  return tried.flatMap(({ pattern }) =>
    matchesOf(text, pattern()).map(({ index, 0: found }) => ({ start: index, end: index + found.length })),
  );
}
