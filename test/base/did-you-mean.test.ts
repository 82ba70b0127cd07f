import { expect, it } from 'vitest';
import { hint, nearest } from '#base/did-you-mean.js';

const keys = ['link', 'media', 'keywords', 'title', 'campaign'];

it.each([
  ['keyword', 'keywords'],
  ['Link', 'link'],
  ['campain', 'campaign'],
  ['tittle', 'title'],
])('%s was most likely %s', (name, meant) => {
  expect(nearest(name, keys)).toBe(meant);
});

it('two letters in the wrong order are nearer than a wrong letter', () => {
  expect(nearest('lnit', ['init', 'lint'])).toBe('lint');
});

it('half of a short name is too much to be a slip', () => {
  expect(nearest('plan', ['pin', 'links', 'lint'])).toBeUndefined();
  expect(nearest('lnt', ['lint'])).toBe('lint');
});

it('a name far from all is near none, and all are named', () => {
  expect(nearest('photographs', keys)).toBeUndefined();
  expect(hint('photographs', keys)).toBe('; allowed: link, media, keywords, title, campaign');
});
