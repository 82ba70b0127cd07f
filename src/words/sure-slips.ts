// Slips that no reading of a text makes right. What finds them is read where a text has letters that they hold
// (scripts/lazy-packages.mjs).
import { forLanguage } from './by-language.js';
import type { Confusion } from './confusions.js';
import { mayHaveEnglishSlip } from './english-slip-signs.js';
import { englishSlips } from '#words/english-slips.js';
import { mayHaveFrenchSlip } from '#words/french-slip-signs.js';
import { sureFrenchSlips } from '#words/french-slips.js';
import { loweredStarts } from '#words/lowered-starts.js';
import type { WordList } from './word-list.js';

const FINDERS = {
  en: {
    mayHave: mayHaveEnglishSlip,
    find: englishSlips,
  },
  fr: {
    mayHave: mayHaveFrenchSlip,
    find: sureFrenchSlips,
  },
};

/** Where a sentence may begin in lower case behind another. */
const LOWERED = /[a-zà-ÿœ]{2}[ \u00a0\u202f]?[.!?…]+\s+[a-zà-ÿœ]/;

/** The slips of a text that are sure, whatever it says. */
export function sureSlips(text: string, language: string | undefined, list: WordList): Confusion[] {
  const finder = forLanguage(FINDERS, language);
  return [
    ...(finder?.mayHave(text) === true ? finder.find(text, list) : []),
    ...(LOWERED.test(text) ? loweredStarts(text, list) : []),
  ];
}
