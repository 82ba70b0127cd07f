import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mentions } from '#rules/mentions.js';
import { lint } from '#lint/engine.js';

const invalidNames = (text: string): unknown[] =>
  lint({ text }, { rules: [mentions], lexicons: [], config: { lang: 'fr' } })
    .findings.filter(({ messageId }) => messageId === 'invalid')
    .map(({ data, span }) => [data, span]);

it('names that X does not see are the same whether a text is in Latin letters alone or not', () => {
  const piece = fc.constantFrom(
    ..."@ ＠ @a @example_dev é É œ Œ ł - . _ 7 ² ª µ ' ’ été # / ! a".split(' ').concat([' ', ' ']),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const text = pieces.join('');
      expect(invalidNames(text)).toEqual(invalidNames(`${text} 日本`));
    }),
    { numRuns: 3000 },
  );
});
