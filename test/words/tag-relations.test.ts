import { beforeAll, describe, expect, it } from 'vitest';
import { loadLexicon } from '#rules/lexicon/load.js';
import type { Lexicon } from '#words/lexicon.js';
import { meaningsOf, meanSame, widerTags } from '#words/tag-relations.js';

const lexicons = new Map<string, Lexicon>();
beforeAll(async () => {
  for (const language of ['fr', 'en']) {
    const lexicon = await loadLexicon(language);
    if (lexicon !== undefined) lexicons.set(language, lexicon);
  }
});

const lexiconOf = (language: string): Lexicon => {
  const lexicon = lexicons.get(language);
  if (lexicon === undefined) throw new Error('no lexicon');
  return lexicon;
};

describe('tags that mean the same', () => {
  it('are known whatever their case, accents and number', () => {
    expect(meanSame('Vélos', 'cyclisme', lexiconOf('fr'))).toBe(true);
    expect(meanSame('jobs', 'Job', lexiconOf('en'))).toBe(true);
    expect(meanSame('js', 'JavaScript', lexiconOf('en'))).toBe(true);
    expect(meanSame('k8s', 'Kubernetes', lexiconOf('fr'))).toBe(true);
    expect(meanSame('vélo', 'train', lexiconOf('fr'))).toBe(false);
    expect(meanSame('js', 'TypeScript', lexiconOf('en'))).toBe(false);
  });

  it('are at least the tag itself', () => {
    expect(meaningsOf('Zwiebel', lexiconOf('en'))).toEqual(['zwiebel']);
  });
});

describe('wider tags', () => {
  it.each([
    ['fr', 'céramique', 'artisanat'],
    ['fr', 'Phares', 'patrimoine'],
    ['fr', 'hérisson', 'biodiversité'],
    ['en', 'swifts', 'birds'],
    ['en', 'marathon', 'running'],
    ['en', 'HeatPump', 'climate'],
  ])('%s: of %s is %s', (language, tag, wider) => {
    expect(widerTags(tag, lexiconOf(language))).toContain(wider);
  });

  it('begin with the one that holds the fewest', () => {
    const [first] = widerTags('marathon', lexiconOf('en'));
    expect(first).toBe('running');
  });

  it('are none of what is unknown, and none for a part of a word', () => {
    expect(widerTags('céram', lexiconOf('fr'))).toEqual([]);
    expect(widerTags('', lexiconOf('fr'))).toEqual([]);
  });

  it.each(['fr', 'en'])('%s: are none that means the same', (language) => {
    const lexicon = lexiconOf(language);
    const lines = (lexicon.wider ?? '').split('|').filter(Boolean);
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) {
      const [, held = ''] = line.split(': ');
      for (const tag of held.trim().split(' ')) {
        expect(widerTags(tag, lexicon).filter((wider) => meanSame(wider, tag, lexicon))).toEqual([]);
      }
    }
  });
});
