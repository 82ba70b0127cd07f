import { describe, expect, it } from 'vitest';
import { pluralize, singularize } from '#words/grammar.js';

describe('what a word may be the plural of', () => {
  it.each([
    ['habitations', 'fr', ['habitation']],
    ['journaux', 'fr', ['journau', 'journal']],
    ['bureaux', 'fr', ['bureau', 'bureal']],
    ['loyer', 'fr', []],
    ['dwellings', 'en', ['dwelling']],
    ['remedies', 'en', ['remedy', 'remedie']],
    ['boxes', 'en', ['box', 'boxe']],
    ['houses', 'en', ['hous', 'house']],
    ['glass', 'en', []],
    ['tax', 'en', []],
  ])('%s (%s)', (word, language, singulars) => {
    expect(singularize(word, language)).toEqual(singulars);
  });
});

describe('the plural of a noun', () => {
  it.each([
    ['logement', 'fr', 'logements'],
    ['prix', 'fr', 'prix'],
    ['journal', 'fr', 'journaux'],
    ['bureau', 'fr', 'bureaux'],
    ['offre d’emploi', 'fr', 'offres d’emploi'],
    ['résidence principale', 'fr', 'résidences principales'],
    ['chef-lieu', 'fr', undefined],
    ['chirurgien-dentiste', 'fr', undefined],
    ['loft', 'en', 'lofts'],
    ['remedy', 'en', 'remedies'],
    ['holiday', 'en', 'holidays'],
    ['church', 'en', 'churches'],
    ['care home', 'en', 'care homes'],
  ])('%s (%s)', (noun, language, plural) => {
    expect(pluralize(noun, language)).toBe(plural);
  });
});
