import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMediaLink, isSameLink, linkIdentity, type LinkOptions } from '#tweet/link.js';
import { readFixture } from '../fixture.js';

interface Row {
  readonly link: string;
  /** Null when it is no web address. */
  readonly identity: string | null;
  readonly options?: LinkOptions;
}

describe('identity of a link', () => {
  const rows = readFixture<Row>('tweet/link-identity');

  it.each(rows.map((row) => [row.link, row] as const))('%s', (_, { link, identity, options }) => {
    expect(linkIdentity(link, options) ?? null).toBe(identity);
  });

  it.each(rows.filter(({ identity }) => identity !== null).map((row) => [row.identity, row] as const))(
    '%s is its own identity',
    (identity, { options }) => {
      expect(linkIdentity(`https://${identity}`, options)).toBe(identity);
    },
  );

  it('is its own identity for any web address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (link) => {
        const identity = linkIdentity(link);
        expect(linkIdentity(`https://${identity}`)).toBe(identity);
        expect(linkIdentity(`http://${identity}`)).toBe(identity);
      }),
    );
  });

  it('does not change with tracking, www, scheme, final slash or fragment', () => {
    const addresses = fc.tuple(fc.domain(), fc.array(fc.stringMatching(/^[a-z0-9-]{1,8}$/), { maxLength: 4 }));
    fc.assert(
      fc.property(addresses, fc.constantFrom('utm_source', 'fbclid', 'gclid', 'mc_eid'), ([domain, path], tracking) => {
        const plain = `https://${domain}/${path.join('/')}`;
        const dressed = `http://www.${domain}/${path.join('/')}/?${tracking}=x#part`;
        expect(isSameLink(plain, dressed)).toBe(true);
      }),
    );
  });

  it('answers for any text, without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webUrl()), (text) => {
        expect(typeof linkIdentity(text)).toMatch(/^(?:string|undefined)$/);
      }),
    );
  });

  it('is its own identity', () => {
    const page = fc.webUrl({ withQueryParameters: true, withFragments: true });
    const wrapped = page.map((url) => `https://l.facebook.com/l.php?u=${encodeURIComponent(url)}`);
    fc.assert(
      fc.property(fc.oneof(page, wrapped), (url) => {
        const identity = linkIdentity(url);
        fc.pre(identity !== undefined);
        expect(linkIdentity(identity ?? '')).toBe(identity);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(rows.flatMap(({ identity, options }) => (identity === null || options ? [] : [identity])))(
    'is its own identity: %s',
    (identity) => {
      expect(linkIdentity(identity)).toBe(identity);
    },
  );

  it('ends, however often wrappers are wrapped', () => {
    let link = 'https://example.org/guide';
    for (let turn = 0; turn < 14; turn += 1) link = `https://out.reddit.com/?url=${encodeURIComponent(link)}`;
    expect(linkIdentity(link)).toMatch(/^out\.reddit\.com\?url=/);
  });
});

it('what is no web address is the same as nothing, itself included', () => {
  expect(isSameLink('mailto:alice@example.org', 'mailto:alice@example.org')).toBe(false);
});

describe('links of attached media', () => {
  it.each(
    readFixture<{ link: string; media: boolean }>('tweet/media-links').map((row) => [row.link, row.media] as const),
  )('%s: %s', (link, media) => {
    expect(isMediaLink(link)).toBe(media);
  });
});
