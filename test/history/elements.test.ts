import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_OPENING, createElementReader } from '../../src/history/elements.js';

/** Reads a script that comes in pieces of some sizes, over and over. */
function read(script: string, sizes: readonly number[]): unknown[] {
  const bytes = Buffer.from(script);
  const elements: unknown[] = [];
  const reader = createElementReader(ARCHIVE_OPENING, (element) => elements.push(element));
  for (let from = 0, turn = 0; from < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    reader.push(bytes.subarray(from, from + size));
    from += size;
  }
  reader.end();
  return elements;
}

const tricky = fc.constantFrom(
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  '\\"',
  '},{"tweet":',
  '} , {\n "tweet"',
  '🏠',
  'é',
  '\u2028',
  ';',
  'a',
);
const text = fc.array(tricky, { maxLength: 12 }).map((parts) => parts.join(''));
const tweet = fc.oneof(
  text.map((full_text) => ({ tweet: { full_text, entities: { urls: [{ tweet: full_text }, {}], list: [[], [1]] } } })),
  text.map((full_text) => ({ full_text, tweet: full_text })),
);
const written = (tweets: readonly unknown[], space: number): string =>
  `window.YTD.tweets.part0 = ${JSON.stringify(tweets, null, space)}`;

describe('the reader of a list', () => {
  it('finds the same objects wherever the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(tweet, { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(0, 2),
        (tweets, sizes, space) => {
          expect(read(written(tweets, space), sizes)).toEqual(tweets);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds the same objects when there are enough of them to be parsed at once', () => {
    fc.assert(
      fc.property(
        fc.array(tweet, { minLength: 20, maxLength: 40 }),
        fc.array(fc.integer({ min: 20_000, max: 400_000 }), { minLength: 1, maxLength: 3 }),
        (some, sizes) => {
          const tweets = Array.from({ length: 200 }, () => some).flat();
          expect(read(written(tweets, 1), sizes)).toEqual(tweets);
        },
      ),
      { numRuns: 8 },
    );
  });

  it.each([
    ['window.YTD.tweets.part0 = [{"tweet":{}},]', 'damaged'],
    ['window.YTD.tweets.part0 = [{"tweet":{}} {"tweet":{}}]', 'damaged'],
    ['window.YTD.tweets.part0 = [,{"tweet":{}}]', 'damaged'],
    ['window.YTD.tweets.part0 = [{"tweet":{]}]', 'damaged'],
    ['window.YTD.tweets.part0 = [{"tweet":{}}', 'damaged'],
    ['window.YTD.tweets.part0 = [{"tweet":{', 'damaged'],
    ['window.YTD.tweets.part0 = [1]', 'damaged'],
    ['window.YTD.tweets.part0 = [] ; ;', 'other-code'],
    ['window.YTD.tweets.part0 = [] alert(1)', 'other-code'],
    ['window.YTD.tweets.part0 = fetch([])', 'other-code'],
    ['alert(1); window.YTD.tweets.part0 = []', 'other-code'],
    ['window.YTD.tweet_headers.part0 = []', 'other-code'],
    ['', 'other-code'],
  ])('refuses %j', (script, reason) => {
    expect(() => read(script, [7])).toThrow(expect.objectContaining({ reason }));
  });
});
