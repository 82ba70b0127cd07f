import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findInBlocks, toRowBlocks } from '#words/row-blocks.js';
import { findRow, toSortedRows } from '#words/sorted-rows.js';

const word = fc.stringMatching(/^[a-zà-ÿœ' -]{1,8}$/);
const table = fc.uniqueArray(fc.tuple(word, fc.stringMatching(/^[a-z]{0,400}$/)), { selector: ([key]) => key });

it('finds in blocks what it finds in the whole table, and nothing else', () => {
  fc.assert(
    fc.property(table, word, (rows, other) => {
      const whole = toSortedRows(rows, '=');
      const blocks = toRowBlocks(whole, '=');
      for (const key of [...rows.map(([each]) => each), other])
        expect(findInBlocks(key, blocks, '=')).toBe(findRow(key, whole, '='));
    }),
  );
});

it('makes several blocks of a long table', () => {
  const rows = Array.from({ length: 100 }, (_, index) => [`k${index}`, 'x'.repeat(50)] as const);
  expect(toRowBlocks(toSortedRows(rows, '='), '=').firsts.length).toBeGreaterThan(3);
});
