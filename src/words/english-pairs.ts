// Words of English of which one is wrong beside the other: "this criteria", "an all time high", "a south facing garden".
import { lazy } from '#base/lazy.js';
import type { Pair } from './english-confusions.js';

/** What looks to the sun. */
const FACED =
  'yards?|gardens?|terraces?|balcony|balconies|roofs?|patios?|windows?|walls?|slopes?|courtyards?|decks?|living|lounge|kitchen|plots?|rooms?|bedrooms?|hillsides?|beach(?:es)?|borders?|allotments?';

/** The rows: see `Pair`. */
export const englishPairs = lazy((): readonly Pair[] => [
  ['this criteria ', 'this criteria (is|was|has|does|applies|means)', 'this criterion $1'],
  [
    'this criteria',
    '(meets?|met|meeting|fits?|fitting|match(?:es|ed|ing)?|satisf(?:y|ies|ied)|fulfils?|against|under|with|by|on|to) this criteria',
    '$1 these criteria',
  ],
  [
    'a criteria|one criteria|every criteria|each criteria|another criteria|only criteria',
    '(a|one|every|each|another|only) criteria(?= (?:for|is|was|of|that|we|in|to|which)(?![a-z])| ?[.,!?;:]|$)',
    '$1 criterion',
  ],
  ['this phenomena|a phenomena', '(this|a) phenomena', '$1 phenomenon'],
  ['these phenomenon|these criterion', 'these (phenomen|criteri)on', 'these $1a'],
  [
    'all time ',
    '(an|its|their|our|his|her|my|your|new|the) all time (high|low|record|best|great|favou?rite|classic)(s?)',
    '$1 all-time $2$3',
  ],
  [
    ' facing ',
    `(?<!(?:face|faces|rooms|windows|side|looking) )((?:south|north)(?:[ -]?(?:east|west))?|east|west) facing (?=(?:${FACED})(?![a-z]))`,
    '$1-facing ',
  ],
  ['reverand', '(?:rev)erand(s?)', 'Reverend$1'],
  ['wensday|wednsday|wendesday', 'we(?:ns|dns|ndes)day(s?)', 'Wednesday$1'],
  ['thrusday|thursady', 'th(?:rusday|ursady)(s?)', 'Thursday$1'],
  ['saterday|satuday', 'sat(?:er|u)day(s?)', 'Saturday$1'],
  ['teusday|tueday', 't(?:eus|ue)day(s?)', 'Tuesday$1'],
  ['febuary', 'febuary', 'February'],
  [
    'its ',
    '(?<=^|[.!?…:] |[\\u0300-\\uffff] )its (?=(?:cinderella|aladdin|snow white|sleeping beauty|peter pan|dick whittington|jack and the beanstalk)(?: (?:but|at|in|on|again|time|and|set|with|this)(?![a-z])| ?[!.,]))',
    'it’s ',
  ],
  [
    'its ',
    '(?<=^|[.!?…:] |[\\u0300-\\uffff] )its (?=(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|christmas|easter|halloween|pancake day|bonfire night|panto(?:mime)? season|half term)(?: (?:but|again|so|tomorrow|today|soon|already|and (?:we|you|i|the))(?![a-z])| (?:morning|night|evening)(?: ?[!.,]| and (?:we|you|i))| ?[!.,]))',
    'it’s ',
  ],
]);
