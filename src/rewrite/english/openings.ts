// English openings that only announce, boast or name the kind of content: what they announce comes first instead.
import { lazy } from '#base/lazy.js';
import { capital, dropFirst, dropOpening, LEAST_REST, withMedium, type Medium, type Operation } from '../wording.js';
import { headlines } from './headlines.js';
import { leadIns } from './lead-ins.js';
import { GLAD, IS_GLAD } from './senders.js';
import { latin } from '../latin.js';

/** What answers such a question, and nothing else: "Well, now you can!". */
const ANSWER =
  /^(?:Well,? )?(?:(?:Yes,? |And )?(?:now )?(?:you|we|it) (?:can|do|did|know|does|is|really (?:can|do))(?: now)?|it[’']s true|that[’']s right|true story|yes,? really)[.!]$/i;
/** "Did you know? …" as a sentence of its own; "Did you know that …? Well, now you do!" as a statement. */
const question: Operation = {
  id: 'statement',
  apply(sentence) {
    const { text, isFirst, next } = sentence;
    if (isFirst && /^Did you know\?$/i.test(text) && next.length >= LEAST_REST)
      return { changes: [{ start: 0, end: text.length + 1, text: '' }] };
    const said = /^Did you know that (?<said>[^?]{20,})\?$/i.exec(text)?.groups?.['said'];
    if (said === undefined) return undefined;
    const from = text.indexOf(said);
    const end = ANSWER.test(next) ? text.length + 1 + next.length : text.length;
    return { changes: [dropOpening(sentence, from), { start: text.length - 1, end, text: '.' }] };
  },
};

const ANNOUNCED: Readonly<Record<string, string>> = {
  launch: 'launching',
  opening: 'opening',
  reopening: 'reopening',
  release: 'releasing',
  publication: 'publishing',
  start: 'starting',
  creation: 'creating',
};
const ANNOUNCES = lazy(() =>
  latin(
    String.raw`^(?<who>We[’']re|We are|I[’']m|I am|(?:The |Our )?[^.,:;!?“”"\n]{2,60}? (?:is|are))? ?${GLAD} to (?:finally |officially )?(?:announce|share) the (?:official )?(?<noun>${Object.keys(ANNOUNCED).join('|')}) of `,
  ),
);
/** "The council is pleased to announce the launch of a night bus" → "The council is launching a night bus". */
const announcement: Operation = {
  id: 'announcement',
  apply({ text }) {
    const match = ANNOUNCES().exec(text);
    const verb = ANNOUNCED[(match?.groups?.['noun'] ?? '').toLowerCase()];
    if (match === null || verb === undefined) return undefined;
    const who = match.groups?.['who'] ?? 'We’re';
    return { changes: [{ start: 0, end: match[0].length, text: `${who} ${verb} ` }] };
  },
};

const JOY = String.raw`(?:great |immense |enormous |huge |the greatest |much )?(?:pleasure|pride|joy|excitement|delight)`;
const WE_ANNOUNCE = lazy(() =>
  latin(
    String.raw`^(?:It is with ${JOY} that (?<who>we|I) (?:can )?(?:announce|share|confirm)|It gives (?<us>us|me) ${JOY} to announce|(?<we>We|I) (?:have|take) ${JOY} in announcing|(?<we2>We|I) (?:are announcing|am announcing|announce|can announce|can now announce)) the (?:official )?(?<noun>${Object.keys(ANNOUNCED).join('|')}) of `,
  ),
);
/** "It is with great pleasure that we announce the opening of" → "We are opening". */
const weAnnounce: Operation = {
  id: 'announcement',
  apply({ text }) {
    const match = WE_ANNOUNCE().exec(text);
    const { who, us, we, we2, noun = '' } = match?.groups ?? {};
    const verb = ANNOUNCED[noun.toLowerCase()];
    if (match === null || verb === undefined) return undefined;
    const isI = /^(?:i|me)$/i.test(who ?? us ?? we ?? we2 ?? '');
    return { changes: [{ start: 0, end: match[0].length, text: `${isI ? 'I am' : 'We are'} ${verb} ` }] };
  },
};

