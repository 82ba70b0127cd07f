// Words of English without their apostrophe, blank or capital: data for the sure slips.
import type { Pair } from './english-confusions.js';
import { lazy } from '#base/lazy.js';

/** The rows: see `Pair`. */
export const fusedWords = lazy((): readonly Pair[] => [
  ['nt ', '(does|did|is|was|are|were|could|would|should|has|have|had)nt(?= |[.,!?]|$)', '$1n’t'],
  ['dont ', '(i|we|you|they|who|just|please|if|but|and|so|also) dont(?= [a-z])', '$1 don’t'],
  [
    'cant |wont ',
    '(i|we|you|they|it|he|she|who|just|that|this|there) (ca|wo)nt(?= (?:be|have|get|go|do|see|find|make|take|want|wait|stop|need|say|believe|come|tell|let|help|know|even|always|just|keep|miss|leave|use|afford|open|run|happen|work)(?![a-z]))',
    '$1 $2n’t',
  ],
  ['youre |theyre ', '(you|they)re', '$1’re'],
  ['weve |youve |theyve ', '(we|you|they)ve', '$1’ve'],
  [
    'im ',
    '(?<=^|[.!?…:,] |and |but |so |because |if |that |think |when |while )im (?=(?:a|an|the|not|so|very|in|on|at|from|to|of|now|still|also|just|really|always|going|looking|trying|getting|doing|making|working|writing|running|having|happy|glad|proud|sure|sorry|delighted|thrilled|excited|pleased|back|here|off|happy|hoping|selling|giving|ready)(?![a-z]))',
    'I’m ',
  ],
  [
    ' ive ',
    '(?<=^|[.!?…:,] |and |but |so |because |if |that |think )ive (?=(?:been|got|had|just|never|always|ever|made|seen|done|found|written|read|started|finished|built|spent|lost|learned|learnt|put|set|taken|given|already|finally|only|worked|heard)(?![a-z]))',
    'I’ve ',
  ],
  [
    'thats ',
    'thats (?=(?:a|an|the|all|not|why|what|how|it|my|our|your|where|when|right|one|more|just|because|about|still|been|too|so|only|how|who|over|almost|nearly|great|good|\\d+)(?![a-z]))',
    'that’s ',
  ],
  [
    'whats ',
    'whats (?=(?:on|new|the|your|up|happening|next|in|it|going|not|more|left|open|included)(?![a-z]))',
    'what’s ',
  ],
  [
    'heres ',
    'heres (?=(?:how|why|what|the|a|an|your|our|to|my|where|who|one|some|hoping|everything)(?![a-z]))',
    'here’s ',
  ],
  ['wheres ', 'wheres (?=(?:the|your|our|my|a|that)(?![a-z]))', 'where’s '],
  [
    'hes ',
    '(s?)hes (?=(?:a|an|the|not|been|going|back|here|got|in|now|just|so|very|also|always|still|our|my|one|now|only|already)(?![a-z]))',
    '$1he’s ',
  ],
  [
    'its ',
    '(?<=^|[.!?…:] |(?:and|but|so|because|as|if|when|that|think|know|hope|means) )its (?=(?:been|got|gone|going|never|really|almost|nearly|my|your|our|his|her|their|one of|no (?:secret|surprise|longer|joke|good|wonder)|only (?:a|an|the|\\d|one|two|three)|(?:made|run|held|based|set|led|built|located|written|grown|found|played|used|owned|taught|baked|brewed|open|closed|on|over|up) (?:in|from|by|with|on|at|for|until|to|again|\\d|every|near|this|next|now)) )',
    'it’s ',
  ],
  [
    'its ',
    '(?<=^|[.!?…:] )its (?=(?:[A-Z][a-z]+ ){0,3}[A-Z][a-z]+ (?:Week|Day|Month|Night|Weekend)(?: (?:next|this|today|again|tomorrow|and|on|soon|here)(?![a-z])| ?[!.,]))',
    'it’s ',
  ],
  ['infact', 'infact', 'in fact'],
  ['thankyou', 'thankyou', 'thank you'],
  ['aswell', 'aswell', 'as well'],
  ['eachother', 'eachother', 'each other'],
  [' incase', 'incase (?=(?:you|it|we|of|the|they|i|he|she|your|there|anyone)(?![a-z]))', 'in case '],
  [' noone', 'noone', 'no one'],
  ['atleast', 'atleast', 'at least'],
  ['everytime', 'everytime', 'every time'],
  ['eventhough', 'eventhough', 'even though'],
  [' upto ', 'upto', 'up to'],
  [' abit ', 'abit', 'a bit'],
  [' mean time', 'in the mean time', 'in the meantime'],
  [
    'forward to ',
    '(look|looks|looking|looked) forward to (hear|see|meet|read|work|catch|show|speak|talk)(?= (?:from|you|with|about|your|the|our|them|up|to|everyone|all)(?![a-z]))',
    '$1 forward to $2ing',
  ],
  [
    'forward to ',
    '(look|looks|looking|looked) forward to (welcom|receiv|shar|hav)e(?= (?:from|you|with|about|your|the|our|them|everyone|all|a)(?![a-z]))',
    '$1 forward to $2ing',
  ],
  [' use to ', '(am|are|is|not|get|gets|got|getting|be|been|was|were|i’m|we’re|they’re|you’re) use to', '$1 used to'],
  [' was ', '(?<!(?:of|if|than|like|as|for|with|between|to|that|where|and|or) )(we|they) was', '$1 were'],
]);
