import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkIdentity } from '#tweet/link.js';

// A port of the scheme's own is dropped by URL: with it an address takes the long way to the same identity.
const theLongWay = (link: string): string | undefined =>
  linkIdentity(
    link.replace(
      /^(https?):\/\/([^/?#]*)/,
      (_, scheme: string, host: string) => `${scheme}://${host}:${scheme === 'http' ? 80 : 443}`,
    ),
  );

const letters = (characters: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...characters), { minLength, maxLength }).map((parts) => parts.join(''));

describe('the identity of a plain address', () => {
  it('is the one that a full reading gives', () => {
    const host = fc.constantFrom(
      'blog.example',
      'www.blog.example',
      'a-b.co.uk',
      'youtube.com',
      'l.facebook.com',
      'xn--caf-dma.fr',
      'www.www.org',
      '1.2.3.fr',
      'google.fr',
      'vk.com',
    );
    const path = letters('abC9/._-~%', 0, 12).map((text) => (text === '' ? '' : `/${text}`));
    const query = fc.constantFrom(
      '',
      '?',
      '?utm_source=x',
      '?utm_source=x&utm_campaign=c1',
      '?id=3',
      '?utm_source=x&id=3',
      '?fbclid=a.b-c&&gclid=1',
      '?ref=a%20b',
      '?u=https://b.example/c',
      '?url=b.example',
    );
    fc.assert(
      fc.property(fc.constantFrom('http', 'https'), host, path, query, (scheme, name, place, rest) => {
        const link = `${scheme}://${name}${place}${rest}`;
        expect(linkIdentity(link)).toBe(theLongWay(link));
      }),
      { numRuns: 3000 },
    );
  });
});
