import { describe, expect, it } from 'vitest';
import { countStumps } from '#rewrite/stumps.js';
import { readFixture } from '../fixture.js';

/** One line of `fixtures/rewrites/stumps.json`: a text, what a cut made of it, and whether that leaves a stump. */
interface StumpCase {
  readonly name: string;
  readonly language: string;
  readonly draft: string;
  readonly cut: string;
  readonly leaves: boolean;
}

const cases = readFixture<StumpCase>('rewrites/stumps');

describe.each(['fr', 'en'])('what a cut leaves in %s', (language) => {
  const rows = cases.filter((row) => row.language === language);

  it.each(rows.map((row) => [row.name, row] as const))('%s', (_, { draft, cut, leaves }) => {
    expect(countStumps(cut, language) > countStumps(draft, language)).toBe(leaves);
  });
});

it('knows nothing of other languages', () => {
  expect(countStumps('Sie zeigen es.', 'de')).toBe(0);
  expect(countStumps('They show it.', undefined)).toBe(0);
});
