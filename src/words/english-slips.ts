// Slips of English that are sure: articles, hyphens, apostrophes and number.
import { articleSlips } from './english-articles.js';
import { compoundSlips } from './english-compounds.js';
import { findPairs, type Confusion } from './confusions.js';
import { fusedWords } from './english-fused.js';
import { numberSlips } from './english-number.js';
import { englishPairs } from './english-pairs.js';
import type { WordList } from './word-list.js';

/** The sure slips of an English text. */
export const englishSlips = (text: string, list: WordList): Confusion[] => [
  ...findPairs(text, [...fusedWords(), ...englishPairs()]),
  ...compoundSlips(text, list),
  ...articleSlips(text, list),
  ...numberSlips(text, list),
];
