import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isDisruption, NOTICES } from '#lint/disruption.js';
import { mayBeDisruption } from '#lint/disruption-signs.js';

interface Table {
  /** What is closed, late, cut, recalled or missing. */
  readonly notices: readonly string[];
  /** Texts with such words that are about something else, or look back. */
  readonly others: readonly string[];
}

const tables = JSON.parse(readFileSync('fixtures/lint/disruption.json', 'utf8')) as Readonly<
  Record<'fr' | 'en', Table>
>;

describe.each(['fr', 'en'] as const)('a notice of disruption: %s', (language) => {
  it.each(tables[language].notices)('is one: %s', (text) => {
    expect(isDisruption(text)).toBe(true);
  });

  it.each(tables[language].others)('is none: %s', (text) => {
    expect(isDisruption(text)).toBe(false);
  });
});

it('is looked for in every text with letters of a notice', () => {
  for (const [when] of NOTICES) for (const letters of when.split('|')) expect(mayBeDisruption(letters)).toBe(true);
});
