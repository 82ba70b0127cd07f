import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepare } from '#lint/subject.js';
import { wordingFaults } from '#lint/wording.js';
import { lexicons } from '#rules/lexicon/index.js';

interface Table {
  /** The kind of an empty wording, a text with one, and its words there. */
  readonly found: readonly (readonly [kind: string, text: string, words: string])[];
  /** Texts that say what they have to say. */
  readonly right: readonly string[];
}

const tables = JSON.parse(readFileSync('fixtures/lint/wording.json', 'utf8')) as Readonly<Record<'fr' | 'en', Table>>;

const faultsIn = (text: string, language: 'fr' | 'en'): string[] => {
  const subject = prepare({ text }, { lexicons, language, facts: {} });
  return wordingFaults(subject).map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`);
};

describe.each(['fr', 'en'] as const)('wording that says nothing: %s', (language) => {
  const { found, right } = tables[language];

  it.each(found)('%s: %s', (kind, text, words) => {
    expect(faultsIn(text, language)).toContain(`${kind}: ${words}`);
  });

  it.each(right)('nothing to say of: %s', (text) => {
    expect(faultsIn(text, language)).toEqual([]);
  });
});
