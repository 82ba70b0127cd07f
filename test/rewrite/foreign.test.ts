import { describe, expect, it } from 'vitest';
import { evaluateCandidate } from '#rewrite/rewrite.js';
import { readFixture } from '../fixture.js';
import { parseDraft, toOptions, type Given } from './cases.js';

/** One line of `fixtures/rewrites/foreign.json`: a text that a language model might answer with. */
interface ForeignCase extends Given {
  readonly answer: string;
  /** What the reason speaks of, as a regular expression; null when the text is taken. */
  readonly refused: string | null;
}

describe('a text from elsewhere', () => {
  const rows = readFixture<ForeignCase>('rewrites/foreign');
  it.each(rows.map((row) => [row.name, row] as const))('%s', (_, row) => {
    const verdict = evaluateCandidate(parseDraft(row), row.answer, toOptions(row));
    const { rewrite, refused } = { rewrite: undefined, refused: 'taken', ...verdict };
    expect(rewrite?.text).toBe(row.refused === null ? row.answer : undefined);
    expect(rewrite?.origin).toBe(row.refused === null ? 'model' : undefined);
    expect(refused).toMatch(new RegExp(row.refused ?? '^taken$'));
  });
});
