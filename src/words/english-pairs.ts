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
  [
    'friendly ',
    '(family|dog|child|wheelchair|pet|bee|beginner|toddler|buggy) friendly (?=(?:caf[eé]|pub|hotel|walk|beach|cottage|event|day|session|garden|trail|route|park|venue|space|place|show|activit|class|performance|screening|tour|holiday|home|shop|restaurant|bar|accommodation|swim|afternoon|morning)[a-z]*)',
    '$1-friendly ',
  ],
  ['award winning ', 'award winning (?=[a-z]{3,}(?! (?:in|for|at|on) (?:\\d|the year))(?![a-z]))', 'award-winning '],
  [
    'well ',
    '(a|an|the|our|this|their|your|some|any|another|of) well (deserved|earned|known|loved|stocked|kept|behaved|trained|established|designed|lit|equipped|attended|written|worn|needed) (?=(?!(?:its|the|our|his|her|their|for|from|and|but|when|with|until|them|him|water|all|only|more|most|enough)(?![a-z]))[a-z]{3,})',
    '$1 well-$2 ',
  ],
  [
    'home made ',
    '(?<!(?:at|from|back) )home made (?=(?:cakes?|bread|soups?|jam|pies?|food|lemonade|ice|scones|biscuits|chutney|pizza|bakes|burgers?|sausages?|treats?|wine|cider|cards?|gifts?|crafts?|quiches?)(?![a-z]))',
    'homemade ',
  ],
  [
    'last minute ',
    '(a|an|some|any|our|your|more|for) last minute (?=(?:goals?|changes?|tickets?|deals?|offers?|winner|equali[sz]er|places?|bookings?|gifts?|panic|cancellations?|call|decision|plans?|shopping|preparations?|penalty|spaces?|appeal|hitch)(?![a-z]))',
    '$1 last-minute ',
  ],
  [
    'second hand ',
    'second hand (?=(?:books?|bookshops?|clothes|clothing|shops?|furniture|bikes?|goods|cars?|toys?|stores?|stalls?|uniforms?|records?|instruments?|tools?|vinyl|fashion)(?![a-z]))',
    'second-hand ',
  ],
  [
    'free range ',
    'free range (?=(?:eggs?|chickens?|hens?|pork|turkeys?|meat|pigs?|geese|poultry)(?![a-z]))',
    'free-range ',
  ],
  ['peoples ', '(the) peoples (?=(?:choice|vote|favou?rite|award|history|princess)(?![a-z]))', '$1 people’s '],
  [
    'worlds |nations |towns |citys |schools |clubs |villages |churchs ',
    '(the|our) (?:(world|nation)s (?=(?:biggest|oldest|smallest|largest|longest|tallest|first|only|favou?rite|finest)(?! (?:and|are|were|have|of|in|to)(?![a-z]))(?![a-z]))|(town|club|school|village)s (?=(?:annual|biggest|oldest|largest|newest|AGM)(?! (?:and|are|were|have|of|in|to)(?![a-z]))(?![a-z])))',
    '$1 $2$3’s ',
  ],
  [
    'accept ',
    '(every day|daily|week|everyone|everybody|everything|nothing|anything|no one|all days|open|closed) accept (?=(?:on |for )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?|bank holidays?|christmas|for |the |when |me|him|her|us)',
    '$1 except ',
  ],
  [
    ' are ',
    '(?<=^|[.!?…:] |and |please |come |or )(join|meet|visit|support|see|follow|contact|love) are (team|new|shop|website|club|latest|own|members|page|newsletter|site|store|event|family|school|first|annual|next|friends|customers|stall|caf[eé])',
    '$1 our $2',
  ],
  [
    ' sang',
    '((?:have|has|had|having)(?: (?:just|already|never|ever|always|all|also|not|finally|recently))?) sang',
    '$1 sung',
  ],
  [
    ' swam',
    '((?:have|has|had|having)(?: (?:just|already|never|ever|always|all|also|not|finally|recently))?) swam',
    '$1 swum',
  ],
  [
    ' drank',
    '((?:have|has|had|having)(?: (?:just|already|never|ever|always|all|also|not|finally|recently))?) drank',
    '$1 drunk',
  ],
  [
    ' began',
    '((?:have|has|had|having)(?: (?:just|already|never|ever|always|all|also|not|finally|recently))?) began',
    '$1 begun',
  ],
  [
    ' rang',
    '((?:have|has|had|having)(?: (?:just|already|never|ever|always|all|also|not|finally|recently))?) rang',
    '$1 rung',
  ],
  [
    ' went',
    '((?:have|has|had|having)(?: (?:just|already|never|ever|always|all|also|not|finally|recently))?) went',
    '$1 gone',
  ],
  [
    ' wrote',
    '((?:have|has|had|having)(?: (?:just|already|never|ever|always|all|also|not|finally|recently))?) wrote',
    '$1 written',
  ],
  [
    ' chose',
    '((?:have|has|had|having)(?: (?:just|already|never|ever|always|all|also|not|finally|recently))?) chose',
    '$1 chosen',
  ],
  [
    ' drove',
    '((?:have|has|had|having)(?: (?:just|already|never|ever|always|all|also|not|finally|recently))?) drove',
    '$1 driven',
  ],
  [
    ' gave',
    '((?:have|has|had|having)(?: (?:just|already|never|ever|always|all|also|not|finally|recently))?) gave',
    '$1 given',
  ],
  [
    ' ate',
    '((?:have|has|had|having)(?: (?:just|already|never|ever|always|all|also|not|finally|recently))?) ate',
    '$1 eaten',
  ],
  [
    ' flew',
    '((?:have|has|had|having)(?: (?:just|already|never|ever|always|all|also|not|finally|recently))?) flew',
    '$1 flown',
  ],
  [
    ' grew',
    '((?:have|has|had|having)(?: (?:just|already|never|ever|always|all|also|not|finally|recently))?) grew',
    '$1 grown',
  ],
  [
    ' knew',
    '((?:have|has|had|having)(?: (?:just|already|never|ever|always|all|also|not|finally|recently))?) knew',
    '$1 known',
  ],
  [
    ' threw',
    '((?:have|has|had|having)(?: (?:just|already|never|ever|always|all|also|not|finally|recently))?) threw',
    '$1 thrown',
  ],
  [
    ' forgot',
    '((?:have|has|had|having)(?: (?:just|already|never|ever|always|all|also|not|finally|recently))?) forgot',
    '$1 forgotten',
  ],
  [
    ' froze',
    '((?:have|has|had|having)(?: (?:just|already|never|ever|always|all|also|not|finally|recently))?) froze',
    '$1 frozen',
  ],
  ['between you and i', 'between you and i', 'between you and me'],
  [
    'stationary',
    '(sell|sells|selling|sold|buy|office|school|wedding|printed|personalised|branded|art) stationary',
    '$1 stationery',
  ],
  [
    ' there ',
    '(donat(?:ed|e|es|ing)|giv(?:e|es|ing|en)|gave|lost|bring|brought|shar(?:e|es|ed|ing)|rais(?:e|ed|ing)|use|used|doing|do|did|have|had|lose|with|for|of) there (time|own|best|homes?|voices?|stories|story|support|bit|families|children|views|pets?|dogs?|lives|hard work|generosity|kindness|patience|birthday)',
    '$1 their $2',
  ],
  [
    'too ',
    '(congratulations|thanks|well done|happy birthday|good luck|welcome|sorry|hello) too (?=(?:all|our|everyone|everybody|the|you|my|those|both|this|[a-z]+’s)(?![a-z]))',
    '$1 to ',
  ],
  [
    'lets ',
    '(?<=^|[.!?…:] |[\\u0300-\\uffff] )lets (?=(?:all|go|hope|get|see|make|be|not|do|have|take|keep|try|talk|celebrate|start|face|say|just|meet|hear|help|find|stay|look|remember|work|show|bring)(?![a-z]))',
    'let’s ',
  ],
  [
    'cant ',
    '(?<=^|[.!?…] |[\\u0300-\\uffff] )cant (?=(?:wait|make|believe|decide|find|get|see|stop|come|think|remember|help|miss|sleep)(?![a-z]))',
    'can’t ',
  ],
  [
    'whos ',
    'whos (?=(?:[a-z]+ing|a|the|not|been|got|in|at|on|up|ready|with|your|our|coming|next|that)(?![a-z]))',
    'who’s ',
  ],
  [
    'of ',
    '(each of (?:the|our|these|my|your|those) [a-z]+s) have (?=(?:a|an|the|its|been|their|had|to|two|three|\\d)(?![a-z]))',
    '$1 has ',
  ],
  ['news are', '(?<=(?<![a-z])the )news are (?=(?:good|bad|not|very|great|terrible)(?![a-z]))', 'news is '],
  [
    'amount of',
    'amount of (?=(?:people|visitors|children|volunteers|tickets|entries|books|cars|shops|places|days|pupils|students|houses|homes|trees|birds|dogs|cats|players|goals|members|jobs)(?![a-z]))',
    'number of ',
  ],
  ['tommorow|tommorrow|tomorow', 'tom(?:morow|morrow|orow)', 'tomorrow'],
  [
    "they’re |they're ",
    '((?:play|us|do|bring|show|tak|mak|celebrat|wear|sell|open|rid|follow)ing|with|of|in|for|from|on|at|to) they’re (?=(?:best|own|first|new|home|latest|last|next|dogs?|children|families|parents|way|bikes?)(?![a-z]))',
    '$1 their ',
  ],
  [' quite ', '((?:stay|keep|kept|stayed) )quite (?=(?:in|at|please|when|while|near|around|as)(?![a-z]))', '$1quiet '],
  [
    'everyone are|everybody are|nobody are',
    '(?<=^|[.!?…:,] |and |but |so |that )(everyone|everybody|nobody) are',
    '$1 is',
  ],
  [
    ' where ',
    '(we|they) where (?=(?:so|very|all|not|there|in|on|at|able|going|told|given|asked|too|really|also|still|both|just|lucky|[a-z]{3,}ed)(?![a-z]))',
    '$1 were ',
  ],
  [
    ' where ',
    '(kids|children|people|pupils|volunteers|staff|students) where (?=(?:so|very|all|amazed|delighted|excited|thrilled|given|brilliant|amazing|fantastic)(?![a-z]))',
    '$1 were ',
  ],
  ['wich ', 'wich(?= [a-z])', 'which'],
  [' there ', '(lost|lose|find|found) there (ball|way|keys?|coats?|phones?|voice|name|food|shoes|feet)', '$1 their $2'],
  [
    "you’re |you're ",
    '(wear|bring|book|check|share|send|leave|grab|post|get|enter|use|with|of|for|from|on) you’re (?=(?:helmets?|tickets?|bikes?|dogs?|places?|seats?|photos?|own|friends?|family|kids|children|coats?|wellies|boots|views?|thoughts|names?|emails?|orders?|phones?|gardens?|houses?)(?![a-z]))',
    '$1 your ',
  ],
  [
    'most ',
    '(the) most (biggest|oldest|largest|best|greatest|easiest|nicest|smallest|funniest|happiest|loveliest|longest|tallest)',
    '$1 $2',
  ],
  [
    ' their ',
    '(be|been|is|was|were|get|got|see you|meet you) their (?=(?:at|on|from|by|until|with|today|tomorrow)(?![a-z-])|[.!,])',
    '$1 there ',
  ],
  ['passed', 'in the passed(?= (?:we|i|it|they|he|she|you|our)(?![a-z])| ?[.,!])', 'in the past'],
  [
    ' passed ',
    '(come|walk|walks|walked|go|run|runs|ran|drive|drove|pop|cycle|cycled|swam|flew) passed (?=(?:the|our|us|my|your|this|a)(?![a-z]))',
    '$1 past ',
  ],
  ['to chose', 'to chose', 'to choose'],
  ['id ', '(?<=^|[.!?…] )id (?=(?:love|like|be|rather|say|never|recommend)(?![a-z]))', 'I’d '],
  ['ill ', '(?<=^|[.!?…] )ill (?=(?:be|have|see|post|let|do|send|bring|share|never|add)(?![a-z]))', 'I’ll '],
  [
    'well be ',
    '(?<=^|[.!?…] )well be (?=(?:at|open|there|here|back|closed|in|on|joined|[a-z]{3,}ing)(?![a-z]))',
    'we’ll be ',
  ],
  ["0’s|0's", '(the|early|late|mid) ((?:1[89]|20)\\d0)’s', '$1 $2s'],
]);
