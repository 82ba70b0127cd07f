// Lists that were written into one line.
import { lazy } from '#base/lazy.js';
import type { Change, Operation } from './wording.js';

/** Fewest items that are a list: two dashes are a parenthesis. */
const LEAST_ITEMS = 3;
/** Longest item, in letters: a longer one is a clause. */
const LONGEST_ITEM = 80;
/** The sign of an item behind a blank, in front of a word: "18 - 20 h" and "3 - 1" are of figures. */
const SIGN = lazy(() => /(?:^| )(?<sign>[-–•])(?= (?=[\p{L}«“]|\d+(?: ?x)? \p{L}{4,}))/gu);

/** "Version 1.4. - dark mode - export - 14 bugs fixed." → an item on each line. */
export const runInList: Operation = {
  id: 'list',
  apply({ text, inFront, next, nextAt }) {
    // The first sign may stand in front of the sentence, behind the full stop of another one.
    const lead = / (?<sign>[-–•]) $/.exec(inFront);
    const signs = [...text.matchAll(SIGN())];
    const sign = lead?.groups?.['sign'] ?? signs[0]?.groups?.['sign'];
    if (sign === undefined || signs.some(({ groups }) => groups?.['sign'] !== sign)) return undefined;
    if (signs.length + (lead === null ? 0 : 1) < LEAST_ITEMS) return undefined;
    // Without a full stop, a colon leads to them.
    if (lead === null && !text.slice(0, signs[0]?.index).trimEnd().endsWith(':')) return undefined;
    const starts = signs.map(({ index }) => index);
    const bounds = [...(lead === null ? [] : [0]), ...starts, text.length];
    const items = bounds
      .slice(0, -1)
      .map((start, index) => text.slice(start, bounds[index + 1]).replace(/^ ?[-–•] /, ''));
    if (items.some((item) => item.trim().length < LEAST_ITEMS || item.length > LONGEST_ITEM)) return undefined;
    const changes: Change[] = lead === null ? [] : [{ start: -lead[0].length, end: 0, text: `\n${sign} ` }];
    for (const start of starts) changes.push({ start, end: start + 1, text: '\n' });
    // What comes behind the list is no item.
    if (next !== '' && nextAt === text.length + 1) changes.push({ start: text.length, end: nextAt, text: '\n' });
    return { changes };
  },
};
