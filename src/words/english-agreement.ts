// Agreement of English where it is sure: number between small words and the noun right behind them.
import { wordSet } from '#base/word-set.js';
import type { Token } from './tokens.js';
import { WORD_CLASS, type WordList } from './word-list.js';

/** Words that do not agree, with what is sure to be meant, where something is. */
export interface Disagreement {
  readonly span: { readonly start: number; readonly end: number };
  readonly meant?: string;
}

/** A text with its words, and the words of its language. */
export interface Place {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly list: WordList;
}

/** Whether a word is one of some classes. */
export const has = (classes: number | undefined, wanted: number): boolean => ((classes ?? 0) & wanted) !== 0;

/** Whether a blank alone stands between a word and the next. */
export const isNextTo = ({ text, tokens }: Place, index: number): boolean => {
  const [one, next] = [tokens[index], tokens[index + 1]];
  return one !== undefined && next !== undefined && /^[ \u00a0\u202f]$/.test(text.slice(one.span.end, next.span.start));
};
/** Whether there is a word, without a capital. */
export const isLower = (token: Token | undefined): boolean =>
  token !== undefined && token.text === token.text.toLowerCase();
/** From the start of a word to the end of another. */
export const spanOf = (from: Token, to: Token) => ({ start: from.span.start, end: to.span.end });

const ENGLISH = {
  each: wordSet('each every another'),
  many: wordSet('these those many several few both'),
};
const { noun, adjective, plural, verb, name, plain } = WORD_CLASS;

/** What does not agree in an English text. */
export function englishDisagreements(place: Place): Disagreement[] {
  const { tokens, list } = place;
  return tokens.flatMap((token, index): Disagreement[] => {
    const next = tokens[index + 1];
    if (next === undefined || !isNextTo(place, index) || !isLower(next)) return [];
    const classes = list.lookUp(next.word);
    if (ENGLISH.each.has(token.word) && has(classes, plural) && !has(classes, noun | verb | plain | name)) {
      return [{ span: spanOf(token, next), meant: `${token.text} ${next.word.slice(0, -1)}` }];
    }
    const isSingular =
      has(classes, noun) && !has(classes, plural | plain | adjective) && has(list.lookUp(`${next.word}s`), plural);
    if (ENGLISH.many.has(token.word) && isSingular && !has(classes, verb) && !isNextTo(place, index + 1)) {
      return [{ span: spanOf(token, next), meant: `${token.text} ${next.word}s` }];
    }
    return [];
  });
}
