import { describe, expect, it } from 'vitest';
import { toEndpoint, type Endpoint } from '#model/client.js';
import { readFixture } from '../fixture.js';

const table = readFixture<{ readonly base: string } & Endpoint>('model/addresses');

describe('the address of a model', () => {
  it.each(table.map(({ base, ...expected }) => [base, expected] as const))('%s', (base, expected) => {
    expect(toEndpoint(base)).toEqual(expected);
  });

  it('is never repeated with a secret in it', () => {
    const secrets = table.filter(({ base }) => base.includes('sk-secret'));
    expect(secrets.length).toBeGreaterThan(2);
    for (const { base } of secrets) expect(JSON.stringify(toEndpoint(base))).not.toContain('sk-secret');
  });
});
