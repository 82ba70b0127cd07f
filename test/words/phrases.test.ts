import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPhrases, hasPhrase, isListed, phrasesOf, toPhraseList } from '#words/phrases.js';

const PHRASES = [
  'afin de',
  "afin d'",
  'fin',
  'ce matin',
  'matin',
  "aujourd'hui",
  "d'ores et déjà",
  'été',
  'j-1',
  '24h',
];
const LIST = toPhraseList(PHRASES);
const foundIn = (text: string): string[] => findPhrases(text, LIST).map(({ span }) => text.slice(span.start, span.end));

describe('phrases in a text', () => {
  it.each([
    ['in any case', 'AFIN DE choisir', ['AFIN DE']],
    ['as whole words', 'Enfin des matinées', []],
    ['with letters behind them not', 'afin des', []],
    ['with an accent behind them not', 'matiné, finé', []],
    ['with elided ends before any word', "afin d'aider", ["afin d'"]],
    ['with either apostrophe', 'Aujourd’hui, afin d’aider', ['Aujourd’hui', 'afin d’']],
    ['the longest first', 'Ce matin, au matin', ['Ce matin', 'matin']],
    ['after an elision', "d'été, l’été", ['été', 'été']],
    ['with a no-break space', 'ce\u00a0matin', ['ce\u00a0matin']],
    ['that open with a digit', 'Plus que 24h !', ['24h']],
    ['with a hyphen inside', 'Ouverture à J-1.', ['J-1']],
    ['with a tag around them too', '#matin', ['matin']],
    ['joined by an underscore not', 'le_matin matin_', []],
    ['at both ends of the text', 'matin midi matin', ['matin', 'matin']],
  ])('are found %s', (_, text, found) => {
    expect(foundIn(text)).toEqual(found);
  });

  it('are found where they stand, after letters that change their length in lower case', () => {
    const text = 'İİİ ce matin';
    const [match] = findPhrases(text, LIST);
    expect(match?.span).toEqual({ start: 4, end: 12 });
  });

  it('are not found in what is to be left out', () => {
    const text = 'Lire https://example.org/ce-matin ce matin';
    const link = { start: 5, end: 33 };
    expect(findPhrases(text, LIST, [link]).map(({ span }) => span)).toEqual([{ start: 34, end: 42 }]);
    expect(hasPhrase('Lire ce matin', toPhraseList(['matin']), [{ start: 8, end: 13 }])).toBe(false);
  });

  it('give what their list knows of them', () => {
    const list = toPhraseList([['afin de', 'pour'], 'lire']);
    expect(findPhrases('afin de lire', list).map(({ note }) => note)).toEqual(['pour', '']);
  });

  it('never overlap, and are what the list holds', () => {
    const texts = fc
      .array(fc.constantFrom(...PHRASES, ' ', '’', 'İ', 'Ce', '. ', 'x'), { maxLength: 20 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { phrase, span } of findPhrases(text, LIST)) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(text.slice(span.start, span.end).toLowerCase().replaceAll('’', "'")).toBe(phrase);
          at = span.end;
        }
      }),
    );
  });
});

describe('a list of phrases', () => {
  it('gives back what was put in, sorted', () => {
    expect(phrasesOf(toPhraseList(['fin', ['afin de', 'pour']]))).toEqual([
      { phrase: 'afin de', note: 'pour' },
      { phrase: 'fin', note: '' },
    ]);
  });

  it('is searched from any place in it: each phrase of any list is found', () => {
    const word = fc.stringMatching(/^[a-zé][a-zé']{0,3}(?: [a-z]{1,3})?$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 40 }), (phrases) => {
        const list = toPhraseList(phrases);
        for (const phrase of phrases)
          expect(findPhrases(phrase, list).map(({ phrase: found }) => found)).toEqual([phrase]);
      }),
    );
  });

  it('holds whole phrases only', () => {
    expect(['ce matin', 'matin', 'mat', 'ce'].filter((word) => isListed(word, LIST))).toEqual(['ce matin', 'matin']);
  });

  it.each(['a|b', 'a>b'])('takes no phrase with a sign of its own: %s', (phrase) => {
    expect(() => toPhraseList([phrase])).toThrow(RangeError);
  });
});
