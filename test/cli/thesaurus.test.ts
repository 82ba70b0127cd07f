import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import frenchLexicon from '#rules/lexicon/fr.json' with { type: 'json' };
import { synonymsOf } from '#cli/synonyms.js';
import { thesaurusLoader } from '#cli/thesaurus-file.js';
import type { DemandSource } from '#lint/facts.js';
import type { Lexicon } from '#words/lexicon.js';
import { runInProcess, runProcess } from './run.js';

const FRENCH = resolve('fixtures/words/thesauri/thes_fr.dat');
const DRAFT = resolve('fixtures/drafts/fr-blog-good.md');
let folder = '';

const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
const nowhere = (): readonly string[] => [];
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-thesaurus-'));
  mkdirSync(join(folder, 'folder.dat'));
  put('empty.dat', '');
  put('table.dat', 'word;synonym\nété;saison\n');
  put('odd.dat', 'EBCDIC-9\nété|1\n(Nom)|saison\n');
  // ½ of ISO 8859-1 is œ in ISO 8859-15.
  put('th_fr_latin.dat', latin('ISO8859-15\nété|1\n(Nom)|saison\nsaison|1\n(Nom)|été\n\u00bduvre|1\n(Nom)|ouvrage\n'));
  put('mine.dat', 'UTF-8\nabri|1\n(Nom)|toit\ntoit|1\n(Nom)|abri\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a file that is no thesaurus', () => {
  it.each([
    ['none.dat', 'none.dat: no such thesaurus; check the name'],
    ['folder.dat', 'folder.dat: not a file; name a MyThes thesaurus, such as thes_fr.dat'],
    ['empty.dat', 'empty.dat: not a MyThes thesaurus; name a .dat file whose first line is its encoding'],
    ['table.dat', 'table.dat: not a MyThes thesaurus'],
    ['odd.dat', 'odd.dat: unknown encoding "ebcdic-9"; save the thesaurus as UTF-8'],
  ])('%s is refused in one line, before any draft is judged', async (file, line) => {
    const { stdout, stderr, exitCode } = await runInProcess({
      argv: ['lint', '--thesaurus', file, DRAFT],
      cwd: folder,
    });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain(`tweetspan: ${line}`);
  });
});

describe('the thesaurus of a language', () => {
  it('is the file that was named, for the language in its name', () => {
    const thesaurusFor = thesaurusLoader(folder, FRENCH, nowhere);
    expect(thesaurusFor('fr')?.lookUp('habitation')).toEqual(['logis', 'logement', 'demeure']);
    expect(thesaurusFor('en')?.name).toMatch(/^WordNet/);
    expect(thesaurusFor('de')).toBeUndefined();
  });

  it('is the file that was named, for all drafts when its name tells no language', () => {
    const thesaurusFor = thesaurusLoader(folder, 'mine.dat', nowhere);
    expect(['fr', 'en', undefined].map((language) => thesaurusFor(language)?.name)).toEqual(Array(3).fill('mine.dat'));
    expect(thesaurusFor('fr')?.lookUp('abri')).toEqual(['toit']);
  });

  it('is read in the encoding that it names', () => {
    const french = thesaurusLoader(folder, 'th_fr_latin.dat', nowhere)('fr');
    expect(french?.lookUp('été')).toEqual(['saison']);
    expect(french?.lookUp('œuvre')).toEqual(['ouvrage']);
  });

  it('is an installed one for French, the first that can be read', () => {
    mkdirSync(join(folder, 'office7.1/share/dict-fr'), { recursive: true });
    put('office7.1/share/dict-fr/thes_fr.dat', 'UTF-8\nabri|1\n(Nom)|toit\ntoit|1\n(Nom)|abri\n');
    put('office7.1/share/dict-fr/th_fr_broken.dat', 'nothing of use');
    put('office7.1/share/dict-fr/th_en_US.dat', 'UTF-8\nabri|1\n(noun)|wrong\nwrong|1\n(noun)|abri\n');
    const folders = (language: string) => [join(folder, 'none'), `${folder}/office*/share/dict-${language}`];
    const french = thesaurusLoader(folder, undefined, folders)('fr');
    expect(french?.name).toBe('thes_fr.dat');
    expect(french?.lookUp('abri')).toEqual(['toit']);
  });

  it('is none where none is installed', () => {
    expect(thesaurusLoader(folder, undefined, nowhere)('fr')).toBeUndefined();
  });

  it('is our own for English', () => {
    expect(thesaurusLoader(folder, undefined, nowhere)('en')?.lookUp('lawyer')).toEqual(['attorney']);
  });

  it('is opened once', () => {
    const thesaurusFor = thesaurusLoader(folder, undefined, nowhere);
    expect(thesaurusFor('en')).toBe(thesaurusFor('en'));
  });
});

describe('what a thesaurus adds to the facts of a draft', () => {
  const draft = { text: 'Nos habitations à Lyon, et nos abris #habitation https://example.org/habitation' };
  const figures = (kind: DemandSource['kind']): DemandSource[] => [{ name: 'figures', kind, figures: {} }];
  const french = thesaurusLoader(folder, FRENCH, nowhere);
  const lexicon = frenchLexicon as unknown as Lexicon;

  it.each(['search', 'posts', 'own'] as const)('synonyms of its subject words, with figures of kind %s', (kind) => {
    expect(synonymsOf(draft, figures(kind), lexicon, french)).toEqual({
      habitation: ['logis', 'logement', 'demeure'],
    });
  });

  it('nothing with word frequencies alone: it is not even opened', () => {
    const opened: string[] = [];
    const found = synonymsOf(draft, figures('frequency'), lexicon, (code) => {
      opened.push(code);
      return undefined;
    });
    expect({ found, opened }).toEqual({ found: undefined, opened: [] });
  });

  it('nothing where there is none', () => {
    expect(synonymsOf(draft, figures('search'), lexicon, () => undefined)).toBeUndefined();
  });
});

it('the built program takes the option, and says the same without figures of demand', () => {
  const plain = runProcess({ argv: ['lint', DRAFT] });
  expect(runProcess({ argv: ['lint', '--thesaurus', FRENCH, DRAFT] })).toEqual(plain);
  expect(plain.exitCode).toBe(0);
});
