import { describe, expect, it } from 'vitest';
import { stemWord } from '#words/stems.js';
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
