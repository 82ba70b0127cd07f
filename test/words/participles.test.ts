import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedProofreader } from '#cli/word-lists.js';
import { lexicons } from '#rules/lexicon/index.js';
import { prepare, type WritingFault } from '#lint/subject.js';
import { readFixture } from '../fixture.js';

interface Table {
  /** A text with one participle that does not agree, and what the stretch that holds it should read. */
  readonly meant: readonly (readonly [text: string, meant: string])[];
  /** Texts of which nothing is to be said. */
  readonly right: readonly string[];
}

const proofreader = shippedProofreader();
const faultsIn = (text: string, kind: WritingFault['kind']): (string | undefined)[] => {
  const subject = prepare({ text }, { lexicons, language: 'fr', facts: {} });
  return proofreader.faultsIn(subject).flatMap((fault) => (fault.kind === kind ? [fault.meant] : []));
};

describe('participles of French', () => {
  const { meant, right } = JSON.parse(readFileSync('fixtures/words/participles.json', 'utf8')) as Table;

  it.each(meant)('%s: %s', (text, put) => {
    expect(faultsIn(text, 'agreement')).toEqual([put]);
  });

  it.each(right)('nothing to say of: %s', (text) => {
    expect(faultsIn(text, 'agreement')).toEqual([]);
  });
});

describe('words without their accents', () => {
  it.each(readFixture<readonly [text: string, meant: string]>('words/accents'))('%s: %s', (text, put) => {
    expect(faultsIn(text, 'spelling')).toEqual([put]);
  });
});
