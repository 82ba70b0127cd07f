// English praise and urging that any text could carry.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import type { Operation } from '../wording.js';

/** Words of praise: part of an expression. */
export const PRAISE = String.raw`(?:amazing|awesome|incredible|must-see|unmissable|fantastic|fabulous|stunning|unforgettable|wonderful|breathtaking|mind-blowing|not-to-be-missed|must-have|must-read|must-visit|sensational|spectacular|exciting|game-changing|cutting-edge|world-class|best-in-class|state-of-the-art|unputdownable|dazzling|captivating|enchanting|magical|life-changing|jaw-dropping|mesmeri[sz]ing|spellbinding|phenomenal|extraordinary)`;
const SURELY = String.raw`(?:truly|absolutely|simply|really|totally|quite simply|just|utterly|completely and utterly|wonderfully) `;
/** Two words of praise, or one with an adverb in front. */
const HEAP = String.raw`(?:(?:${SURELY})?${PRAISE}(?:(?:, | and |, and )(?:${SURELY})?${PRAISE})+|${SURELY}${PRAISE})`;
/** What a reader is warned not to miss. */
const CHANCE = String.raw`(?: out)?(?: on)?(?: (?:this|it|your|the|our|an|a|such an))?(?: (?:amazing|incredible|unique|great|fantastic|rare|wonderful|golden|once-in-a-lifetime|unmissable|exciting|last|special|perfect|fabulous))*(?: (?:chance|opportunity|occasion|event|one))?`;
/** "The most stunning", "so amazing": praise with a measure says something. */
const MEASURED = lazy(() => /\b(?:most|more|so|as|how|less|least) $/i);

/** Points behind a sentence that is whole. */
const POINTS = lazy(() =>
  latin(
    String.raw`(?<=^(?!(?:Here|Guess|Wait|Imagine)(?![\p{L}]))[^.…]{30,})(?<![\s’'](?:and|or|but|the|an?|of|to|for|with|so|in|on|at|that|which|who|if|because|etc))(?<=[\p{L}\d)»%€]) ?(?:\.{3,}|…)$`,
  ),
);

/** Praise and urging that go. */
export const hype: readonly Operation[] = [
  // "… beaucoup trop de livres achetés ..." → "… achetés.": nothing is left to say.
  {
    id: 'filler',
    apply: ({ text, isLast, leadsToLink }) => {
      const match = isLast || leadsToLink ? POINTS().exec(text) : null;
      return match === null ? undefined : { changes: [{ start: match.index, end: text.length, text: '.' }] };
    },
  },
  phrase('filler', String.raw`(?<=\b(?:our|the|this|these|their|its|your|her|his|my) )${HEAP} (?=[a-z])`, ''),
  phrase('filler', String.raw`(?<![\p{L}])an? ${HEAP} (?<next>[a-z])`, ({ next = '' }, { text }, __, at) =>
    MEASURED().test(text.slice(0, at))
      ? undefined
      : `${at === 0 ? 'A' : 'a'}${/[aeiou]/i.test(next) ? 'n' : ''} ${next}`,
  ),
  // A word of every ad, behind an article or a possessive.
  phrase(
    'filler',
    String.raw`(?<=\b(?:our|this|their|its|your|the) (?:new |latest |own )?)(?:cutting-edge|game-changing|world-class|best-in-class|state-of-the-art|one-of-a-kind|best-of-breed|industry-leading),? (?=[a-z])`,
    '',
  ),
  // "…, so don’t miss out on your chance to see it" at the end of a sentence.
  phrase(
    'filler',
    String.raw`(?:,|,? (?:so|and|but),?) (?:please |make sure you |be sure you )?(?:don[’']t|dont|do not) miss${CHANCE}(?: (?:to|of) [^.!?,:]{2,40})?(?=[!.]*$)`,
    '',
    {
      dropsNegation: true,
      only: () => / miss(?: out on|.*(?:chance|opportunity|occasion|event|one))\b/i,
    },
  ),
  phrase('filler', String.raw`^You(?: won[’']t| will not|[’']ll never) (?:believe|guess) (?=(?:what|how|why) )`, '', {
    dropsNegation: true,
  }),
  phrase(
    'filler',
    String.raw`^Back by popular demand(?:,|:|!) (?=[^.!?]*\b(?:returns?|is back|are back|comes? back)\b)`,
    '',
  ),
];
