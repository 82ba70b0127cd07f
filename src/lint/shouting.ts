import { overlap, type Span } from '#tweet/bounds.js';
import { lazy } from '#base/lazy.js';
import { isAcronym, classifyWord, type Subject, type Word } from './subject.js';

/** Too short to shout alone; between words that do it belongs to them: "POUR LE MARATHON". */
const SHORT = lazy(() => /^\p{Lu}{1,2}$/u);
const CAPITALS = lazy(() => /^\p{Lu}[\p{Lu}'’-]+\p{Lu}$/u);
/** Looked at closely only when it can be: most words have a small letter, and figures have none of either. */
const isCapitals = (word: string): boolean =>
  word === word.toUpperCase() && word !== word.toLowerCase() && CAPITALS().test(word);

/** A word or run of words in capitals; `known` when a lexicon holds each, so that lower case keeps its accents. */
export interface Shout {
  readonly span: Word['span'];
  readonly known: boolean;
}

/** Words in capitals that are no acronyms: single ones that the lexicon knows as words, and runs of three or more. */
export function shoutedWords({ words, lexicon, text }: Subject): Shout[] {
  const shouts: Shout[] = [];
  let run: Word[] = [];
  let between: Word[] = [];
  const isKnown = ({ word }: Word): boolean => lexicon !== undefined && classifyWord(word, lexicon) !== 'subject';
  const flush = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (run.length >= 3 && first !== undefined && last !== undefined) {
      shouts.push({ span: { start: first.span.start, end: last.span.end }, known: run.every(isKnown) });
    } else {
      for (const word of run) if (isKnown(word)) shouts.push({ span: word.span, known: true });
    }
    run = [];
    between = [];
  };
  for (const word of words) {
    const previous = between.at(-1) ?? run.at(-1);
    if (previous !== undefined && /[^\s,;:'’-]/.test(text.slice(previous.span.end, word.span.start))) flush();
    if (!word.inTag && isCapitals(word.text) && !isAcronym(word.text, lexicon)) {
      run.push(word);
      between = [];
    } else if (run.length > 0 && SHORT().test(word.text) && word.kind === 'stop') {
      between.push(word);
    } else {
      flush();
    }
  }
  flush();
  return shouts;
}

const MARKS = /([!?])(?:[ \u00a0\u202f]?\1)+/g;

/** Exclamation and question marks in a row outside links, each with the single one that is enough. */
export const repeatedMarks = ({ text, links }: Subject): { mark: string; calm: string; span: Span }[] =>
  [...text.matchAll(MARKS)]
    .map((match) => ({
      mark: match[0],
      calm: match[1] ?? '',
      span: { start: match.index, end: match.index + match[0].length },
    }))
    .filter(({ span }) => !links.some((link) => overlap(span, link.span)));
