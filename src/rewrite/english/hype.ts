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
  // "raised an amazing £84,310" → "raised £84,310"; "an amazing 3-course meal" keeps its article.
  phrase(
    'filler',
    String.raw`(?<![\p{L}])(?:an? (?:(?:truly|absolutely|simply|really) )?(?:${PRAISE}|whopping|staggering|massive|huge|astonishing|impressive|astounding|colossal|record-breaking)|the (?:${PRAISE}|grand|magnificent) (?:sum|total) of) (?=(?:[£€$]?\d[\d,.]*(?<![.,])(?!\d|[.,]\d)(?:%|k|m|bn| ?(?:million|billion))?(?<=[£€$]\S+|%|[km]|illion)(?:[.!,;:?]|$| (?:for|to|in|from|on|at|by|thanks|towards?|this|and|so|since|over|already|last|during|through|with|across)\b)|(?!(?:19|20)\d\d )\d[\d,.]* (?:[a-z]+ )?(?:people|children|women|men|[a-z]{2,}[^s’'\s]s)\b))`,
    '',
    { unless: () => /\b(?:an? \p{L}+ )[£€$\d][\d,.]*[- ](?:a|per|each|off|discount|course|star|day|hour|year)\b/iu },
  ),
  // "your incredible generosity" → "your generosity".
  phrase(
    'filler',
    String.raw`(?<=\b(?:your|their|his|her|this|our) )(?:(?:truly|absolutely|really) )?${PRAISE} (?=(?:generosity|support|donations|kindness|help|efforts?|hard work|commitment|dedication|response|team|crew|staff|volunteers|community|supporters|customers|fans)\b)`,
    '',
  ),
  // "…, and it’s a fascinating chat!" → "…".
  phrase(
    'boast',
    String.raw`,? (?:and|–|-) (?:it|that|this|what|he|she)?(?:[’']s| is| was| really is| makes for)? ?an? (?:(?:really|truly|absolutely|such|very) )*(?:${PRAISE}|fascinating|great|brilliant|lovely|interesting|super|inspiring|thought-provoking|wide-ranging|insightful|cracking|gripping) (?:chat|conversation|listen|read|watch|episode|discussion|interview|story|talk)(?= ?[.!]*$)`,
    '',
    { only: () => /^.{40,}/ },
  ),
  // "…, which could change the lives of millions of people."
  phrase(
    'boast',
    String.raw`, (?:which|and (?:it|this)|something that|that) (?:could|may|might|will|is set to|is going to) (?:completely |truly |really )?(?:change|transform|revolutioni[sz]e|improve) (?:the lives? of|lives|everything|the world|the way we [a-z]+|the game)(?: (?:millions|thousands|hundreds|so many|many|countless)(?: of)?(?: [a-z]+)?)?(?: (?:around|across|all over) the world| worldwide)?(?= ?[.!]*$)`,
    '',
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
