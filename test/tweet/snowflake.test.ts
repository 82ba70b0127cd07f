import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstIdAt, idToInstant } from '#tweet/snowflake.js';

describe('instant of an id', () => {
  it.each([
    ['1212092628029698048', '2019-12-31T19:26:16'],
    ['1967853475307986945', '2025-09-16T07:30:04'],
  ])('%s was created at %s UTC', (id, second) => {
    expect(new Date(idToInstant(id) ?? NaN).toISOString().slice(0, 19)).toBe(second);
  });

  it.each(['20693519412', '7', '', 'abc', '1.47649E+18', '-1'])('%j holds no time', (id) => {
    expect(idToInstant(id)).toBeUndefined();
  });

  it('comes back from the first id of an instant', () => {
    const from = Date.UTC(2010, 11, 1);
    fc.assert(
      fc.property(fc.integer({ min: from, max: Date.UTC(2060, 0, 1) }), (instant) => {
        expect(idToInstant(firstIdAt(instant))).toBe(instant);
      }),
    );
  });
});
