import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CredentialsError } from '#x/auth/fault.js';
import { readTokenAccount, findKeyFault, mask, parseKept, serialize } from '#x/auth/credentials.js';

const KEYS = { kind: 'oauth1', appKey: 'aaaa', appSecret: 'bbbb', accessToken: 'cccc', accessSecret: 'dddd' } as const;
const GRANT = {
  kind: 'oauth2',
  clientId: 'aaaa',
  accessToken: 'SECRET',
  expiresAt: 1,
  scopes: ['tweet.read'],
} as const;

const HERE = { kind: 'file', path: 'here' } as const;

const catchFault = (kept: unknown): unknown => {
  try {
    parseKept(typeof kept === 'string' ? kept : JSON.stringify(kept), HERE);
    return undefined;
  } catch (error) {
    return error instanceof CredentialsError ? error.fault : error;
  }
};

describe('credentials', () => {
  const key = fc.stringMatching(/^[\x21-\x7e]{1,40}$/);
  const extras = {
    bearer: key,
    account: fc.record({ id: fc.constant('12'), handle: fc.constant('example') }, { requiredKeys: ['id'] }),
  };
  const keys = fc.record(
    { kind: fc.constant('oauth1'), appKey: key, appSecret: key, accessToken: key, accessSecret: key, ...extras },
    { requiredKeys: ['kind', 'appKey', 'appSecret', 'accessToken', 'accessSecret'] },
  );
  const grants = fc.record(
    {
      kind: fc.constant('oauth2'),
      clientId: key,
      clientSecret: key,
      accessToken: key,
      refreshToken: key,
      expiresAt: fc.maxSafeInteger(),
      scopes: fc.array(fc.string()),
      ...extras,
    },
    { requiredKeys: ['kind', 'clientId', 'accessToken', 'expiresAt', 'scopes'] },
  );

  it('are the same when they are read again', () => {
    fc.assert(
      fc.property(fc.oneof(keys, grants), (credentials) => {
        const read = parseKept(JSON.stringify(credentials), HERE);
        expect(read).toEqual(credentials);
        expect(parseKept(serialize(read), HERE)).toEqual(credentials);
      }),
    );
  });

  it('can say that they are in the keyring', () => {
    expect(parseKept(serialize('keyring'), HERE)).toBe('keyring');
  });

  it.each([
    ['no JSON', 'SECRET', { code: 'damaged', part: 'json' }],
    ['a list', [], { code: 'damaged', part: 'json' }],
    ['no kind', {}, { code: 'damaged', part: 'kind' }],
    [
      'a missing key',
      { ...KEYS, appSecret: undefined },
      { code: 'damaged-key', key: 'appSecret', fault: { code: 'no-text', received: 'undefined' } },
    ],
    [
      'a number',
      { ...KEYS, appSecret: 7 },
      { code: 'damaged-key', key: 'appSecret', fault: { code: 'no-text', received: 'number' } },
    ],
    ['an empty key', { ...KEYS, appKey: '' }, { code: 'damaged-key', key: 'appKey', fault: { code: 'empty' } }],
    [
      'a line end',
      { ...KEYS, appKey: 'SECRET\n' },
      { code: 'damaged-key', key: 'appKey', fault: { code: 'foreign-character' } },
    ],
    [
      'a very long key',
      { ...KEYS, appKey: 'S'.repeat(3000) },
      { code: 'damaged-key', key: 'appKey', fault: { code: 'too-long', length: 3000, max: 2048 } },
    ],
    ['half a millisecond', { ...GRANT, expiresAt: 0.5 }, { code: 'damaged', part: 'expiresAt' }],
    ['scopes in a text', { ...GRANT, scopes: 'tweet.read' }, { code: 'damaged', part: 'scopes' }],
    ['an account without an id', { ...GRANT, account: { handle: 'example' } }, { code: 'damaged', part: 'account' }],
  ])('with %s are refused by a fault that holds nothing of them', (_, kept, expected) => {
    const fault = catchFault(kept);
    expect(fault).toEqual({ ...expected, place: HERE });
    expect(JSON.stringify(fault)).not.toMatch(/SECRET|SSS/);
  });

  it('are shown by their last characters, and short ones not at all', () => {
    expect(mask('abcdefghijklmnop')).toBe('…mnop');
    expect(mask('abcdefgh')).toBe('…');
  });

  it('by keys tell their account, when the token begins with it', () => {
    expect(readTokenAccount('2244994945-abc')).toEqual({ id: '2244994945' });
    expect(readTokenAccount('abc-2244994945')).toBeUndefined();
    expect(findKeyFault('2244994945-abc')).toBeUndefined();
  });
});
