import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isDisruption } from '#lint/disruption.js';
import { prepare } from '#lint/subject.js';
import { lexicons } from '#rules/lexicon/index.js';

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
  const isOne = (text: string): boolean => isDisruption(prepare({ text }, { lexicons, language, facts: {} }));

  it.each(tables[language].notices)('is one: %s', (text) => {
    expect(isOne(text)).toBe(true);
  });

  it.each(tables[language].others)('is none: %s', (text) => {
    expect(isOne(text)).toBe(false);
  });
});
