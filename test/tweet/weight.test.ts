import { isDeepStrictEqual } from 'node:util';
import { parse as parseEmoji } from '@twemoji/parser';
import fc from 'fast-check';
import extractUrlsWithIndices from 'twitter-text/dist/extractUrlsWithIndices.js';
import parseTweetByTwitterText from 'twitter-text/dist/parseTweet.js';
import { describe, expect, it } from 'vitest';
import { scanEntities } from '#tweet/entities.js';
import { parseTweet } from '#tweet/parse.js';
import { findEmoji, weigh } from '#tweet/weight.js';
import { isWithin } from '#tweet/bounds.js';
import { readFixture } from '../fixture.js';
import { anyTexts, textsOfOldEmoji } from './texts.js';

interface Row {
  readonly name: string;
  readonly text: string;
  readonly repeat?: number;
  readonly weight: number;
  readonly valid?: boolean;
}

const expandText = ({ text, repeat = 1 }: Row): string => text.repeat(repeat);

describe.each(['emoji', 'characters'])('the table of %s', (table) => {
  it.each(readFixture<Row>(`tweet/${table}`).map((row) => [row.name, row] as const))('%s', (_, row) => {
    const { weightedLength, valid } = parseTweet(expandText(row));
    expect({ weightedLength, valid }).toEqual({ weightedLength: row.weight, valid: row.valid ?? true });
  });
});

describe('what eats the space', () => {
  it('is told apart by kind', () => {
    const { parts } = parseTweet('Prix : 5 € \u{1f44b} #Lyon @alice_example https://example.org/a');
    expect(parts).toEqual({ text: 13, wide: 2, links: 23, emoji: 2, hashtags: 5, mentions: 14 });
  });

  it('adds up to the whole, and is never negative', () => {
    fc.assert(
      fc.property(anyTexts, (text) => {
        const { weightedLength, parts } = parseTweet(text);
        const sizes = Object.values(parts);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(weightedLength);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

/**
 * Where a selector stands inside a domain, twitter-text names a link that is shorter than its own span, and then counts
 * what is left over a second time. Such texts prove nothing.
 */
const agreesWithItself = (text: string): boolean => {
  const composed = text.normalize('NFC');
  return extractUrlsWithIndices(composed).every(({ url = '', indices: [start, end] }) => url.length === end - start);
};

it('counts as twitter-text does, where it knows all emoji', () => {
  fc.assert(
    fc.property(textsOfOldEmoji.filter(agreesWithItself), (text) => {
      expect(parseTweet(text).weightedLength).toBe(parseTweetByTwitterText(text).weightedLength);
    }),
    { numRuns: 1000 },
  );
});

it('takes and refuses what twitter-text takes and refuses, where it knows all emoji', () => {
  fc.assert(
    fc.property(textsOfOldEmoji.filter(agreesWithItself), (text) => {
      expect(parseTweet(text).valid).toBe(parseTweetByTwitterText(text).valid);
    }),
  );
});

it('counts a text and its composed form alike', () => {
  fc.assert(
    fc.property(anyTexts, (text) => {
      const composed = text.normalize('NFC');
      expect(parseTweet(composed).weightedLength).toBe(parseTweet(text).weightedLength);
      expect(weigh(composed, scanEntities(composed)).weighted).toBe(parseTweet(text).weightedLength);
    }),
  );
});

it('finds emoji inside the text, in order and apart', () => {
  fc.assert(
    fc.property(anyTexts, (text) => {
      let at = 0;
      for (const span of findEmoji(text)) {
        expect(isWithin(span, text)).toBe(true);
        expect(span.start).toBeGreaterThanOrEqual(at);
        at = span.end;
      }
    }),
  );
});

describe('emoji told without the table', () => {
  it('are those of the table, each alone among words', () => {
    const wrong: string[] = [];
    for (let code = 0x80; code < 0x20000; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const text = `a ${String.fromCodePoint(code)} b`;
      const inTable = parseEmoji(text).map(({ indices: [start, end] }) => ({ start, end }));
      if (!isDeepStrictEqual(findEmoji(text), inTable)) wrong.push(code.toString(16));
    }
    // A sign of Apple's in the private area, which no other system shows.
    expect(wrong).toEqual(['e50a']);
  });

  it('are those of the table in any order', () => {
    fc.assert(
      fc.property(anyTexts, (text) => {
        expect(findEmoji(text)).toEqual(parseEmoji(text).map(({ indices: [start, end] }) => ({ start, end })));
      }),
    );
  });
});
