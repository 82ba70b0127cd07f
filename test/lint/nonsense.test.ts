import { describe, expect, it } from 'vitest';
import { hasRandomLetters, isShuffled, isWordList, repeatsItself, type NonsenseInput } from '#lint/nonsense.js';
import { classifyWord } from '#lint/subject.js';
import { lexicons } from '#rules/lexicon/index.js';
import { tokenize } from '#words/tokens.js';
import { readFixture } from '../fixture.js';

interface Row {
  readonly text: string;
  readonly language: 'en' | 'fr';
  readonly gates: readonly string[];
}

const toInput = ({ text, language }: Row): NonsenseInput => {
  const lexicon = lexicons.find((known) => known.language === language);
  const words = tokenize(text).map((token) => ({ ...token, kind: classifyWord(token.word, lexicon) }));
  return { text, spoken: text, words, lexicon };
};

const GATES = { letters: hasRandomLetters, repeated: repeatsItself, order: isShuffled, list: isWordList };

describe('gates against nonsense', () => {
  it.each(readFixture<Row[]>('lint/nonsense'))('$text', (row) => {
    const input = toInput(row);
    const closed = Object.entries(GATES).flatMap(([name, gate]) => (gate(input) ? [name] : []));
    expect(closed).toEqual(row.gates);
  });
});
