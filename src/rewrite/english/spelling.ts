// Slips of English drafts that are certain from the words beside them.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import { capital, type Change, type Operation } from '../wording.js';

const JOINED: Readonly<Record<string, string>> = {
  dont: 'don’t',
  doesnt: 'doesn’t',
  didnt: 'didn’t',
  isnt: 'isn’t',
  arent: 'aren’t',
  wasnt: 'wasn’t',
  werent: 'weren’t',
  cant: 'can’t',
  wont: 'won’t',
  couldnt: 'couldn’t',
  shouldnt: 'shouldn’t',
  wouldnt: 'wouldn’t',
  havent: 'haven’t',
  hasnt: 'hasn’t',
  hadnt: 'hadn’t',
  youre: 'you’re',
  theyre: 'they’re',
  weve: 'we’ve',
  youve: 'you’ve',
  ive: 'I’ve',
  thats: 'that’s',
  whats: 'what’s',
  heres: 'here’s',
  theres: 'there’s',
  im: 'I’m',
  youll: 'you’ll',
  theyll: 'they’ll',
  itll: 'it’ll',
  theyve: 'they’ve',
  couldve: 'could’ve',
  shouldve: 'should’ve',
  wouldve: 'would’ve',
  alot: 'a lot',
  aswell: 'as well',
  incase: 'in case',
};
const RUN_TOGETHER = lazy(() =>
  latin(String.raw`(?<![\p{L}\d_’'#@./-])(?:${Object.keys(JOINED).join('|')})(?![\p{L}\d_’'/-]|\.\p{L})`, 'gi'),
);
/** "dont miss it": the apostrophe that was left out, in the shape that the text uses. */
const joined: Operation = {
  id: 'spelling',
  apply({ text }) {
    const changes = [...text.matchAll(RUN_TOGETHER())].flatMap(({ 0: found, index }): Change[] => {
      const put = JOINED[found.toLowerCase()];
      // "IM" is none of it.
      if (put === undefined || found === found.toUpperCase()) return [];
      const written = text.includes('’') ? put : put.replace('’', "'");
      return [{ start: index, end: index + found.length, text: /^[A-Z]/.test(found) ? capital(written) : written }];
    });
    return changes.length === 0 ? undefined : { changes };
  },
};

const COMPARED = lazy(() =>
  latin(
    String.raw`(?<=(?<![\p{L}])(?:more|less|fewer|lower|higher|better|worse|bigger|smaller|larger|longer|shorter|earlier|later|faster|slower|cheaper|easier|harder|rather|other|older|younger|greater|sooner|warmer|colder)(?: (?!than\b)\p{L}+){0,4} )then(?= (?:ever|before|those|expected|last|usual|\d|you (?:think|might)|we|in \d|any|a|an|the|most|half|their|our|previously|just|it|they)(?![\p{L}]))`,
    'gi',
  ),
);
/** "bigger then ever" → "bigger than ever". */
const than: Operation = {
  id: 'spelling',
  apply({ text }) {
    const changes = [...text.matchAll(COMPARED())].map(({ index }) => ({
      start: index + 2,
      end: index + 3,
      text: 'a',
    }));
    return changes.length === 0 ? undefined : { changes };
  },
};

const MANY = lazy(() =>
  latin(
    String.raw`(?<=(?:^|[.!?,:;] |(?:and|but|because|that) )(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|these|those|our|the|all|most|many)\s(?:new |young |local |old )?(?:participants|people|children|volunteers|students|members|residents|users|visitors|families|parents|patients|tickets|places|spaces|plots|books|photos|videos|apples|eggs|lambs|trees|doors|shops|classes|workshops|events|results|changes|repairs|jobs|buses|trains|roads) )(?:was|is|has)(?= )`,
  ),
);
const PLURAL: Readonly<Record<string, string>> = { was: 'were', is: 'are', has: 'have' };
/** "1,204 participants was surveyed" → "… were surveyed". */
const plural: Operation = {
  id: 'spelling',
  apply({ text }) {
    const match = MANY().exec(text);
    const put = PLURAL[match?.[0].toLowerCase() ?? ''];
    return match === null || put === undefined
      ? undefined
      : { changes: [{ start: match.index, end: match.index + match[0].length, text: put }] };
  },
};

