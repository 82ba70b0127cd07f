import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StoreError } from '#store/errors.js';
import { parseServerAddress } from '#store/postgres/address.js';

const parse = (address: string) => parseServerAddress(address, 'ada');

describe('the address of a server', () => {
  it.each([
    ['postgresql://', { host: 'localhost', port: 5432, user: 'ada', database: 'ada', tls: 'disable' }],
    ['postgres://db.example.org/team', { host: 'db.example.org', database: 'team', tls: 'verify-full' }],
    [
      'postgresql://bo@10.0.0.7:6543/team?sslmode=require',
      { host: '10.0.0.7', port: 6543, user: 'bo', tls: 'require' },
    ],
    ['postgresql://[::1]/team', { host: '::1', tls: 'disable', place: 'postgresql://ada@[::1]/team' }],
    ['postgresql:///team?host=/run/postgresql', { host: '/run/postgresql', tls: 'disable' }],
    ['postgresql://bo:p%40ss@db.example.org/team', { password: 'p@ss', place: 'postgresql://bo@db.example.org/team' }],
    ['postgresql://db.example.org/t?password=x&sslrootcert=/ca.pem', { password: 'x', rootCertificate: '/ca.pem' }],
  ])('%s is read in its parts', (address, parts) => {
    expect(parse(address)).toMatchObject(parts);
  });

  it.each([
    ['postgresql://a b/x', 'form'],
    ['postgresql://one,two/x', 'several'],
    ['postgresql://db.example.org/x?sslmode=prefer', 'tls'],
    ['postgresql://db.example.org/x?sslpassword=secret', 'option'],
  ])('%s is refused with the reason', (address, why) => {
    expect(() => parse(address)).toThrow(expect.objectContaining({ data: expect.objectContaining({ why }) }));
  });

  it('never shows its password, whatever that is', () => {
    // With a beginning that no sentence and no key of an answer has.
    const password = fc.stringMatching(/^Zq7~[\w!$&'()*+,;=~.-]{0,16}$/);
    fc.assert(
      fc.property(
        password,
        fc.boolean(),
        fc.constantFrom('', '?sslmode=prefer', '?other=1'),
        (secret, inQuery, rest) => {
          const address = inQuery
            ? `postgresql://bo@db.example.org/team?password=${encodeURIComponent(secret)}${rest.replace('?', '&')}`
            : `postgresql://bo:${encodeURIComponent(secret)}@db.example.org/team${rest}`;
          const shown = (): unknown => {
            try {
              const { password: read, ...others } = parse(address);
              return [read === secret, others];
            } catch (error) {
              return error instanceof StoreError ? [error.message, error.data] : error;
            }
          };
          expect(JSON.stringify(shown())).not.toContain(secret);
        },
      ),
    );
  });
});
