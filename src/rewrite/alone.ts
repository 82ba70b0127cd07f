// Calls and praise that stand alone in front of a text, in whatever language.
import { dropOpening, LEAST_REST, type Operation } from './wording.js';

/** What may stand between a segment and the capital behind it. */
export const PARTED = String.raw`(?:[ ]*(?:[.!?…]|[\u2190-\u2bff\ufe0f\u200d]|[\ud83c-\ud83e][\udc00-\udfff]))+ `;

/** "A real gem 🏡 Three-bed house …" → "Three-bed house …", where what follows leans on nothing. */
export const aloneInFront = (inFront: () => RegExp, leans: () => RegExp): Operation => ({
  id: 'filler',
  apply(sentence) {
    const { text, isFirst, next } = sentence;
    const length = isFirst ? inFront().exec(text)?.[0].length : undefined;
    if (length === undefined || text.length - length + next.length < LEAST_REST) return undefined;
    const rest = text.slice(length);
    return /^[\p{Lu}\d“«]/u.test(rest) && !leans().test(rest)
      ? { changes: [dropOpening(sentence, length)] }
      : undefined;
  },
});

/** "REPORT: Our new report shows" → "Our new report shows": a label that the sentence names again. */
export const namedTwice = (label: () => RegExp): Operation => ({
  id: 'content-label',
  apply(sentence) {
    const length = label().exec(sentence.text)?.[0].length;
    return length === undefined || sentence.text.length - length < LEAST_REST
      ? undefined
      : { changes: [dropOpening(sentence, length)] };
  },
});
