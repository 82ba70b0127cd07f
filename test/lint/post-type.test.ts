import { describe, expect, it } from 'vitest';
import { postType } from '#lint/post-type.js';

describe('the type of a post, by its words', () => {
  it.each([
    'Our friend and colleague Peter Moss died on Friday after a short illness. He ran the press for 30 years.',
    'It is with a heavy heart that we share the passing of Margaret Hale, who founded the choir.',
    'Le club est en deuil : notre entraîneur Paul Viala s’est éteint lundi à 74 ans.',
    'C’est avec une profonde tristesse que nous avons appris la disparition de Marc Delorme.',
    'Nous avons l’immense tristesse de vous annoncer le décès de Jeanne Morel, qui a fondé l’école.',
    'Les obsèques auront lieu mardi à 14 h en l’église de Brou. Paul Viala avait 91 ans.',
    'Notre amie Lise Arnaud nous a quittés. La chorale lui doit 30 concerts.',
  ])('is a tribute: %s', (text) => {
    expect(postType({ text })).toBe('tribute');
  });

  it.each([
    'Avis de recherche : Léo, 9 ans, a été vu pour la dernière fois gare de Brest.',
    'Rappel produit : ne consommez pas les yaourts Exemple du lot 12.',
    'Coupure d’eau rue Haute jusqu’à 18 h.',
    '🚨 Route coupée entre Brest et Quimper, évitez le secteur.',
  ])('is an alert: %s', (text) => {
    expect(postType({ text })).toBe('alert');
  });

  it.each([
    'It is with a heavy heart that we announce the end of the carnival, for lack of volunteers.',
    'Nous avons la tristesse de vous annoncer la fermeture du cinéma le 4 mars.',
    '🚨NEW JOB ALERT🚨 We are looking for a chef in Whitby.',
    '🚨 Nouvel épisode : comment les loups sont revenus dans les Vosges.',
    'How our grandmothers cooked when nobody in the village had an oven.',
  ])('is none: %s', (text) => {
    expect(postType({ text })).toBeUndefined();
  });

  it('is what the front matter says', () => {
    expect(postType({ text: 'Lucie Aubertin, institutrice', type: 'tribute' })).toBe('tribute');
  });
});
