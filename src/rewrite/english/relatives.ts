// English relatives right behind their noun that need no verb, and passives that hide who did what.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import { capital, dropOpening, type Operation } from '../wording.js';

/** What makes another sense without its verb. */
const NEEDS_VERB = String.raw`(?!(?:not|never|no|an?|the|why|what|where|when|how|that|because|to|our|my|his|her|their|its|also|about|due|likely|one|both|all|there|only)\b)(?=\p{L})`;
const RELATIVE = lazy(() =>
  latin(
    String.raw`^(?:Our|The|My|This|These|All our) [^.,:;!?“”"]{3,60}, which (?:is|are) ${NEEDS_VERB}(?<rest>[^.,:;!?“”"]{3,110}), `,
  ),
);
/** The verb of the noun: "Tickets sold out, which is great news, so we" is said of the whole clause. */
const VERB =
  /^(?:(?:now|also|just|still|already|finally|soon|then) )?(?:is|are|was|were|has|have|had|will|can|could|may|might|must|does|did|won|cut|sold|grew|fell|rose|got|made|open|close|cost|start|run|go|come|leave|sell|(?!thanks|this|its|perhaps|besides|across|unless|always|yes|plus)[a-z]{3,}(?<!s)s|[a-z]{3,}ed) /;
const AND_WHICH = lazy(() => latin(String.raw` and which (?:is|are) ${NEEDS_VERB}`, 'gi'));

/** "Our tea, which is blended by hand and which is organic, is back" → "Our tea, blended by hand and organic, is back". */
const relative: Operation = {
  id: 'plain-words',
  apply({ text }) {
    const match = RELATIVE().exec(text);
    const rest = match?.groups?.['rest'] ?? '';
    if (match === null || !VERB.test(text.slice(match[0].length))) return undefined;
    const ands = [...rest.matchAll(AND_WHICH())];
    // A second relative with a verb of its own would stand beside a participle.
    if (
      rest.split(/\b(?:which|who|that)\b/).length - 1 > ands.length ||
      / and (?:has|have|was|were|will|can)\b/.test(rest)
    )
      return undefined;
    const from = match[0].length - rest.length - 2;
    const which = text.slice(0, from).lastIndexOf('which ');
    return {
      changes: [
        { start: which, end: from, text: '' },
        ...ands.map(({ 0: and, index }) => ({ start: from + index, end: from + index + and.length, text: ' and ' })),
      ],
    };
  },
};

const WHO = String.raw`(?<who>[^.,:;!?]{3,80}?)`;
const DONE: Readonly<Record<string, string>> = {
  decision: 'decided',
  promise: 'promised',
  commitment: 'promised',
  agreement: 'agreed',
  proposal: 'proposed',
  pledge: 'pledged',
};
const BODY = lazy(
  () =>
    /^(?:the|our) (?:[\p{L}-]+ ){0,3}(?:council|board|committee|team|company|government|union|club|court|school|city|town|department|ministry|jury|university|museum|library|assembly|management|parliament|trust|charity)$/iu,
);
const MANY = lazy(
  () =>
    /^(?:\d[\d.,]*(?: ?%)? (?:of )?|(?:the|our|most|many|all|some|both|two|three|four|five) (?:of (?:our|the) )?)(?:[\p{L}-]+ ){0,2}[\p{L}-]+s(?= (?:at|in|from|of) |$)/iu,
);
/** "A decision has been taken by 87% of our members to strike" → "87% of our members have decided to strike". */
const decided: Operation = phrase(
  'plain-words',
  String.raw`^(?:An?|The) (?<what>${Object.keys(DONE).join('|')}) (?<be>has been|was) (?:taken|made|reached|given) by ${WHO} to (?=[a-z]+ )`,
  ({ what = '', be = '', who = '' }) => {
    const verb = DONE[what.toLowerCase()];
    const isMany = MANY().test(who) && !BODY().test(who);
    if (verb === undefined || !(isMany || BODY().test(who))) return undefined;
    return `${capital(who)} ${be === 'was' ? '' : isMany ? 'have ' : 'has '}${verb} to `;
  },
);

const REVEALED = lazy(() =>
  latin(
    String.raw`^It (?:has been|was|is) (?:revealed|shown|reported|found|confirmed|claimed|suggested) by (?<who>[^.,:;!?“”"]{3,80}?) that (?<what>(?!(?:it|they|he|she)\b)[^.:;!?“”"]{20,160})(?<sign>\.?)$`,
  ),
);
/** "It has been revealed by the auditor that the bridge is unsafe" → "The bridge is unsafe, according to the auditor". */
const revealed: Operation = {
  id: 'plain-words',
  apply({ text }) {
    const match = REVEALED().exec(text);
    const { who = '', what = '', sign = '' } = match?.groups ?? {};
    // "according to them" would have lost its noun.
    if (match === null || /^(?:them|him|her|us|me|you)$/i.test(who) || / and that /.test(what)) return undefined;
    const from = match[0].length - what.length - sign.length;
    const end = match[0].length - sign.length;
    return { changes: [dropOpening({ text }, from), { start: end, end, text: `, according to ${who}` }] };
  },
};

