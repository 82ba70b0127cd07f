// Gates that keep nonsense at the bottom of the scale. Each has a cheap sign; none judges meaning.
import type { Span } from '#tweet/bounds.js';
import { letterLikelihood } from '#words/letters.js';
import type { Lexicon } from '#words/lexicon.js';
import { measureWordOrder } from '#words/word-order.js';

/** What a text is judged by: its words outside links and tags, in lower case, and the text around them. */
export interface NonsenseInput {
  /** The text as it is: offsets of words refer to it. */
  readonly text: string;
  /** The text without links, tags and mentions. */
  readonly spoken: string;
  readonly words: readonly {
    readonly word: string;
    readonly kind: 'stop' | 'generic' | 'subject';
    readonly span: Span;
  }[];
  readonly lexicon: Lexicon | undefined;
}

/**
 * Mean log likelihood of a letter below which a word looks typed at random: all words of random letters and keyboard
 * runs are, and fewer than 1 in 200 chunks of six real words (@source own measurement on READMEs in two languages).
 */
const UNLIKELY = -3.6;
/** Shorter words say too little of their letters. */
const LONG_WORD = 4;

/** Whether most longer words are no words: keyboard runs, random letters. */
export function hasRandomLetters({ words }: NonsenseInput): boolean {
  const long = words.filter(({ word }) => /^[a-zß-öø-ÿœ]+$/.test(word) && word.length >= LONG_WORD);
  // A text with its share of small words is written in some language: the model need not be unpacked.
  const stops = words.filter(({ kind, word }) => kind === 'stop' && word.length > 1).length;
  if (long.length < LONG_WORD || stops * 4 > words.length) return false;
  return 2 * long.filter(({ word }) => letterLikelihood(word) < UNLIKELY).length >= long.length;
}

/** Whether half of the words or more repeat an earlier one, or one longer word is every third of them. */
export function repeatsItself({ words }: NonsenseInput): boolean {
  if (words.length < 5) return false;
  const uses = new Map<string, number>();
  for (const { word } of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  if (2 * uses.size <= words.length) return true;
  return [...uses].some(([word, count]) => word.length >= LONG_WORD && count >= 4 && 3 * count >= words.length);
}

/** Fewest words that no dictionary has from which a text is none of a language. */
const MANY_UNKNOWN = 4;

/**
 * Whether half of the words in lower case stand in no dictionary.
 * @param isKnown whether a dictionary of any language at hand has a word.
 */
export function hasUnknownWords({ text, words }: NonsenseInput, isKnown: (word: string) => boolean): boolean {
  const plain = words.filter(
    ({ word, span }) => word.length >= 3 && /^[a-zß-öø-ÿœ]+$/.test(text.slice(span.start, span.end)),
  );
  if (plain.length < MANY_UNKNOWN) return false;
  const unknown = plain.filter(({ word }) => !isKnown(word)).length;
  return unknown >= MANY_UNKNOWN && 2 * unknown >= plain.length;
}

/** Fewest words whose order is judged. */
const MIN_ORDERED = 6;
/**
 * Log ratio below which words are in no order, by how many neighbors there are. Stricter than what divides manuals from
 * their shuffles best: headlines drop small words, and a real one must never be capped.
 */
const UNORDERED = [
  { below: 9, ratio: -1 },
  { below: 15, ratio: -0.75 },
  { below: 25, ratio: -0.62 },
  { below: Infinity, ratio: -0.52 },
] as const;

/** A question to the reader, which manuals do not ask: three of its words follow one another in no shuffled text. */
const ASKS_READER =
  /(?:have|did|do|were|would|could) you ever [a-z]+ [a-z][^.!?]{4,}\?|vous (?:êtes-vous|est-il|arrive-t-il) (?:déjà )?[a-zé]+ [a-z][^.!?]{4,}\?/i;

/** The line of a match, "Rovers 2-1 Town", and a sentence said word by word, "What. A. Game.": both have an order of their own. */
const SCORE =
  /(?<![a-z])[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,3} \d{1,3} ?[-–] ?\d{1,3} [A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,3}/g;
const WORD_BY_WORD = /(?<![^\s“"«])[A-ZÀ-Þ][a-zà-ÿ’']*\. (?:[A-ZÀ-Þ][a-zà-ÿ’']*\. ?){1,7}/g;
const inOneSentence = (written: string): string => `${written.replaceAll('.', '').trim().toLowerCase()}. `;

/** Whether the words are in an order that sentences do not have. */
export function isShuffled({ spoken: said, words, lexicon }: NonsenseInput): boolean {
  if (words.length < MIN_ORDERED || lexicon === undefined) return false;
  // Two figures with a hyphen between them are soon looked for; the expression takes 0.15 ms to compile.
  const unscored = /\d ?[-–] ?\d/.test(said) ? said.replace(SCORE, ' ') : said;
  const spoken = unscored.replace(WORD_BY_WORD, inOneSentence);
  const order = measureWordOrder(spoken, lexicon);
  if (order === undefined) return false;
  const limit = UNORDERED.find(({ below }) => order.neighbors < below)?.ratio ?? -Infinity;
  return order.ratio < limit && !ASKS_READER.test(spoken) && !hasSentence(spoken, lexicon);
}

/** Neighbors of a sentence from which its order says something, and the log ratio of one in order. */
const [SENTENCE_NEIGHBORS, ORDERED] = [6, -0.15];

/** Whether one sentence of several is in order: headlines and fragments stand beside it in many posts. */
function hasSentence(spoken: string, lexicon: Lexicon): boolean {
  const sentences = spoken.split(/[.!?…\n]+/).filter((sentence) => sentence.includes(' '));
  return (
    sentences.length > 1 &&
    sentences.some((sentence) => {
      const order = measureWordOrder(sentence, lexicon);
      return order !== undefined && order.neighbors >= SENTENCE_NEIGHBORS && order.ratio >= ORDERED;
    })
  );
}

/** Content words in a row from which a text is a list of words; a capitalized one counts half, as names do. */
const LONG_RUN = 6;

/** Whether content words follow one another with no small word or sign between them. */
export function isWordList({ text, words, lexicon }: NonsenseInput): boolean {
  if (lexicon === undefined) return false;
  let run = 0;
  let end = 0;
  for (const { span, word, kind } of words) {
    // A sign, a link or a tag between two words is what a list lacks.
    if (/\S/.test(text.slice(end, span.start))) run = 0;
    end = span.end;
    const isContent = kind !== 'stop' && !/\d/.test(word);
    const first = text.charAt(span.start);
    run = isContent ? run + (first === first.toLowerCase() ? 1 : 0.5) : 0;
    if (run >= LONG_RUN) return true;
  }
  return false;
}

/** Which gate a text fails first; undefined for a text that looks like one. */
export function nonsenseKind(
  input: NonsenseInput,
  isKnown: boolean,
): 'letters' | 'repeated' | 'order' | 'list' | undefined {
  // The letters of other languages are not in the model.
  if (isKnown && hasRandomLetters(input)) return 'letters';
  if (repeatsItself(input)) return 'repeated';
  if (isShuffled(input)) return 'order';
  return isWordList(input) ? 'list' : undefined;
}
