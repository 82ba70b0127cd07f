import { describe, expect, it } from 'vitest';
import { groupByPage } from '#campaign/page-groups.js';

const NOW = Date.UTC(2026, 0, 15);
const post = (link: string, text: string, id = `${link}: ${text}`, at = NOW) =>
  ({ link, id, at, kind: 'original', text, reactions: 3, countedAt: NOW }) as const;
const pages = (...posts: readonly ReturnType<typeof post>[]): number => groupByPage(posts).length;

describe('posts of short links', () => {
  it.each([
    ['the same words', 'Lire un bail : les clauses utiles', 'Lire un bail — les clauses utiles'],
    ['a tag in place of a word', 'Lire les clauses utiles du bail locatif', 'Lire les clauses utiles du #bail locatif'],
    ['a tag added', 'Reading the clauses of your lease', '#Housing Reading the clauses of your lease'],
    ['another credit', 'Reading the clauses of your lease', 'Reading the clauses of your lease, by @example_one'],
  ])('are of one page with %s', (_, one, other) => {
    expect(pages(post('t.co/AAAAAAAAA1', one), post('t.co/AAAAAAAAA2', other))).toBe(1);
  });

  it.each([
    ['another figure', 'Lire un bail étape par étape, partie 1', 'Lire un bail étape par étape, partie 4'],
    ['another word', 'Carte des bibliothèques du territoire', 'Carte des cinémas du territoire'],
    ['a tag each', 'Les chiffres utiles du logement #Rennes', 'Les chiffres utiles du logement #Brest'],
    ['hardly a word', 'À lire', 'À lire'],
  ])('are of two pages with %s', (_, one, other) => {
    expect(pages(post('t.co/AAAAAAAAA1', one), post('t.co/AAAAAAAAA2', other))).toBe(2);
  });

  it('count once when a post shows two links, and come oldest first', () => {
    const text = 'Lire un bail : les clauses utiles';
    const [page = []] = groupByPage([
      post('t.co/AAAAAAAAA1', text, 'newer', NOW),
      post('t.co/AAAAAAAAA2', text, 'older', NOW - 1),
      post('t.co/AAAAAAAAA2', text, 'newer', NOW),
    ]);
    expect(page.map(({ id }) => id)).toEqual(['older', 'newer']);
  });
});

it('leaves pages of known addresses apart, whatever their texts say', () => {
  const text = 'Lire un bail : les clauses utiles';
  expect(pages(post('example.org/a', text), post('example.org/b', text), post('t.co/AAAAAAAAA1', text))).toBe(3);
});
