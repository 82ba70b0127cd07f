// Texts that say nothing, made anew by chance from a seed: twelve kinds, in two languages.
import { lexicons } from '#rules/lexicon/index.js';
import { phrasesOf } from '#words/phrases.js';
import { readJudgedDrafts } from '../judged-drafts.js';

type Language = 'en' | 'fr';

/** Numbers from 0 to 1 by a linear congruential generator (Numerical Recipes), the same for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*(?:[-'’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const LOREM =
  'lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure reprehenderit in voluptate velit esse cillum fugiat nulla pariatur'.split(
    ' ',
  );
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'azertyuiop', 'qsdfghjklm', 'wxcvbn'];
const LINK = 'https://example.org/page';

/** What is said in a draft: its words without links, tags and mentions. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replace(/https?:\S+|[#@][\p{L}\p{N}_]+/gu, ' ')
    .match(WORDS) ?? [];

/** The words of drafts in which sentences were found sound, eight to twenty-five of each. */
const soundTexts = (language: Language): string[][] =>
  readJudgedDrafts()
    .filter(({ lang, expected }) => lang === language && expected.every(({ kind }) => kind !== 'nonsense'))
    .map(({ text }) => wordsOf(text).slice(0, 25))
    .filter((words) => words.length >= 8);

/** Makers of texts by kind; each call gives another text, with a link behind it. */
export function nonsenseMakers(language: Language, seed: number): Readonly<Record<string, () => string>> {
  const random = createRandom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? '';
  const repeat = (count: number, make: () => string): string => Array.from({ length: count }, make).join(' ');
  const texts = soundTexts(language);
  const words = [...new Set(texts.flat())].filter((word) => /^\p{L}+$/u.test(word));
  const stops = phrasesOf(lexicons.find((lexicon) => lexicon.language === language)?.stopWords ?? '')
    .map(({ phrase }) => phrase)
    .filter((word) => /^\p{L}+$/u.test(word));
  const letters = (of: string, least: number, most: number): string =>
    Array.from({ length: least + below(most - least + 1) }, () => of.charAt(below(of.length))).join('');
  const some = (): number => 8 + below(8);
  const keys = (): string => {
    const row = pick(ROWS);
    const start = below(row.length - 4);
    return row.slice(start, start + 4 + below(5));
  };
  const shuffled = (): string => {
    const list = [...(texts[below(texts.length)] ?? [])];
    for (let at = list.length - 1; at > 0; at -= 1) {
      const other = below(at + 1);
      [list[at], list[other]] = [list[other] ?? '', list[at] ?? ''];
    }
    return list.join(' ');
  };
  const makers: Readonly<Record<string, () => string>> = {
    'one word': () => pick(words),
    'three words': () => repeat(3, () => pick(words)),
    'link only': () => '',
    'three tags only': () => repeat(3, () => `#${pick(words)}`),
    'random letters': () => repeat(some(), () => letters('abcdefghijklmnopqrstuvwxyz', 3, 9)),
    'keyboard runs': () => repeat(5 + below(6), keys),
    'lorem ipsum': () => {
      const start = below(20);
      return LOREM.slice(start, start + some()).join(' ');
    },
    'one word eight times': () => {
      const word = pick(words);
      return repeat(8, () => word);
    },
    'stop words only': () => repeat(some(), () => pick(stops ?? [])),
    'shuffled sentence': shuffled,
    'random words': () => repeat(some(), () => pick(words)),
    'random words, tags and a figure': () => `${repeat(some(), () => pick(words))} 5 #${pick(words)} #${pick(words)}`,
  };
  return Object.fromEntries(Object.entries(makers).map(([kind, make]) => [kind, () => `${make()} ${LINK}`.trim()]));
}
