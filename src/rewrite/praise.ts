// Self-praise in front of what a sender has to say.
import { capital, type Operation } from './wording.js';

/** Least letters of what is said behind it. */
const LEAST_NEXT = 50;

/** How a language praises itself. */
export interface Praise {
  /** A sentence of praise; its group `at` is the place or house that opens it. */
  readonly praise: () => RegExp;
  /** What leads from the praise to what there is to say, at the start of the next sentence; may be empty. */
  readonly led: RegExp;
  /** The words before the name in `at`: "At the ", "Chez ". */
  readonly inFrontOfName: RegExp;
  /** What the rest must open with for `at` to stay in front of it. */
  readonly staysBefore: RegExp;
}

/** "At Corran, we are passionate about care. That’s why our clinic …" → "At Corran, our clinic …". */
export const praiseInFront = ({ praise, led, inFrontOfName, staysBefore }: Praise): Operation => ({
  id: 'boast',
  apply({ text, next, nextAt, isFirst }) {
    const match = isFirst && next.length >= LEAST_NEXT ? praise().exec(text) : null;
    const leading = led.exec(next)?.[0];
    if (match === null || leading === undefined) return undefined;
    const at = match.groups?.['at'];
    const rest = next.slice(leading.length).trimStart();
    const first = rest.charAt(0);
    // A name that the rest has need not stand twice.
    const goes = at === undefined || next.includes(at.replace(inFrontOfName, '')) || !staysBefore.test(rest);
    const end = nextAt + next.length - rest.length + 1;
    return { changes: [{ start: 0, end, text: goes ? capital(first) : `${at}, ${first.toLowerCase()}` }] };
  },
});
