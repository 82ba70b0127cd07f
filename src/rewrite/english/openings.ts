// English openings that only announce, boast or name the kind of content: what they announce comes first instead.
import { lazy } from '#base/lazy.js';
import { capital, isCode, dropOpening, LEAST_REST, withMedium, type Medium, type Operation } from '../wording.js';
import { GLAD, IS_GLAD, SENDER } from './senders.js';
import { latin } from '../latin.js';

const SAY = String.raw`(?:announce|share|tell you|report|say|let you know|inform you)`;
const READERS = String.raw`(?:you|everyone|(?:our |all )?(?:residents|members|customers|readers|visitors|users|patients|parents|students|passengers))`;

const LEAD_IN = lazy(() =>
  latin(
    String.raw`^(?:Please (?:be advised|be aware|be informed|note|remember)|(?:You should|Please) know|This is to (?:inform|notify|let|remind) ${READERS}(?: know)?|It (?:should be noted|is important to (?:note|know|remember)|is worth noting|has been decided|was decided|has been shown|has been found)|(?<sender>We|I|${SENDER}) ?(?:would like|wants?|wish(?:es)?) to (?:inform|let|tell|remind|notify) ${READERS}(?: know)?|We (?:regret|are sorry) to (?:inform|tell) ${READERS}|We (?:inform|remind) ${READERS}|I just want(?:ed)? to (?:say|share)|Just a (?:quick|short) (?:post|note|reminder)(?: to (?:say|let you know))?|(?:A |Quick |Friendly )?reminder|${IS_GLAD}${SAY}|It is with (?:great |immense )?(?:pleasure|pride|joy|excitement) that (?:we|I) (?:announce|share|inform you)) that `,
  ),
);
const SMALL_LEAD_IN =
  /^(?:(?:Hi|Hello|Hey)(?: all| everyone| folks| there| friends)?[,!] (?:just a quick post to say that )?|(?:Reminder|Quick note|FYI|PSA): |As you (?:may|might|probably) know, |In today[’']s (?:fast-paced |digital |modern )?(?:world|age|landscape|digital landscape), |In an ever-changing world, |Did you know\? )/i;
const PLACE = lazy(
  () => /(?:[Cc]ity|[Tt]own|[Vv]illage|[Bb]orough|[Cc]ounty|[Cc]ouncil) of ((?:\p{Lu}[\p{L}-]*)(?: \p{Lu}[\p{L}-]*)*)/u,
);

/** Houses without which a sentence may be taken for one about another. */
const HOUSE = /^the (?:library|museum|theat(?:er|re)|cinema|pool)\b/i;

/** The sender in front of the news, or undefined where it says nothing that the news does not. */
function labelOf(sender: string, place: string | undefined, rest: string): string | undefined {
  if (place !== undefined) return rest.includes(place) ? undefined : place;
  const noun =
    /^the (?<noun>[^,]{3,45})$/i.exec(sender)?.groups?.['noun'] ??
    (/^\p{Lu}\p{L}+ \p{Lu}[^,]{2,40}$/u.test(sender) ? sender : undefined);
  if (noun === undefined || !(HOUSE.test(sender) || /\p{Lu}/u.test(noun))) return undefined;
  const head = /[\p{L}-]+$/u.exec(noun)?.[0] ?? '';
  return rest.toLowerCase().includes(head.toLowerCase()) ? undefined : capital(noun);
}

/** "Please be advised that the library opens" → "The library opens". */
const leadIn: Operation = {
  id: 'lead-in',
  apply(sentence) {
    const { text } = sentence;
    const match = LEAD_IN().exec(text);
    const from = (match ?? SMALL_LEAD_IN.exec(text))?.[0].length;
    if (from === undefined) return undefined;
    const rest = text.slice(from);
    if (rest.length < 8 || rest.length + sentence.next.length < LEAST_REST) return undefined;
    if (isCode(rest) || (match !== null && /^(?:they|he|she|this|these|those|if)\b/i.test(rest))) return undefined;
    const ands = match === null ? [] : [...rest.matchAll(/ and that /g)];
    if (ands.length > 1) return undefined;
    const changes = [
      dropOpening(sentence, from),
      ...ands.map(({ index }) => ({ start: from + index, end: from + index + ' and that '.length, text: ', and ' })),
    ];
    const sender = (match?.groups?.['sender'] ?? '').trim();
    const name = match === null ? undefined : PLACE().exec(sender)?.[1];
    const label = labelOf(sender, name, rest);
    // Who says it is where it is: "Marlow Bay: the library opens".
    if (label !== undefined) changes[0] = { start: 0, end: from, text: `${label}: ` };
    return { changes, ...(name !== undefined && { name }) };
  },
};

/** "Did you know? …" as a sentence of its own. */
const question: Operation = {
  id: 'statement',
  apply(sentence) {
    const { text, isFirst, next } = sentence;
    if (isFirst && /^Did you know\?$/i.test(text) && next.length >= LEAST_REST)
      return { changes: [{ start: 0, end: text.length + 1, text: '' }] };
    const said = /^Did you know that (?<said>[^?]{20,})\?$/i.exec(text)?.groups?.['said'];
    if (said === undefined) return undefined;
    const from = text.indexOf(said);
    return { changes: [dropOpening(sentence, from), { start: text.length - 1, end: text.length, text: '.' }] };
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

const BOAST = lazy(() =>
  latin(
    String.raw`^(?:${IS_GLAD}(?:announce|share|present|introduce|unveil|reveal)|It is with (?:great |immense )?(?:pleasure|pride|joy) that we (?:announce|present|introduce|unveil)|Introducing) `,
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
    if (match === null || rest.length < LEAST_REST || !/^(?:an?|the|our|my|its|\p{Lu})[\s\p{L}]/u.test(rest))
      return undefined;
    const isIts = rest.startsWith('its ');
    if (isIts && !/^(?:Our|We)\b/.test(text)) return undefined;
    const sign = /[,:;!?]|\.\s/u.exec(rest);
    const behind = rest.slice(sign?.index ?? rest.length);
    const changes = [isIts ? { start: 0, end: from + 3, text: 'Our' } : dropOpening(sentence, from)];
    if (behind.startsWith(': ') || /^, (?:an?|the|our) /.test(behind)) return { changes };
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
    /^(?:(?:Here(?:[’']s| is| are)|This is) (?:an?|my|our|some)(?: quick| short| new| little| latest)? (?<medium>(?:blog )?post|article|video|film|thread|tutorial|guide|podcast|tips|explanation) (?:on|about|explaining|showing(?: you)?|of)|(?:Please )?(?:click|tap) (?:here|(?:on )?(?:the|this) link(?: below)?) to (?:find out|learn|see|read|discover)(?: about)?|(?:Find out|Learn|Discover|Read about|We explain|We[’']ll show you|I explain|(?:Feel free to )?check out (?:our|my) (?:latest |new )?(?:blog )?(?:post|article) (?:about|on|explaining))|(?:Have you ever wondered|Ever wondered|Wondering)|(?:Many|A lot) of you (?:have )?ask(?:ed)?(?: us| me)?) (?<how>how|why|what) (?=[\p{L}\d][^?]*[^?]$)/iu,
);
const SHOWS =
  /^(?:Check out|Watch|See|Listen to|Have a look at) (?:our|my|this)(?: latest| new| newest)? (?:video|film|episode|podcast|tutorial),? (?:where|in which) /i;
const LABEL_AND_COLON =
  /^(?:New (?:blog )?(?:post|article|video|episode)(?: on (?:the|our|my) blog)?|New on (?:the|our|my) blog|(?:Now )?on (?:the|our) blog|Latest (?:blog )?(?:post|article|episode)|From the blog|Just published) ?[:–—] /i;
const GUEST = lazy(
  () =>
    /^In (?:this|our|my|the)(?: latest| new| newest)? (?:episode|podcast|show|video),? we (?:sit down with|talk (?:to|with)|speak (?:to|with)|chat with|meet|welcome|interview) (?<who>[^.,:;!?]{3,60}?),? who (?=(?:has|is|was|had|tells|explains|shows|works|lives|runs|can|will|never|\p{L}+ed|\p{L}+s)\b)/iu,
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
  /^It is with (?:great |immense |the greatest )?(?:pleasure|pride|joy|excitement) that (?=(?:we|I) (?!share|present|introduce|unveil|announce))/i;
/** "It is with great pleasure that we share photos" → "We share photos". */
const pleasure: Operation = {
  id: 'boast',
  apply(sentence) {
    const match = WITH_PLEASURE.exec(sentence.text);
    return match === null ? undefined : { changes: [dropOpening(sentence, match[0].length)] };
  },
};

const DECIDED_THAT = lazy(() => /, it (?:has been|was) (?:decided|agreed) that (?=[\p{L}\d])/iu);
/** "Following a consultation, it has been decided that trees will be planted" → "Following a consultation, trees …". */
const decided: Operation = {
  id: 'lead-in',
  apply({ text }) {
    const match = DECIDED_THAT().exec(text);
    return match === null
      ? undefined
      : { changes: [{ start: match.index, end: match.index + match[0].length, text: ', ' }] };
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
    const how = HOW_TOLD().exec(text) ?? HOW_SHOWN().exec(text);
    if (how !== null && text.length - how[0].length >= LEAST_REST) {
      const { how: word = 'why', medium = '' } = how.groups ?? {};
      return { changes: [withMedium(sentence, how[0].length, `${word.toLowerCase()} `, mediumOf(medium))] };
    }
    const steps = HERE_ARE().exec(text);
    if (steps !== null) return { changes: [{ start: 0, end: steps[0].length, text: 'How to ' }] };
    const label = LABEL_AND_COLON.exec(text) ?? SHOWS.exec(text) ?? (how === null ? SOMEONE_TELLS().exec(text) : null);
    if (label === null || text.length - label[0].length < LEAST_REST) return undefined;
    return { changes: [withMedium(sentence, label[0].length, '', mediumOf(label[0]))] };
  },
};

const LABEL_ALONE =
  /^(?:New (?:on (?:the|our|my) (?:blog|site)|(?:blog )?(?:post|article))(?: (?:is )?(?:up|live|out))?(?: on (?:the|our|my) blog)?|(?:Our|My) (?:new|latest) (?:blog )?(?:post|article) is (?:up|live|out|online))[.!]+$/i;
/** "New blog post! …": a sentence that only says that there is one goes. */
const labelSentence: Operation = {
  id: 'content-label',
  apply({ text, next, isFirst }) {
    if (!isFirst || !LABEL_ALONE.test(text) || next.length < 40 || /^(?:it|this|they|check|read)\b/i.test(next))
      return undefined;
    return { changes: [{ start: 0, end: text.length + 1, text: '' }] };
  },
};

const CALL = lazy(
  () =>
    /^(?:Don[’']t miss (?:this|it|out|our)(?: [\p{L}-]+){0,3}|Not to be missed|A must-(?:see|read)|Check this out|Big news|Exciting news)[.!]+$/iu,
);
/** "Don’t miss this exhibition! …": a call that fits any text goes where the next sentence says what there is. */
const call: Operation = {
  id: 'content-label',
  apply({ text, next, isFirst }) {
    if (!isFirst || !CALL().test(text) || next.length < 40 || /^(?:it|they|this|these)\b/i.test(next)) return undefined;
    return { changes: [{ start: 0, end: text.length + 1, text: '' }], dropsNegation: true };
  },
};

/** What English texts may open with in vain, the most certain first. */
export const openings: readonly Operation[] = [
  labelSentence,
  call,
  question,
  announcement,
  leadIn,
  decided,
  boast,
  pleasure,
  guest,
  contentLabel,
];
