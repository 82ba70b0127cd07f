// English phrases of ads and brochures that go whole, and the label of praise in front of what there is.
import { lazy } from '#base/lazy.js';
import { dropped, phrase } from '../phrase.js';
import { capital, dropFirst, type Operation } from '../wording.js';
import { fillers } from './fillers.js';

/** Praise of a home for sale. */
const HOME = String.raw`(?:(?:absolutely |truly |simply )?(?:stunning|beautiful|gorgeous|immaculate|superb|fantastic|charming|delightful|exceptional|impressive|lovely|fabulous|amazing|wonderful|magnificent|spectacular|deceptively spacious|beautifully (?:presented|appointed|maintained|decorated|renovated)|immaculately presented|well[- ]presented|rarely available|must[- ]see|much[- ]loved))`;
const ROOMS = String.raw`(?:\d+[- ]?bed|(?:one|two|three|four|five|six)[- ]bed|semi|detached|terraced?\b|cottage|flat\b|apartment|house\b|bungalow|townhouse|studio|barn|farmhouse|maisonette|family home|period|Victorian|Georgian|Edwardian|end[- ]of)`;
/** What software says of itself. */
const EASY = String.raw`(?:powerful|intuitive|easy[- ]to[- ]use|user[- ]friendly|robust|flexible|sleek|versatile|seamless|simple|innovative|all-in-one)`;
const PRAISED = String.raw`(?:unique|magical|unforgettable|perfect|great|fantastic|fun|amazing|wonderful|brilliant|memorable|unmissable|must-see|special|lovely)`;
const EVENT = String.raw`(?:experience|day out|family day out|adventure|treat|event|evening|night out|weekend|celebration|day|afternoon)`;
const MAKERS = String.raw`(?:provider|supplier|manufacturer|maker|producer|retailer|developer|distributor|specialist)`;

const FOR_ALL = lazy(
  () =>
    /^(?:(?:Nestled|Tucked away|Set|Located|Situated|Hidden away) (?:right |deep )?(?<at>in the (?:very )?heart of (?:the )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*), )?(?<where>(?:The )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,3}) (?:(?:really|truly) )?(?:does have|has|offers|have) (?:a little )?something for (?:everyone|all the family|all ages|every taste)[ ]?[!.]+$/u,
);
/** "Kirkallan really does have something for everyone! From 22 miles" → "Kirkallan: from 22 miles". */
const forAll: Operation = {
  id: 'filler',
  apply({ text, next, nextAt, isFirst }) {
    const { where, at } = (isFirst ? FOR_ALL().exec(text)?.groups : undefined) ?? {};
    if (where === undefined || next.length < 40 || !/^(?:From|There|You can|Between|Whether) /.test(next))
      return undefined;
    if (/: ./.test(next)) return undefined;
    const place = at === undefined ? where : `${where}, ${at}`;
    return { changes: [{ start: 0, end: nextAt + 1, text: `${capital(place)}: ${next.charAt(0).toLowerCase()}` }] };
  },
};

const LEANS = lazy(
  () =>
    /^(?:it|its|they|their|them|this|these|that|so|and|but|or|which|who|not|then|yes|no|if so|look no)\b|^[^.!?]{0,40}\b(?:there|them|it)[.!?]?$/i,
);

