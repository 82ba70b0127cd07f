import { describe, expect, it } from 'vitest';
import { lookUpThesaurus, mostAlike, type Thesaurus } from '#words/thesaurus.js';

/** A thesaurus of the given groups, each word with all the others of its group. */
function groups(...lists: readonly string[]): Thesaurus {
  const synonyms = new Map(
    lists.flatMap((list) => {
      const words = list.split(' ');
      return words.map((word) => [word, words.filter((other) => other !== word)] as const);
    }),
  );
  return { name: 'groups', lookUp: (word) => synonyms.get(word) ?? [] };
}

describe('the most alike of the candidates', () => {
  it('are six at most', () => {
    const { lookUp } = groups('a b c d e f g h i');
    expect(mostAlike('a', lookUp('a'), lookUp)).toEqual(['b', 'c', 'd', 'e', 'f', 'g']);
  });

  it('share three tenths of all their synonyms with the word, or more', () => {
    const neighbours: Readonly<Record<string, readonly string[]>> = {
      // 3 of 10 words in common: a, b, c.
      b: ['a', 'c', 'f', 'g', 'h', 'i', 'j'],
      // 2 of 7: a, c.
      c: ['a', 'x', 'y', 'z', 'w'],
    };
    expect(mostAlike('a', ['b', 'c', 'd', 'e'], (word) => neighbours[word] ?? [])).toEqual(['b']);
  });

  it('come with the nearest first', () => {
    const neighbours: Readonly<Record<string, readonly string[]>> = { b: ['a', 'x'], c: ['a', 'b'] };
    expect(mostAlike('a', ['b', 'c'], (word) => neighbours[word] ?? [])).toEqual(['c', 'b']);
  });

  it('are two words that are one another’s only synonym', () => {
    const { lookUp } = groups('médecin praticien');
    expect(mostAlike('médecin', ['praticien'], lookUp)).toEqual(['praticien']);
  });

  it('are never the word itself', () => {
    expect(mostAlike('a', ['a'], () => [])).toEqual([]);
  });
});

describe('asking for the words of a draft', () => {
  const thesaurus = groups('habitation logement', 'cours leçon', 'cour patio', 'constructor builder', '__proto__ root');

  it.each([
    ['a word as it stands', ['habitation'], { habitation: ['logement'] }],
    ['a plural by its singular', ['habitations'], { habitation: ['logement'] }],
    ['both forms once', ['habitation', 'habitations'], { habitation: ['logement'] }],
    ['no singular of a word that is known', ['cours'], { cours: ['leçon'] }],
    ['nothing for a word that is unknown', ['astuce'], {}],
    ['names of properties', ['constructor', 'toString'], { constructor: ['builder'] }],
  ])('answers %s', (_, words, answers) => {
    expect(lookUpThesaurus(thesaurus, words, 'fr')).toEqual(answers);
  });

  it('keeps even the name of the prototype as a key', () => {
    expect(Object.entries(lookUpThesaurus(thesaurus, ['__proto__'], 'fr'))).toEqual([['__proto__', ['root']]]);
  });
});
