import { expect, it } from 'vitest';
import { assertBounded, MAX_CHARACTERS, TextTooLongError } from '#tweet/bounds.js';
import { parseTweet } from '#tweet/parse.js';
import { processorTime } from '../processor-time.js';

it('a text of the bound is read', () => {
  expect(() => assertBounded('a'.repeat(MAX_CHARACTERS))).not.toThrow();
});

it('a longer one is refused, naming both lengths', () => {
  expect(() => assertBounded('a'.repeat(5001))).toThrow(new TextTooLongError(5001, 5000));
});

it('a long text is refused before it is looked into', () => {
  // The worst case of the search for links: read, this text would take half a minute.
  const text = 'été.'.repeat(25_000);
  expect(processorTime(() => expect(() => parseTweet(text)).toThrow(TextTooLongError))).toBeLessThan(50);
});

it('the bound can be moved', () => {
  expect(() => parseTweet('bonjour', { maxCharacters: 6 })).toThrow(/7 characters; the maximum is 6/);
  expect(parseTweet('a'.repeat(6000), { maxCharacters: 6000, limit: 25_000 }).valid).toBe(true);
});
