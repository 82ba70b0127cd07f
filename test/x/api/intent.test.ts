import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intentLink, isWholeInIntent, parsePostUrl } from '#x/api/intent.js';
import { readFixture } from '../../fixture.js';

const readText = (link: string): string | null => new URL(link).searchParams.get('text');

describe('an intent link', () => {
  it.each(readFixture<{ name: string; text: string; query: string }>('x/intent-texts'))(
    'carries $name',
    ({ text, query }) => {
      expect(intentLink(text)).toBe(`https://x.com/intent/tweet?text=${query}`);
    },
  );

  it('opens the composer with any text to the letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readText(intentLink(text))).toBe(text);
      }),
    );
  });

  it('is one word without an end in it, even of a text that is not valid Unicode', () => {
    const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string({ unit: anyUnit }), (text) => {
        const link = intentLink(text);
        expect(link).toMatch(/^https:\/\/x\.com\/intent\/tweet\?text=[\w.~%-]*$/);
        // What a browser makes of such a text.
        expect(readText(link)).toBe(
          new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text)),
        );
      }),
    );
  });

  it('leaves media to be added by hand', () => {
    expect(isWholeInIntent({ media: [] })).toBe(true);
    expect(isWholeInIntent({ media: [{ file: '/a/photo.jpg' }] })).toBe(false);
  });
});

describe('the post of an address', () => {
  it.each(readFixture<{ address: string; id: string | null; handle?: string }>('x/intent-addresses'))(
    'is read from $address: $id',
    ({ address, id, handle }) => {
      expect(parsePostUrl(address)).toEqual(
        id === null ? undefined : { id, ...(handle === undefined ? {} : { handle }) },
      );
    },
  );

  it('comes back from any id and handle', () => {
    const id = fc.bigInt({ min: 1n, max: 9_223_372_036_854_775_807n }).map(String);
    const handle = fc.stringMatching(/^[A-Za-z0-9_]{2,15}$/);
    const host = fc.constantFrom('x.com', 'www.x.com', 'twitter.com', 'mobile.twitter.com');
    fc.assert(
      fc.property(host, handle, id, fc.webQueryParameters(), (name, who, number, query) => {
        expect(parsePostUrl(`https://${name}/${who}/status/${number}?${query}`)).toEqual({ id: number, handle: who });
      }),
    );
  });

  it('is never made up, whatever is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(text).toContain(parsePostUrl(text)?.id ?? '');
      }),
    );
  });
});