const BOAST = lazy(() =>
  latin(
    String.raw`^(?:${IS_GLAD}(?:announce|share|present|introduce|unveil|reveal)(?: with you(?: all)?)?|It is with (?:great |immense )?(?:pleasure|pride|joy) that we (?:announce|present|introduce|unveil)|Introducing) (?:the (?:results|findings|outcome) of (?=(?:our|my|the|an?) [^.,:;!?]+, which ))?`,
  ),
);
/** "Proud to announce our new paper: …" → "Our new paper: …", where a statement is left. */
const boast: Operation = {
  id: 'boast',
  apply(sentence) {
    const { text } = sentence;
    const match = BOAST().exec(text);
    const from = match?.[0].length ?? 0;
    const rest = text.slice(from);
    if (
      match === null ||
      rest.length < LEAST_REST ||
      !/^(?:an?|the(?! (?:\p{L}+ )?(?:news|fact|idea) that )|our|my|its|\p{Lu})[\s\p{L}]/u.test(rest)
    )
      return undefined;
    const isIts = rest.startsWith('its ');
    if (isIts && !/^(?:Our|We)\b/.test(text)) return undefined;
    const sign = /[,:;!?]|\.\s/u.exec(rest);
    const behind = rest.slice(sign?.index ?? rest.length);
    const changes = [isIts ? { start: 0, end: from + 3, text: 'Our' } : dropOpening(sentence, from)];
    if (
      behind.startsWith(': ') ||
      /^, (?:an?|the|our|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty) /.test(
        behind,
      )
    )
      return { changes };
    const relative = /^, which (?=\p{L}+s |will |can |now |has )/u.exec(behind)?.[0].length;
    if (relative === undefined || sign === null) return undefined;
    const at = from + sign.index;
    return { changes: [...changes, { start: at, end: at + relative, text: ' ' }] };
  },
};

