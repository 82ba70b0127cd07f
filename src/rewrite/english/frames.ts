// English sentences that open with why, after what or according to whom: what is said comes first.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { capital, dropOpening, LEAST_REST, type Operation } from '../wording.js';

const EVENTS = String.raw`(?:season|edition|year|event|workshop|concert|class|course|evening|day|session|tour|performance|show|exhibition|festival|market|fair|tournament|webinar|conference|walk|launch|opening|programme|campaign|production|run)s?`;
/** A success that names nothing: neither a figure nor what it was of. */
const SUCCESS = lazy(() =>
  latin(
    String.raw`^(?:(?:Following|After|Building on|Given|On the back of) (?:the |a |our )?(?:(?:great|huge|overwhelming|massive|incredible|amazing|roaring|phenomenal) )?success(?: of (?:the |our |this |last (?:year|month|season|summer|spring|autumn|winter)[’']s |(?:the|our) (?:first|last|previous|past) (?:two |three |four |five |six )?)+${EVENTS})?(?: last (?:year|month|season|summer|spring|autumn|winter))?(?=, (?:the |our |we |a |an |this |(?=\d))[\p{L}\d]), |(?:Due to|Owing to|Because of|By) (?:overwhelming |huge |incredible |unprecedented )?popular (?:demand|request) (?=(?:the |our |we |a |an |this )\p{L}))`,
  ),
);
/** "Due to popular demand our class is back" → "Our class is back"; with a comma it is a filler of any place. */
const success: Operation = {
  id: 'filler',
  apply(sentence) {
    const length = SUCCESS().exec(sentence.text)?.[0].length;
    if (length === undefined || sentence.text.length - length < LEAST_REST) return undefined;
    return { changes: [dropOpening(sentence, length)] };
  },
};

/** Longest main clause that may be read before its frame, in words. */
const LONGEST_CLAUSE = 22;
const LEANS = /\b(?:its|their|his|her|this|these|those|it|they|them|that|which|who)\b/i;
const BECAUSE = lazy(() =>
  latin(
    String.raw`^(?<frame>(?:Due to|Owing to|Because of|Following|As a result of) (?:an? |the |our |ongoing |planned |essential |severe |strong |high |heavy )?[^,:;!?“”()]{3,80}), (?<main>(?:the |our |all |no |trains |buses |services |tonight[’']s |today[’']s )(?:[^.,:;!?“”()]|[.,](?=\d)){12,140}?)(?<sign>[.!]?)$`,
  ),
);
/** "Due to a burst pipe, the pool is closed until Friday" → "The pool is closed until Friday due to a burst pipe". */
const because: Operation = {
  id: 'frame-last',
  isForAlerts: true,
  apply({ text }) {
    const { frame = '', main = '' } = BECAUSE().exec(text)?.groups ?? {};
    if (main === '' || main.split(' ').length > LONGEST_CLAUSE || /\.\s/.test(frame)) return undefined;
    if (LEANS.test(frame) || LEANS.test(main)) return undefined;
    // A cause behind a second clause or a purpose would be read with that alone; "following" would be a participle.
    if (/\b(?:but|so|because|if|when|while|to allow|in order|instead)\b|(?<!between [^.,:;!?]{2,50}) and /i.test(main))
      return undefined;
    const put = frame.replace(/^Following/i, 'after').replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
    const from = frame.length + 2;
    const end = from + main.length;
    return {
      changes: [
        { start: 0, end: from + 1, text: capital(main.charAt(0)) },
        { start: end, end, text: ` ${put}` },
      ],
    };
  },
};

const SOURCE = lazy(() =>
  latin(
    String.raw`^(?<source>According to (?:an? |the |our )(?:new |recent |latest |major |national )?(?:study|survey|report|analysis|poll|paper|research|census|figures|data)(?![\p{L}])(?:[^.,:;!?“”]|[.,](?=\d)){0,110}), (?<found>(?:[^.:;!?“”]|[.](?=\d)){20,200}?)(?<sign>[.!]?)$`,
  ),
);
/** "According to a survey by X, 4 in 10 tenants …" → "4 in 10 tenants …, according to a survey by X". */
const source: Operation = {
  id: 'attribution',
  apply({ text }) {
    const { source: who = '', found = '' } = SOURCE().exec(text)?.groups ?? {};
    if (found === '' || !/\d|\bhalf\b|\bthird\b|\bquarter\b|in (?:two|three|four|five|ten)\b/.test(found))
      return undefined;
    if (/^(?:it|they|this|these|there)\b|\bof (?:them|these|those)\b/i.test(found)) return undefined;
    // "4 in 10 have gone without": of whom is said in the source.
    if (/^(?:\d+ (?:in|out of) \d+|\d+(?:\.\d+)? ?%) (?!of )/.test(found)) return undefined;
    const from = who.length + 2;
    const end = from + found.length;
    return {
      changes: [
        { start: 0, end: from + 1, text: capital(found.charAt(0)) },
        { start: end, end, text: `, ${who.charAt(0).toLowerCase()}${who.slice(1)}` },
      ],
    };
  },
};

const TO_DO = lazy(() =>
  latin(
    String.raw`(?<=^(?:[^.,:;!?]{5,60}, )?)there are (?<what>(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several) (?:[\p{L}-]+ ){0,2}?[\p{L}-]+s) (?:that |which )?you (?:are required to|need to|have to|must|should|will need to|[’']ll need to) (?<verb>bring|check|complete|fill in|submit|read|take|visit|try|send|sign|answer|book|avoid|ask)(?: with you)?(?=[ ]?[.!]?$| (?:before|by|on|to|with|for|when|if|in|at) )`,
  ),
);
/** "To open an account, there are two documents that you are required to bring" → "To open an account, bring two documents". */
const toDo: Operation = {
  id: 'imperative',
  apply({ text }) {
    const match = TO_DO().exec(text);
    const { what = '', verb = '' } = match?.groups ?? {};
    if (match === null || / (?:and|but) /.test(text.slice(match.index))) return undefined;
    const put = `${verb.toLowerCase()} ${what}`;
    return {
      changes: [
        { start: match.index, end: match.index + match[0].length, text: match.index === 0 ? capital(put) : put },
      ],
    };
  },
};

/** What stands in front of English news. */
export const frames: readonly Operation[] = [success, because, source, toDo];
