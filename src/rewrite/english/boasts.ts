// English senders that praise themselves in front of what they have to say.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
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
];
