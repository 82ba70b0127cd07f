// Slips of French that are sure: hyphens, forms that are no others, number behind determiners and weekdays.
import { findPairs, type Confusion } from './confusions.js';
import { frenchForms } from './french-forms.js';
import { frenchHyphens } from './french-hyphens.js';
import { numberOfNouns } from './french-number.js';
import { frenchPairs, verbsBehindOn } from './french-pairs.js';
import { loweredPlaces } from './lowered-places.js';
import type { WordList } from './word-list.js';

/** The sure slips of a French text. */
export const sureFrenchSlips = (text: string, list: WordList): Confusion[] => [
  ...numberOfNouns(text, list),
  ...loweredPlaces(text, list),
  ...findPairs(text, frenchHyphens()),
  ...findPairs(text, frenchForms()),
  ...findPairs(text, frenchPairs()),
  ...verbsBehindOn(text, list),
];
