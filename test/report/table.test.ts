import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { table } from '#report/terminal/table.js';
import { fitStart, displayWidth } from '#report/terminal/width.js';

const plain = (columns: number) => ({ color: false, columns });

describe('a table', () => {
  const people = [
    { title: 'who', cells: ['Ada', 'Grace Hopper, rear admiral'], flexible: 8 },
    { title: 'born', cells: ['1815', '1906'], align: 'right' as const },
    { title: 'where', cells: ['London', 'New York'], drop: 1 },
  ];

  it('has its columns under their titles', () => {
    expect(table(people, plain(80))).toBe(
      'who                         born  where\nAda                         1815  London\nGrace Hopper, rear admiral  1906  New York\n',
    );
  });

  it('cuts what is flexible, and drops a column before that says nothing', () => {
    expect(table(people, plain(30))).toBe(
      'who             born  where\nAda             1815  London\nGrace Hopper,…  1906  New York\n',
    );
    expect(table(people, plain(20))).toBe('who             born\nAda             1815\nGrace Hopper,…  1906\n');
  });

  it('shows a text of several lines in one, and its control characters as signs', () => {
    expect(table([{ title: 't', cells: ['a\n\n b\u001b[31m'] }], plain(80))).toBe('t\na b␛[31m\n');
  });

  it('never has a wider line than it may, whatever its cells hold', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1 }),
        fc.integer({ min: 24, max: 120 }),
        (rows, columns) => {
          const drawn = table(
            [
              { title: 'a', cells: rows.map(([first]) => first), flexible: 20 },
              { title: 'b', cells: rows.map(([, second]) => second), drop: 1 },
            ],
            plain(columns),
          );
          expect(drawn.split('\n')).toHaveLength(rows.length + 2);
          for (const line of drawn.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
        },
      ),
    );
  });
});

describe('a text cut at its end', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly ten', 11, 'exactly ten'],
    ['longer than that', 10, 'longer th…'],
    ['日本語のテキスト', 7, '日本語…'],
    ['👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 5, '👩‍👩‍👧👩‍👩‍👧…'],
  ])('%s in %i columns', (text, columns, expected) => {
    expect(fitStart(text, columns)).toBe(expected);
  });
});
