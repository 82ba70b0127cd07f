// Opening clauses that hold no fact, in whatever language: known by the words that they are made of.
import { lazy } from '#base/lazy.js';
import { dropOpening, LEAST_REST, type Operation } from './wording.js';

/** Words that an empty clause may be made of, and how it ends. */
export interface ClauseWords {
  /** Words that tie others together, and those that any clause may have. */
  readonly ties: () => ReadonlySet<string>;
  /** Words of asking, waiting, promising, excusing: an empty clause has one at least. */
  readonly tells: () => ReadonlySet<string>;
  /** A word as it stands in the sets, without what is written together with it. */
  readonly plain: (word: string) => readonly string[];
  /** What parts a clause from what it leads to, all places of it. */
  readonly parts: () => RegExp;
  /** Openings of clauses that say when, for whom or under what condition. */
  readonly binds: () => RegExp;
  /** How what follows stands by itself, and how it leans on the clause all the same. */
  readonly stands: () => RegExp;
  readonly leans: () => RegExp;
  /** The same where a conjunction led to what follows: a verb of saying must end the clause. */
  readonly says: () => RegExp;
  /** Operations that know more of such openings: where one of them applies, this one does not. */
  readonly known: readonly Operation[];
  /** Words of an apology, which goes only before "but". */
  readonly excuses: RegExp;
}

/** Most letters of a clause, and least of what is left. */
const [LONGEST, LEAST_LEFT] = [150, 30];
const WORD = lazy(() => /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu);
/** Capitals that are no names. */
const SPOKEN = /^(?:I(?:[’'](?:m|ve|ll|d))?|MP|DMs?|TL|RS)$/;
/** A name in small letters, with what it is: "tidyhost, a tool". */
const NAMED_SMALL = /^[a-z][\w.-]*, (?:an?|the|my|our|une?|l[ea]|mon|ma|notre) /;

/** "Suite à plusieurs demandes, je mets à disposition" → "Je mets à disposition": no figure and no name in the clause. */
export const emptyClause = (words: ClauseWords): Operation => {
  const isEmpty = (clause: string): boolean => {
    let tells = false;
    for (const { 0: written, index } of clause.matchAll(WORD())) {
      // A capital is a name, but for the first letter, the English "I" and ways to write to somebody.
      if (/\d/.test(written) || (index > 0 && /^\p{Lu}/u.test(written) && !SPOKEN.test(written))) return false;
      const parts = words.plain(written.toLowerCase().replaceAll('’', "'"));
      if (parts.some((part) => words.tells().has(part))) tells = true;
      else if (!parts.every((part) => words.ties().has(part))) return false;
    }
    return tells;
  };
  return {
    id: 'lead-in',
    apply(sentence, forms) {
      const { text, next, isFirst, inFront } = sentence;
      if (!isFirst || inFront.includes('@')) return undefined;
      // The last place at which what stands in front is empty: a clause may have commas of its own.
      for (const match of [...text.slice(0, LONGEST).matchAll(words.parts())].toReversed()) {
        const clause = text.slice(0, match.index);
        const from = match.index + match[0].length;
        const rest = text.slice(from);
        if (rest.length < LEAST_LEFT && rest.length + next.length < 2 * LEAST_REST) continue;
        if (words.binds().test(clause) || /[?«»“”"@#()]/.test(clause) || !isEmpty(clause)) continue;
        const isNamed = match[0].includes(':') && NAMED_SMALL.test(rest);
        if (words.leans().test(rest) || !(isNamed || match[0].includes(':') || words.stands().test(rest)))
          return undefined;
        if (words.excuses.test(clause) && !/mais|but/i.test(match[0])) continue;
        if (match.groups?.['that'] !== undefined && !words.says().test(clause)) continue;
        if (words.known.some((known) => known.apply(sentence, forms)?.changes[0]?.start === 0)) return undefined;
        return {
          changes: [isNamed ? { start: 0, end: from, text: '' } : dropOpening(sentence, from)],
          dropsNegation: true,
        };
      }
      return undefined;
    },
  };
};
