import { beforeAll, describe, expect, it } from 'vitest';
import { exportWordnet, WORDNET, wordnetLicence } from '../../scripts/wordnet.mjs';
import { readWordnet, type Thesaurus } from '#words/thesaurus.js';

describe('the cut of a small WordNet', () => {
  const text = exportWordnet('fixtures/wordnet');

  it('holds the words that share their usual sense: no names, no rarer senses, no phrases alone', () => {
    expect(text.split('\n')).toEqual([
      'WordNet 9.9 Copyright 2030 by Princeton University, cut; licence in THIRD-PARTY-NOTICES.txt',
      '|car|auto|automobile|motorcar|',
      '|lamp|lantern|torch|beacon|candle|taper|glim|lampion|night light|',
      '|e-mail|electronic mail|',
      '|buy|purchase|',
      '|cheap|inexpensive|',
      '|galore|abundant|',
      '',
    ]);
  });

  it('comes with the licence that opens the files', () => {
    expect(wordnetLicence('fixtures/wordnet')).toBe(
      'A licence in the words of the edition, on numbered lines.\n' +
        'WordNet 9.9 Copyright 2030 by Princeton University.  All rights reserved.\n',
    );
  });

  it.each([
    ['car', ['auto', 'automobile', 'motorcar']],
    ['motorcar', ['car', 'auto', 'automobile']],
    ['e-mail', ['electronic mail']],
    ['abundant', ['galore']],
    ['machine', []],
    ['bribe', []],
    ['mail', []],
    ['', []],
    ['car|auto', []],
    ['|', []],
    ['\n', []],
    ['constructor', []],
  ])('knows of %j: %j', (word, synonyms) => {
    expect(readWordnet(text).lookUp(word)).toEqual(synonyms);
  });

  it('is named by its edition', () => {
    expect(readWordnet(text).name).toBe('WordNet 9.9');
  });

  it('is not taken for it when it is something else', () => {
    expect(() => readWordnet('|car|auto|\n')).toThrow(/no export of WordNet/);
  });

  it('joins what several lines say of a word', () => {
    const { lookUp } = readWordnet('WordNet 9.9\n|a|b|\n|c|a|\n|a|b|d|\n');
    expect(lookUp('a')).toEqual(['b', 'c', 'd']);
  });
});

describe('the cut of the whole WordNet', () => {
  let text = '';
  let wordnet: Thesaurus;
  beforeAll(() => {
    text = exportWordnet(WORDNET);
    wordnet = readWordnet(text);
  });

  it('has some half a megabyte and 17,000 sets of synonyms, all of plain words', () => {
    const lines = text.trimEnd().split('\n').slice(1);
    expect(text.length).toBeLessThan(600_000);
    expect(lines.length).toBeGreaterThan(17_000);
    expect(lines.filter((line) => !/^\|(?:[a-z][a-z -]*\|){2,}$/.test(line))).toEqual([]);
  });

  it.each([
    ['housing', 'lodging'],
    ['dwelling', 'abode'],
    ['abode', 'dwelling'],
    ['automobile', 'car'],
    ['lawyer', 'attorney'],
    ['purchase', 'buy'],
    ['inexpensive', 'cheap'],
    ['movie', 'film'],
  ])('%s: %s', (word, synonym) => {
    expect(wordnet.lookUp(word)).toContain(synonym);
  });

  it.each([
    ['house', 'the building has no synonym; a sign of the zodiac has'],
    ['event', 'what happens has none; a result has'],
    ['tool', 'the instrument has none; a rude word has'],
  ])('%s has none in its usual sense: %s', (word) => {
    expect(wordnet.lookUp(word)).toEqual([]);
  });
});
