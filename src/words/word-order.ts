// Whether words are in an order that a sentence has: by which classes of words follow one another in written text.
import { lazyFor } from '#base/lazy.js';
import { grammarOf } from './grammar.js';
import type { Lexicon } from './lexicon.js';
import { isListed } from './phrases.js';
import { findRow } from './sorted-rows.js';
import { wordSet } from '#base/word-set.js';

/** Rows of `toSortedRows`. */
type WordOrderTable = string;

/** Followers that a row lists from which its word was met often enough to tell what it does not follow. */
const USUAL = 5;

/** Verbs with which a question opens: manuals ask none. */
const ASKS = wordSet(
  'is are am was were do does did can could will would shall should may might has have had est êtes es as a avez faut peut doit sont ont',
);

/** With whom a sentence of a person opens: manuals have none. */
const SPEAKS = wordSet('i my we our je mon ma mes notre nos');

/** Verbs that lean on another, and whom they lean on: "may and may not do", "que fait votre". */
const MODAL = wordSet(
  'may can must should will would could might do does did not peut doit faut fait faire pas vous votre nous notre',
);
const JOINS = wordSet('and or but et ou mais');

/**
 * Whether neighbors can be missed in the texts that were counted and be usual all the same: manuals say little of "I",
 * "did" and "won't", and have no dates, hours and prices.
 */
const isRarePair = (table: WordOrderTable, first: string, follower: string): boolean =>
  first === 'N' ||
  follower === 'N' ||
  (JOINS.has(first) && MODAL.has(follower)) ||
  (MODAL.has(first) && (JOINS.has(follower) || MODAL.has(follower))) ||
  (findRow(follower, table, ' ')?.split(' ', USUAL).length ?? 0) < USUAL;

/**
 * The log ratio of a follower in a row of a table, `the12 Cs-5 -30`, in tenths; that of all others when it is not listed,
 * and 0 for neighbors too rare to be missed there. The row is searched as it stands: unpacking the whole table takes 4 ms
 * at each start.
 */
function findRatio(row: string | undefined, follower: string, isExcused: boolean): number {
  if (row === undefined) return 0;
  for (let at = row.indexOf(follower); at >= 0; at = row.indexOf(follower, at + 1)) {
    const end = at + follower.length;
    // A follower may open a longer one: "est" and "est-ce".
    const ratio = at === 0 || row[at - 1] === ' ' ? Number.parseInt(row.slice(end), 10) : NaN;
    if (!Number.isNaN(ratio)) return ratio;
  }
  if (isExcused) return 0;
  const others = /(?:^| )(-?\d+)(?= |$)/.exec(row)?.[1];
  return others === undefined ? 0 : Number(others);
}

/** Words between which two figures stand: "de 17 à 78", "from 9 to 5". */
const SPANS = /^(?:de|à|et|from|to|and)$/;
/** Whether manuals have so little of it that its being rare there says nothing: questions, ranges of ages, hours and prices. */
const isRareThere = (first: string, follower: string): boolean =>
  (first === 'N' && SPANS.test(follower)) ||
  (follower === 'N' && SPANS.test(first)) ||
  (first === 'E' && (ASKS.has(follower) || SPEAKS.has(follower)));

/** What was found in the table of a lexicon already, by class and follower: the same few neighbors come again and again. */
const foundIn = lazyFor<Lexicon, Map<string, Map<string, number>>>(() => new Map());

function ratioIn(lexicon: Lexicon, table: WordOrderTable, first: string, follower: string): number {
  const found = foundIn(lexicon);
  let ratios = found.get(first);
  if (ratios === undefined) found.set(first, (ratios = new Map<string, number>()));
  let ratio = ratios.get(follower);
  if (ratio === undefined) {
    ratio = findRatio(findRow(first, table, ' '), follower, isRarePair(table, first, follower));
    if (ratio < 0 && isRareThere(first, follower)) ratio = 0;
    ratios.set(follower, ratio);
  }
  return ratio;
}

