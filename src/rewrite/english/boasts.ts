// English senders that praise themselves in front of what they have to say.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import { praiseInFront } from '../praise.js';
import type { Operation } from '../wording.js';

/** What every house says of itself; figures are facts. */
const CARES = lazy(() =>
  latin(
    String.raw`^(?:(?<at>(?:Here )?(?:At|With) (?:the )?[^.,:;!?]{2,40}?),? )?(?:we(?:[’']re| are) an? (?:[\p{L}’'-]+ ){1,4}(?:and|that|who) )?(?:we(?:[’']re| are)? (?:all )?(?:(?:so|very|deeply|truly|incredibly|always) )?(?:passionate about|committed to|dedicated to|proud to|pride ourselves (?:on|in)|believe (?:in|that)|strive to|care (?:deeply )?about|go above and beyond)|our (?:mission|passion|goal|aim|ambition) is to)[^.!?\d]{3,110}[.!]$`,
  ),
);
const NEXT =
  /^(?:(?:And )?(?:[Tt]hat(?:[’']s| is)|[Tt]his is) (?:exactly )?why |So,? |With (?:that|this) in mind, )?(?=(?:[Oo]ur|[Ww]e(?:[’'](?:re|ve|ll))?|[Tt]he|[Tt]his (?:week|month|year|summer|winter|spring|autumn)) )/;
/** Self-praise that goes. */
export const boasts: readonly Operation[] = [
  praiseInFront({
    praise: CARES,
    led: NEXT,
    inFrontOfName: /^\S+ (?:the )?/,
    staysBefore: /^(?:[Oo]ur|[Ww]e(?:[’'](?:re|ve|ll))?) /,
  }),
  // "at the Cider Awards, which is one of the most prestigious competitions in the world" → "at the Cider Awards".
  phrase(
    'boast',
    String.raw`, (?:which|who) (?:is|are) (?:(?:widely |generally )?(?:considered|seen|regarded as) )?(?:one of )?the (?:(?:world|UK|country|region)[’']s )?most (?:prestigious|respected|renowned|famous|sought-after|coveted|celebrated|acclaimed) [^.,:;!?\d]{3,60}(?=[.!]?$)`,
    '',
  ),
  // "joined by the amazing Dr Petrie" → "joined by Dr Petrie".
  phrase(
    'boast',
    String.raw`(?<=\b(?:by|with|from|to) )the (?:(?:very|ever|truly|absolutely) )?(?:amazing|brilliant|wonderful|fantastic|incredible|lovely|fabulous|legendary|talented|inspirational|one and only) (?=(?:Dr|Prof|Professor|Sir|Dame|Mr|Mrs|Ms)\b)`,
    '',
  ),
  // "Our client, a leader in its field, is looking for" → "Our client is looking for".
  phrase(
    'boast',
    String.raw`(?<=\p{L}), (?:an?|the|one of the) (?:(?:world|global|national|recognised|recognized|true|market|established) )*(?:leaders?|authority|market leader|leading (?:name|player|provider|company|firm|brand)s?) (?:in|within) (?:its|their|the|our) (?:field|sector|market|industry|area|region), (?=(?:is|are|has|have|seeks?|needs?|wants?|will|offers?|hires?)\b)`,
    ' ',
  ),
];
