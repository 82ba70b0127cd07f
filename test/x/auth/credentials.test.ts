import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTokenAccount, keyFault, mask, parseKept, serialise } from '#x/auth/credentials.js';

const KEYS = { kind: 'oauth1', appKey: 'aaaa', appSecret: 'bbbb', accessToken: 'cccc', accessSecret: 'dddd' } as const;
const GRANT = {
  kind: 'oauth2',
  clientId: 'aaaa',
  accessToken: 'SECRET',
  expiresAt: 1,
  scopes: ['tweet.read'],
} as const;

const catchFault = (kept: unknown): string => {
  try {
    parseKept(typeof kept === 'string' ? kept : JSON.stringify(kept), 'here');
    return 'none';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : 'no error';
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
        const read = parseKept(JSON.stringify(credentials), 'here');
        expect(read).toEqual(credentials);
        expect(parseKept(serialise(read), 'here')).toEqual(credentials);
      }),
    );
  });

  it('can say that they are in the keyring', () => {
    expect(parseKept(serialise('keyring'), 'here')).toBe('keyring');
  });

  it.each([
    ['no JSON', 'SECRET', 'holds no JSON object'],
    ['a list', [], 'holds no JSON object'],
    ['no kind', {}, 'is of no kind that is known (oauth1, oauth2)'],
    ['a missing key', { ...KEYS, appSecret: undefined }, 'is damaged: appSecret must be a text, received nothing'],
    ['a number', { ...KEYS, appSecret: 7 }, 'is damaged: appSecret must be a text, received number'],
    ['an empty key', { ...KEYS, appKey: '' }, 'is damaged: appKey is empty'],
    ['a line end', { ...KEYS, appKey: 'SECRET\n' }, 'appKey holds a space or another character that no key of X has'],
    ['a very long key', { ...KEYS, appKey: 'S'.repeat(3000) }, 'has 3000 characters; none of X’s has more than 2048'],
    ['half a millisecond', { ...GRANT, expiresAt: 0.5 }, 'expiresAt must be a whole number of milliseconds'],
    ['scopes in a text', { ...GRANT, scopes: 'tweet.read' }, 'scopes must be a list of texts'],
    ['an account without an id', { ...GRANT, account: { handle: 'example' } }, 'account must have an id of digits'],
  ])('with %s are refused in one line that shows nothing of them', (_, kept, said) => {
    const fault = catchFault(kept);
    expect(fault.replaceAll("'", '’')).toContain(said);
    expect(fault).toContain('CredentialsError: here ');
    expect(fault).toContain('tweetspan login');
    expect(fault).not.toMatch(/\n|SECRET|SSS/);
  });

  it('are shown by their last characters, and short ones not at all', () => {
    expect(mask('abcdefghijklmnop')).toBe('…mnop');
    expect(mask('abcdefgh')).toBe('…');
  });

  it('by keys tell their account, when the token begins with it', () => {
    expect(readTokenAccount('2244994945-abc')).toEqual({ id: '2244994945' });
    expect(readTokenAccount('abc-2244994945')).toBeUndefined();
    expect(keyFault('2244994945-abc')).toBeUndefined();
  });
});
