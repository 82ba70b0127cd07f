// Whether words are in an order that a sentence has: by which classes of words follow one another in written text.
import type { Lexicon } from './lexicon.js';

/** Log ratios of pairs of classes, tenths of a natural logarithm, by the first class. `''` is a follower never seen. */
type PairTable = ReadonlyMap<string, ReadonlyMap<string, number>>;

const tables = new WeakMap<Lexicon, PairTable>();
const stopWords = new WeakMap<Lexicon, ReadonlySet<string>>();

const ENTRY = /^(.*?)(-?\d+)$/;

function pairTable(lexicon: Lexicon, wordOrder: NonNullable<Lexicon['wordOrder']>): PairTable {
  const known = tables.get(lexicon);
  if (known !== undefined) return known;
  const table = new Map(
    Object.entries(wordOrder).map(([first, followers]): [string, ReadonlyMap<string, number>] => [
      first,
      new Map(
        followers.split(' ').map((entry): [string, number] => {
          const [, follower = '', ratio = '0'] = ENTRY.exec(entry) ?? [];
          return [follower, Number(ratio)];
        }),
      ),
    ]),
  );
  tables.set(lexicon, table);
  return table;
}

function stopSet(lexicon: Lexicon): ReadonlySet<string> {
  const known = stopWords.get(lexicon) ?? new Set(lexicon.stopWords);
  stopWords.set(lexicon, known);
  return known;
}

const TOKEN = /[#@]?[a-z0-9ß-öø-ÿœ][a-z0-9_ß-öø-ÿœ]*(?:[-'][a-z0-9ß-öø-ÿœ]+)*|[,.;:!?…()«»"–—|]/g;
const ELISION = /^(?:l|d|j|n|c|s|m|t|qu|jusqu|lorsqu|puisqu|quoiqu)'/;
const CONTRACTION = /'(?:s|re|ve|ll|d|m|t)$/;

/** Content words by their ending: the first that fits. */
const ENDINGS: Readonly<Record<string, readonly (readonly [name: string, ending: RegExp])[]>> = {
  en: [
    ['ly', /ly$/],
    ['ing', /ing$/],
    ['ed', /ed$/],
    ['tion', /(?:tion|ment|ness|ity)$/],
    ['s', /[^s]s$/],
  ],
  fr: [
    ['ment', /ment$/],
    ['tion', /(?:tion|té|age|eur)$/],
    ['inf', /(?:er|ir|re)$/],
    ['pp', /(?:é|ée|és|ées)$/],
    ['conj', /(?:ez|ons|ent|ait|a)$/],
    ['s', /[sx]$/],
  ],
};

/**
 * The classes of a text's words, from `E` (an end) to `E`: a stop word is its own class, a content word `C` with its
 * ending, a figure `N`, a mention `M`, a sign `P` or `E`.
 * @param text without its links
 */
export function wordClasses(text: string, lexicon: Pick<Lexicon, 'language' | 'stopWords'>): string[] {
  const stops = stopSet(lexicon as Lexicon);
  const endings = ENDINGS[lexicon.language] ?? [];
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
      const elided = lexicon.language === 'fr' ? ELISION.exec(word)?.[0] : undefined;
      if (elided !== undefined) {
        classes.push(stops.has(elided) ? elided : 'C');
        word = word.slice(elided.length);
      }
      const tail = lexicon.language === 'en' && !stops.has(word) ? CONTRACTION.exec(word)?.[0] : undefined;
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
  const table = pairTable(lexicon, wordOrder);
  const classes = wordClasses(text, lexicon);
  let sum = 0;
  for (let at = 1; at < classes.length; at += 1) {
    const followers = table.get(classes[at - 1] ?? '');
    sum += followers?.get(classes[at] ?? '') ?? followers?.get('') ?? 0;
  }
  const neighbors = classes.length - 1;
  return { neighbors, ratio: sum / 10 / neighbors };
}
