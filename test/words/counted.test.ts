import { describe, expect, it } from 'vitest';
import { shippedProofreader } from '#cli/word-lists.js';
import { prepare } from '#lint/subject.js';
import { lexicons } from '#rules/lexicon/index.js';

const proofreader = shippedProofreader();
const agreementsIn = (text: string, language: 'fr' | 'en'): (string | undefined)[] =>
  proofreader
    .faultsIn(prepare({ text }, { lexicons, language, facts: {} }))
    .flatMap(({ kind, meant }) => (kind === 'agreement' ? [meant] : []));

describe('a noun in the singular that is counted', () => {
  it.each([
    ['Il reste 9 emplacement au marché de Noël.', 'fr', '9 emplacements'],
    ['Nous proposons 2 session de soudure le lundi.', 'fr', '2 sessions'],
    ['Le club cherche encore 3 bénévole pour la buvette.', 'fr', '3 bénévoles'],
    ['This autumn has 3 new episode about the sea.', 'en', '3 new episodes'],
    ['We have 2 session on bread in May.', 'en', '2 sessions'],
    ['The walk ends with five local song.', 'en', 'five local songs'],
  ] as const)('takes its plural: %s', (text, language, meant) => {
    expect(agreementsIn(text, language)).toContain(meant);
  });

  it.each([
    ['Samedi 12 concert de la chorale à Vannes.', 'fr'],
    ['Saison 2 épisode 4 : la nuit des hiboux.', 'fr'],
    ['Le stand 9 emplacement B est libre.', 'fr'],
    ['Ouvert depuis le 20 juin dans toute la vallée.', 'fr'],
    ['The two plan to walk the path in 9 days.', 'en'],
    ['Route 66 diner of the year: one in Leeds.', 'en'],
    ['We sold 40 head of cattle and 12 sheep in June.', 'en'],
    ['The show has 3 new song titles on its list.', 'en'],
    ['A club for 5 more people in Hull.', 'en'],
  ] as const)('may be no such noun: %s', (text, language) => {
    expect(agreementsIn(text, language)).toEqual([]);
  });
});

it.each([
  ['Les places sont limité à 40 pour le bal.', 'sont limitées'],
  ['Les boutiques sont fermé le lundi.', 'sont fermées'],
  ['Les billets sont limité à 40 pour le bal.', 'sont limités'],
] as const)('what is said of several has their gender: %s', (text, meant) => {
  expect(agreementsIn(text, 'fr')).toContain(meant);
});
