// English senders that praise themselves in front of what they have to say.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { capital, type Operation } from '../wording.js';

/** What every house says of itself; figures are facts. */
const CARES = lazy(() =>
  latin(
    String.raw`^(?:(?<at>(?:Here )?(?:At|With) (?:the )?[^.,:;!?]{2,40}?),? )?(?:we(?:[’']re| are) an? (?:[\p{L}’'-]+ ){1,4}(?:and|that|who) )?(?:we(?:[’']re| are)? (?:all )?(?:(?:so|very|deeply|truly|incredibly|always) )?(?:passionate about|committed to|dedicated to|proud to|pride ourselves (?:on|in)|believe (?:in|that)|strive to|care (?:deeply )?about|go above and beyond)|our (?:mission|passion|goal|aim|ambition) is to)[^.!?\d]{3,110}[.!]$`,
  ),
);
const NEXT =
  /^(?:(?:And )?(?:[Tt]hat(?:[’']s| is)|[Tt]his is) (?:exactly )?why |So,? |With (?:that|this) in mind, )?(?=(?:[Oo]ur|[Ww]e(?:[’'](?:re|ve|ll))?|[Tt]he|[Tt]his (?:week|month|year|summer|winter|spring|autumn)) )/;
/** Least letters of what is said behind it. */
const LEAST_NEXT = 50;
/** "At Corran, we are passionate about care. That’s why our clinic …" → "At Corran, our clinic …". */
const cares: Operation = {
  id: 'boast',
  apply({ text, next, nextAt, isFirst }) {
    const match = isFirst && next.length >= LEAST_NEXT ? CARES().exec(text) : null;
    const led = NEXT.exec(next)?.[0].length;
    if (match === null || led === undefined) return undefined;
    const at = match.groups?.['at'];
    const first = next.charAt(led);
    const name = at?.replace(/^\S+ (?:the )?/, '') ?? '';
    if (at === undefined || next.includes(name) || !/^(?:[Oo]ur|[Ww]e(?:[’'](?:re|ve|ll))?) /.test(next.slice(led)))
      return { changes: [{ start: 0, end: nextAt + led + 1, text: capital(first) }] };
    return { changes: [{ start: 0, end: nextAt + led + 1, text: `${at}, ${first.toLowerCase()}` }] };
  },
};

/** Self-praise that goes. */
export const boasts: readonly Operation[] = [cares];
