// Two English sentences of which one says it all: an event and its day, a question and who answers it.
import { phrase } from '../phrase.js';
import { dropOpening, type Operation } from '../wording.js';

const HELD = /\b(?:will be held|takes place|will take place|is being held|is held) [^.:;!?]{3,60}\.$/i;
const HELD_WHEN =
  /^(?:It|This) (?:will take place|takes place|will be held|is held|happens|is) (?=(?:on|at|from|in|every) )/;
/** "A workshop will be held at the library. It takes place on 3 May" → "… at the library on 3 May". */
const merged: Operation = {
  id: 'event',
  apply({ text, next, leadsToLink }) {
    const moved = HELD_WHEN.exec(next);
    if (leadsToLink || moved === null || !HELD.test(text)) return undefined;
    return { changes: [{ start: text.length - 1, end: text.length + 1 + moved[0].length, text: ' ' }] };
  },
};

const WONDERED =
  /^(?:Have you ever wondered|Ever wondered|Did you ever wonder|Wondering|Want to know) (?=(?:how|why|what) [^?]{10,}\?$)/i;
const EXPLAINED = /^(?:Our|The|We|An?|My) ?[^.!?]*\b(?:explain|tell|show|answer|reveal|walk)s?\b/;
/** "Have you ever wondered how a lock works? Our engineer explains it." → "How a lock works: our engineer explains it." */
const wondered: Operation = {
  id: 'statement',
  apply({ text, next, leadsToLink }) {
    const match = WONDERED.exec(text);
    if (leadsToLink || match === null || !EXPLAINED.test(next)) return undefined;
    return {
      changes: [
        dropOpening({ text }, match[0].length),
        { start: text.length - 1, end: text.length + 2, text: `: ${next.charAt(0).toLowerCase()}` },
      ],
    };
  },
};

/** "our open evening, which is taking place on 9 March" → "our open evening, on 9 March". */
const relative: Operation = phrase(
  'event',
  String.raw`(?<=\p{L}{3}), which (?:is taking place|will be taking place|will take place|takes place|will be held|is being held|is held) (?=(?:on|at|in|from|every) [^,.:;!?]{3,60}[.!]?$)`,
  ', ',
);

/** One sentence where two say it. */
export const events: readonly Operation[] = [merged, relative, wondered];
