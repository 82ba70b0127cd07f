import { describe, expect, it } from 'vitest';
import { calmFigure, calmShort, isDayOrMonth, isTwoInOne, withAccents } from '#lint/calm-words.js';

describe('words in capitals in normal case', () => {
  it.each([
    ['10H30', '10h30'],
    ['7PM', '7pm'],
    ['1ER', '1er'],
    ['4K', '4K'],
    ['3D', '3D'],
    ['2027', '2027'],
  ])('%s is %s', (figure, calm) => {
    expect(calmFigure(figure)).toBe(calm);
  });

  it.each([
    ['SAT', 'CAFE ', ' 8 NOV', true],
    ['NOV', 'SAT 8 ', '!', true],
    ['MAY', 'FROM 4 ', '', true],
    ['SUN', 'IN THE ', ' AND RAIN', false],
    ['MAY', 'YOU ', ' WIN', false],
    ['FRIDAY', 'BLACK ', ' DEALS', true],
  ])('%s between “%s” and “%s”: a day or a month, %s', (word, before, behind, is) => {
    expect(isDayOrMonth(word, before, behind)).toBe(is);
  });

  it.each([
    ['A', ' 10H', 'à'],
    ['A', ' BESOIN DE VOUS', undefined],
    ['DES', ' 9H', 'dès'],
    ['NOEL', '', 'Noël'],
    ['MARCHE', ' DE NOEL', 'marché'],
    ['MARCHE', ' NORDIQUE', 'marche'],
    ['MARCHE', ' RUE HAUTE', undefined],
  ])('%s before “%s” is %s', (word, behind, calm) => {
    expect(calmShort(word, behind)).toBe(calm);
  });

  it('knows which words may be two', () => {
    expect(isTwoInOne('MARCHE', ' RUE HAUTE')).toBe(true);
    expect(isTwoInOne('MARCHE', ' DE NOEL')).toBe(false);
    expect(isTwoInOne('PISCINE', '')).toBe(false);
  });

  it('gives a word its accents where they make one known word and no other', () => {
    const known = new Set(['réouverture', 'médiathèque', 'côte', 'côté']);
    const isKnown = (word: string): boolean => known.has(word);
    expect(withAccents('reouverture', isKnown)).toBe('réouverture');
    expect(withAccents('mediatheque', isKnown)).toBe('médiathèque');
    expect(withAccents('cote', (word) => word === 'côte' || word === 'coté')).toBeUndefined();
    expect(withAccents('zzz', isKnown)).toBeUndefined();
  });
});
