import { describe, expect, it } from 'vitest';
import { openFile } from '#history/formats/container.js';
import { readKeywords } from '#history/keywords.js';
import { createKeywordWriter } from '#store/history/reader.js';
import { allKeywords } from '#store/history/keywords.js';
import { NOW, openHistory } from './open-history.js';

const read = async (name: string, language = '') =>
  readKeywords(await openFile(`fixtures/keywords/${name}`), { now: NOW, language });

describe('figures of keywords', () => {
  it.each([
    [
      'search-console.csv',
      'search-console',
      [
        ['logement étudiant', 4210],
        ['habitation', 90],
      ],
    ],
    ['search-console-fr.csv', 'search-console', [['logement', 2500]]],
    [
      'trends.csv',
      'trends',
      [
        ['logement', 90],
        ['habitation', 9.5 / 3],
      ],
    ],
    [
      'trends-fr.csv',
      'trends',
      [
        ['logement', 85],
        ['habitation', 2.25],
      ],
    ],
    [
      'keyword-planner.csv',
      'keyword-planner',
      [
        ['logement', 40500],
        ['habitation', Math.sqrt(1e7)],
      ],
    ],
    [
      'plain.csv',
      'plain',
      [
        ['logement', 40500],
        ['loyer, charges', 880],
      ],
    ],
    [
      'plain-header.csv',
      'plain',
      [
        ['logement', 40500],
        ['housing', 90500],
      ],
    ],
  ] as const)('of %s are told apart as %s', async (name, format, expected) => {
    const file = await read(name);
    expect(file.format).toBe(format);
    expect(file.figures.map(({ term, figure }) => [term, figure])).toEqual(expected);
  });

  it('carry the date, the language and the measure that their file tells', async () => {
    const [planned] = (await read('keyword-planner.csv', 'fr')).figures;
    expect(planned).toMatchObject({ reportedAt: Date.UTC(2026, 2, 2), language: 'fr', measure: 'searches a month' });
    const languages = (await read('plain-header.csv', 'de')).figures.map(({ language }) => language);
    expect(languages).toEqual(['fr', 'en']);
    const [trend] = (await read('trends.csv')).figures;
    expect(trend).toMatchObject({
      measure: 'interest index among habitation, logement',
      reportedAt: Date.UTC(2025, 9, 19),
    });
  });

  it.each([
    ['refused-page.csv', 'web-page'],
    ['refused-no-figure.csv', 'no-terms'],
  ])('are not in %s: %s', async (name, problem) => {
    await expect(read(name)).rejects.toMatchObject({ problem });
  });
});

describe('a figure that is imported with its language and without', () => {
  const plain = { term: 'Rust', figure: 4, source: 'list.csv', measure: 'figure', language: '', reportedAt: NOW };
  const english = { ...plain, language: 'en', reportedAt: NOW + 1 };

  it.each([
    ['first without', [plain, english]],
    ['first with', [english, plain]],
    ['twice without', [plain, english, plain]],
  ])('is kept once: %s', async (_, figures) => {
    const { database } = await openHistory();
    for (const figure of figures) createKeywordWriter(database).addKeywords([figure]);
    expect(allKeywords(database)).toEqual([{ ...english, term: 'rust' }]);
  });

  it('stays apart from another figure', async () => {
    const { database } = await openHistory();
    createKeywordWriter(database).addKeywords([plain, { ...english, figure: 5 }]);
    expect(allKeywords(database)).toHaveLength(2);
  });
});
