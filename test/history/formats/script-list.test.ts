import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_OPENING, createScriptListReader } from '#history/formats/script-list.js';
import { unpackText } from '#history/formats/text.js';

const unpacked = (element: unknown): unknown =>
  JSON.parse(JSON.stringify(element), (_, value: unknown) => (typeof value === 'string' ? unpackText(value) : value));

/** Reads a script that comes in pieces of some sizes, over and over; packed texts are unpacked. */
function read(script: string, sizes: readonly number[], mayPack = false): unknown[] {
  const bytes = Buffer.from(script);
  const elements: unknown[] = [];
  const take = (element: unknown, isPacked: boolean): void =>
    void elements.push(isPacked ? unpacked(element) : element);
  const reader = createScriptListReader('tweets.js', ARCHIVE_OPENING, take, mayPack);
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
        fc.boolean(),
        (some, sizes, mayPack) => {
          const tweets = Array.from({ length: 200 }, () => some).flat();
          expect(read(written(tweets, 1), sizes, mayPack)).toEqual(tweets);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('packs no texts with numbered characters, which would look like bytes', () => {
    const tweets = Array.from({ length: 3000 }, (_, index) => ({ tweet: { full_text: `é 🏠 ${index}` } }));
    const numbered = written(tweets, 1).replaceAll('é', '\\u00e9');
    expect(read(numbered, [100_000], true)).toEqual(tweets);
    expect(read(written(tweets, 1), [100_000], true)).toEqual(tweets);
  });

  it.each([
    ['window.YTD.tweets.part0 = [{"tweet":{}},]', 'list-broken'],
    ['window.YTD.tweets.part0 = [{"tweet":{}} {"tweet":{}}]', 'list-broken'],
    ['window.YTD.tweets.part0 = [,{"tweet":{}}]', 'list-broken'],
    ['window.YTD.tweets.part0 = [{"tweet":{]}]', 'entry-damaged'],
    ['window.YTD.tweets.part0 = [{"tweet":{}}', 'list-cut'],
    ['window.YTD.tweets.part0 = [{"tweet":{', 'list-cut'],
    ['window.YTD.tweets.part0 = [1]', 'list-broken'],
    ['window.YTD.tweets.part0 = [] ; ;', 'trailing-code'],
    ['window.YTD.tweets.part0 = [] alert(1)', 'trailing-code'],
    ['window.YTD.tweets.part0 = fetch([])', 'other-code'],
    ['alert(1); window.YTD.tweets.part0 = []', 'other-code'],
    ['window.YTD.tweet_headers.part0 = []', 'other-code'],
    ['', 'other-code'],
  ])('refuses %j', (script, problem) => {
    expect(() => read(script, [7])).toThrow(expect.objectContaining({ problem }));
  });
});
