// Operations that are one pattern and what takes its place.
import { lazy } from '#base/lazy.js';
import {
  capital,
  dropFirst,
  dropOpening,
  dropSentence,
  LEAST_REST,
  type Operation,
  type Sentence,
  type WordForms,
} from './wording.js';
import { latin } from './latin.js';

/** What was found, by the names of its groups; a group that is not there is empty. */
export type Found = Readonly<Record<string, string>>;

/** What stands in place of what was found; undefined where it is to stay. */
export type Put = string | ((found: Found, sentence: Sentence, forms: WordForms, at: number) => string | undefined);

/** Least letters that are a sentence. */
const LEAST_WORDS = 8;

const DENIES = /\b(?:pas|plus|jamais|ne|sans|not|no|never|without|(?:do|does|did|wo|ca)nt)\b|n[’']t\b|\bn[’']/i;

/** Limits of a pattern. */
export interface PhraseLimits {
  /** What the whole sentence must not hold. */
  readonly unless?: () => RegExp;
  /** What the whole sentence must hold. */
  readonly only?: () => RegExp;
  /** Whether what goes may deny something that the text does not. */
  readonly dropsNegation?: true;
}

/**
 * An operation that puts words in place of those that a pattern finds, `$<name>` being what a group of it found. At the
 * start of a sentence what is left or put opens with a capital. What is dropped must leave enough of the text.
 */
export function phrase(
  id: string,
  pattern: string,
  put: Put,
  { unless, only, dropsNegation }: PhraseLimits = {},
): Operation {
  const compiled = lazy(() => latin(pattern));
  return {
    id,
    apply(sentence, forms) {
      const { text, next } = sentence;
      const match = compiled().exec(text);
      if (match === null || unless?.().test(text) === true || only?.().test(text) === false) return undefined;
      const found = Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, value = '']) => [name, value]));
      const length = match[0].length;
      const written =
        typeof put === 'string'
          ? put.replace(/\$<(\w+)>/g, (_, name: string) => found[name] ?? '')
          : put(found, sentence, forms, match.index);
      if (written === undefined || written === match[0]) return undefined;
      const denies = dropsNegation === undefined || !DENIES.test(match[0]) ? {} : { dropsNegation };
      if (match.index > 0)
        return { changes: [{ start: match.index, end: match.index + length, text: written }], ...denies };
      // Behind another sentence, what is left may be short.
      if (written === '' && sentence.isFirst && text.length - length + next.length < LEAST_REST) return undefined;
      if (written === '' && text.length - length < LEAST_WORDS) return undefined;
      if (written === '') return { changes: [dropOpening(sentence, length)], ...denies };
      return { changes: [{ start: 0, end: length, text: capital(written) }], ...denies };
    },
  };
}

/** What may end a sentence that goes: its signs, and the emoji that belong to it. */
export const LAST_SIGNS = String.raw`(?:[ \u00a0\u202f.!?:…\u2190-\u2bff\ufe0f\u200d]|[\ud83c-\ud83e][\udc00-\udfff]|[;:]-?[)D](?=\s|$))*$`;

/** Least letters of all sentences behind one that goes, where the next is a short one. */
const LEAST_BEHIND = 60;
/** Least letters of the sentence behind one that goes. */
const LEAST_NEXT = 40;

/**
 * An operation that drops a whole sentence: one that opens the text only where the next says enough and does not lean on
 * it.
 */
export function dropped(
  id: string,
  pattern: string,
  leans: () => RegExp,
  { dropsNegation, where = 'any' }: PhraseLimits & { readonly where?: 'first' | 'behind' | 'any' } = {},
): Operation {
  const compiled = lazy(() => latin(String.raw`^(?:${pattern})${LAST_SIGNS}`));
  return {
    id,
    apply(sentence) {
      const { text, next, isFirst, behind } = sentence;
      if (isFirst ? where === 'behind' : where === 'first') return undefined;
      // In small letters it goes on with a sentence.
      if (/^\p{Ll}/u.test(text) || !compiled().test(text)) return undefined;
      if (isFirst && ((next.length < LEAST_NEXT && behind < LEAST_BEHIND) || leans().test(next))) return undefined;
      return {
        changes: [isFirst ? dropFirst(sentence) : dropSentence(sentence, 1)],
        ...(dropsNegation !== undefined && DENIES.test(text) && { dropsNegation }),
      };
    },
  };
}

/** What must stand behind a phrase that is put in fewer words. */
const BEHIND = {
  any: String.raw`(?![\p{L}\d’'-])`,
  alone: String.raw`(?![\p{L}\d’'-]|,? (?:et|ou|mais) )`,
  figure: String.raw`(?=\s(?:près |plus |environ |around |about |over )?[\d£$€]|\s(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|two|three|four|five|six|seven|eight|nine|ten|twelve)\s)`,
  plural: String.raw`(?=\s(?:[\p{L}’-]+\s){0,1}(?:[\p{L}’-]{2,}[sx]|people|children|women|men)(?![\p{L}’-]))`,
} as const;

/**
 * An operation that puts phrases in fewer words, `table` being "long: short" by lines; all that are found in a sentence at
 * once. A capital stays.
 */
export function shorter(id: string, table: string, behind: keyof typeof BEHIND = 'any'): Operation {
  const entries = lazy(
    () =>
      new Map(
        table
          .trim()
          .split('\n')
          .map((line) => line.trim().split(': ') as [string, string]),
      ),
  );
  const compiled = lazy(() =>
    latin(
      String.raw`(?<![\p{L}\d’'-])(?:${[...entries().keys()].map((long) => long.replaceAll("'", "[’']")).join('|')})${BEHIND[behind]}`,
      'gi',
    ),
  );
  return {
    id,
    apply({ text }) {
      const changes = [...text.matchAll(compiled())].flatMap(({ 0: long, index }) => {
        const short = entries().get(long.toLowerCase().replaceAll('’', "'"));
        if (short === undefined) return [];
        const put = short.replaceAll("'", '’');
        return [{ start: index, end: index + long.length, text: /^\p{Lu}/u.test(long) ? capital(put) : put }];
      });
      return changes.length === 0 ? undefined : { changes };
    },
  };
}
