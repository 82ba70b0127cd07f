import { describe, expect, it } from 'vitest';
import { findEntities } from '#tweet/entities.js';
import { detectLanguage, isLanguageCode, voteLanguage } from '#tweet/language.js';
import { languageByModel } from '#tweet/language-model.js';
import { readFixture } from '../fixture.js';

interface Row {
  readonly text: string;
  /** Null when there is nothing to go by. */
  readonly language: string | null;
}

const rows = readFixture<Row>('tweet/languages');
const namedRows = rows.map((row) => [row.text, row] as const);

describe('the language of a text', () => {
  it.each(namedRows)('%s', (_, { text, language }) => {
    expect(detectLanguage(text, findEntities(text), languageByModel) ?? null).toBe(language);
  });

  it.each(namedRows)('%s: the vote of its words abstains rather than err', (_, { text, language }) => {
    const rest = findEntities(text).reduceRight(
      (left, { span }) => left.slice(0, span.start) + left.slice(span.end),
      text,
    );
    const vote = voteLanguage(rest);
    expect([undefined, language]).toContain(vote);
  });

  it('is decided by the vote alone for four in five French and English texts', () => {
    const ours = rows.filter(({ language }) => language === 'fr' || language === 'en');
    const decided = ours.filter(({ text, language }) => detectLanguage(text, findEntities(text)) === language);
    expect(decided.length / ours.length).toBeGreaterThan(0.8);
  });
});

describe('a language code', () => {
  it.each(['fr', 'en', 'de', 'ja'])('%s is one', (code) => {
    expect(isLanguageCode(code)).toBe(true);
  });
  it.each(['', 'FR', 'fra', 'français', 'f', 'xx', 'fr-FR'])('%j is none', (code) => {
    expect(isLanguageCode(code)).toBe(false);
  });
});
