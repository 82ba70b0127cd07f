import { describe, expect, it } from 'vitest';
import { judgeForeign } from '../../../src/lint/rewrite/rewrite.js';
import { readFixture } from '../../fixture.js';
import { draftOf, optionsOf, type Given } from './cases.js';

/** One line of `fixtures/rewrites/foreign.json`: a text that a language model might answer with. */
interface ForeignCase extends Given {
  readonly answer: string;
  /** What the reason speaks of, as a regular expression; null when the text is taken. */
  readonly refused: string | null;
}

describe('a text from elsewhere', () => {
  const rows = readFixture<ForeignCase>('rewrites/foreign');
  it.each(rows.map((row) => [row.name, row] as const))('%s', (_, row) => {
    const verdict = judgeForeign(draftOf(row), row.answer, optionsOf(row));
    if (row.refused === null) {
      expect(verdict).toMatchObject({ rewrite: { text: row.answer, origin: 'model' } });
    } else {
      expect(verdict).toEqual({ refused: expect.stringMatching(new RegExp(row.refused)) });
    }
  });
});
