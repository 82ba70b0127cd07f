import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduceText, similarity } from '#words/similarity.js';

const POST = '5 conseils pour choisir votre logement à Lyon #immobilier https://example.org/guide';

describe('how alike two posts read', () => {
  it.each([
    ['in link', '5 conseils pour choisir votre logement à Lyon #immobilier https://example.org/autre'],
    ['in case', '5 CONSEILS pour choisir votre logement à lyon #Immobilier https://example.org/guide'],
    ['in punctuation', '« 5 conseils pour choisir votre logement, à Lyon ! » #immobilier https://example.org/guide'],
    ['in emoji', '\u{1f3e0} 5 conseils pour choisir votre logement à Lyon #immobilier https://example.org/guide'],
    ['in the way accents are written', POST.normalize('NFD')],
  ])('is 1 where they differ %s only', (_, other) => {
    expect(similarity(POST, other)).toBe(1);
  });

  it.each([
    ['a tag changed', '5 conseils pour choisir votre logement à Lyon #location https://example.org/guide', 0.6, 0.9],
    [
      'a keyword swapped',
      '5 conseils pour choisir votre appartement à Lyon #immobilier https://example.org/guide',
      0.6,
      0.9,
    ],
    [
      'parts reordered',
      '#immobilier À Lyon, 5 conseils pour choisir votre logement https://example.org/guide',
      0.7,
      0.99,
    ],
    ['a new hook', 'Vous cherchez ? 5 conseils pour choisir votre logement à Lyon #immobilier', 0.5, 0.85],
    [
      'everything rewritten',
      'Avant de signer un bail, relisez ces points un à un #location https://example.org/guide',
      0,
      0.3,
    ],
    ['another subject', 'Notre équipe recrute une développeuse en CDI https://example.org/emploi', 0, 0.3],
  ])('with %s stands between the bounds', (_, other, least, most) => {
    expect(similarity(POST, other)).toBeGreaterThan(least);
    expect(similarity(POST, other)).toBeLessThan(most);
  });

  it('is 1 for two posts of nothing but a link', () => {
    expect(similarity('https://example.org/a', 'https://example.org/b')).toBe(1);
  });

  it('is 0 for a post and nothing', () => {
    expect(similarity(POST, '')).toBe(0);
  });

  const texts = fc.oneof(
    fc
      .array(fc.constantFrom('Un ', 'été ', '#Lyon ', 'logement ', '! ', 'https://example.org/a '))
      .map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
  );

  it('is the same both ways, and within 0..1', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const alike = similarity(a, b);
        expect(alike).toBe(similarity(b, a));
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is 1 for a post and itself with another link and other punctuation', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(similarity(text, `« ${text} » ! https://example.org/${'x'.repeat(9)}`)).toBe(1);
      }),
    );
  });

  it('reduces a reduced text to itself', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(reduceText(reduceText(text))).toBe(reduceText(text));
      }),
    );
  });
});
