// English labels, calls and praise that stand alone: a sentence, a segment or a bracket of their own.
import { lazy } from '#base/lazy.js';
import {
  aloneInFront,
  betweenEmoji,
  calmLabel,
  labelInCapitals,
  labelInFront,
  ledByColon,
  namedTwice,
  PARTED,
  type SignedLabel,
} from '../alone.js';
import { latin } from '../latin.js';
import { dropped, LAST_SIGNS, phrase } from '../phrase.js';
import { capital, MEDIUM_SHOWN, type Operation } from '../wording.js';

/** A sentence that leans on the one before it. */
const LEANS = lazy(() => /^(?:it|its|they|their|them|he|she|this|these|those|that|so)\b/i);

/** Reminders and frames that a sign parts from what they remind of. */
const REMINDERS = String.raw`(?:Just )?(?:a )?(?:(?:quick|friendly|gentle|daily|weekly|final|last|little|another|kind) )*reminder|PSA|FYI|ICYMI|Public service announcement|Important (?:notice|reminder|update|information)|Quick (?:update|note)|Just listed|New (?:listing|to (?:the )?market)|Newly listed|Hot off the press|Fresh off the press`;
/** What is felt of the news in front of it. */
const FELT = String.raw`(?:Wow|Whoa|Phew),? what an? (?:(?:incredible|amazing|wild|crazy|huge|great) )?(?:journey|adventure|ride|honou?r|milestone|moment)|What an? (?:(?:incredible|amazing|wild|crazy|huge|great) )?(?:journey|adventure|ride|honou?r)|Pinch me|Excited is an understatement`;
/** Questions that every ad puts. */
const WANTED = String.raw`(?:Are you |Still )?(?:looking|searching|hunting|on the (?:hunt|lookout)) for (?:the|an?|your|that) (?:perfect|ideal|ultimate|dream) [^.,:;!?]{3,40}`;
/** Praise that fits any offer. */
const PRAISED = String.raw`(?:There[’']s |With |And )?something for (?:everyone|all the family|the whole family)|An? (?:real |total |absolute |true |definite )?must(?:[- ](?:see|read|visit|have|do|watch|listen))?|An? (?:real|total|absolute|true|rare) (?:gem|treat|bargain|steal|page-turner|find)|What[’']s not to (?:love|like)|You(?:[’']ll| will) (?:absolutely )?love (?:it|this)|(?:Fun|Memories|Satisfaction|Good vibes|Smiles|Laughs) guaranteed|(?:There[’']s |There is )?(?:something|fun) for all(?: ages)?|Prepare to be (?:amazed|wowed|blown away)|(?:Early )?Viewings? (?:is |are )?(?:highly |strongly )?(?:recommended|advised|essential)|Say no more|(?:The )?perfect gift|You (?:don[’']t|do not) want to miss (?:it|this)|Read(?: it)?(?:,| and| &) share`;

const IN_FRONT = lazy(() => latin(String.raw`^(?:${PRAISED}|${WANTED}|${FELT}|${REMINDERS})${PARTED}(?=[\p{L}\d“])`));
/** "A real gem 🏡 Three-bed house …" → "Three-bed house …". */
const inFront = aloneInFront(IN_FRONT, LEANS);

/** The kind of content that the sentence names again: "REPORT: Our new report shows". */
const NAMED = lazy(
  () =>
    /^(report|study|survey|research|paper|guide|webinar|book|exhibition|festival|petition|event): (?=[^.!?]*\b\1\b)/iu,
);
const namedAgain = namedTwice(NAMED);

/** Least letters that a pointer leaves of its sentence. */
const LEAST_KEPT = 12;
/** Where more is, said at the end of what says it all. */
const THERE = String.raw`(?:link|links|details|info|more|tickets|updates) (?:in (?:the |our |my )?(?:bio|comments|replies|profile)|below)`;
const LINKED = lazy(() =>
  latin(String.raw`(?<=[\p{L}\d)!?”"]),? ?(?:(?:[,–—-] ?)${THERE}|\(${THERE}\))(?<signs>${LAST_SIGNS})`),
);
/** "I cut my bill by half, link in bio 😉" → "I cut my bill by half 😉". */
const linked: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    // Without a link of its own, the text says where it is.
    const match = leadsToLink ? LINKED().exec(text) : null;
    if (match === null || match.index < LEAST_KEPT) return undefined;
    return { changes: [{ start: match.index, end: text.length - (match.groups?.['signs'] ?? '').length, text: '' }] };
  },
};

const BEHIND_BRACKET = lazy(() =>
  latin(
    String.raw`(?<=[)”"]|[\ud83c-\ud83e][\udc00-\udfff]) (?:(?:please )?(?:read|see|watch|find) (?:it|more|all about it)(?: here| below| in full)*|(?:find out|read|learn|see) more(?: here| below)?|(?:more|full|all the|all) (?:details|info|information|updates)(?: here| below)?|updates here|link below)[ ]*(?:[.!:👉⬇👇➡⤵]|\ufe0f)*$`,
  ),
);
/** "… (all free) Read it here 👉" → "… (all free)". */
const behindBracket: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const match = leadsToLink ? BEHIND_BRACKET().exec(text) : null;
    return match === null || match.index < LEAST_KEPT
      ? undefined
      : { changes: [{ start: match.index, end: text.length, text: '' }] };
  },
};

