// Clauses that were parted from the sentence that they belong to.
import type { Operation } from './wording.js';

/** Longest fragment, in letters: a longer one is better left to its author. */
const LONGEST = 110;

/** "412 entries in 31 languages. 2 of which I asked about" → "412 entries in 31 languages, 2 of which I asked about". */
export const joined = (fragment: RegExp, unless: RegExp): Operation => ({
  id: 'fragment',
  apply({ text, next, nextAt, leadsToLink }) {
    if (leadsToLink || !/[^.]\.$/.test(text) || nextAt !== text.length + 1) return undefined;
    if (!fragment.test(next) || next.length > LONGEST || unless.test(next)) return undefined;
    const first = next.charAt(0).toLowerCase();
    return { changes: [{ start: text.length - 1, end: nextAt + 1, text: `, ${first}` }] };
  },
});