const PAPER = String.raw`(?<paper>report|study|survey|research|figures|data|analysis|paper|review|findings|results?|numbers|poll)`;
/** Relatives and passives in fewer words. */
export const relatives: readonly Operation[] = [
  relative,
  decided,
  // "Our report highlights the fact that 2 million people" → "Our report shows that 2 million people".
  phrase(
    'plain-words',
    String.raw`(?<=\b${PAPER} )(?<verb>highlight|underline|underscore|emphasi[sz]e|stresse|illustrate|demonstrate|reveal)(?<s>s?) the fact that(?= )`,
    ({ s = '' }) => `show${s} that`,
  ),
  phrase('plain-words', String.raw`(?<verb>(?:confirm|prove|reveal|show)s?) the fact that(?= )`, '$<verb> that'),
  // "the Q&A which was moderated by Tom" → "the Q&A moderated by Tom".
  phrase(
    'plain-words',
    String.raw`(?<=[\p{L}\d])(?<! (?:in|on|of|at|by|for|to|with|from|under|about|through)) which (?:is|are|was|were) (?=[a-z]{3,}ed by )`,
    ' ',
  ),
  revealed,
  // "…, which represents an increase of 300 in two years" → "…, an increase of 300 in two years".
  phrase(
    'plain-words',
    String.raw`(?<=\p{L}|\d|%), which (?:is|represents|means|constitutes|amounts to|marks) (?=an? (?:\p{L}+ )?(?:increase|rise|fall|drop|decrease|gain|reduction|jump|decline) (?:of|on|in|from) )`,
    ', ',
  ),
  phrase(
    'plain-words',
    String.raw`^Opening of (?:the )?(?<what>applications|registrations|bookings|nominations|enrolments|enrollments) (?=from \p{L}*\s?\d[^.:;!?]{2,30} (?:to|until) )`,
    ({ what = '' }) => `${capital(what)} open `,
  ),
  // "a novel which follows three brothers and which has won" → "… and has won".
  phrase(
    'plain-words',
    String.raw`(?<=(?<!\b(?:discern|determine|decide|know|see|tell|choose|check|ask|show|find out|out|of|say|about|on) )\b(?<which>which|that|who) (?:is|are|was|were|has|have|will|can|[a-z]{3,}(?:s|ed)) (?:(?!\b(?:which|that|who|whose|where|when|and)\b)[^.,:;!?]){3,80}) and \k<which> (?!(?:is|are|was|were) not(?:[.,;]|$))(?=(?:is|are|was|were|has|have|will|can|[a-z]{3,}(?:s|ed))\b)`,
    ' and ',
  ),
  // "a project which aims to study noise" → "a project to study noise".
  phrase(
    'plain-words',
    String.raw`(?<=\b(?:an?|the|this|our|new|funded) (?:[a-z]+ )?(?:project|study|programme|program|scheme|initiative|campaign|trial|survey|plan|course|workshop|fund)) (?:which|that) (?:aims|is aiming|seeks|is designed|is intended|sets out|hopes) to (?=[a-z]+ )`,
    ' to ',
  ),
  // "we look at whether seagrass recovers, and it was found that cover grew" → "…: cover grew".
  phrase(
    'plain-words',
    String.raw`(?<=\b(?:whether|how|if|what|why) [^.:;!?]{10,120}),? and (?:it (?:was|has been)|we) (?:found|shown|discovered|established|observed) that (?=[\p{L}\d])`,
    ': ',
    { unless: () => /: |\?/ },
  ),
  // "films under 20 minutes in length" → "films under 20 minutes".
  phrase(
    'plain-words',
    String.raw`(?<=\d[- ](?:minutes?|mins|seconds|hours|pages|words|characters)) in (?:length|duration)\b`,
    '',
  ),
  // "From 13-21 Feb" → "From 13 to 21 Feb".
  phrase(
    'plain-words',
    String.raw`\b(?<from>from|between) (?<a>\d{1,2}(?:st|nd|rd|th)?)(?: ?[-–] ?)(?=\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec))`,
    ({ from = '', a = '' }) => `${from} ${a} ${/^b/i.test(from) ? 'and' : 'to'} `,
  ),
  // "Our trail boasts 3 waterfalls" → "Our trail has 3 waterfalls".
  phrase(
    'plain-words',
    String.raw`(?<=\p{L} )boasts (?=(?:an?|\d|two|three|four|five|six|over|more than|\p{L}+ing) )`,
    'has ',
  ),
];

const NESTLED = lazy(
  () =>
    /^(?:Nestled|Tucked away|Nestling|Set|Located|Situated|Hidden away) (?:right |deep )?(?:in|at) the (?:very )?heart of (?:the )?(?:(?:beautiful|stunning|picturesque|gorgeous|idyllic|breathtaking|scenic|majestic|glorious|lovely) )*(?<place>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*), (?=(?:our|the|this) )/u,
);
const WITH_ARTICLE =
  /(?: (?:Valley|Mountains?|Hills|Forest|Coast|Peninsula|Islands?|Dales|Lakes|Highlands|Moors|National Park|Alps|Peaks?)|s)$/;
/** "Nestled in the heart of the beautiful Corran Valley, our trail" → "In the Corran Valley, our trail". */
export const nestled: Operation = {
  id: 'filler',
  apply({ text }) {
    const match = NESTLED().exec(text);
    const place = match?.groups?.['place'] ?? '';
    if (match === null) return undefined;
    const hasArticle = /heart of the /.test(match[0]);
    if (hasArticle && !WITH_ARTICLE.test(place)) return undefined;
    return { changes: [{ start: 0, end: match[0].length, text: `In ${hasArticle ? 'the ' : ''}${place}, ` }] };
  },
};
