// Slips that no reading of a text makes right. What finds them is read where a text has letters that they hold
// (scripts/lazy-packages.mjs).
import { lazy } from '#base/lazy.js';
import { forLanguage } from './by-language.js';
import type { Confusion } from './confusions.js';
import { englishSlips } from '#words/english-slips.js';
import { loweredStarts } from '#words/lowered-starts.js';
import type { WordList } from './word-list.js';

const FINDERS = {
  en: {
    mayHave: lazy(
      () =>
        /(?<![A-Za-z])(?:a [aeiou8h1]|an [^aeio]|\w+nt |(?:you|they)re |(?:we|you|they|i)ve |im |thats |whats |heres |wheres |s?hes |whos |its |less |(?:french|german|english|spanish|italian|japanese|chinese|portuguese|russian|welsh|irish|british|european|american|african|asian|\w+days?|january|february|april|june|july|september|october|november|december)(?![A-Za-z])|forward to |there (?:is|was) |(?:we|they) was |use to |mean time|infact|thankyou|aswell|eachother|incase|noone|atleast|everytime|eventhough|upto |abit )|(?:day|week|month|year|hour|minute|night|moment)s [a-z]|(?:\d|[a-z]) (?:year|month|week|day|hour|minute|second|night|mile|metre|meter|foot|page|word|part|point|person|seat|bed|bedroom|storey|story|acre|course|star|man|hole|lap|inch|gallon|litre|term|mark) [a-z]|[a-z][’']s[ .,!?]/i,
    ),
    find: englishSlips,
  },
};

/** Where a sentence may begin in lower case behind another. */
const LOWERED = /[a-zà-ÿœ]{2}\.\s+[a-zà-ÿœ]/;

/** The slips of a text that are sure, whatever it says. */
export function sureSlips(text: string, language: string | undefined, list: WordList): Confusion[] {
  const finder = forLanguage(FINDERS, language);
  return [
    ...(finder?.mayHave().test(text) === true ? finder.find(text, list) : []),
    ...(LOWERED.test(text) ? loweredStarts(text, list) : []),
  ];
}
