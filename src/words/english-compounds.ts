// Figures with a unit before a noun: "a 3 year plan" wants a hyphen, "14 days notice" an apostrophe.
import { lazy } from '#base/lazy.js';
import { wordSet } from '#base/word-set.js';
import type { Confusion } from './confusions.js';
import { WORD_CLASS, type WordList } from './word-list.js';

const { plural, lower } = WORD_CLASS;

const NUMBER =
  '(?:\\d{1,3}(?:,\\d{3})*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred)';
const UNIT =
  '(?:year|month|week|day|hour|minute|second|night|mile|metre|meter|foot|page|word|part|point|person|seat|bed|bedroom|storey|story|acre|course|star|man|hole|lap|inch|gallon|litre|term|mark)';
/** Behind these a number cannot count a noun in the plural. */
const ONE = '(?:an?|another|every|each|one|this)';
const ANY = "(?:the|our|my|your|his|her|their|its|that|[A-Za-z]+[’']s)";
const MODIFIER =
  '(?:free|new|short|full|whole|intensive|online|live|quick|easy|gentle|lovely|annual|special|second|third|first|final|next|last|nice|brand new|paid|unpaid|initial|fixed|further|single|average|daily|weekly|monthly|total|extra|long|strict|solid|typical|recent|pilot)';
const COMPOUND = lazy(
  () =>
    new RegExp(
      `(?<![A-Za-z\\d’'-])(?:(${ONE})|${ANY}) ((?:${MODIFIER} )?)(1|one|${NUMBER}) (${UNIT})( olds?(?![a-z]))?(?: ([a-z]+)(?![a-z-])(?: ([a-z]+))?)?`,
      'gi',
    ),
);
/** Words that end what stands before the noun. */
const SMALL = wordSet(
  'and or of in on at to for from by with is are was were be has have had will would can could if as than that who which when while not later earlier ago before after until till per each only all more less long high wide deep tall away off up out apart over under into again too also now then still does do did may must might shall should s i we you they he she it its here there',
);

function compounds(text: string, list: WordList): Confusion[] {
  return [...text.matchAll(COMPOUND())].flatMap((match): Confusion[] => {
    const [, one, modifier = '', number = '', unit = '', old = '', next = '', further = ''] = match;
    if (/^(?:1|one)$/i.test(number) && (one === undefined || !/^(?:an?)$/i.test(one))) return [];
    const nextClasses = list.lookUp(next.toLowerCase()) ?? 0;
    const start =
      text.toLowerCase().indexOf(`${modifier}${number} ${unit}`.toLowerCase(), match.index) + modifier.length;
    const end = start + `${number} ${unit}${old}`.length;
    const put = { span: { start, end }, meant: `${number}-${unit}${old.replace(' ', '-')}` };
    if (old !== '') return /^(?:year|month|week|day)$/i.test(unit) ? [put] : [];
    if (next === '' || SMALL.has(next)) return [];
    if ((nextClasses & lower) === 0) return [];
    if (one !== undefined) return [put];
    // "the two day trips" may be two trips by day.
    const furtherClasses = SMALL.has(further) ? 0 : (list.lookUp(further.toLowerCase()) ?? 0);
    if (((nextClasses | furtherClasses) & plural) !== 0 || /[^s]s$/.test(next)) return [];
    return [put];
  });
}

/** What a time has that is paid, given or taken. */
const HAD =
  'notice|leave|pay|rent|wages|imprisonment|worth|warning|salary|experience|detention|suspension|sick leave|maternity leave|paternity leave|parental leave|unpaid leave|paid leave|annual leave|hard labou?r|hard work|community service|free parking|free delivery|jail|supply';
const WAY = 'walk|drive|ride|flight';
const TIMES = lazy(
  () =>
    new RegExp(
      `(?<![A-Za-z\\d.,’'£$€-])(?<!\\b(?:in|within|for|after|over|every|since|until|by|at|of the|next|last|past|these|those|first) )(${NUMBER}(?: (?:full|more|clear|calendar|working|whole|extra))?) (minutes|hours|days|weeks|months|years) (?=(?:${HAD})(?![a-z-])|(?:work|training|practice|service)(?= ?[.,!?]| (?:in|on|for|and|from|at|with|to)(?![a-z])|$)|(?:${WAY}) (?:from|to|away)(?![a-z]))`,
      'gi',
    ),
);
const WORTH = lazy(
  () => new RegExp(`(?<![A-Za-z\\d.,’'-])(${NUMBER}) (minutes|hours|days|weeks|months|years) (?=worth of )`, 'gi'),
);
const IN_TIME = lazy(
  () =>
    new RegExp(
      `(?<=(?<![A-Za-z])in )(${NUMBER}|a few|several) (minutes|hours|days|weeks|months|years) (?=time(?: ?[.,!?]| (?:we|i|you|they|he|she|our|at|on|in|for|from|and|when|with|by|so)(?![a-z])|$))`,
      'gi',
    ),
);
const ONE_TIME = lazy(
  () =>
    new RegExp(
      `(?<![A-Za-z\\d’'-])(an?|one|1|each|every|half an) (minute|hour|day|week|month|year|night|moment|fortnight)s (?=(?:${HAD}|work|training|practice|rest|sleep|holiday|silence|time|stay|grace|wait|delay|${WAY})(?![a-z-]))`,
      'gi',
    ),
);

/** Times without the apostrophe that they have what follows by. */
function times(text: string): Confusion[] {
  const many = [TIMES(), WORTH(), IN_TIME()].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: written, 1: number = '', 2: unit = '' }) => ({
      span: { start: index, end: index + written.length - 1 },
      meant: `${number} ${unit}’`,
    })),
  );
  const one = [...text.matchAll(ONE_TIME())].map(({ index, 0: written, 1: number = '', 2: unit = '' }) => ({
    span: { start: index, end: index + written.length - 1 },
    meant: `${number} ${unit}’s`,
  }));
  return [...many, ...one];
}

/** Compounds without their hyphen, and times without their apostrophe. */
export const compoundSlips = (text: string, list: WordList): Confusion[] => [...compounds(text, list), ...times(text)];
