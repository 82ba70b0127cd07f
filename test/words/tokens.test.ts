import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEntities } from '#tweet/entities.js';
import { splitTag, tokenize } from '#words/tokens.js';
import { readFixture } from '../fixture.js';

describe('the words of a text', () => {
  const rows = readFixture<{ text: string; words: string[] }>('words/tokens');

  it.each(rows.map((row) => [row.text, row] as const))('%j', (_, { text, words }) => {
    expect(tokenize(text).map(({ word }) => word)).toEqual(words);
  });

  it('are not looked for in links, tags and mentions', () => {
    const text = 'Loyers à #Lyon par @alice_example : https://example.org/la-carte à lire';
    const spans = findEntities(text).map(({ span }) => span);
    expect(tokenize(text, spans).map(({ word }) => word)).toEqual(['loyers', 'à', 'par', 'à', 'lire']);
  });

  it('stand where they say, in order and apart', () => {
    const texts = fc
      .array(
        fc.constantFrom('l’', "d'", 'été', 'Aujourd’hui', '-t-il', '-', ' ', "'s", 'İ', 'ß', '5', '.', '\u{1f44b}'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        let at = 0;
        for (const { span, text: covered } of tokenize(text)) {
          expect(text.slice(span.start, span.end)).toBe(covered);
          expect(covered).not.toBe('');
          expect(span.start).toBeGreaterThanOrEqual(at);
          at = span.end;
        }
      }),
    );
  });
});

describe('the words joined in a tag', () => {
  const rows = readFixture<{ tag: string; words: string[] }>('words/tags');

  it.each(rows.map((row) => [row.tag, row] as const))('%j', (_, { tag, words }) => {
    expect(splitTag(tag)).toEqual(words);
  });
});
