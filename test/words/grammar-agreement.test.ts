import { describe, expect, it } from 'vitest';
import { lexicons } from '#rules/lexicon/index.js';
import { classifyWord } from '#lint/subject.js';
import { agree, hasDependants } from '#words/grammar.js';
import type { Noun } from '#words/languages/en.js';
import { elides } from '#words/languages/fr-agreement.js';
import { tokenize } from '#words/tokens.js';
import { readFixture } from '../fixture.js';

type Written = readonly [word: string, gender: 'm' | 'f' | null];

/** One line of `fixtures/words/agreement.json`. */
interface AgreementCase {
  readonly before: string;
  readonly from: Written;
  readonly to: Written;
  readonly language: string;
  /** The text before the noun as it is to read, or null where no table tells. */
  readonly gives: string | null;
}

const toNoun = ([word, gender]: Written): Noun => ({ word, ...(gender !== null && { gender }) });

describe('the determiner of a noun in whose place another comes', () => {
  const rows = readFixture<AgreementCase>('words/agreement');
  it.each(rows.map((row) => [`${row.before}${row.from[0]} → ${row.to[0]}`, row] as const))('%s', (_, row) => {
    const { before, from, to, language, gives } = row;
    const changed = agree(before, toNoun(from), toNoun(to), language);
    expect(changed === undefined ? null : before.slice(0, before.length - changed.taken) + changed.put).toBe(gives);
  });

  it('changes nothing before a noun of the same gender and sound', () => {
    expect(agree('toute la belle ', toNoun(['voiture', 'f']), toNoun(['bagnole', 'f']), 'fr')).toEqual({
      taken: 0,
      put: '',
    });
  });
});

describe('a word that may agree with a noun', () => {
  const rows = readFixture<{ text: string; noun: string; dependants: boolean }>('words/dependants');
  const lexicon = lexicons.find(({ language }) => language === 'fr');
  it.each(rows.map((row) => [row.text, row] as const))('%s', (text, { noun, dependants }) => {
    const words = tokenize(text).map((token) => ({ ...token, kind: classifyWord(token.word, lexicon) }));
    const index = words.findIndex(({ word }) => word === noun);
    expect(hasDependants(text, words, index, 'fr')).toBe(dependants);
  });

  it('is supposed where the noun is not found', () => {
    expect(hasDependants('', [], -1, 'fr')).toBe(true);
  });
});

it.each([
  ['habitation', true],
  ['école', true],
  ['hashtag', false],
  ['handicap', false],
  ['onze', false],
  ['logement', false],
])('before %s an article is elided: %s', (word, expected) => {
  expect(elides(word)).toBe(expected);
});
