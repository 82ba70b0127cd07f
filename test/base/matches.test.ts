import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchesOf } from '#base/matches.js';

it('matches are those of matchAll, whatever the expression was used for before', () => {
  const word = /(?<=^| )[ab]+/g;
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-'), maxLength: 20 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      word.test(before);
      expect(matchesOf(after, word)).toEqual([...after.matchAll(/(?<=^| )[ab]+/g)]);
    }),
  );
});
