// English openings that only lead to what is said: who says it, a greeting, a frame for any text.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { capital, dropOpening, isCode, LEAST_REST, type Operation } from '../wording.js';
import { GLAD, IS_GLAD, SENDER } from './senders.js';

const READERS = String.raw`(?:you(?: all)?|everyone|everybody|folks|(?:our |all |all our |our lovely |local )?(?:residents|members|customers|readers|visitors|users|patients|parents|students|passengers|guests|followers|subscribers|supporters|clients|families|neighbou?rs))`;
/** Readers of one's own, by any name that leaves them readers: those of whom something is wanted are more. */
const OWN = String.raw`(?:all |all of )?(?:our|my) (?!(?:[a-z]+ )?(?:mps|ministers|councill?ors|politicians|critics|opponents|competitors|children|kids|sons|daughters|bosses|leaders|rivals|suppliers|landlords))(?:[a-z-]+ )?[a-z-]+s(?: and [a-z-]+s)?`;
const NEWS = String.raw`(?:the|some|this|our) (?:(?:very|great|good|exciting|fantastic|wonderful|happy|amazing|brilliant|big|sad|latest|lovely) )*news`;
const SAY = String.raw`(?:announce|(?:share|announce|bring (?:you|${OWN})|pass on|spread)(?: with (?:you(?: all)?|everyone|${OWN}))? ${NEWS}(?: with (?:you(?: all)?|everyone|${OWN}))?|share(?: with you)?|tell ${READERS}|report|say|let ${READERS} know|inform (?:${READERS}|${OWN})|confirm|reveal|remind (?:${READERS}|${OWN})|advise)`;
const JOY = String.raw`(?:great |immense |enormous |huge |the greatest |much |real )?(?:pleasure|pride|joy|excitement|delight|happiness|honou?r)(?: and (?:great |immense )?(?:pleasure|pride|joy|excitement|delight))?`;

