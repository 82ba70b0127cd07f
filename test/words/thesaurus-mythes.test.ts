import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mythesEncoding, readMythes } from '#words/thesaurus.js';

const french = (): string => readFileSync('fixtures/words/thesauri/thes_fr.dat', 'utf8');
const english = (): string => readFileSync('fixtures/words/thesauri/th_en_US_v2.dat', 'utf8');

describe('a French thesaurus, all senses in one list', () => {
  const { name, lookUp } = readMythes(french(), 'thes_fr.dat');

  it('has the name that it was opened by', () => {
    expect(name).toBe('thes_fr.dat');
  });

  it('ranks by what two words have in common: habitation is a logement, hardly an implantation', () => {
    expect(lookUp('habitation')).toEqual(['logis', 'logement', 'demeure']);
  });

  it.each(['villa', '', 'habit', 'Nom', 'logis|1', 'UTF-8', 'faîte\n', 'constructor'])(
    'knows nothing of %j',
    (word) => {
      expect(lookUp(word)).toEqual([]);
    },
  );

  it('finds the first word and the last', () => {
    const text = 'UTF-8\na|1\n(Nom)|b\nb|1\n(Nom)|a';
    expect(['a', 'b'].map(readMythes(text, 'x').lookUp)).toEqual([['b'], ['a']]);
  });
});

describe('an English thesaurus, several senses a word', () => {
  const { lookUp } = readMythes(english(), 'th_en_US_v2.dat');

  it('leaves out what is marked as something else than a synonym, and other marks', () => {
    expect(lookUp('abode')).toEqual(['home', 'dwelling']);
  });

  it('is not misled by a part of speech that looks like a heading', () => {
    expect(lookUp('noun')).toEqual(['substantive']);
  });
});

it('lines may end as on Windows', () => {
  const windows = readMythes(french().replaceAll('\n', '\r\n'), 'thes_fr.dat');
  expect(windows.lookUp('habitation')).toEqual(['logis', 'logement', 'demeure']);
  expect(windows.lookUp('toit')).toEqual(readMythes(french(), 'thes_fr.dat').lookUp('toit'));
});

it('of a word with two headings the first holds, asked first or later', () => {
  const { lookUp } = readMythes('UTF-8\na|1\n(Nom)|b\na|1\n(Nom)|c\nb|1\n(Nom)|a\n', 'x');
  expect(lookUp('b')).toEqual(['a']);
  expect(lookUp('a')).toEqual(['b']);
});

it.each([
  ['a number of senses without end', 'UTF-8\na|999999999\n(Nom)|b\n', ['b']],
  ['no number', 'UTF-8\na|x\n(Nom)|b\n', []],
  ['no senses', 'UTF-8\na|1', []],
  ['empty synonyms', 'UTF-8\na|1\n(Nom)|||b| |\n', ['b']],
  ['lines without a bar', 'UTF-8\n\nfoo\na|1\n(Nom)|b\n', ['b']],
])('a damaged file is read as far as it goes: %s', (_, text, synonyms) => {
  expect(readMythes(text, 'x').lookUp('a')).toEqual(synonyms);
});

describe('whenever a word is asked for', () => {
  const word = fc.stringMatching(/^[a-e]{1,3}$/);
  const entries = fc.uniqueArray(fc.record({ word, synonyms: fc.array(word, { minLength: 1, maxLength: 6 }) }), {
    selector: (entry) => entry.word,
    minLength: 1,
    maxLength: 12,
  });

  it('its synonyms are the same, be it the first of all or after others', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const text = `UTF-8\n${list.map((entry) => `${entry.word}|1\n(Nom)|${entry.synonyms.join('|')}`).join('\n')}\n`;
        const asked = readMythes(text, 'x');
        for (const entry of list) {
          expect(asked.lookUp(entry.word)).toEqual(readMythes(text, 'x').lookUp(entry.word));
          expect(entry.synonyms).toEqual(expect.arrayContaining([...asked.lookUp(entry.word)]));
        }
      }),
    );
  });
});

describe('the encoding that a file names', () => {
  it.each([
    ['UTF-8\nabaca|1\n', 'utf-8'],
    ['ï»¿UTF-8\nabaca|1\n', 'utf-8'],
    ['ISO8859-15\r\nabaca|2\r\n', 'iso8859-15'],
    ['ISO8859-1\nabaca|1\n(noun)|hemp\n', 'iso8859-1'],
    ['microsoft-cp1251\nabaca|1\n', 'windows-1251'],
    ['UTF-8\nabaca\n', undefined],
    ['{\n"a": "b|1"\n', undefined],
    ['Some text\nwith a line|1\n', undefined],
    ['', undefined],
  ])('%j: %s', (head, encoding) => {
    expect(mythesEncoding(head)).toBe(encoding);
  });

  it.each(['utf-8', 'iso8859-1', 'iso8859-15', 'windows-1251', 'koi8-r'])('%s is one that can be decoded', (label) => {
    expect(() => new TextDecoder(label)).not.toThrow();
  });
});
