// English questions that the page behind the link answers, as the heading of the link.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import type { Operation } from '../wording.js';

const QUESTION = lazy(() =>
  latin(
    String.raw`^(?:So,? |But,? )?what (?:does|do|will|might|could) (?<this>this|it|that|the (?:ruling|changes?|decision|new rules?|budget|judgment)) (?<verb>mean|change)(?<who> (?:for|to) [^.:;!?]{3,50}?| in practice)?\?$`,
  ),
);
const ANSWERED = lazy(() =>
  latin(
    String.raw`^(?:We|I)(?:[’']ll)? (?:take a (?:closer |quick )?look(?: at)?|have taken a look(?: at)?|look at|explain|explore|unpack|break (?:it |this )?down|set out|discuss|consider|examine|answer)(?: (?:it(?: all)?|this|that|what it means|what this means|everything|(?:the|some of the|all the) (?:implications|details|consequences|impact|key points)))?(?: (?:in|on) (?:our|my|this|the)(?: (?:latest|new|newest|brand[- ]new))? (?:article|post|blog(?: post)?|video|briefing(?: note)?|newsletter|thread|guide|piece)| here| below)*[ ]*(?:[.!:👉⬇👇➡⤵]|\ufe0f)*$`,
  ),
);
/** "What does this mean for employers? We look at it in our latest article." → "What this means for employers:". */
const answered: Operation = {
  id: 'empty-pointer',
  apply({ text, next, nextAt, isFirst, nextLeadsToLink }) {
    const match = isFirst || !nextLeadsToLink ? null : QUESTION().exec(text);
    if (match === null || !ANSWERED().test(next)) return undefined;
    const { this: what = '', verb = '', who = '' } = match.groups ?? {};
    const verbs = /s$/i.test(what) && !/^this$/i.test(what) ? verb : `${verb}s`;
    return {
      changes: [
        { start: 0, end: nextAt + next.length, text: `What ${what.toLowerCase()} ${verbs.toLowerCase()}${who}:` },
      ],
    };
  },
};

/** Questions that go, and words in front of what others wrote. */
export const behindLink: readonly Operation[] = [
  answered,
  // "Employers, did you know that the law changes?" → "Employers, the law changes."
  phrase(
    'statement',
    String.raw`(?<=^[\p{L}][\p{L} ’'-]{3,40}, )did you know (?:that )?(?!(?:it|they|he|she|this)\b)(?<said>[^?“"]{20,}?)\?$`,
    '$<said>.',
  ),
  // "We’re delighted to share this wonderful review of THE SALT ROAD" → "THE SALT ROAD".
  phrase(
    'boast',
    String.raw`^(?:(?:We|I)(?:[’']re|[’']m| are| am) )?(?:(?:so|very|really|absolutely|over the moon|beyond) )*(?:delighted|thrilled|excited|happy|proud|pleased|chuffed|honou?red) (?:to (?:be able to )?(?:share|have|receive|get|read)|with|by) (?:this|such an?|an?|the) (?:(?:wonderful|lovely|brilliant|glowing|amazing|fantastic|great|generous|beautiful|stunning|fabulous|first|five-star|rave|thoughtful) )*(?:review|quote|endorsement|write-up|mention|blurb) (?:of|for) (?=[^.!?“”"]{3,80}: ?["“])`,
    '',
  ),
];