/** Openings up to "that". */
const OPENINGS = [
  String.raw`(?:Note|Remember|Keep in mind|Bear in mind|Be advised|Be aware|Just to (?:let you know|say))(?: also)?`,
  String.raw`It is (?:clear|obvious|evident|interesting to note)|There is no doubt|The (?:fact|truth|thing|point)(?: of the matter)? is`,
  String.raw`(?:Please|Kindly) (?:keep in mind|bear in mind|be advised|be aware|be informed|be reminded|note|remember|know|take note)(?: also)?`,
  String.raw`(?:You should|You may be interested to|You[’']ll be pleased to|You will be (?:glad|pleased|happy) to|We thought you[’']d like to) (?:know|hear|learn)`,
  String.raw`It has (?:recently )?come to our (?:attention|notice)|(?:We|I) (?:have|are|am) (?:recently )?(?:been made aware|become aware|aware)`,
  String.raw`This is (?:just )?(?:to|a (?:quick |short |gentle |friendly )?(?:note|reminder|post) to) (?:inform|notify|let|remind|tell|say)(?: ${READERS})?(?: know)?`,
  String.raw`It[’']s (?:worth (?:noting|remembering|knowing|mentioning)|important to (?:note|know|remember))`,
  String.raw`It (?:should be noted|is important to (?:note|know|remember)|is worth (?:noting|remembering|knowing|mentioning)|is (?:essential|useful|vital|necessary) to (?:remember|note|know|remind (?:you|${OWN}))|is important to (?:remind (?:you|${OWN})|bear in mind)|has been decided|was decided|has been shown|has been found|has been confirmed|goes without saying|must be (?:noted|remembered)|turns out|appears)`,
  String.raw`(?<sender>We|I|${SENDER}) ?(?:would like|[’']d like|wants?|wanted|wish(?:es)?) (?:just )?to (?:take (?:this|the) opportunity to )?(?:(?:inform|let|tell|remind|notify|advise) ${READERS}(?: know)?|(?:inform|remind|notify|advise) ${OWN}|announce|share|point out|mention)`,
  String.raw`We (?:regret|are sorry|are sad|are pleased|are writing|write|wanted|just wanted) to (?:inform|tell|let|notify|remind) ${READERS}(?: know)?`,
  String.raw`We (?:would like to |[’']d like to )?(?:take (?:this|the) opportunity to )?(?:inform|remind|notify|advise) (?:${READERS}|${OWN})`,
  String.raw`(?:${READERS}|The (?:public|residents of [^.,:;!?]{3,30})|Members of the public|All (?:staff|residents|users|customers|visitors)|Motorists|Drivers|Cyclists|Commuters|Walkers|Swimmers|Ticket holders|Pupils|Participants|Runners|Fans|Spectators|Shoppers|You) (?:is|are) (?:hereby |kindly |respectfully |politely )?(?:informed|notified|reminded|advised)`,
  String.raw`(?:${READERS}|The public|Motorists|Commuters|You) should (?:be (?:made )?aware|note|know|be advised)`,
  String.raw`(?:I|We)?(?: ?[Jj]ust)? want(?:ed)? to (?:say|share|mention|point out|let you(?: all)? know)`,
  String.raw`We hereby (?:inform|notify) ${READERS}`,
  String.raw`(?:This is your|Consider this your|Your)(?: (?:annual|weekly|daily|friendly|final|last))? reminder`,
  String.raw`(?:I[’']m|I am|We[’']re|We are) here to tell you`,
  String.raw`(?:We|I) could(?:n[’']t| not) be (?:more )?(?:proud(?:er)?|happy|happier|excited|thrilled|delighted) to (?:${SAY})`,
  String.raw`(?:This is )?(?:Just )?a (?:quick|short|little|gentle|friendly|brief|final|last)? ?(?:post|note|reminder|heads[- ]up|update|message|tweet|word)(?: (?:to|for) (?:say|(?:let|remind|tell|inform) (?:you(?: all)?|everyone|everybody)(?: know)?|(?:all )?(?:of )?(?:our |the )?(?:you|everyone|parents|residents|members|customers|visitors|users|students|staff|families|patients|readers|followers|volunteers|colleagues|parents and carers)))?`,
  String.raw`(?:Quick |Friendly |Gentle |Daily |Final |Last )?reminder`,
  String.raw`${IS_GLAD}${SAY}`,
  String.raw`It is (?:with )?(?:our |my |a )?${JOY} (?:to (?:be able to )?(?:announce|share|inform you|confirm|tell you)|that (?:we|I) (?:can )?(?:announce|share|inform you|confirm|tell you))`,
  String.raw`(?:We|I) (?:have|take|had) ${JOY} in (?:announcing|sharing|informing you|confirming|telling you)`,
  String.raw`It is with ${JOY} that (?<glad>(?:the|our|my) [^.,:;!?]{2,50}?) (?:announces?|shares?|confirms?|informs you|can announce)`,
  String.raw`It gives (?:us|me) ${JOY} to (?:announce|share|inform you|confirm|tell you)`,
  String.raw`(?:We|I)(?: are| am|[’']re|[’']m) (?:now |finally |at last )*able to (?:announce|confirm|share|tell you)`,
  String.raw`(?:We|I) can (?:now |finally |officially |at last )?(?:confirm|announce|reveal|share)`,
  String.raw`(?:As|Since) (?:you (?:may|might|probably) (?:have heard|know)|many of you (?:may )?know),? (?=it )|Did you hear|Have you heard`,
];
const LEAD_IN = lazy(() =>
  latin(
    String.raw`^(?:(?:${OPENINGS.join('|')}) that,? |${IS_GLAD}(?:announce|share|say|tell you|confirm) (?=(?:we|I)(?:[’'](?:ve|re|m|ll)| (?:have|are|am|will|now)) ))`,
  ),
);
/** Greetings, and frames that fit any text. */
const SMALL = [
  String.raw`(?:Hi|Hello|Hey|Good (?:morning|afternoon|evening)|Morning|Happy (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|weekend|New Year))(?: all| everyone| everybody| folks| there| friends| guys| team| Twitter| tweeps| world| you lovely people| again| lovely people)*(?:[,!.]| -| –|(?= ?(?:[\u2600-\u27bf\ufe0f]|[\ud83c-\ud83e][\udc00-\udfff])))(?: ?(?:[\u2600-\u27bf\ufe0f]|[\ud83c-\ud83e][\udc00-\udfff]))* (?:so,? |just a quick post to say that )?`,
  String.raw`(?:Dear|Attention,?) (?:all|everyone|friends|followers|customers|residents|members|parents|colleagues|neighbou?rs)[^,:!]{0,20}[,:!] `,
  String.raw`${IS_GLAD}(?:share|announce|bring you) (?:with you )?(?:(?:the|some|this|our) )?(?:(?:very|great|good|exciting|fantastic|wonderful|happy|amazing|brilliant|big|latest|lovely) )*news(?: with you(?: all)?)?(?:: | – | - )`,
  String.raw`(?:(?:We|I)(?:[’']ve| have)? (?:got )?)?(?:some |a bit of )?(?:very |really |super )?(?:great|exciting|good|big|fantastic|wonderful|amazing|brilliant|happy) news(?: to share(?: with you)?| for you(?: all)?| from [^.,:;!?]{3,30})?: `,
  String.raw`(?:(?:Quick |Friendly |Gentle |Final |Daily |Last )?reminder|(?:Quick |Side )?note|(?:Quick |Important |Latest |Live )?update|FYI|PSA|ICYMI|Heads[- ]up|(?:Important |Public )?(?:announcement|notice|information)|(?:Latest |Big |Great |Good |Exciting |Breaking |Some )?news|Save the date|Did you know|Fun fact|Top tip|Just in|Breaking|Hot off the press)(?:: |! | - | – )`,
  String.raw`(?:As you (?:may|might|probably|all|will)?(?: already| well)? ?(?:know|have (?:heard|seen|noticed)|be aware)|As (?:promised|always|ever|usual|we all know|many of you know|some of you know|mentioned (?:before|earlier|previously)|announced (?:earlier|previously)|they say|the saying goes)|As a (?:reminder|quick reminder)), `,
  String.raw`(?:In|For) (?:today[’']s|this|our|a) (?:fast-paced |fast-moving |digital |modern |busy |ever-changing |increasingly (?:complex|connected|digital) |rapidly (?:changing|evolving) )*(?:world|age|landscape|digital landscape|economy|market|day and age|climate|society|environment), `,
  String.raw`In an ever-changing world, |In a world (?:where|of|that) [^,.:;!?]{3,40}, `,
  String.raw`(?:Now,? more than ever(?: before)?|More than ever(?: before)?|These days|Nowadays|In these (?:difficult|challenging|uncertain|busy) times|Let[’']s face it|Let[’']s be honest|We all know it|We[’']ve all been there|It[’']s no secret|Believe it or not|Guess what|Drum ?roll,? please|Good news|Great news|Exciting news|Big news|Breaking news|Without further ado|Long story short|To cut a long story short|In short|In a nutshell|Well|So|OK so|Okay so|Right|Right then|Anyway|Anyhow|Honestly|Seriously|Basically|Obviously|Happily|Luckily|You heard (?:it|that) right|That[’']s right)(?:,|!|:|\.{2,3}|…) `,
  String.raw`(?:As (?:a|an|our|one of our) (?:valued|loyal|regular|existing) (?:customers?|members?|subscribers?|readers?|clients?|guests?|visitors?|supporters?)|If you (?:have not|haven[’']t) (?:already )?done (?:so|it)(?: already| yet)?), `,
  String.raw`At (?:this|the present) (?:point|moment) in time, |At the present (?:time|moment), |(?:Check (?:it|this) out|Have a look(?: at this)?|Take a look)(?: now)?: `,
  String.raw`Today (?:marks|is) a (?:(?:very|really|truly) )?(?:special|big|important|proud|momentous|historic|exciting) (?:day|moment)(?: for (?:us(?: all)?|our team|everyone at [^.,:;!?]{2,30}))?(?:: |, | – |! |\. )`,
  String.raw`So (?=(?:I|we|this|our|my|the|today|yesterday)\s)`,
  String.raw`(?:That[’']s|That is|This is) why (?=(?:we|I|our)\s)|With (?:that|this) in mind, (?=(?:we|I|our)\s)|For (?:this|that) reason, (?=(?:we|I|our)\s)`,
];
const SMALL_LEAD_IN = lazy(() => latin(String.raw`^(?:${SMALL.join('|')}|Did you know\? )`));
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
    const from = (match ?? SMALL_LEAD_IN().exec(text))?.[0].length;
    if (from === undefined) return undefined;
    const rest = text.slice(from);
    if (rest.length < 8 || rest.length + sentence.next.length < LEAST_REST) return undefined;
    // In front, a handle would make an answer of it.
    if (rest.startsWith('@')) return undefined;
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
    const denies = /n[’']t\b|\bnot\b/i.test(text.slice(0, from));
    return { changes, ...(name !== undefined && { name }), ...(denies && { dropsNegation: true }) };
  },
};

