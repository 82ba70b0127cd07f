// Labels in brackets or before a bar, which name the kind of content and nothing of it, in whatever language.
import { dropOpening, LEAST_REST, type Operation } from './wording.js';

/** What a language has of them. */
export interface Labels {
  /** A label at the start of a text; its groups are `bracket` or `bar`. */
  readonly label: () => RegExp;
  /** Whether it says nothing of what follows. */
  readonly isEmpty: () => RegExp;
  /** Labels of what one hears or sees, with what takes their place. */
  readonly media: readonly (readonly [RegExp, string])[];
  /** A word that goes on small behind a colon. */
  readonly common: RegExp;
}

/** A program with its version, which is written as its authors write it: "curl 8.1". */
const VERSIONED = /^[a-z][\w.-]* v?\d/;

/** Whether a label is one noun that follows again with its article: "[EXPOSITION] L’exposition ouvre", not "[COMPLET]". */
const isNamedAgain = (label: string, rest: string): boolean =>
  /^[a-zà-ÿœ-]{5,}$/i.test(label) &&
  new RegExp(
    `(?:^|[\\s’'])(?:l[’']|(?:l[ae]|une?|notre|cette|cet|ce|the|our|an?|this) (?:[a-zà-ÿœ]+ )?)${label}(?![a-zà-ÿœ])`,
    'i',
  ).test(rest);

/** "[Blog] Why …" → "Why …"; "[Video] How …" → "Watch: how …". */
export const inBrackets = ({ label: opening, isEmpty, media, common }: Labels): Operation => ({
  id: 'content-label',
  apply(sentence) {
    const { text, isFirst, next } = sentence;
    const match = isFirst ? opening().exec(text) : null;
    if (match === null || text.length - match[0].length + next.length < LEAST_REST) return undefined;
    const { bracket, bar = '' } = match.groups ?? {};
    const label = (bracket ?? bar).trim();
    // A sentence begins behind the bracket that opens its label.
    const start = bracket === undefined ? 0 : -1;
    const medium = media.find(([known]) => known.test(label))?.[1];
    if (medium === undefined)
      return isEmpty().test(label) || isNamedAgain(label, text.slice(match[0].length))
        ? {
            changes: [
              VERSIONED.test(text.slice(match[0].length))
                ? { start, end: match[0].length, text: '' }
                : { ...dropOpening(sentence, match[0].length), start },
            ],
          }
        : undefined;
    const first = text.charAt(match[0].length);
    const isCommon = common.test(text.slice(match[0].length));
    return {
      changes: [{ start, end: match[0].length + 1, text: `${medium}${isCommon ? first.toLowerCase() : first}` }],
    };
  },
});
