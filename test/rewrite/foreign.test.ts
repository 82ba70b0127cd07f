import { describe, expect, it } from 'vitest';
import type { Refusal } from '#rewrite/guards.js';
import { evaluateCandidate } from '#rewrite/rewrite.js';
import { readFixture } from '../fixture.js';
import { parseDraft, toOptions, type Given } from './cases.js';

/** One line of `fixtures/rewrites/foreign.json`: a text that a language model might answer with. */
interface ForeignCase extends Given {
  readonly answer: string;
  /** Why it is refused; null when it is taken. */
  readonly refused: Refusal | null;
}

describe('a text from elsewhere', () => {
  const rows = readFixture<ForeignCase>('rewrites/foreign');
  it.each(rows.map((row) => [row.name, row] as const))('%s', (_, row) => {
    const verdict = evaluateCandidate(parseDraft(row), row.answer, toOptions(row));
    const { rewrite, refused } = { rewrite: undefined, refused: null, ...verdict };
    expect(rewrite?.text).toBe(row.refused === null ? row.answer : undefined);
    expect(rewrite?.origin).toBe(row.refused === null ? 'model' : undefined);
    expect(refused).toEqual(row.refused);
  });
});