const SMALL_POINTER = lazy(
  () =>
    /^(?:(?:all |more |full |further )?(?:the )?(?:updates?|details|info|link|tickets) (?:here|below|at the link)|link in (?:the )?bio|(?:read|find out|see|learn) more(?: here| below)?|more here)[ ]*(?:[.!:👉⬇👇➡⤵]|\ufe0f)*$/u,
);
/** "… back on thursday. updates here" in a text without capitals → "… back on thursday." */
const smallPointer: Operation = {
  id: 'empty-pointer',
  apply({ text, isFirst, leadsToLink }) {
    return isFirst || !leadsToLink || !SMALL_POINTER().test(text)
      ? undefined
      : { changes: [{ start: -1, end: text.length, text: '' }] };
  },
};

const LOOKED_BACK = lazy(
  () =>
    /^(?:(?:An? )?(?:look|looking) back in (?:pictures|photos)|In (?:pictures|photos):?)[ ]*(?:[.!:👉⬇👇➡⤵]|\ufe0f)*$/iu,
);
/** "Looking back in pictures" before the link → "Photos:". */
const lookedBack: Operation = {
  id: 'content-label',
  apply({ text, isFirst, leadsToLink }) {
    return isFirst || !leadsToLink || !LOOKED_BACK().test(text)
      ? undefined
      : { changes: [{ start: 0, end: text.length, text: 'Photos:' }] };
  },
};

const SHOUTED = /(?<mark>[!?])[!?]+$/;
/** "no bread today!! oven no. 2 has died" → "no bread today! Oven no. 2 has died". */
const shouted: Operation = {
  id: 'plain-words',
  apply({ text, next, leadsToLink }) {
    const { index, groups } = SHOUTED.exec(text) ?? {};
    // A name that its owner writes small stays so: "iPhone", "example.org".
    if (index === undefined || leadsToLink || !/^[a-z]+(?=[ ,])/.test(next)) return undefined;
    const mark = groups?.['mark'] ?? '!';
    const sign = /\?/.test(text.slice(index)) ? '?' : mark;
    return { changes: [{ start: index, end: text.length + 2, text: `${sign} ${capital(next.charAt(0))}` }] };
  },
};

const SMALL_BEHIND = lazy(() =>
  latin(
    String.raw`(?<=[\p{L}.!?] (?:[\u2600-\u27bf\ufe0f]|[\ud83c-\ud83e][\udc00-\udfff])+ )(?<first>[wity])(?=(?:e|t|hey|here|ou)(?: (?:should|are|will|have|can|is|was|were|would|hope|need)|[’'](?:re|ll|s)) )`,
  ),
);
/** "The oven has died 😭 we should be back" → "The oven has died 😭 We should be back". */
const behindEmoji: Operation = {
  id: 'plain-words',
  apply({ text }) {
    const match = SMALL_BEHIND().exec(text);
    const first = match?.groups?.['first'] ?? '';
    return match === null || first === capital(first)
      ? undefined
      : { changes: [{ start: match.index, end: match.index + 1, text: capital(first) }] };
  },
};

