// English talk in front of what there is to say.
import { lazy } from '#base/lazy.js';
import { emptyOpening } from '../empty-opening.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import { saidAgain } from '../said-again.js';
import { capital, type Operation } from '../wording.js';

const TIES = lazy(
  () =>
    new Set(
      'a an the this it its i we you me us my our your and but or so as at in on for of to with from by about is are was were be been am has have had do does did will would can could should may might must just really very quite rather some all too also even still here there what how well if when then than that let day days week weekend month months year years time bit lot few couple'.split(
        ' ',
      ),
    ),
);
const TALK = lazy(
  () =>
    new Set(
      'ok okay right anyway hey folks guys long old big huge busy crazy mad wild funny quick news update announcement story thread tweet rant thought thoughts thing something stuff controversial opinion confession confess admit say saying tell talk discuss guess interesting important exciting finally happened rambling ramble preamble again quiet lately silence meaning ages write post stick'.split(
        ' ',
      ),
    ),
);
const SHORT_FORM = /'(?:s|re|ve|m|ll|d)$/;
/** A sentence that leans on the one before it. */
const LEANS = lazy(
  () =>
    /^(?:it|its|they|their|them|he|she|this|these|those|that|there|here|so|and|but|or|because|which|who|not|yes|no|also|then|thanks to you|mine|ours)\b|^[^.!?]{0,40}\b(?:there|them|it|this|that)[.!?]?$/i,
);

const empty: Operation = emptyOpening({
  ties: TIES,
  talk: TALK,
  plain: (word) => [word.replace(SHORT_FORM, '')],
  tellsWhen: () =>
    /\b(?:all|every|each|this|that|these|for|in|on|at|by|from|during|of) (?:[a-z]+ ){0,2}(?:days?|weeks?|weekend|months?|years?|time)\b/i,
  leans: LEANS,
  cried: /^(?:(?:and )?it[’']s|we[’']re) (?:finally |really |actually )*(?:here|back|live|open)\b/i,
});

