import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haveSameStem, stemOpening, stemWord } from '#words/stems.js';
import { readFixture } from '../fixture.js';

interface Row {
  readonly language: string;
  /** Words with one stem. */
  readonly same: readonly string[];
  /** A word of another stem. */
  readonly other: string;
}

const rows = readFixture<Row>('words/stems');

describe.each(rows.map((row) => [row.language, row.same.join(', '), row] as const))('%s: %s', (language, _, row) => {
  it('share a stem', () => {
    expect(new Set(row.same.map((word) => stemWord(word, language))).size).toBe(1);
  });

  it(`do not share it with ${row.other}`, () => {
    expect(row.same.map((word) => stemWord(word, language))).not.toContain(stemWord(row.other, language));
  });
});

it('a word of an unknown language is its own stem, in lower case and composed', () => {
  expect(stemWord('Caf\u0065\u0301s', undefined)).toBe('cafés');
});

describe.each(['fr', 'en'])('words of one stem (%s)', (language) => {
  const letters = fc.constantFrom(..."abcdefghilmnopqrstuvxyzéèêàçîôûïœ-'");
  const endings = fc.constantFrom(
    '',
    's',
    'es',
    'ies',
    'ed',
    'yed',
    'ing',
    'ly',
    'ements',
    'ations',
    'eux',
    'aux',
    'ité',
  );
  const words = fc
    .tuple(fc.array(letters, { minLength: 1, maxLength: 4 }), endings)
    .map(([start, ending]) => start.join('') + ending);

  it('begin alike, so that others need not be stemmed', () => {
    const openings = new Map<string, [string, string]>();
    fc.assert(
      fc.property(words, (word) => {
        const key = stemWord(word, language);
        const opening: [string, string] = [stemOpening(word, 1), stemOpening(word, 2)];
        const [one, two] = openings.get(key) ?? opening;
        expect(opening[0]).toBe(one);
        // "aing" and "aeds" share a stem of one letter; no word does.
        if (word.length < 4 || key.length < 2) return;
        expect(opening[1]).toBe(two);
        openings.set(key, opening);
      }),
      { numRuns: 10_000 },
    );
  });

  it('are told from others as their stems tell', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        expect(haveSameStem(one, other, language)).toBe(stemWord(one, language) === stemWord(other, language));
      }),
    );
  });
});
