import fc from 'fast-check';
import extractEntitiesWithIndices from 'twitter-text/dist/extractEntitiesWithIndices.js';
import { describe, expect, it } from 'vitest';
import { findEntities } from '#tweet/entities.js';
import { parseTweet } from '#tweet/parse.js';
import { isWithin } from '#tweet/bounds.js';
import { readFixture } from '../fixture.js';
import { anyTexts } from './texts.js';

describe('the table of links', () => {
  const rows = readFixture<{ text: string; weight: number; links: string[] }>('tweet/links');

  it.each(rows.map((row) => [row.text, row] as const))('%s', (_, { text, weight, links }) => {
    const { entities, weightedLength } = parseTweet(text);
    const found = entities.filter(({ type }) => type === 'link').map(({ value }) => value);
    expect({ links: found, weight: weightedLength }).toEqual({ links, weight });
  });
});

describe('the table of hashtags and mentions', () => {
  const rows = readFixture<{ text: string; entities: string[] }>('tweet/hashtags-mentions');

  it.each(rows.map((row) => [row.text, row] as const))('%s', (_, { text, entities }) => {
    expect(findEntities(text).map((entity) => entity.text)).toEqual(entities);
  });
});

it('names what it finds', () => {
  const found = findEntities('Loyers à #Lyon par @alice_example et @example_team/press : $EXMP https://example.org/a');
  expect(found.map(({ type, value }) => [type, value])).toEqual([
    ['hashtag', 'Lyon'],
    ['mention', 'alice_example'],
    ['list', 'example_team/press'],
    ['cashtag', 'EXMP'],
    ['link', 'https://example.org/a'],
  ]);
});

const YOUNG_DOMAIN = /\.(?:amazon|kids|music|spa|ישראל|アマゾン|亚马逊)/i;

it('finds what twitter-text finds, where it knows all top-level domains', () => {
  fc.assert(
    fc.property(
      anyTexts.filter((text) => !YOUNG_DOMAIN.test(text)),
      (text) => {
        const spans = extractEntitiesWithIndices(text).map(({ indices: [start, end] }) => ({ start, end }));
        expect(findEntities(text).map(({ span }) => span)).toEqual(spans);
      },
    ),
    { numRuns: 1000 },
  );
});

it('finds entities inside the text, in order and apart, each covering its own text', () => {
  fc.assert(
    fc.property(anyTexts, (text) => {
      let at = 0;
      for (const { span, text: covered, value, type } of findEntities(text)) {
        expect(isWithin(span, text)).toBe(true);
        expect(text.slice(span.start, span.end)).toBe(covered);
        expect(covered.slice(type === 'link' ? 0 : 1)).toBe(value);
        expect(span.start).toBeGreaterThanOrEqual(at);
        at = span.end;
      }
    }),
  );
});
