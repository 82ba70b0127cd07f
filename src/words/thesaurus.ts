import { singularize } from './grammar.js';

/** A thesaurus: it knows words of the same meaning, but neither the sense that is meant nor what agrees with it. */
export interface Thesaurus {
  /** As it is to be named to the user: "WordNet 3.1", "thes_fr.dat". */
  readonly name: string;
  /** Words and phrases of the same meaning, the likeliest first where it can tell; empty for a word that it lacks. */
  lookUp(word: string): readonly string[];
}

/**
 * How alike two words must be to stand for one another, and how many are kept. Measured on MyThes' French thesaurus 7.5:
 * .3 keeps logement for habitation (.49) and congés for vacances (.60), and drops quatuor for formation (.20).
 */
const MIN_LIKENESS = 0.3;
const MAX_SYNONYMS = 6;

/**
 * The candidates that share most of their own synonyms with a word, the most alike first: a merged list of all senses
 * holds every neighbour of a word, but only words that mean the same have the same neighbours.
 * Likeness is the Jaccard index of the two sets, 0..1, each set with its own word in it.
 */
export function mostAlike(
  word: string,
  candidates: readonly string[],
  lookUp: (word: string) => readonly string[],
): string[] {
  const own = new Set([word, ...candidates]);
  return [...own]
    .filter((candidate) => candidate !== word)
    .map((candidate) => ({ candidate, likeness: jaccard(own, new Set([candidate, ...lookUp(candidate)])) }))
    .filter(({ likeness }) => likeness >= MIN_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MAX_SYNONYMS)
    .map(({ candidate }) => candidate);
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / (a.size + b.size - shared);
}

/**
 * What a thesaurus says of words, by the form that it knows: the word itself, else its singular. Words without a
 * synonym are left out.
 * @param words lower case, NFC, with straight apostrophes.
 */
export function lookUpThesaurus(
  thesaurus: Thesaurus,
  words: readonly string[],
  language: string | undefined,
): Readonly<Record<string, readonly string[]>> {
  const answers = new Map<string, readonly string[]>();
  for (const word of new Set(words)) {
    for (const form of [word, ...singularize(word, language)]) {
      const synonyms = answers.get(form) ?? thesaurus.lookUp(form);
      if (synonyms.length === 0) continue;
      answers.set(form, synonyms);
      break;
    }
  }
  // Not by assignment: "__proto__" would be no key.
  return Object.fromEntries(answers);
}

/** Bytes that show what a file is: the line with its encoding and the first heading. */
export const MYTHES_HEAD = 1024;

const HEAD = /^(?:ï»¿)?([A-Za-z][\w-]*)\r?\n[^|\n]+\|\d+\r?\n/;

/**
 * The encoding that the text of a MyThes thesaurus is in, as `TextDecoder` calls it, or undefined when the file is
 * no such thesaurus. The names of MyThes are those of `TextDecoder`, but for Microsoft's.
 * @param head the first `MYTHES_HEAD` bytes, each as one character (ISO 8859-1).
 */
export const mythesEncoding = (head: string): string | undefined =>
  HEAD.exec(head)?.[1]?.toLowerCase().replace('microsoft-cp', 'windows-');

/** Entries that are marked as something else than a synonym. */
const NO_SYNONYM = /\((?:generic term|related term|antonym)\)$/;
/** Any other mark behind a synonym: "(similar term)", "(familier)". */
const MARK = /\([^()]*\)$/;

/**
 * A thesaurus in the format of MyThes and LibreOffice (`.dat`): a line with the encoding, then for each word a heading
 * `word|n` and n lines `(part of speech)|synonym|synonym…`, one a sense. Of a word's synonyms the most alike are kept.
 *
 * Nothing is parsed ahead: a file has 5 to 20 MB, of which a draft needs ten words. Only when a word has candidates to
 * rank are the places of all headings noted, once.
 */
export function readMythes(text: string, name: string): Thesaurus {
  let headings: ReadonlyMap<string, number> | undefined;
  const ranked = new Map<string, readonly string[]>();
  const listed = (word: string): string[] => {
    headings ??= indexHeadings(text);
    return sensesAt(text, headings.get(word));
  };
  return {
    name,
    lookUp(word) {
      const known = ranked.get(word);
      if (known !== undefined) return known;
      const candidates = headings === undefined ? sensesAt(text, findHeading(text, word)) : listed(word);
      const synonyms = candidates.length === 0 ? [] : mostAlike(word, candidates, listed);
      ranked.set(word, synonyms);
      return synonyms;
    },
  };
}

/** Where the number in the heading of a word starts, by one search through the text. */
function findHeading(text: string, word: string): number | undefined {
  if (/[|\n]/.test(word)) return undefined;
  const sought = `\n${word}|`;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const number = at + sought.length;
    // A line of synonyms may open with the word as well, where parts of speech are written without brackets.
    if (/^\d+\r?(?:\n|$)/.test(text.slice(number, number + 8))) return number;
  }
  return undefined;
}

/** Where the number in each heading starts, by word. */
function indexHeadings(text: string): ReadonlyMap<string, number> {
  const headings = new Map<string, number>();
  let at = lineAfter(text, 0);
  while (at < text.length) {
    const bar = text.indexOf('|', at);
    if (bar < 0) break;
    const word = text.slice(at, bar);
    // Of a word that has two headings the first holds, as in a search.
    if (!headings.has(word)) headings.set(word, bar + 1);
    at = lineAfter(text, bar);
    // A damaged number may be any: never go on behind the end.
    for (let left = numberAt(text, bar + 1); left > 0 && at < text.length; left -= 1) at = lineAfter(text, at);
  }
  return headings;
}

/** All that stands in the senses under a heading, given where its number starts; in order, each once. */
function sensesAt(text: string, number: number | undefined): string[] {
  if (number === undefined) return [];
  const synonyms = new Set<string>();
  let at = lineAfter(text, number);
  for (let left = numberAt(text, number); left > 0 && at < text.length; left -= 1) {
    const next = lineAfter(text, at);
    const [, ...entries] = text.slice(at, next).trimEnd().split('|');
    for (const entry of entries) {
      const plain = entry.trim();
      if (plain !== '' && !NO_SYNONYM.test(plain)) synonyms.add(plain.replace(MARK, '').trimEnd());
    }
    at = next;
  }
  return [...synonyms];
}

/** Where the line after a place starts; the length of the text behind the last. */
function lineAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** The number of senses; none where a damaged heading has no number. */
const numberAt = (text: string, at: number): number => Number.parseInt(text.slice(at, at + 8), 10) || 0;

const TITLE = /^(WordNet \d+\.\d+)\b[^|\n]*\n/;

/**
 * The English thesaurus that the build makes of WordNet: a first line with its name and owner, then a line
 * `|word|word|…|` for each set of words that share their usual sense.
 *
 * It has half a megabyte: searched as it stands it answers in less than a millisecond, and needs no index.
 * @throws RangeError when the text is not that export.
 */
export function readWordnet(text: string): Thesaurus {
  const name = TITLE.exec(text)?.[1];
  if (name === undefined) throw new RangeError('the text is no export of WordNet: its first line does not say so');
  return { name, lookUp: (word) => (/[|\n]/.test(word) ? [] : findLineMates(text, word)) };
}

/** The other words of every line that holds a word. */
function findLineMates(text: string, word: string): string[] {
  const sharers = new Set<string>();
  const sought = `|${word}|`;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const line = text.slice(text.lastIndexOf('\n', at) + 2, text.indexOf('|\n', at));
    for (const other of line.split('|')) if (other !== word) sharers.add(other);
  }
  return [...sharers];
}
