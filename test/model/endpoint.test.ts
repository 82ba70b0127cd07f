import { describe, expect, it } from 'vitest';
import { endpointOf, type Endpoint } from '#model/endpoint.js';
import { readFixture } from '../fixture.js';

const table = readFixture<{ readonly base: string } & Endpoint>('model/addresses');

describe('the address of a model', () => {
  it.each(table.map(({ base, ...expected }) => [base, expected] as const))('%s', (base, expected) => {
    expect(endpointOf(base)).toEqual(expected);
  });

  it('is never repeated with a secret in it', () => {
    const secrets = table.filter(({ base }) => base.includes('sk-secret'));
    expect(secrets.length).toBeGreaterThan(2);
    for (const { base } of secrets) expect(JSON.stringify(endpointOf(base))).not.toContain('sk-secret');
  });
});