const SIGNED = lazy((): readonly SignedLabel[] => [
  {
    label:
      /^(?:(?:hot |new )?job (?:alert|opportunity|opening)|we(?:[’']re| are) hiring|now hiring|hiring|join (?:us|our team)|vacancy)(?![\p{L}])/iu,
    says: /hiring|wanted|job|join|apply|vacanc|recruit|looking for|role|salary|[£$€]\d/i,
  },
  {
    label:
      /^(?:new (?:episode|podcast|video|blog post|post|article)(?: (?:alert|out now|is out|is live))?)(?![\p{L}])/iu,
    says: /episode|podcast|video|blog|post|article|watch|listen/i,
    shown: MEDIUM_SHOWN,
  },
  {
    label:
      /^(?:big news|breaking(?: news)?|exciting news|(?:important )?(?:announcement|update)|good news|great news|news|reminder|important|attention|new(?: (?:resource|product|service|feature|course|guide|report|tool|research|study|free resource))?|event alert|don[’']t miss (?:it|this|out)|(?:exciting|amazing|great|fantastic) (?:opportunity|offer|announcement)|(?:huge|massive|club|team|company|book|tour|funding|product) (?:news|announcement|update)|it[’']s that time of (?:the )?year(?: again)?|last call|final call|save the date)(?![\p{L}])/iu,
    says: /./,
  },
]);
/** What is new, said by the sentence itself. */
const IS_NEW =
  /\b(?:we|I|our|my)\b|\b(?:now|new|just|first|launch\w*|announc\w*|releas\w*|publish\w*|join\w*|will|has|have|is|are)\b/i;
/** Labels that a sign parts from a sentence that says as much. */
const IN_WORDS = lazy((): readonly SignedLabel[] => [
  {
    label: /^(?:(?:now |we[’']re |we are )?hiring|job (?:alert|vacancy|opportunity)|vacancy|new job)(?![\p{L}])/iu,
    says: /hiring|wanted|looking for|join|apply|vacanc|recruit|salary|seek|need/i,
    anywhere: true,
  },
  {
    label: /^(?:in depth|analysis|investigation|special report|long read|feature|explainer)(?![\p{L}])/iu,
    says: /\d|\b(?:we|I|has|have|is|are|was|were|how|why)\b/i,
  },
  {
    label:
      /^(?:(?:book|club|team|company|tour|show|school|shop|staff|album|product|funding|event|project|course|gig|studio|venue|big|good|great|exciting|huge|massive) (?:news|announcement|update)|(?:exciting|big|huge|massive) (?:news|announcement|update|times))(?![\p{L}’'])/iu,
    says: IS_NEW,
  },
  {
    label: /^new (?:in|arrival|arrivals|product|stock)(?: (?:alert|this week|today))?(?![\p{L}])/iu,
    says: /\b(?:now|new|just|arriv\w+|launch\w+|introduc\w+|back in|stock(?:s|ing)?)\b/i,
  },
]);
/** Labels that any text could carry, in capitals. */
const EMPTY_LABEL = lazy(
  () =>
    /^(?:(?:(?:very|really|super) )?(?:big|good|great|exciting|huge|massive|breaking|amazing|fantastic|happy|lovely|company|team|club) (?:news|announcement|update|times)|news|new|update|breaking|announcement|(?:important )?(?:notice|info|announcement|update)|reminder|exclusive|just in|now live|live now|out now|new (?:post|blog|blog post|article|episode|video)|alert|news alert|listen up|read this|attention|fyi|psa)$/i,
);
/** Words that head a post. */
const ONE_WORD =
  /^(?:victory|win|defeat|draw|result|sale|cancell?ed|postponed|urgent|weather|traffic|jobs?|vacancy|video|watch|photos?|quiz|poll|offer|competition|giveaway|workshop|opinion|review|exhibition|concert|event|update|closed|reopened|volunteers?|wanted|lost|found|warning|tonight|today|tomorrow|finally|congratulations|thanks)$/i;
/** What opens a sentence. */
const COMMON =
  /^(?:The|An?|Our|My|Your|We|I|You|It|This|These|There|Here|In|On|At|For|From|After|Before|How|Why|What|All|Every|Everything|Everyone|Two|Three|Four|Five|Six|Ten)(?=[ ’'])/;
/** A label of what the link leads to. */
const LABEL = lazy(
  () =>
    /^(?:Patch notes|Release notes|Changelog|(?:The )?(?:[Ff]ull )?(?:[Mm]atch )?(?:[Rr]eport|[Rr]esults|[Pp]rogramme|[Pp]rogram|[Tt]imetable|[Ll]ine-up|[Rr]ecipe|[Ii]nterview|[Ss]tory|[Dd]etails|[Ll]ist|[Mm]ap|[Ss]chedule|[Pp]hotos|[Tt]ickets)|Booking|Registration|Sign up|Watch|Listen)$/,
);

/** What stands alone, and goes alone. */
export const alone: readonly Operation[] = [
  inFront,
  dropped('lead-in', REMINDERS, LEANS, { where: 'first' }),
  dropped('boast', FELT, LEANS, { where: 'first' }),
  dropped('filler', WANTED, LEANS, { where: 'first' }),
  dropped('filler', PRAISED, LEANS, { dropsNegation: true }),
  betweenEmoji(SIGNED),
  labelInFront(IN_WORDS),
  calmLabel(ONE_WORD),
  labelInCapitals(EMPTY_LABEL, ONE_WORD, COMMON, ':'),
  ledByColon(LABEL, ':'),
  namedAgain,
  linked,
  behindBracket,
  smallPointer,
  lookedBack,
  shouted,
  behindEmoji,
  // "I explain it all in my latest blog post" → "I explain it all".
  phrase(
    'content-label',
    String.raw`(?<=\b(?:explain|tell you|share|show you|cover|describe) (?:it all|everything|all this|all of it)) (?:in|on) (?:my|our|the|this)(?: brand[- ]new| latest| new| newest)? (?:blog post|article|post|blog)(?=${LAST_SIGNS})`,
    '',
  ),
  // "…, as every year at this time, we": it says nothing of this year.
  phrase(
    'filler',
    String.raw`(?<=\p{L}), (?:just )?(?:as|like) (?:every|each) year(?: at (?:this|the same) time(?: of (?:the )?year)?), `,
    ', ',
  ),
];
