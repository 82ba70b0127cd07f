import { describe, expect, it } from 'vitest';
import { shippedProofreader } from '#cli/word-lists.js';
import { searchRewrites } from '#rewrite/rewrite.js';
import { toOptions } from './cases.js';

const options = { ...toOptions(), proofreader: shippedProofreader(), n: 1 };
const firstFor = (text: string): string | undefined =>
  searchRewrites({ text: `${text} https://example.org/a` }, options).rewrites[0]?.text;

describe('words that do not agree', () => {
  it.each([
    ['Les inscription au semi-marathon ferment le 28 février 2027 à minuit.', 'Les inscriptions au semi-marathon'],
    ['La parapharmacie livre à domicile dans les 7 commune du canton.', 'les 7 communes du canton'],
    ['The ferry leaves at dawn, and each passengers gets a blanket.', 'each passenger gets'],
  ])('are set right where that is sure: %s', (text, right) => {
    expect(firstFor(text)).toContain(right);
  });

  it.each([
    'Les inscription au semi-marathon est ouverte depuis le 28 février 2027.',
    'The ferry leave at dawn, and each passengers gets a blanket.',
  ])('keep a text from being proposed where another verb than the words says: %s', (text) => {
    expect(firstFor(text)).toBeUndefined();
  });

  it('is not said of a noun behind “de” with the adjective of another', () => {
    const text = 'La chambre propose une formation de 2 jours intitulée « Vendre en ligne » à Vannes.';
    const { before } = searchRewrites({ text: `${text} https://example.org/a` }, options);
    expect(before.findings.map(({ messageId }) => messageId)).not.toContain('agreement');
  });
});

it.each([
  ['Les éleves de CM2 ont realisés un journal sur la vie du quartier en 1950.', 'Les élèves de CM2 ont réalisé un'],
  ['A huge thank you to our 62 volunteers, who cleaned the beach on sunday.', 'the beach on Sunday.'],
])('a participle behind “avoir” and a day are set right: %s', (text, right) => {
  expect(firstFor(text)).toContain(right);
});

it('what readers think is no label', () => {
  const text = 'We’d love to hear your thoughts on the new park by the river. https://example.org/a';
  expect(searchRewrites({ text }, options).before.findings.map(({ messageId }) => messageId)).not.toContain(
    'contentLabel',
  );
});

it('more about something is no empty pointer', () => {
  const text = 'If you want to find out more about becoming a carer, join us on Monday. https://example.org/a';
  expect(searchRewrites({ text }, options).before.findings.map(({ messageId }) => messageId)).not.toContain(
    'emptyPointer',
  );
});

it.each([
  'Un goûter pour nos ainés rue Haute, le mercredi. https://example.org/a',
  'Five mistakes that most people make when repotting an orchid in spring. https://example.org/a',
])('the spelling of 1990 and a prefix are no slips: %s', (text) => {
  expect(searchRewrites({ text }, options).before.findings.map(({ messageId }) => messageId)).not.toContain('spelling');
});

it('a goodbye to somebody is no cliché', () => {
  const text = 'Today we say goodbye to our headteacher Mr Ward, who taught here for 31 years. https://example.org/a';
  expect(searchRewrites({ text }, options).before.findings.map(({ messageId }) => messageId)).not.toContain('cliche');
});

it.each([
  ['Les sapeurs pompiers de Brive recrutent : venez y samedi dès 9 h, quai Tourny.', 'sapeurs-pompiers de Brive'],
  ['La pétition pour la gare compte 812 noms, signez la !', 'signez-la'],
  [
    'Staff at the depot were given 10 days notice before the 3 year contract was cut.',
    '10 days’ notice before the 3-year',
  ],
  ['The kiln is back. tickets for the 2 hour class cost £12.', 'back. Tickets for the 2-hour class'],
])('what no reading makes right is set right: %s', (text, right) => {
  expect(firstFor(text)).toContain(right);
  const faults = searchRewrites({ text }, options).before.findings.flatMap(({ suggestions }) => suggestions);
  expect(faults.some(({ id, safe }) => id === 'quality/correctSurely' && safe)).toBe(true);
});

describe('apostrophes of a rewrite', () => {
  it.each([
    ["We don't open on Monday. Its back: the rye loaf of our oven.", "We don't open on Monday. It's back: the rye"],
    ['The baker said: "It\'s a small oven." Its back: the rye loaf of Hull.', '"It\'s a small oven." It\'s back'],
    ['We don’t open on Monday. Its back: the rye loaf of our oven.', 'We don’t open on Monday. It’s back: the rye'],
    [
      "« J'ai compté l'herbe », dit l'éleve qui n'a pas fini de jouer.",
      'J’ai compté l’herbe\u00a0», dit l’élève qui n’a',
    ],
  ])('are of one form: %s', (text, right) => {
    expect(firstFor(text)).toContain(right);
  });
});

it.each([
  ['Le club de judo est à la recherche de nouveaux bénévoles pour 12 cours.', 'Le club de judo cherche de nouveaux'],
  ['La chorale est à la recherche de bénévoles pour 12 concerts.', 'La chorale cherche des bénévoles'],
])('before an adjective “de” stays: %s', (text, right) => {
  expect(firstFor(text)).toContain(right);
});
