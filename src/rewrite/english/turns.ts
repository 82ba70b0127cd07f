// English turns of phrase around a verb, in fewer words.
import { phrase } from '../phrase.js';
import type { Operation } from '../wording.js';

/** Nouns of acts, with their verbs: "for the submission of" is "for submitting". */
const ACTS: Readonly<Record<string, string>> = {
  submission: 'submitting',
  completion: 'completing',
  collection: 'collecting',
  payment: 'paying',
  registration: 'registering',
  renewal: 'renewing',
  removal: 'removing',
  replacement: 'replacing',
  installation: 'installing',
  delivery: 'delivering',
  preparation: 'preparing',
  purchase: 'buying',
};
/** What a reader does with a call. */
const SHOWS: Readonly<Record<string, string>> = {
  signing: 'sign',
  sharing: 'share',
  donating: 'donate',
  joining: 'join',
  voting: 'vote',
  attending: 'attend',
  coming: 'come',
  writing: 'write',
};
const RATE: Readonly<Record<string, string>> = { reduction: 'cut', decrease: 'cut', increase: 'raised' };

/** Turns of phrase. */
export const turns: readonly Operation[] = [
  // "questions regarding the route" → "questions about the route".
  phrase(
    'plain-words',
    String.raw`(?:regarding|concerning) (?<=\b(?:questions?|comments?|views|information|consultation|survey|meeting|discussion|concerns|complaints?|news|advice|guidance|details|rules|talks?|updates?|enquir(?:y|ies)|feedback|decisions?|report|study|research|petition) (?:regarding|concerning) )(?=(?:the|our|your|this|these|a|an|how|what|its|their|\p{L}+ing)\b)`,
    'about ',
  ),
  // "The deadline for the submission of your return" → "The deadline for submitting your return".
  phrase(
    'plain-words',
    String.raw`\b(?<prep>for|before|after|without|from) the (?<act>${Object.keys(ACTS).join('|')}) of (?=(?:your|our|their|its|all|any|the|\p{L}{3,}s)\b)`,
    ({ prep = '', act = '' }, { text }) =>
      /\bthe \p{L}+ of [^.,:;]{3,40}, the /iu.test(text) ? undefined : `${prep} ${ACTS[act.toLowerCase()] ?? act} `,
  ),
  // "how we managed to achieve a reduction in our latency from 900ms" → "how we cut our latency from 900ms".
  phrase(
    'plain-words',
    String.raw`\b(?<who>we|they|I) (?:managed to achieve|achieved|were able to achieve|saw|obtained) an? (?<rate>reduction|decrease|increase) in (?=(?:our|the|their|my) [^.,:;!?]{2,40} (?:from|by) [\d£$€])`,
    ({ who = '', rate = '' }, { text }) =>
      /\bsaw an?\b/i.test(text) ? undefined : `${who} ${RATE[rate.toLowerCase()] ?? 'cut'} `,
  ),
  // "the boss is no longer able to be skipped" → "the boss can no longer be skipped".
  phrase(
    'plain-words',
    String.raw`\b(?:is|are|will(?= (?:no longer|not) be able)) (?<no>no longer |not |now |also )?(?:be )?able to be (?=\p{L}+(?:ed|en|ne|wn|ught|de|un|ut)\b)`,
    ({ no = '' }) => (no === 'not ' ? 'cannot be ' : `can ${no}be `),
  ),
  // "those that are cut every three years" → "those cut every three years".
  phrase(
    'plain-words',
    String.raw`\b(?<those>those|people|anyone|everyone|families|children|residents) (?:who|that|which) (?:is|are) (?=(?:interested in|affected by|involved in|based in|born (?:in|on|before|after)|(?:cut|made|built|held|sold|\p{L}{3,}ed) (?:by|every|once|twice|in|during|at) ))`,
    '$<those> ',
  ),
  // "trains are currently being subject to delays of up to 40 minutes" → "trains are delayed by up to 40 minutes".
  phrase(
    'plain-words',
    String.raw`\b(?<be>are|is|were|was|will be|may be) (?:currently )?(?:being )?(?:subject to|experiencing|facing) delays of (?=(?:up to|around|about|over|approximately|at least)? ?\d)`,
    '$<be> delayed by ',
  ),
  // "The report, which can be downloaded for free, lists" → "The report, free to download, lists".
  phrase(
    'plain-words',
    String.raw`(?<=\p{L}), which (?:can be|is available to|is available for|is) (?:downloaded|download) (?:for free|free of charge|for nothing|at no cost)(?=[.,])`,
    ', free to download',
  ),
  // "closed to allow repair works to be carried out" → "closed for repair works".
  phrase(
    'plain-words',
    String.raw`\b(?:in order )?to (?:allow|enable|permit)(?: for)? (?<all>(?:the |some |these |our |essential |urgent |vital |planned |important |emergency |necessary |annual |routine )*(?:[\p{L}-]+ ){0,3}?(?:works?|repairs?|maintenance|resurfacing|refurbishment|cleaning|inspections?|upgrades?|improvements?|checks?|surveys?|renovations?|tests?|testing|construction|demolition|installation|replacement)(?: of (?:the|our) [^.,:;!?]{3,40}?)?) to (?:be (?:safely )?(?:carried out|done|undertaken|completed|made|performed)|take place)(?![\p{L}])`,
    ({ all = '' }, _, __, at) => `${at === 0 ? 'For' : 'for'} ${all}`,
  ),
  // "that has never been designed by anyone" → "that nobody has ever designed".
  phrase(
    'active',
    String.raw`\b(?<that>that|which) (?:has|have) never been (?<done>\p{L}+(?:ed|en|wn|un|ne|ught|ade)) by (?:anyone|anybody)(?: else)?(?= ?[.,!]|$)`,
    ({ that = '', done = '' }) => `${that} nobody has ever ${done}`,
  ),
  // "90 objects, which have never been shown before" → "90 objects, never shown before".
  phrase(
    'plain-words',
    String.raw`(?<=\p{L}), which (?:have|has) never (?:before )?been (?<done>\p{L}+(?:ed|en|wn|un|ne|ught))(?=(?: (?:before|until now|in public))*[.!,]|$| (?:before|until now|in public))`,
    ', never $<done>',
    { unless: () => /which (?:have|has) never[^.]*, (?:and|but|are|is|will)\b/i },
  ),
  // "Please show your support by signing and sharing." → "Please sign and share."
  phrase(
    'plain-words',
    String.raw`(?<=^|, |\. |and )(?<please>please )?show your support by (?<one>${Object.keys(SHOWS).join('|')})(?: and (?<two>${Object.keys(SHOWS).join('|')}))?(?=[ .!:]|$)`,
    ({ please = '', one = '', two = '' }, _, __, at) => {
      const acts = [one, two].filter((act) => act !== '').map((act) => SHOWS[act.toLowerCase()] ?? act);
      return please === '' && at > 0 ? undefined : `${please}${acts.join(' and ')}`;
    },
  ),
];
