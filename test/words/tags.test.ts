import { describe, expect, it } from 'vitest';
import { joinAsTag, tagCandidates } from '#words/tags.js';
import { tokenize } from '#words/tokens.js';

const STOP = new Set(['à', 'de', 'son', 'le', 'pour', "l'", "d'"]);
const GENERIC = new Set(['choisir', 'guide']);

const candidatesIn = (text: string, wanted: readonly string[] = []): string[] => {
  const words = tokenize(text).map((token) => {
    const kind = STOP.has(token.word)
      ? ('stop' as const)
      : GENERIC.has(token.word)
        ? ('generic' as const)
        : ('subject' as const);
    return { ...token, kind, inTag: text.charAt(token.span.start - 1) === '#' };
  });
  const candidates = tagCandidates(text, words, wanted);
  for (const { span } of candidates) expect(text.slice(span.start, span.end)).not.toBe('');
  return candidates.map(({ tag }) => tag);
};

describe('what could become a tag', () => {
  it.each([
    [
      'pairs before single words, long words before short ones',
      'Choisir son logement social à Lyon',
      ['LogementSocial', 'logement', 'social', 'Lyon'],
    ],
    ['no tag again', 'Choisir à #Lyon', []],
    ['no pair over a comma', 'logement, loyer', ['logement', 'loyer']],
    ['no pair over a small word', 'loyer de logement', ['logement', 'loyer']],
    ['a word with hyphen, joined', 'Choisir l’éco-quartier', ['ÉcoQuartier']],
    ['nothing of nothing', 'Choisir le guide', []],
    [
      'no tag that nobody would read',
      'anticonstitutionnellement intergouvernementalisations',
      ['anticonstitutionnellement', 'intergouvernementalisations'],
    ],
  ])('%s', (_, text, tags) => {
    expect(candidatesIn(text)).toEqual(tags);
  });

  it('is led by the keywords that are known to matter', () => {
    expect(candidatesIn('Choisir son logement social à Lyon', ['lyon'])[0]).toBe('Lyon');
    expect(candidatesIn('Loyer cher, logement social', ['Logement social'])[0]).toBe('LogementSocial');
  });
});

it.each([
  [['logement', 'social'], 'LogementSocial'],
  [['éco-quartier'], 'ÉcoQuartier'],
  [['aujourd’hui'], 'AujourdHui'],
  [["l'été", 'à', 'Lyon'], 'LÉtéÀLyon'],
  [['HLM', 'Lyon'], 'HLMLyon'],
  [[], ''],
])('%j joined is %s', (words, tag) => {
  expect(joinAsTag(words)).toBe(tag);
});