/** An opening that says what for. */
const PURPOSE = /^(?:to|in order to) /i;
/** A purpose that every reader has. */
const READERS_OWN = lazy(
  () =>
    /^(?:in order )?to (?:protect|keep) (?:yourself|you|yourselves)(?: and your (?:family|money|data))?(?: safe)?(?: (?:from|against) (?:fraud|scams|fraudsters|scammers|online fraud))?$|^(?:in order )?to (?:stay safe|avoid (?:any )?(?:misunderstandings?|confusion))(?: online)?$/i,
);
/** What leads in behind a frame of its own. */
const DECIDED_THAT = lazy(() =>
  latin(
    String.raw`, (?:(?<frame>it(?: is|[’']s) (?:important|worth|essential|vital|useful|good) (?:to (?:remember|note|know|remind (?:you|${OWN})|bear in mind|mention)|remembering|noting|knowing|mentioning)|it (?:should|must) be (?:noted|remembered)|remember)|it (?:has been|was) (?:decided|agreed|announced|confirmed)|(?:we|I)(?: are| am|[’']re|[’']m) ${GLAD} to (?:be able to )?${SAY}|(?:we|I) (?:would like|want|wish) to (?:inform|let|tell|remind) ${READERS}(?: know)?|please (?:note|be aware|be advised|remember)|(?:we|I)(?: are| am|[’']re|[’']m) (?:now |finally |at last )*able to (?:announce|confirm|share|tell you)|(?:we|I) can (?:now )?(?:confirm|announce|reveal)) that (?=[\p{L}\d])`,
  ),
);
/** "Following a consultation, it has been decided that trees will be planted" → "Following a consultation, trees …". */
const decided: Operation = {
  id: 'lead-in',
  apply({ text }) {
    const match = DECIDED_THAT().exec(text);
    // "Before you travel, please note that" is said of the note.
    if (match === null || /^before /i.test(text)) return undefined;
    // Under a condition it is the note that holds.
    if (match.groups?.['frame'] !== undefined && /^(?:if|when|while|unless) /i.test(text)) return undefined;
    const end = match.index + match[0].length;
    // "To compare prices, remember that" would be left with another subject: only a purpose that any reader has may go.
    if (match.groups?.['frame'] === undefined || !PURPOSE.test(text))
      return { changes: [{ start: match.index, end, text: ', ' }] };
    return READERS_OWN().test(text.slice(0, match.index)) && text.length - end >= LEAST_REST
      ? { changes: [dropOpening({ text }, end)] }
      : undefined;
  },
};

/** Lead-ins, the most certain first. */
export const leadIns: readonly Operation[] = [leadIn, decided];
