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
  numbers: wordSet('two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty'),
  /** What a number that counts stands behind: no name, as in "Route 66 diner". */
  beforeNumber: wordSet(
    'our my we have has had with only just get got over in of for find found see need at about from include includes win another than are were run host offer sell made up',
  ),
  /** Behind these a word right behind the number may be their verb: "the 2 plan to". */
  leansOn: wordSet('our we of over in'),
  between: wordSet('new more different free extra additional great exciting separate local small short original'),
  behind: wordSet('of in about for on to with and from at by that left available'),
  /** What is counted in the singular, or not at all. */
  uncounted: wordSet(
    'foot stone pound dozen hundred thousand million billion grand head bed ton score gross gauge mile people staff police crew sheep fish deer aircraft series species information advice furniture equipment help support stuff music art parking access cannon craft salmon trout cod squid data media space work food entry wifi advice fun day night week year month hour minute point star page are have need',
  ),
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
    return countedByNumber(place, index);
  });
}

/** "3 new episode", "2 session of": a noun in the singular behind a number, where nothing that it belongs to follows. */
function countedByNumber(place: Place, index: number): Disagreement[] {
  const { text, tokens, list } = place;
  const [number, next, further] = tokens.slice(index, index + 3);
  if (number === undefined || next === undefined) return [];
  const isFigure = /^(?:[2-9]|[1-9]\d{1,2})$/.test(number.word);
  if (!isFigure && !ENGLISH.numbers.has(number.word)) return [];
  const before = tokens[index - 1];
  const isBehindSmall =
    before !== undefined && isNextTo(place, index - 1) && ENGLISH.beforeNumber.has(before.word.replace(/^.*'/, ''));
  const hasAdjective = ENGLISH.between.has(next.word);
  if (!isFigure && !hasAdjective) return [];
  if (!isBehindSmall && (!hasAdjective || /[A-Za-z\d.,:/(#£$€-][ \u00a0]?$/.test(text.slice(0, number.span.start))))
    return [];
  const at = hasAdjective ? index + 1 : index;
  const counted = hasAdjective ? further : next;
  if (counted === undefined || !isNextTo(place, at) || !isLower(counted) || ENGLISH.uncounted.has(counted.word))
    return [];
  const classes = list.lookUp(counted.word);
  const isSingular =
    has(classes, noun) && !has(classes, plural | plain | adjective) && has(list.lookUp(`${counted.word}s`), plural);
  const mayBeVerb = has(classes, verb) && (hasAdjective || !isFigure || ENGLISH.leansOn.has(before?.word ?? ''));
  if (!isSingular || mayBeVerb) return [];
  const rest = text.slice(counted.span.end);
  const follows = /^[ \u00a0]([a-z]+)(?![A-Za-z’'-])/.exec(rest)?.[1];
  const ends = /^[ \u00a0]?(?:[.,!?;](?!\d)|$|\n)|^[ \u00a0](?:https?:|#)/.test(rest);
  if (!ends && (follows === undefined || !ENGLISH.behind.has(follows))) return [];
  return [
    {
      span: { start: number.span.start, end: counted.span.end },
      meant: `${text.slice(number.span.start, counted.span.end)}s`,
    },
  ];
}
