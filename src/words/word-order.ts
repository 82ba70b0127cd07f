// Whether words are in an order that a sentence has: by which classes of words follow one another in written text.
import { grammarOf } from './grammar.js';
import type { Lexicon } from './lexicon.js';

const stopWords = new WeakMap<Lexicon, ReadonlySet<string>>();

/**
 * The log ratio of a follower in a row of the table, `the12 Cs-5 -30`, in tenths; that of all others when it is not listed.
 * The row is searched as it stands: unpacking the whole table takes 4 ms at each start.
 */
function ratioIn(row: string | undefined, follower: string): number {
  if (row === undefined) return 0;
  for (let at = row.indexOf(follower); at >= 0; at = row.indexOf(follower, at + 1)) {
    const end = at + follower.length;
    if ((at === 0 || row[at - 1] === ' ') && /[-\d]/.test(row.charAt(end))) return Number.parseInt(row.slice(end), 10);
  }
  const others = /(?:^| )(-?\d+)(?= |$)/.exec(row)?.[1];
  return others === undefined ? 0 : Number(others);
}

function stopSet(lexicon: Lexicon): ReadonlySet<string> {
  const known = stopWords.get(lexicon) ?? new Set(lexicon.stopWords);
  stopWords.set(lexicon, known);
  return known;
}

const TOKEN = /[#@]?[a-z0-9ß-öø-ÿœ][a-z0-9_ß-öø-ÿœ]*(?:[-'][a-z0-9ß-öø-ÿœ]+)*|[,.;:!?…()«»"–—|]/g;
/**
 * The classes of a text's words, from `E` (an end) to `E`: a stop word is its own class, a content word `C` with its
 * ending, a figure `N`, a mention `M`, a sign `P` or `E`.
 * @param text without its links
 */
export function wordClasses(text: string, lexicon: Pick<Lexicon, 'language' | 'stopWords'>): string[] {
  const stops = stopSet(lexicon as Lexicon);
  const grammar = grammarOf(lexicon.language);
  const endings = grammar?.endings ?? [];
  const contentClass = (word: string): string => `C${endings.find(([, ending]) => ending.test(word))?.[0] ?? ''}`;
  const classes = ['E'];
  for (const [token] of text.toLowerCase().normalize('NFC').replaceAll('’', "'").matchAll(TOKEN)) {
    if (/^[.!?…]$/.test(token)) classes.push('E');
    else if (/^[,;:()«»"–—|]$/.test(token)) classes.push('P');
    else if (token.startsWith('@')) classes.push('M');
    else {
      let word = token.replace(/^#/, '');
      if (/^\d/.test(word)) {
        classes.push('N');
        continue;
      }
      const elided = grammar?.elision?.exec(word)?.[0];
      if (elided !== undefined) {
        classes.push(stops.has(elided) ? elided : 'C');
        word = word.slice(elided.length);
      }
      const tail = stops.has(word) ? undefined : grammar?.contraction?.exec(word)?.[0];
      if (tail !== undefined) word = word.slice(0, -tail.length);
      if (word !== '') classes.push(stops.has(word) ? word : contentClass(word));
      if (tail !== undefined) classes.push(tail);
    }
  }
  classes.push('E');
  return classes;
}

/** Neighbors of a text's words and how usual they are: the mean log ratio, 0 where order tells nothing. */
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
    sum += ratioIn(wordOrder[classes[at - 1] ?? ''], classes[at] ?? '');
  }
  const neighbors = classes.length - 1;
  return { neighbors, ratio: sum / 10 / neighbors };
}