const ITS = lazy(() =>
  latin(
    String.raw`(?<![\p{L}’'])its(?= (?:got|been|just|like|such|gonna|back|here|free|easy|not|been|going to|now|a|an|the|so|very|really|all|about to|available|open|official|already|almost|nearly|never|only|great|amazing|incredible|finally|coming|happening|time(?= (?:to|for|we|you))|that time|your turn|over|too late|worth|important|possible|INCREDIBLE|AMAZING)(?![\p{L}]))`,
    'gi',
  ),
);
/** "its back" → "it’s back". */
const itIs: Operation = {
  id: 'spelling',
  apply({ text }) {
    const sign = text.includes('’') ? '’' : "'";
    const changes = [...text.matchAll(ITS())].flatMap(({ index }): Change[] =>
      // "on its open side": the possessive stands behind a preposition or a verb.
      /(?:^|[.!?,:;–-]\s|\b(?:and|but|because|so|when|if|that|think|know|hope|says?)\s)$/i.test(text.slice(0, index))
        ? [{ start: index + 2, end: index + 2, text: sign }]
        : [],
    );
    return changes.length === 0 ? undefined : { changes };
  },
};

const POSSESSED = lazy(() =>
  latin(
    String.raw`(?<=(?:have|having|has|had|hold|holding|holds|launch(?:es|ed|ing)?|celebrat(?:e|es|ed|ing)|open(?:s|ed|ing)?|of|with|for|in|at|on|from|runs?|running|its|lost|los(?:es|ing)|find(?:s|ing)?) it)[’'](?=s (?:own|annual|first|second|third|next|new|latest|\d+(?:th|st|nd|rd)|doors|members|summer|winter|autumn|spring|birthday|anniversary|customers|staff|kind|best|final|monthly|weekly|biggest|largest|way)(?![\p{L}]))`,
    'gi',
  ),
);
/** "having it’s annual fair" → "having its annual fair". */
const possessed: Operation = {
  id: 'spelling',
  apply({ text }) {
    const changes = [...text.matchAll(POSSESSED())].map(({ index }) => ({ start: index, end: index + 1, text: '' }));
    return changes.length === 0 ? undefined : { changes };
  },
};

const TOO = lazy(() =>
  latin(
    String.raw`(?<=\b(?:open|opens|opened|moved?|moving|close|closer|talk|talking|relocated?|relocating|go|going|come|comes|coming|welcome|close|next|back|up|due|thanks|thank you|according|access|free|want|need|have|has|used|trying|hoping|ready|able|looking forward) to)o(?= (?:the|a|an|all|our|everyone|everybody|be|you|your|this|see|join|help|get|make|book|visit|public)(?![\p{L}]))`,
    'gi',
  ),
);
/** "open too the public" → "open to the public". */
const to: Operation = {
  id: 'spelling',
  apply({ text }) {
    const changes = [...text.matchAll(TOO())].map(({ index }) => ({ start: index, end: index + 1, text: '' }));
    return changes.length === 0 ? undefined : { changes };
  },
};

const OWNED = lazy(() =>
  latin(
    String.raw`(?<=(?<![\p{L}])(?:our|the|this|your) (?:town|city|village|school|club|library|museum|company|team|church|country|county|region|community|theatre|festival|university|college))s(?= (?:new|newest|first|own|best|only|annual|biggest|oldest|favou?rite|latest|next) (?!and\b)\p{L})`,
    'gi',
  ),
);
/** "our towns new skatepark" → "our town’s new skatepark". */
const owned: Operation = {
  id: 'spelling',
  apply({ text }) {
    const sign = text.includes('’') ? '’' : "'";
    const changes = [...text.matchAll(OWNED())].map(({ index }) => ({ start: index, end: index, text: sign }));
    return changes.length === 0 ? undefined : { changes };
  },
};

/** "thanks to you’re donations": behind a preposition, before a noun, it is no clause. */
const yours: Operation = phrase(
  'spelling',
  String.raw`(?<=\b(?:to|of|with|from) )(?<you>you)[’']re (?=(?:donations?|support|help|feedback|comments|votes?|generosity|kindness|patience|messages?|photos|ideas|orders?|questions|stories|children|kids|family|friends?|own|local|nearest)\b)`,
  '$<you>r ',
);

