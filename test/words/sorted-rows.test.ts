import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRow, toSortedRows } from '#words/sorted-rows.js';

const word = fc.stringMatching(/^[a-zà-ÿ' -]{1,8}$/);
const table = fc.uniqueArray(fc.tuple(word, word), { selector: ([key]) => key });

describe('a table in one text', () => {
  it('has the value of each of its keys', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const text = toSortedRows(rows, '=');
        for (const [key, value] of rows) expect(findRow(key, text, '=')).toBe(value);
      }),
    );
  });

  it('has nothing of other keys', () => {
    fc.assert(
      fc.property(table, word, (rows, other) => {
        fc.pre(rows.every(([key]) => key !== other));
        expect(findRow(other, toSortedRows(rows, '='), '=')).toBeUndefined();
      }),
    );
  });

  it.each([
    ['a key', [['a|b', 'c']]],
    ['a value', [['a', 'b|c']]],
    ['the sign in a key', [['a=b', 'c']]],
  ] as const)('refuses its own signs: %s', (_, rows) => {
    expect(() => toSortedRows(rows, '=')).toThrow(RangeError);
  });
});
