// The same thing said in two sentences of one post.
import { haveSameStem } from '#words/stems.js';
import type { Span } from '#tweet/bounds.js';
import { spanOverlaps, type Subject, type Word } from './subject.js';
import { wordingFaults } from './wording.js';

/** Small words between two that belong together: "pont de la Cazelle". */
const MAX_BETWEEN = 2;
/** Letters of the two together from which they name a thing of their own. */
const LEAST_LETTERS = 9;

interface Pair {
  readonly words: readonly [Word, Word];
  readonly sentence: number;
}

/** The neighbors of each sentence that say something, links and tags left out. */
function pairsOf({ text, words }: Subject): Pair[] {
  const pairs: Pair[] = [];
  let [sentence, between, end] = [0, 0, 0];
  let before: Word | undefined;
  for (const word of words) {
    if (word.inTag) continue;
    const gap = text.slice(end, word.span.start);
    end = word.span.end;
    if (/[.!?…\n]|https?:/.test(gap)) sentence += 1;
    if (/[^\s'’-]/.test(gap)) before = undefined;
    if (word.kind === 'stop' || /^\d/.test(word.word)) {
      between += 1;
      if (word.kind !== 'stop') before = undefined;
      continue;
    }
    if (before !== undefined && between <= MAX_BETWEEN) pairs.push({ words: [before, word], sentence });
    [before, between] = [word, 0];
  }
  return pairs;
}

const letters = ([first, second]: Pair['words']): number => first.word.length + second.word.length;
/** Both with a capital inside a sentence: a name has to be said as often as it is meant. */
const isName = ([first, second]: Pair['words']): boolean =>
  /^[A-ZÀ-ÞŒ]/.test(second.text) || /^[A-ZÀ-ÞŒ]{2}/.test(first.text);

/** A sentence that takes up what the one before ended with: "un atelier. Cet atelier est …", "It is a tutorial". */
const TAKES_UP =
  /(?:^|[.!?…\n][ \n]{0,2})(?:cet(?:te)?|ces?|c[’']est (?:une?|des)|il s[’']agit d[’']une?|this|these|it(?:[’']s| is) an?)\s$/i;
/** The same with an article, where the sentence goes on to say what it found: "The report shows that …". */
const [WITH_ARTICLE, SHOWS] = [
  /[.!?…\n][ \n]{0,2}(?:the|le|la|l[’'])[ \u00a0]?$/i,
  /^\s(?:shows?|finds?|found|reveals?|says|explains?|montre|révèle|indique|explique|dit) /i,
];
/** Characters before a word that are looked at. */
const LEAD = 25;

/** The word with which a sentence takes up one of the sentence before. */
function takenUp({ text, words, language }: Subject): Word | undefined {
  let [sentence, end] = [0, 0];
  const said: { word: string; sentence: number }[] = [];
  for (const word of words) {
    if (word.inTag) continue;
    if (/[.!?…\n]|https?:/.test(text.slice(end, word.span.start))) sentence += 1;
    end = word.span.end;
    if (word.kind === 'stop' || word.word.length < 4) continue;
    const before = text.slice(Math.max(0, word.span.start - LEAD), word.span.start);
    const isSame = (other: (typeof said)[number]): boolean =>
      other.sentence === sentence - 1 && haveSameStem(other.word, word.word, language);
    const isTakenUp =
      TAKES_UP.test(before) ||
      (WITH_ARTICLE.test(before) && SHOWS.test(text.slice(word.span.end, word.span.end + LEAD)));
    if (sentence > 0 && isTakenUp && said.some(isSame)) return word;
    said.push({ word: word.word, sentence });
  }
  return undefined;
}

/** Where two words say in a later sentence what they said before, with the words as they stand there. */
export function saidTwice(subject: Subject): { readonly text: string; readonly span: Span } | undefined {
  const { text, language } = subject;
  if (!/[.!?…\n]\s/.test(text)) return undefined;
  const pairs = pairsOf(subject).filter(({ words }) => letters(words) >= LEAST_LETTERS && !isName(words));
  for (const [at, later] of pairs.entries()) {
    const same = pairs
      .slice(0, at)
      .some(
        ({ words, sentence }) =>
          sentence < later.sentence &&
          words.every(({ word }, index) => haveSameStem(word, later.words[index]?.word ?? '', language)),
      );
    if (!same) continue;
    const span = { start: later.words[0].span.start, end: later.words[1].span.end };
    // What only announces goes as a whole.
    if (wordingFaults(subject).some((fault) => spanOverlaps(fault.span, span))) continue;
    return { text: text.slice(span.start, span.end), span };
  }
  const word = takenUp(subject);
  return word && { text: word.text, span: word.span };
}
