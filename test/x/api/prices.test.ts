import { describe, expect, it } from 'vitest';
import { oneLine } from '#x/api/answer.js';
import { POST_PRICES, toPostPrice } from '#x/api/prices.js';

describe('the price of a post', () => {
  it.each(['https://example.org/guide', 'Lire example.org', 'C’est fini.La suite', '#été.La', 'Voir README.md'])(
    'is that of a link for %s',
    (text) => {
      expect(toPostPrice(text)).toBe(POST_PRICES.withLink);
    },
  );

  it.each(['', 'Sans adresse.', 'user@example.com', 'package.json', '@alice #loyer', 'localhost'])(
    'is that of a text without one for %j',
    (text) => {
      expect(toPostPrice(text)).toBe(POST_PRICES.without);
    },
  );
});

describe('a detail', () => {
  it('is one line of at most 200 characters that steers nothing', () => {
    expect(oneLine('a\r\nb\u0000\u001b[31mc\u2028d\u202ee')).toBe('a b [31mc d e');
    const long = oneLine('👩‍👩‍👧'.repeat(200));
    expect([...long]).toHaveLength(200);
    expect(long.endsWith('…')).toBe(true);
  });
});