/** What was found of words before, by the lexicon: a draft is judged again for each suggestion. */
const knownClasses = lazyFor<object, Map<string, string>>(() => new Map());
/** Words that are kept. */
const MAX_KNOWN = 5000;

/** Signs by their class: those that end a sentence, and the others. */
const SIGN_CLASSES = new Map([
  ...[...'.!?…'].map((sign) => [sign, 'E'] as const),
  ...[...',;:()«»"–—|'].map((sign) => [sign, 'P'] as const),
]);
const TOKEN = /[#@]?[a-z0-9ß-öø-ÿœ][a-z0-9_ß-öø-ÿœ]*(?:[-'][a-z0-9ß-öø-ÿœ]+)*|[,.;:!?…()«»"–—|]/gi;
/** Small words in capitals stand for themselves, as names do: "MUST, SHOULD and MAY". */
const CAPITALS = /^[A-ZÀ-ÖØ-ÞŒ]{2,}$/;

/**
 * The classes of a text's words, from `E` (an end) to `E`: a stop word is its own class, a content word `C` with its
 * ending, a figure `N`, a mention `M`, a sign `P` or `E`.
 * @param text without its links
 */
export function wordClasses(text: string, lexicon: Pick<Lexicon, 'language' | 'stopWords'>): string[] {
  const isStop = (word: string): boolean => isListed(word, lexicon.stopWords);
  const grammar = grammarOf(lexicon.language);
  const endings = grammar?.endings ?? [];
  const known = knownClasses(lexicon);
  const classOf = (word: string): string => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = isStop(word) ? word : `C${endings.find(([, ending]) => ending.test(word))?.[0] ?? ''}`;
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(word, found);
    return found;
  };
  const classes = ['E'];
  const composed = text.normalize('NFC').replaceAll('’', "'");
  const isMixed = composed !== composed.toUpperCase();
  for (const written of composed.match(TOKEN) ?? []) {
    const token = written.toLowerCase();
    const sign = SIGN_CLASSES.get(token);
    let word = token.startsWith('#') ? token.slice(1) : token;
    if (sign !== undefined) classes.push(sign);
    else if (word.startsWith('@')) classes.push('M');
    else if (isMixed && CAPITALS.test(written)) classes.push('C');
    else if (/^\d/.test(word)) classes.push('N');
    else if (!word.includes("'")) classes.push(classOf(word));
    else {
      const elided = grammar?.elision?.exec(word)?.[0];
      if (elided !== undefined) {
        classes.push(isStop(elided) ? elided : 'C');
        word = word.slice(elided.length);
      }
      const tail = isStop(word) ? undefined : grammar?.contraction?.exec(word)?.[0];
      if (tail !== undefined) word = word.slice(0, -tail.length);
      if (word !== '') classes.push(classOf(word));
      if (tail !== undefined) classes.push(tail);
    }
  }
  classes.push('E');
  return classes;
}

/** Neighbors of a text's words and how usual they are: the mean log ratio, less that of its language's shuffled texts. */
export interface WordOrder {
  readonly neighbors: number;
  readonly ratio: number;
}

/**
 * How usual the neighbors of a text are against chance; undefined for a lexicon without a table.
 * @param text without its links
 */
export function measureWordOrder(text: string, lexicon: Lexicon): WordOrder | undefined {
  const { wordOrder } = lexicon;
  if (wordOrder === undefined) return undefined;
  const classes = wordClasses(text, lexicon);
  let sum = 0;
  for (let at = 1; at < classes.length; at += 1) {
    sum += ratioIn(lexicon, wordOrder, classes[at - 1] ?? '', classes[at] ?? '');
  }
  const neighbors = classes.length - 1;
  return { neighbors, ratio: sum / 10 / neighbors - (grammarOf(lexicon.language)?.shuffledOrder ?? 0) };
}
