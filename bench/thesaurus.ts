// How long a thesaurus takes to answer, as rows of `npm run bench`.
import { readFileSync } from 'node:fs';
import { readMythes, readWordnet, type Thesaurus } from '#words/thesaurus.js';

const ENGLISH = 'house housing dwelling car automobile buy learn lawyer training city film error zucchini'.split(' ');
/** As many words and synonyms as MyThes' French thesaurus has. */
const WORDS = 36_166;
const SYNONYMS = 11;

/** A thesaurus of made-up words, each with its neighbours in the alphabet. */
function madeUp(): { readonly text: string; readonly words: readonly string[] } {
  const words = Array.from({ length: WORDS }, (_, index) => `œuvre${(index + WORDS).toString(36)}`);
  const entry = (word: string, index: number): string =>
    `${word}|1\n(Nom)|${words.slice(index + 1, index + 1 + SYNONYMS).join('|')}\n`;
  return { text: `UTF-8\n${words.map(entry).join('')}`, words };
}

function time(work: () => unknown): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const slowest = (thesaurus: Thesaurus, words: readonly string[]): number =>
  Math.max(...words.map((word) => time(() => thesaurus.lookUp(word))));

/** Name, milliseconds and target of each figure. */
export function thesaurusRows(): readonly (readonly [string, number, string])[] {
  const english = readWordnet(readFileSync('dist/program/lexicon/wordnet.txt', 'latin1'));
  const { text, words } = madeUp();
  const bytes = new TextEncoder().encode(text);
  const read = time(() => new TextDecoder('utf-8').decode(bytes));
  const french = readMythes(new TextDecoder('utf-8').decode(bytes), 'made up');
  const unknown = slowest(french, ['absent', 'habitation', 'logement']);
  const first = time(() => french.lookUp(words[WORDS / 2] ?? ''));
  const tenth = words.filter((_, index) => index % (WORDS / 10) < 1);
  return [
    ['WordNet, slowest of 13 words (ms)', slowest(english, ENGLISH), 'at most 5'],
    ['MyThes of 36,000 words, decoded (ms)', read, ''],
    ['… an unknown word, slowest of 3 (ms)', unknown, 'at most 2'],
    ['… the first word with synonyms, which notes all headings (ms)', first, ''],
    ['… any later word, slowest of 10 (ms)', slowest(french, tenth), 'at most 2'],
  ];
}
