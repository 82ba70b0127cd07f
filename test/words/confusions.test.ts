import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedProofreader } from '#cli/word-lists.js';
import { lexicons } from '#rules/lexicon/index.js';
import { prepare } from '#lint/subject.js';

interface Table {
  /** A text with one confusion, and what the stretch that holds it should read. */
  readonly meant: readonly (readonly [text: string, meant: string])[];
  /** Texts that are right as they are. */
  readonly right: readonly string[];
}

const tables = JSON.parse(readFileSync('fixtures/words/confusions.json', 'utf8')) as Readonly<Record<string, Table>>;
const proofreader = shippedProofreader();

const confusionsIn = (text: string, language: string): (string | undefined)[] => {
  const subject = prepare({ text }, { lexicons, language: language as 'fr' | 'en', facts: {} });
  return proofreader.faultsIn(subject).flatMap(({ kind, meant }) => (kind === 'confusion' ? [meant] : []));
};

describe.each(Object.entries(tables))('%s', (language, { meant, right }) => {
  it.each(meant)('%s: %s', (text, put) => {
    expect(confusionsIn(text, language)).toContain(put);
  });

  it.each(right)('nothing to say of: %s', (text) => {
    expect(confusionsIn(text, language)).toEqual([]);
  });
});