/** Words that are written wrong in one way, and meant in one. */
const MISSPELLED: Readonly<Record<string, string>> = {
  tommorow: 'tomorrow',
  tommorrow: 'tomorrow',
  tomorow: 'tomorrow',
  tonite: 'tonight',
  thankyou: 'thank you',
  goodluck: 'good luck',
  eachother: 'each other',
  everytime: 'every time',
};
const WRONG = lazy(() =>
  latin(String.raw`(?<![\p{L}\d_’'#@./-])(?:${Object.keys(MISSPELLED).join('|')})(?![\p{L}\d_’'/-]|\.\p{L})`, 'gi'),
);
/** "tommorow" → "tomorrow". */
const misspelled: Operation = {
  id: 'spelling',
  apply({ text }) {
    const changes = [...text.matchAll(WRONG())].flatMap(({ 0: found, index }): Change[] => {
      const put = MISSPELLED[found.toLowerCase()];
      if (put === undefined) return [];
      return [{ start: index, end: index + found.length, text: /^[A-Z]/.test(found) ? capital(put) : put }];
    });
    return changes.length === 0 ? undefined : { changes };
  },
};

/** "and i didn’t know": who speaks has a capital. */
const myself: Operation = {
  id: 'spelling',
  apply({ text }) {
    const changes = [...text.matchAll(SMALL_I())].map(({ index }) => ({ start: index, end: index + 1, text: 'I' }));
    return changes.length === 0 ? undefined : { changes };
  },
};
const SMALL_I = lazy(
  () =>
    /(?<![\p{L}\d_’'#@./&(-])i(?=[’'](?:m|ve|ll|d)\b| (?:am|was|have|had|will|would|can|could|do|did|don[’']t|didn[’']t|can[’']t|couldn[’']t|won[’']t|just|really|always|never|also|still|love|loved|like|liked|think|thought|want|wanted|need|needed|know|knew|hope|wish|feel|felt|see|saw|went|wrote|made|built|got|get|found|bought|tried|used|learned|learnt|started|spent|share|explain|believe|guess|mean|must|should|might|work|worked|live|lived|run|make|write|read|say|said)(?![\p{L}’']))/gu,
);

const DAYS = lazy(
  () =>
    /(?<![\p{L}\d_’'#@./-])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|august|september|october|november|december)(?![\p{L}\d_/-]|\.\p{L})|(?<=(?<![\p{L}\d])\d{1,2}(?:st|nd|rd|th)? )(?:march|may)(?=$|[.,;:!?)\n]| (?:(?:at|from|until|till|and|to|in|for)\b|[\d–-]))/gu,
);
/** "back on tuesday": days and months have a capital. */
const named: Operation = {
  id: 'spelling',
  apply({ text }) {
    const changes = [...text.matchAll(DAYS())].map(({ 0: found, index }) => ({
      start: index,
      end: index + 1,
      text: found.charAt(0).toUpperCase(),
    }));
    return changes.length === 0 ? undefined : { changes };
  },
};

/** "we have moved our shop": a text opens with a capital. */
const opening: Operation = {
  id: 'spelling',
  apply({ text, isFirst }) {
    return isFirst && OPENS_SMALL.test(text)
      ? { changes: [{ start: 0, end: 1, text: text.charAt(0).toUpperCase() }] }
      : undefined;
  },
};
const OPENS_SMALL =
  /^(?:we|we[’']re|we[’']ve|you|he|she|they|it[’']s|it|the|an?|our|my|this|these|that|there|if|in|on|at|for|with|after|just|so|some|new|hi|hello|hey|thanks|thank|come|join|please|don[’']t|do|did|have|how|why|what|when|who|finally|today|tomorrow|pop|bring|find|meet|see|get|book|read|watch|learn|try|visit|looking|big|great|good|free|huge|last|next|every|all|big|here[’']s|here)(?=[\s,!])/;

/** Slips, which are corrected with whatever else is done. */
export const spelling: readonly Operation[] = [
  joined,
  than,
  plural,
  itIs,
  possessed,
  to,
  owned,
  yours,
  misspelled,
  myself,
  named,
  opening,
];