const CALLS = lazy(
  () =>
    new Set(
      'attention alert last final hurry only few just with your this that have here more the our are and for you all big some chance now it’s don’t miss'.split(
        ' ',
      ),
    ),
);
const again: Operation = saidAgain({
  calls: CALLS,
  isLast: /\b(?:last|final|only|few)\b/i,
  left: /\b(?:left|last|final|only|few|remain\w*|limited)\b/i,
  leans: LEANS,
  impersonal: /^there(?:[’']s| is| are) (?:still |only |just )*(?:a |\d|one|two|three|four|five|six|ten|limited|very)/i,
});

/** What an author says of what comes, before "but". */
const EXCUSES = String.raw`(?:(?:I know )?this (?:might|may|could|will|is going to|is probably going to|probably) (?:be|sound|seem)s? (?:(?:a bit|a little|slightly|quite|very|really|like) )*(?:controversial|unpopular|obvious|silly|stupid|daft|odd|weird|strange|crazy|petty|boring)|I (?:might|may|will|[’']ll|am going to|[’']m going to) (?:probably )?(?:get|be|catch) (?:cancelled|hate|flak|stick|shot down|some stick|in trouble|roasted) for (?:this|saying this)|(?:(?:maybe|probably|perhaps|possibly) )?(?:unpopular|controversial)(?: (?:maybe|perhaps|opinion|take|probably|view))*|I (?:(?:don[’']t|do not) (?:usually|normally|often)|(?:never|rarely)(?: normally| usually)?) (?:post|tweet|share|talk) about (?:this|these things|this stuff|work|politics|personal stuff)|I (?:never thought I[’']d say this|hate to say (?:it|this)|don[’']t want to (?:moan|rant|brag|boast))|at the risk of (?:sounding [^,.:;!?]{3,25}|repeating myself|stating the obvious)|(?:I[’']m |I am )?(?:not sure (?:if|whether) (?:this is (?:just me|controversial|the place for this)|anyone (?:cares|needs to hear this)))|(?:it[’']s|it is) probably (?:just me|obvious))`;
const SMALL = String.raw`(?:(?:OK|Okay|Right|Well|So|Alright|Look|Listen)[,.:!]? )`;

const ABOUT = lazy(() =>
  latin(
    String.raw`^${SMALL}*(?:I (?:really )?(?:think|feel like|feel) )?(?:(?:we|I) (?:really |all |just )?(?:need|have|ought|want) to (?:talk|speak)|(?:it[’']s|it is) (?:time|about time) (?:to talk|we talked|we spoke)|let[’']s (?:talk|chat)|can we (?:just |please )?talk) about (?<what>(?!how|why|what|when|where|whether|who|it\b|this|that\b|these|the (?:fact|way)|something|you|me\b|us\b)[^.,:;!?]{3,28})[.!?]$`,
  ),
);
/** "We need to talk about handover. I tracked 60 shifts" → "Handover: I tracked 60 shifts". */
const spokenOf: Operation = {
  id: 'content-label',
  apply({ text, next, nextAt, isFirst }) {
    const what = isFirst ? ABOUT().exec(text)?.groups?.['what'] : undefined;
    if (what === undefined || !/^(?:I|We|Our|My|In|Over|Last|This (?:week|month|year))[ ’']/.test(next))
      return undefined;
    if (next.length < 40 || /: ./.test(next)) return undefined;
    const first = /^I[ ’']/.test(next) ? 'I' : next.charAt(0).toLowerCase();
    return { changes: [{ start: 0, end: nextAt + 1, text: `${capital(what)}: ${first}` }] };
  },
};

/** Readers by a plural that is not a proper name: it may open small. */
const MANY = String.raw`(?:All |Some |Most |Any )?(?:[a-z]+ )?(?:employers|employees|workers|landlords|tenants|homeowners|parents|carers|drivers|motorists|cyclists|pupils|students|teachers|schools|patients|visitors|residents|businesses|companies|firms|charities|traders|retailers|suppliers|farmers|growers|owners|operators|customers|clients|members|users|developers|applicants|candidates|travellers|travelers|passengers|freelancers|contractors|taxpayers|pensioners|households|organisations|organizations)`;
const AWARE = lazy(() =>
  latin(
    String.raw`^(?<who>${MANY}(?: (?:who|that|with|in|of|from|without|on|at) [^.,:;!?]{3,70}?)?) (?:should|must|need to|ought to|are advised to) (?:also )?(?:be (?:made )?aware|know|note|remember|be mindful) that (?:(?<when>(?:from|as of|after|before|by|on|until|in) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2} |the |next |early |late )?(?:\p{L}+ )?(?:\d{1,4}|\p{L}+)(?: \d{4})?),? )?they (?=(?:will|must|can|may|are|have|now|no longer|should|need)\b)`,
  ),
);
/** "Employers should be aware that from 6 April they will have to" → "From 6 April, employers will have to". */
const aware: Operation = {
  id: 'lead-in',
  apply({ text }) {
    const match = AWARE().exec(text);
    const { who = '', when } = match?.groups ?? {};
    if (match === null) return undefined;
    const put = when === undefined ? who : `${capital(when)}, ${who.charAt(0).toLowerCase()}${who.slice(1)}`;
    return { changes: [{ start: 0, end: match[0].length, text: `${put} ` }] };
  },
};

/** What came to be known, without who found it. */
const EMERGED = String.raw`it (?:has (?:just |now |since |recently )?(?:emerged|transpired|come to light|become clear|been revealed)|(?:emerged|transpired)(?: (?:today|yesterday|this (?:week|morning)))?|turns out|can (?:now )?be revealed|is understood) that (?=(?!(?:it|they|he|she|this|these)\b)(?<first>[\p{L}\d£$€“]))`;

/** Talk that goes. */
export const preambles: readonly Operation[] = [
  empty,
  again,
  spokenOf,
  aware,
  phrase(
    'lead-in',
    String.raw`^${SMALL}*${EXCUSES},? but,? (?:I (?:really |honestly |do )?(?:think|feel|believe) (?=(?:we|it[’']s time|people|everyone) ))?(?=\p{L})`,
    '',
    { dropsNegation: true },
  ),
  // Behind a label: "EXCLUSIVE: It has emerged that the council" → "EXCLUSIVE: The council".
  phrase('lead-in', String.raw`(?<=^(?:[\p{L} ]{4,20}: ))${EMERGED}[^]`, ({ first = '' }) => capital(first)),
  phrase('lead-in', String.raw`^${EMERGED}`, ''),
  phrase(
    'lead-in',
    String.raw`^Just (?:to let (?:you(?: all)?|everyone|everybody|people|folks) know|letting (?:you(?: all)?|everyone|people) know|a heads[- ]up),? (?=(?:we|I|our|the|my|there) ?)`,
    '',
  ),
  phrase('lead-in', String.raw`^Anyway,? (?=[\p{L}\d])`, '', { unless: () => /^anyway (?:you|of|to|that)\b/i }),
  phrase(
    'lead-in',
    String.raw`^(?:So many |Lots of |Many |Some )?(?:(?:people|you|of you|folks) (?:keep|kept|have been|are always|often) ask(?:ing)?(?: (?:me|us))?|(?:I|We)(?: often| always| regularly)? get asked(?: (?:about )?this)?(?: (?:a lot|all the time|every day|every week))?|(?:I[’']m|We[’']re) (?:often|always) asked)(?: (?:about )?this)?(?:,? so here(?:[’']s| is) (?:the|my|our) answer| so here goes)?(?: ?:| –| -) (?:yes,? )?(?=\p{L})`,
    '',
  ),
];
