import { describe, expect, it } from 'vitest';
import { judgeShelfLife } from '#words/shelf-life.js';

const NOW = Date.UTC(2026, 0, 15);
const judge = (text: string) => judgeShelfLife(text, NOW);

describe('what ties a text to its day', () => {
  it.each([
    ['Rendez-vous ce soir au salon du livre https://example.org/a', 'Rendez-vous'],
    ['3 livres à lire en décembre https://example.org/b', 'décembre'],
    ['We are live from the summit https://example.org/c', 'live'],
    ['#Summit25: what we saw https://example.org/d', '#Summit25'],
    ['Key trends of 2025 https://example.org/e', '2025'],
    ['Merci à tous les participants https://example.org/f', 'Merci'],
    ['La nouvelle carte sort le 7/12 https://example.org/g', '7/12'],
  ])('is found in %s', (text, words) => {
    expect(judge(text).passing).toBe(words);
  });

  it.each([
    'Un algorithme, qu’est-ce que c’est ? https://example.org/a',
    'A curated list of tutorials https://example.org/today/2019',
    'Our list of 2500 portals https://example.org/b',
    'Five trends for 2026 https://example.org/c',
  ])('is not found in %s', (text) => {
    expect(judge(text).passing).toBeUndefined();
  });
});

describe('what promises a page that lasts', () => {
  it.each([
    ['An absolute beginner’s guide to maps https://example.org/a', 'guide'],
    ['Un bail, qu’est-ce que c’est ? https://example.org/b', 'qu’est-ce'],
    ['24 cheat sheets for analysts https://example.org/c', 'cheat sheets'],
  ])('is found in %s', (text, words) => {
    expect(judge(text).lasting).toBe(words);
  });

  it.each([
    ['plain news', 'À Rennes, la donnée optimise les vélos https://example.org/a'],
    ['a story that begins as an explanation', 'Comment une association aide les locataires https://example.org/b'],
    ['an opinion', 'Why tenants leave the city https://example.org/c'],
  ])('is not found in %s', (_, text) => {
    expect(judge(text).lasting).toBeUndefined();
  });
});