const MEDIA: readonly Medium[] = [
  { label: 'Watch: ', known: /video|\bfilm/i },
  { label: 'On the podcast: ', known: /episode|podcast/i },
  { label: 'Tutorial: ', known: /tutorial/i },
  { label: 'Webinar: ', known: /webinar/i },
  { label: 'Talk: ', known: /talk$/i },
];
const mediumOf = (label: string): Medium | undefined => MEDIA.find(({ known }) => known.test(label));
const TOLD_IN = String.raw`^In (?:this|our|my|the)(?: latest| new| newest| brand-new| short| quick| little)? (?<medium>(?:blog )?post|article|video|film|episode|podcast|tutorial|talk|webinar|thread),? `;
const TELLS = String.raw`(?:I|we) (?:(?:will |[’']ll )?(?:talk about|explain|show(?: you)?|discuss|explore|describe|cover|(?:take a )?look at|look into|dive into|go over|walk (?:you )?through|break down|share|tell you)) `;
const HOW_TOLD = lazy(() =>
  latin(
    String.raw`${TOLD_IN}${TELLS}(?:(?<reasons>the reasons? (?:why|that|for which)) |(?<how>how|why|what|when|where) )`,
  ),
);
const SOMEONE_TELLS = lazy(() =>
  latin(
    String.raw`${TOLD_IN}(?<=, )(?!(?:I|you|he|she|they|it)\b|we (?:take|look|dive|go|walk|cover|discuss))(?=\p{L})`,
  ),
);
/** What is shown in some other way, up to "how". */
const HOW_SHOWN = lazy(
  () =>
    /^(?:(?:Here(?:[’']s| is| are)|This is) (?:an?|my|our|some)(?: quick| short| new| little| latest| simple| handy| free| full| practical| step-by-step| complete)* (?<medium>(?:blog )?post|article|video|film|thread|tutorial|guide|podcast|tips|explanation) (?:on|about|explaining|showing(?: you)?|of)|(?:Please )?(?:click|tap) (?:here|(?:on )?(?:the|this) link(?: below)?) to (?:find out|learn|see|read|discover)(?: about)?|(?:Find out|Learn|Discover|Read about|We explain|We[’']ll show you|I explain|(?:Feel free to )?check out (?:our|my) (?:latest |new )?(?:blog )?(?:post|article) (?:about|on|explaining))|(?:Have you ever wondered|Ever wondered|Wondering)|(?:I|We)(?:[’']ve| have)?(?: just)? (?:wrote|written|published|posted|put together|put up|made|recorded|uploaded|blogged) ?(?:an?|my|our|some)?(?: (?:new|short|quick|little|long))? ?(?<medium2>(?:blog )?post|article|video|film|thread|tutorial|guide|podcast|piece)?(?: on (?:my|our|the) blog)? ?(?:on|about|explaining|showing(?: you)?|(?:in which|where) (?:I|we) (?:explain|show(?: you)?|look at|describe|talk about|tell you|share|discuss))|(?:Many|A lot) of you (?:have )?ask(?:ed)?(?: us| me)?) (?<how>how|why|what) (?=[\p{L}\d][^?]*[^?]$)/iu,
);
const SHOWS =
  /^(?:Check out|Watch|See|Listen to|Have a look at) (?:our|my|this)(?: latest| new| newest)? (?:video|film|episode|podcast|tutorial),? (?:where|in which) /i;
const LABEL_AND_COLON =
  /^(?:(?:(?:Check out|Read|See|Watch|Listen to|Have a (?:look|read) (?:at|of)|Here(?:[’']s| is)|Now live|Out now|Discover|Don[’']t miss) )?(?:(?:our|my|the|this week[’']s|this month[’']s|today[’']s) )?(?:(?:very )?(?:new|latest|newest|brand[- ]new|short|little|quick) )*(?:blog ?post|post|article|video|episode|podcast|blog|newsletter|tutorial|recap|press release)(?: (?:on|from) (?:the|our|my) (?:blog|podcast|channel))?|New on (?:the|our|my) blog(?: this week| this month| today)?|(?:Now )?on (?:the|our) blog|Latest (?:blog )?(?:post|article|episode)|From the blog|Just published) ?[:–—] /i;
const GUEST = lazy(
  () =>
    /^(?:In (?:this|our|my|the)(?: latest| new| newest)? (?:episode|podcast|show|video)|(?:On )?this week(?:[’']s (?:episode|show|podcast))?(?: on (?:the|our) (?:podcast|show))?),? we(?:[’']re| are)? (?:joined by|sit down with|talk (?:to|with)|speak (?:to|with)|chat (?:to|with)|meet|welcome|interview) (?<who>[^.,:;!?]{3,60}?),? who (?=(?:has|is|was|had|tells|explains|shows|works|lives|runs|can|will|never|\p{L}+ed|\p{L}+s)\b)/iu,
);
/** Verbs by which a guest speaks: what is done with the guest goes without saying. */
const SPEAKS = /^(?:tells|explains|shows|talks|shares|describes|reveals|answers)\b/i;
/** "In our latest episode, we meet a keeper who tells …" → "Podcast: a keeper tells …". */
const guest: Operation = {
  id: 'content-label',
  apply(sentence) {
    const match = GUEST().exec(sentence.text);
    const who = match?.groups?.['who'];
    if (match === null || who === undefined || !SPEAKS.test(sentence.text.slice(match[0].length))) return undefined;
    return { changes: [withMedium(sentence, match[0].length, `${who} `, mediumOf(match[0]))] };
  },
};

const WITH_PLEASURE =
  /^It is with (?:great |immense |the greatest )?(?:pleasure|pride|joy|excitement) that (?=(?:we|I) (?!share|present|introduce|unveil|announce)|(?:the|our|my) )/i;
/** "It is with great pleasure that we share photos" → "We share photos". */
const pleasure: Operation = {
  id: 'boast',
  apply(sentence) {
    const match = WITH_PLEASURE.exec(sentence.text);
    return match === null ? undefined : { changes: [dropOpening(sentence, match[0].length)] };
  },
};

/** What a paper finds, behind a sentence that names it. */
const IN_PAPER = lazy(
  () =>
    /^In (?:this|the|our)(?: new)? (?:paper|study|article|report|preprint|work|research),? we (?:show|find|found|demonstrate|report|argue|reveal) that (?=(?!it\b|they\b|this\b)[\p{L}\d])/iu,
);
/** "Our paper is out in X! In this paper, we show that seagrass recovers" → "… Seagrass recovers". */
const shown: Operation = {
  id: 'content-label',
  apply(sentence) {
    const match = sentence.isFirst ? null : IN_PAPER().exec(sentence.text);
    return match === null ? undefined : { changes: [dropOpening(sentence, match[0].length)] };
  },
};

const THOUGHTS =
  /^(?:(?:Some|A few|My|Our) (?:quick |brief |short )?)?thoughts on (?<what>(?!how|why|what|the|this|a\b)[^.,:;!?]{3,25})[.!]$/i;
/** "Some thoughts on overtime. We reviewed 600 payslips" → "Overtime: we reviewed 600 payslips". */
const thoughts: Operation = {
  id: 'content-label',
  apply({ text, next, isFirst }) {
    const what = THOUGHTS.exec(text)?.groups?.['what'];
    if (what === undefined || !isFirst || !/^(?:We|I|Our|My|The) /.test(next) || next.length < 40) return undefined;
    const first = next.startsWith('I ') ? 'I' : next.charAt(0).toLowerCase();
    return { changes: [{ start: 0, end: text.length + 2, text: `${capital(what)}: ${first}` }] };
  },
};

const HERE_ARE = lazy(
  () => /^Here are the steps to (?:follow )?(?:in order )?to (?=\p{L})|^Here is how to (?=\p{L})/iu,
);

/** "In this video, I talk about the reasons why …" → "Video: why …"; "New on the blog: X" → "X". */
const contentLabel: Operation = {
  id: 'content-label',
  apply(sentence) {
    const { text } = sentence;
    // \"Find out how by watching our film\" needs its verb.
    const how =
      HOW_TOLD().exec(text) ??
      (/ by (?:watching|reading|visiting|following|clicking|listening|checking)\b/i.test(text)
        ? null
        : HOW_SHOWN().exec(text));
    if (how !== null && text.length - how[0].length + `${how.groups?.['how'] ?? ''} `.length >= LEAST_REST) {
      const { how: word = 'why', medium2 = '', medium = medium2 } = how.groups ?? {};
      return { changes: [withMedium(sentence, how[0].length, `${word.toLowerCase()} `, mediumOf(medium))] };
    }
    const steps = HERE_ARE().exec(text);
    if (steps !== null) return { changes: [{ start: 0, end: steps[0].length, text: 'How to ' }] };
    const label = LABEL_AND_COLON.exec(text) ?? SHOWS.exec(text) ?? (how === null ? SOMEONE_TELLS().exec(text) : null);
    if (label === null || text.length - label[0].length < LEAST_REST) return undefined;
    return { changes: [withMedium(sentence, label[0].length, '', mediumOf(label[0]))] };
  },
};

const ITEM = String.raw`(?:(?:blog )?(?:post|article)|blog|video|episode|podcast|podcast episode|newsletter|guide|tutorial|paper|preprint|report|issue|interview|thread|write-up|talk|webinar|recording|feature|column|page|case study)`;
const UP = String.raw`(?:(?:now|finally|just|officially|also|already) )*(?:up|live|out|online|available|here|published|been published|gone live|landed|dropped|released|ready|been released)(?: now| today| at last)?`;
const WHERE = String.raw`(?: (?:on|over on|from|in|for) (?:the|our|my|your)(?: (?:new|favou?rite))? (?:blog|site|website|channel|podcast|YouTube channel|usual podcast app|podcast app|page))`;
const LABEL_ALONE = lazy(() =>
  latin(
    String.raw`^(?:(?:New|Latest|Fresh|Brand[- ]new|Another)(?: (?:on|from) (?:the|our|my) (?:blog|site|website|channel|podcast)| ${ITEM})(?: (?:alert|time|day))?(?: (?:is |has )?${UP})?${WHERE}?|(?:Our|My|The|A|This week[’']s|Today[’']s)(?: (?:new|latest|newest|next|brand[- ]new|very first|first|second|third|final|annual|monthly|weekly|quarterly|free|full))*(?: #?\d+)? ${ITEM}(?: #?\d+)? (?:is|has|are|[’']s) ${UP}${WHERE}?|(?:Just|Now|Freshly) (?:published|posted|live|up|out|released)${WHERE}?|(?:I|We)(?:[’']ve| have)? (?:just )?(?:published|posted|written|released|wrote|uploaded|put up) a (?:new )?${ITEM}${WHERE}?|Episode #?\d+ is ${UP})[.!]+$`,
  ),
);
const MEDIUM_ALONE: readonly (readonly [RegExp, string])[] = [
  [/episode|podcast/i, 'On the podcast: '],
  [/video|channel/i, 'Watch: '],
];
/** A word that goes on small behind a colon. */
const COMMON = /^(?:an?|the|our|my|how|why|what|when|where|we|two|three|four|five|six|seven|eight|nine|ten)\b/i;
/** "New blog post! …": a sentence that only says that there is one goes. */
const labelSentence: Operation = {
  id: 'content-label',
  apply(sentence) {
    const { text, next, nextAt, tags, isFirst } = sentence;
    if (!isFirst || !LABEL_ALONE().test(text) || next.length < 40) return undefined;
    if (/^(?:it|this|they|check|read|in it|these|he|she)\b/i.test(next)) return undefined;
    const medium = MEDIUM_ALONE.find(([known]) => known.test(text));
    const isSaid = medium === undefined || medium[0].test(next) || tags.some((tag) => medium[0].test(tag));
    if (isSaid) return { changes: [dropFirst(sentence)] };
    const first = COMMON.test(next) ? next.charAt(0).toLowerCase() : next.charAt(0);
    return { changes: [{ start: 0, end: nextAt + 1, text: `${medium[1]}${first}` }] };
  },
};

const CALL = lazy(
  () =>
    /^(?:Don[’']t miss (?:this|it|out|our)(?: [\p{L}-]+){0,3}|Not to be missed|A must-(?:see|read)|Check this out|Big news|Exciting news)[.!]+$/iu,
);
/** "Don’t miss this exhibition! …": a call that fits any text goes where the next sentence says what there is. */
const call: Operation = {
  id: 'content-label',
  apply(sentence) {
    const { text, next, isFirst } = sentence;
    if (!isFirst || !CALL().test(text) || next.length < 40 || /^(?:it|they|this|these)\b/i.test(next)) return undefined;
    return { changes: [dropFirst(sentence)], dropsNegation: true };
  },
};

const MANY_WAYS = lazy(() =>
  latin(
    String.raw`^There are (?:(?:so )?many|several|lots of|plenty of|a number of|a few|various) (?:great |simple |easy |different )?(?<ways>ways|reasons|things|steps|tricks) (?:(?:in which |that )?you can|to) (?<what>[^.:;!?]{5,90})\.$`,
  ),
);
const SOME =
  /^Here(?:[’']s| are| is) (?:our |my |just )?(?<count>\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: of them| of our favou?rites| ideas| of the best)?(?<sign>[.:!])/i;
/** "There are many ways you can help. Here are five of them:" → "Five ways to help:". */
const counted: Operation = {
  id: 'existential',
  apply({ text, next }) {
    const { ways = '', what = '' } = MANY_WAYS().exec(text)?.groups ?? {};
    const some = SOME.exec(next);
    const { count = '', sign = '' } = some?.groups ?? {};
    if (some === null || what === '' || (ways === 'reasons' && / you can /.test(text))) return undefined;
    const put = `${capital(count)} ${ways} to ${what}${sign}`;
    return { changes: [{ start: 0, end: text.length + 1 + some[0].length, text: put }] };
  },
};

/** What English texts may open with in vain, the most certain first. */
export const openings: readonly Operation[] = [
  counted,
  labelSentence,
  call,
  question,
  announcement,
  weAnnounce,
  ...leadIns,
  boast,
  pleasure,
  guest,
  shown,
  thoughts,
  contentLabel,
  ...headlines,
];