const TIMES_AT = lazy(
  () =>
    /^(?:(?:Exciting|Busy|Happy|Big) times|(?:Big|Exciting|Great) news|Lots (?:going on|happening)|It[’']s all happening)(?: ahead)? (?:here )?(?:at|from|for) (?<where>(?:the )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,3})[ ]?[!.]+$/u,
);
/** "Exciting times at Fernhill Farm! Our first lambing weekend" → "Fernhill Farm: our first lambing weekend". */
const timesAt: Operation = {
  id: 'filler',
  apply({ text, next, nextAt, isFirst }) {
    const where = isFirst ? TIMES_AT().exec(text)?.groups?.['where'] : undefined;
    if (where === undefined || next.length < 40 || !/^(?:Our|We|The|From|An?|On|There) /.test(next) || /: ./.test(next))
      return undefined;
    return {
      changes: [{ start: 0, end: nextAt + 1, text: `${capital(where)}: ${next.charAt(0).toLowerCase()}` }],
    };
  },
};

const AD_QUESTION =
  /^(?:Are you|Do you|Have you got|Would you like|Could you be|Want to|Looking for|Fancy|Love|Got) [^.!?\d]{3,90}\?$/i;
const IS_AD =
  /\b(?:hiring|looking for|vacancy|vacancies|salary|[£$€]\d+k|per annum|p\.a\.|recruiting|seeking|apply|job)\b/i;
/** "Do you thrive in a busy kitchen? We’re looking for a chef" → "We’re looking for a chef". */
const adQuestion: Operation = {
  id: 'filler',
  apply(sentence, forms) {
    const { text, next, behind, isFirst, whole } = sentence;
    if (!isFirst || !AD_QUESTION.test(text) || !IS_AD.test(whole)) return undefined;
    if (fillers.some((known) => known.apply(sentence, forms)?.changes[0]?.start === 0)) return undefined;
    // A name, or a trade, is whom the ad is for.
    if (/ \p{Lu}/u.test(text) || /^Are you an? /.test(text) || behind < 40) return undefined;
    return /^(?:If|Then|Yes|So|Well|Look no|This|We want)\b/i.test(next)
      ? undefined
      : { changes: [dropFirst(sentence)] };
  },
};

/** Phrases that go. */
export const stock: readonly Operation[] = [
  // "Here’s everything you need to know, including how to book" → "How to book".
  phrase(
    'filler',
    String.raw`^(?:Here(?:[’']s| is)|This is|Find out|Discover|Read|I[’']ve written up|We[’']ve put together) (?:everything|all|absolutely everything) you(?:[’']ll)? (?:need|want|could (?:ever )?want|could possibly need) to know(?: about it)?(?:, including|, from|:) (?=(?:how|what|where|when|why|which)\b)`,
    '',
  ),
  // "Stunning, deceptively spacious 2 bed terrace" → "2 bed terrace".
  phrase('filler', String.raw`^${HOME}(?:(?:,? and |, | )${HOME})* (?=${ROOMS})`, ''),
  phrase(
    'filler',
    String.raw`(?<=(?<![\p{L}])(?:[Aa]|[Tt]his|[Oo]ur|[Tt]he) )${HOME}(?:(?:,? and |, | )${HOME})* (?=${ROOMS})`,
    '',
    // The article would have to change.
    { unless: () => /\ba [^.]{3,60} (?:8|11|18|apartment|end|Edwardian)/ },
  ),
  phrase(
    'filler',
    String.raw`(?<=\b(?:the|this|very) )(?:ever[- ]popular |highly |much |most |extremely )*sought[- ]after (?=\p{L})`,
    '',
  ),
  // ", boasting a yard" → ", with a yard".
  phrase(
    'plain-words',
    String.raw`(?<=[\p{L}\d],?) boasting (?=(?:an?|two|three|four|its|stunning|over|more) |\d)`,
    ' with ',
  ),
  phrase('plain-words', String.raw`(?<=\p{L}) boasts (?=(?:an?|two|three|four|five|six|over|more) |\d)`, ' has '),
  // "a leading player in the logistics space" → "a logistics company".
  phrase(
    'boast',
    String.raw`(?<![\p{L}])(?:an?|the|one of the) (?:(?:leading|major|key|top|market-leading|world-leading|global|big|biggest) )+(?:players?|names?|forces?) in the (?<field>[a-z]+(?: [a-z]+)?) (?:space|sector|industry|field|market|arena|world)(?![\p{L}])`,
    ({ field = '' }) => `${/^[aeiou]/i.test(field) ? 'an' : 'a'} ${field} company`,
  ),
  phrase(
    'boast',
    String.raw`(?<![\p{L}])(?<a>an?) (?:leading|world-leading|market-leading|industry-leading|trusted|premier|top) (?=${MAKERS} of )`,
    ({ a = '' }) => (a.startsWith('A') ? 'A ' : 'a '),
  ),
  // "…, one of the most prestigious competitions in the world." at the end.
  phrase(
    'boast',
    String.raw`, (?:widely (?:considered|seen|regarded) as )?one of the (?:(?:world|UK|country|region)[’']s )?most (?:prestigious|respected|renowned|famous|sought-after|coveted|celebrated|acclaimed|highly regarded) [^.,:;!?\d]{3,60}(?=[.!]?$)`,
    '',
  ),
  // "A truly unique experience for all the family: 40 alpacas" → "40 alpacas".
  phrase(
    'filler',
    String.raw`^(?:An? |The )?(?:(?:truly|really|absolutely|simply) )?${PRAISED}(?:,? (?:and )?${PRAISED})* ${EVENT}(?: (?:for|to share with) (?:(?:all )?the (?:whole )?family|all ages|everyone|kids (?:of all ages|and grown-ups)|young and old|all))?: (?=\d)`,
    '',
  ),
  phrase(
    'filler',
    String.raw`(?<=(?<![\p{L}])(?:this|our|the) )${EASY}(?:, ${EASY})*,? (?:yet|and|but|& )\s?${EASY} (?=(?:new |free |little )?(?:app|tool|platform|software|library|plugin|service|website|framework|solution|system)\b)`,
    '',
  ),
  // "Looking for something fun to do this weekend? Our studio …"
  dropped(
    'filler',
    String.raw`(?:Are you )?(?:Looking for|Fancy|Stuck for|Need|In need of|Want|Searching for|After) (?:something|ideas?|things|somewhere|some inspiration|inspiration|plans)(?: (?:fun|new|different|special|exciting|free|unusual|a bit different))?(?: (?:to do|to go|for things to do|to keep [^.!?\d]{3,25} (?:busy|entertained|occupied)))?(?: (?:on|this|over|during|in|with|for) [^.!?\d]{3,40})?\?|(?:Not sure |Wondering )?what to do (?:this|on|over|with) [^.!?\d]{3,40}\?`,
    LEANS,
  ),
  forAll,
  timesAt,
  adQuestion,
];
