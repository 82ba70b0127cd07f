// English clauses that only lead to what there is to say: how long it took, whose wish it is, what was promised.
import { lazy } from '#base/lazy.js';
import { emptyClause } from '../empty-clause.js';
import { latin } from '../latin.js';
import { dropped, phrase } from '../phrase.js';
import { capital, type Operation } from '../wording.js';
import { fillers } from './fillers.js';
import { openings } from './openings.js';
import { preambles } from './preambles.js';
import { GLAD } from './senders.js';

const words = (text: string) => lazy(() => new Set(text.split(' ')));

const TIES = words(
  'a about absolutely mention working event events edition sell-out sold-out previous special keeping kept quiet under wraps hush normally usually often rarely following going gonna notice short taken happily yesterday tell me after again ages ahead all almost also always am an and another any anyone are as at back been before being bit both bunch but by can come coming could customer customers day days did do doing done eventually ever every everyone few finally first folks followers for forever from get getting got guess had happy has hard have having here hey hi high hope hopefully how huge i if in into is it its just keep keeps kept last lately later least let like little ll long longer lot lots m many massive maybe me members month months more most much my myself never new not now numerous of off ok okay on once one ones only or others our out over own parents people personally plenty popular pretty probably quite re readers ready really regularly right round s said seems several should since so some somebody someone something stuff such super than that the their them then there these thing things this those though through time times to today together tons too took turns two up us users various ve very visitors was way we week weekend weeks well went were what whatever which while who whole will with without work would year years yes yet you your yours residents patients friends wonderful lovely brilliant overwhelming many great positive amount number comments messages emails dms repeated constant excited delighted thrilled pleased proud date feels late nights tears sweat blood coffee secretly quietly busy lol haha tbh honestly frankly quick small far away around here',
);
const TELLS = words(
  'forever promise mentioning mention notice happened success keeping hush spam spamming cross-posting crossposting double-posting repost reposting wraps ask asked asks asking request requests requested demand feedback responses response promised promise mentioned told tell know knew wondering wondered waiting wait waited awaited meaning official officially confirmed announcement announced announce news reminder update post posted posting sorry apologies apologise bang banging nag nagging pester moan moaning bother spam question questions answer answers share sharing interested missed lie secret teasing teased hinting hinted listened said tinkering planning thinking fyi icymi psa psst remember heard hearing listening excuse',
);
const BINDS = lazy(() =>
  latin(
    String.raw`^(?:if|when|whenever|unless|until|once|while|where|to|without|with|on(?! popular)|at|in(?! (?:case|response|answer))|for(?! (?:those|anyone|everyone|everybody|all (?:those|of you)|the record|ages|a while|weeks|months|years|what))|not(?! (?:gonna|going))|no|please|let|tell|ask|share|know|thanks|thank|all you|you (?:can|may|must|will|should|need)|your|the (?:answer|question|news|work|first|last)|his|her|he|she|they|it (?!has been|took)[a-z]+|these|those|there|every|each|any|more|most|next|don[’']t|do|did|does|can|could|would|are|is|was|what(?! a )|which|who|how|why|having|being|getting|coming|doing|waiting|(?:so )?(?:I|we)(?:[’']ve| have)? (?:asked|said|told|was|were))(?![\p{L}])|\b(?:that(?:[’']s| is| was)|asked to)\b`,
  ),
);
const PARTS = lazy(
  () =>
    /(?:,? but,? (?:yes,? |hey,? )?|, | ?: | [–—-] |\.\.\. ?|… ?)(?:(?:and |so |well,? )(?=(?:i|we|here)[ ’']))?| so (?=here(?:[’']s| is| are) )| (?<that>that )/giu,
);
const STANDS = lazy(() =>
  latin(
    String.raw`^(?:the |an? |our |my |your |this |these |i |i[’']|we |we[’']|here(?:[’']s| is| are) |tonight[’']s |tomorrow[’']s |today[’']s |there(?:[’']s| is| are|(?: will|[’']ll) be) |two |three |four |five |six |ten |no |\d|[£$€“"]|tonight|tomorrow|all |both |bikes|it[’']s (?:the|an?) |(?:could|can|would|does|has|is) (?:anyone|anybody|someone|you|any of you) |please )`,
  ),
);
const LEANING = lazy(
  () =>
    /^(?:it(?![’']s (?:the|an?) | is (?:the|an?) )|its|they|their|them|he|she|that|so|and|but|or|because|which|who|not|yes|no,|also|then|this (?:is|was|one)|these (?:are|were)|the answer|we (?:did|do|have|can|hear|heard|listened|answer|will|know|are|were)[.!,]|I (?:did|do|have|can|will|know|am|was)[.!,]|thanks|thank)(?![\p{L}])/iu,
);
/** An apology is owed, unless what there is to say comes behind "but". */
const EXCUSES = /\b(?:sorry|apolog\w+)\b/i;
const SAYS = lazy(
  () => /\b(?:say|tell|know|remind|announce|confirm|share|mention)(?: (?:you|everyone|folks|people|all))*$/i,
);
const SHORT_FORM = /(?:n't|'(?:s|re|ve|m|ll|d))$/;

const clause: Operation = emptyClause({
  ties: TIES,
  tells: TELLS,
  plain: (word) => {
    const stem = word.replace(SHORT_FORM, '');
    return stem === '' || word.endsWith("n't") ? [] : [stem];
  },
  parts: PARTS,
  binds: BINDS,
  stands: STANDS,
  leans: LEANING,
  says: SAYS,
  excuses: EXCUSES,
  known: [...preambles, ...openings, ...fillers],
});

const HAPPENED =
  /^(?:So,? )?this (?:just )?happened(?: today| yesterday| this (?:week|morning)| last night)?[ ]?[.…!]+$/i;

/** Clauses that go. */
export const clauses: readonly Operation[] = [
  clause,
  // "Sorry for another post about the summer fair lol but we need" → "Summer fair: we need".
  phrase(
    'lead-in',
    String.raw`^(?:(?:So )?sorry|Apologies) (?:for|about) (?:(?:yet )?another|one more|the millionth|all the|so many|more) (?:posts?|tweets?|messages?|reminders?|spam|emails?) (?:about|on) (?:the |our |my )?(?<what>(?!this|that|it\b|these)[^.,:;!?]{3,30}?)(?: (?:lol|haha|again|guys|folks|everyone|all))*,? but,? (?<who>we(?=[ ’'])|I(?=[ ’'])|there(?=[ ’']))`,
    ({ what = '', who = '' }) => `${capital(what)}: ${who === 'I' ? 'I' : who.toLowerCase()}`,
  ),
  phrase(
    'lead-in',
    String.raw`^(?:Due to|By|Because of|Following|In response to|Thanks to|Owing to) (?:(?:very |overwhelming |huge |high |massive |such )*(?:popular|public|high|huge|overwhelming|massive|strong|phenomenal)? ?demand)(?: from (?:you all|(?:all )?(?:our |of our )?(?:lovely )?[a-z]+s))?,? (?=(?:we|our|the|my|I)[ ’'])`,
    '',
  ),
  phrase(
    'lead-in',
    String.raw`^(?:(?:It[’']s been a|A) )?long time coming,? (?:but )?(?=(?:we|our|the|my|I)[ ’'])`,
    '',
  ),
  // "After two years, I’m so excited to share that my novel is out" → "After two years, my novel is out".
  phrase(
    'lead-in',
    String.raw`(?<=^(?!(?:if|to|when|while|although|though|as)\b)[^.!?:;“”"]{5,90}\), )(?:we|I)(?:[’']re|[’']m| are| am) (?:now |finally )?${GLAD} to (?:(?:be able to|finally|now|officially) )*(?:announce|share|say|confirm|tell you|reveal) (?:with you )?that (?=(?:the|our|my|we|I)[ ’'])`,
    '',
  ),
  // "Lots of you want the recipe for the cake so here it is: 4 eggs" → "The recipe for the cake: 4 eggs".
  phrase(
    'lead-in',
    String.raw`^(?:So )?(?:(?:so )?many|lots|loads|a lot|a few|several|some|plenty)(?: of you| people| parents| customers)?(?: have| have been|[’']ve been)? ask(?:ed|ing)(?: (?:me|us))? (?:for|about) (?<what>(?:the|our|my) [^.,:;!?]{4,60}?),? (?:so|and) here (?:it is|they are|you (?:go|are)) ?: (?=[\p{L}\d])`,
    ({ what = '' }) => `${capital(what)}: `,
  ),
  phrase(
    'lead-in',
    String.raw`^(?:I[’']m|We[’']re|I am|We are) (?:(?:so|really|very|incredibly|quite|rather) )*(?:proud|pleased|excited|chuffed|happy) (?:of|about|with) this(?: one)?(?: ?:| –| -) (?=\p{L})`,
    '',
  ),
  // "So this happened... my little shop" → "My little shop".
  {
    id: 'lead-in',
    apply({ text, next, nextAt, isFirst }) {
      return isFirst && HAPPENED.test(text) && next.length >= 30 && !/^(?:it|this|that|they)\b/i.test(next)
        ? { changes: [{ start: 0, end: nextAt + 1, text: capital(next.charAt(0)) }] }
        : undefined;
    },
  },
  // "We’ve got something special for you this week: a recording" → "A recording".
  phrase(
    'lead-in',
    String.raw`^(?:We|I)(?:[’']ve| have)? (?:got )?(?:something|a (?:real |little )?(?:treat|surprise))(?: (?:(?:very|really|extra|a bit) )?(?:special|exciting|different|new|fun))? (?:for you(?: all)?|in store|lined up|to share)(?: for you)?(?: (?:today|this week|tonight|this month|this weekend))?: (?=[\p{L}\d])`,
    '',
  ),
  // "As we get closer to the end of term, just a reminder that" → "As we get closer to the end of term,".
  phrase(
    'lead-in',
    String.raw`(?<=^(?:As|With|Before|Ahead of|After) [^.!?:;“”"]{5,70}, )(?:just )?(?:a )?(?:(?:quick|gentle|friendly|little) )*reminder that (?=(?:the|our|my|all|we|your|any)[ ’'])`,
    '',
  ),
  // "If you’ve been following us, you’ll know how much this means: our café opens" → "Our café opens".
  phrase(
    'lead-in',
    String.raw`^If you(?:[’']ve been following| have been following| follow|[’']ve followed| know) (?:us|me|this account|my work|our work)[^.:;!?,\d]{0,40},? you(?:[’']ll| will|[’']d)? know [^.:;!?\d]{3,60}: (?=(?:our|the|we|my|I)[ ’'])`,
    '',
  ),
  phrase(
    'lead-in',
    String.raw`^(?:To answer (?:the|your|a|that) (?:(?:most common|burning|big|obvious|popular) )?questions?(?: [^.:;!?\d]{3,40})?|The (?:news|moment|day|announcement|one) (?:we|you)(?:[’']ve| have) (?:all )?been waiting for|(?:Gentle|Friendly|Quick|Little|Final|Last|Shameless) (?:nudge|heads[- ]up|PSA|plug|shout|one|plea)|Question for the hive mind) ?: (?=[\p{L}\d])`,
    '',
  ),
  dropped('lead-in', String.raw`At (?:long )?last|Finally|About time(?: too)?`, LEANING, { where: 'first' }),
  // "Just a quick one to say a massive thank you to" → "A massive thank you to".
  phrase(
    'lead-in',
    String.raw`^(?:Just |And )?(?:a )?(?:quick|short|little|brief|late) (?:one|note|post|message|word|tweet|update) to (?:say|send) (?=(?:an? (?:(?:massive|huge|big|enormous|very|special|heartfelt) )*(?:thank|congratulations|well done)|thank|thanks|well done|congratulations|good luck|happy) ?)`,
    '',
  ),
  // "Big day for the team today as we launch" → "We launch".
  phrase(
    'lead-in',
    String.raw`^(?:It[’']s a |What a )?(?:very )?(?:big|huge|exciting|special|proud|great) day (?:(?:for|at) [^.,!?:]{2,30}? )?(?:today )?as (?=we )`,
    '',
  ),
  // "People often ask me how to prune so here are 3 rules" → "How to prune: 3 rules".
  phrase(
    'lead-in',
    String.raw`^(?:(?:So many |Lots of |Many |Some )?(?:people|you|of you|folks|customers|readers|parents|patients|clients) (?:(?:often|always|regularly|keep|have been|are always) )*ask(?:ing|ed)? (?:me|us)|(?:I|We)(?: often| always| regularly)? get asked(?: a lot)?|(?:I[’']m|We[’']re|I am|We are) (?:often|always|regularly) asked) (?<how>how|why|which [a-z]+|what|where|when) (?<what>[^.:;!?“”"]{5,70}?),? (?:and )?so (?:here(?:[’']s| is| are)|(?:I|we)(?:[’']ve)? (?:made|wrote|put together|written|drawn up)) (?:(?:the|my|our) answer: )?(?=[\p{L}\d])`,
    ({ how = '', what = '' }) => `${capital(how)} ${what}: `,
  ),
  phrase('lead-in', String.raw`^(?:ICYMI|FYI|PSA|Quick PSA)(?: ?[:–-]|,)? (?=(?:our|the|we|my|I)[ ’'])`, ''),
];
