// Opening sentences that hold no fact, in whatever language: known by the words that they are made of.
import { lazy } from '#base/lazy.js';
import { dropFirst, type Operation } from './wording.js';

/** Words that an empty sentence may be made of. */
export interface EmptyWords {
  /** Words that tie others together, and those of a span of time. */
  readonly ties: () => ReadonlySet<string>;
  /** Words that announce, or talk about talking: an empty sentence has one at least. */
  readonly talk: () => ReadonlySet<string>;
  /** A word as it stands in the sets, without what is written together with it. */
  readonly plain: (word: string) => readonly string[];
  /** A span of time that says when, so that it is a fact. */
  readonly tellsWhen: () => RegExp;
  /** How a sentence begins that needs the one before it. */
  readonly leans: () => RegExp;
  /** What people cry out, which is their voice. */
  readonly cried: RegExp;
}

/** Most letters of a sentence that is judged by its words. */
const LONGEST = 80;
/** Least letters of the next sentence, or of all that follow. */
const [LEAST_NEXT, LEAST_BEHIND] = [40, 60];
/** Most words that the next sentence has as well. */
const MOST_REPEATED = 2;
/** Least letters of a word that is worth a repetition. */
const LEAST_WORD = 4;

const WORD = lazy(() => /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu);

/** "Been a long old week. The cam is back" → "The cam is back": no figure, no name, no noun that the rest does not have. */
export const emptyOpening = ({ ties, talk, plain, tellsWhen, leans, cried }: EmptyWords): Operation => ({
  id: 'lead-in',
  apply(sentence) {
    const { text, next, behind, isFirst, leadsToLink, inFront } = sentence;
    if (!isFirst || leadsToLink || text.length > LONGEST || /[?:;«»“”"@#…]|\.\.$/.test(text) || inFront.includes('@'))
      return undefined;
    // In small letters the author goes on as in talk.
    if ((next.length < LEAST_NEXT && behind < LEAST_BEHIND) || !/^[\p{Lu}\d«“"]/u.test(next) || leans().test(next))
      return undefined;
    if (tellsWhen().test(text) || cried.test(text)) return undefined;
    const said = next.toLowerCase();
    let [talks, repeats] = [0, 0];
    for (const [written] of text.matchAll(WORD())) {
      const parts = plain(written.toLowerCase().replaceAll('’', "'"));
      if (parts.some((part) => talk().has(part))) talks += 1;
      else if (parts.every((part) => ties().has(part))) continue;
      else if (written.length >= LEAST_WORD && said.includes(written.toLowerCase())) repeats += 1;
      else return undefined;
    }
    return talks === 0 || repeats > MOST_REPEATED ? undefined : { changes: [dropFirst(sentence)] };
  },
});
