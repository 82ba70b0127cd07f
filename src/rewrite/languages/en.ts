/** How a sentence goes on where a phrase before it is taken out. */
export interface Adjustment {
  /** Characters behind the phrase that go with it. */
  readonly taken: number;
  readonly put: string;
}

/** What the rewriter knows of a language beside the lists of its lexicon. */
export interface RewriteGrammar {
  /** Whether a word denies what is said. */
  isNegation(word: string): boolean;
  /** Words that lean on the sentence before, as alternatives of an expression. */
  readonly leaning: string;
  /** Phrases of announcement, by their end: "annoncer que nous ouvrons" leaves "nous ouvrons". */
  readonly announces: RegExp;
  /** What a phrase of announcement takes with it. */
  readonly that: RegExp;
  /** What says that something is so and leaves it said: "il faut savoir que les loyers montent". */
  readonly claims: RegExp;
  /** An opinion is not padding: without these words it would be stated as a fact. */
  readonly hedges: RegExp;
  /** Whether a phrase to the reader leads to a verb that is the same as its imperative. */
  leadsToVerb(phrase: string): boolean;
  /** Whether a command may take the place of a phrase behind an "and" that ends a text. */
  joinsCommand(before: string, phrase: string): boolean;
  /**
   * The imperative in place of a phrase and the infinitive behind it; undefined when no table tells.
   * @param verbs imperatives by their infinitives.
   */
  asImperative(phrase: string, rest: string, verbs: Readonly<Record<string, string>>): Adjustment | undefined;
}

const NEGATIONS = new Set([
  'no',
  'not',
  "n't",
  'never',
  'none',
  'nothing',
  'nobody',
  'without',
  'nor',
  'neither',
  'cannot',
]);
const NEGATED = /n['’]t$/;
const LEADS_TO_VERB =
  /(?:feel free|hesitate|invite you|invited|be sure|make sure|take the time|take a moment) to$|ahead and$/;

/** English. */
export const en: RewriteGrammar = {
  isNegation: (word) => NEGATIONS.has(word) || NEGATED.test(word),
  leaning: 'also|too|both|then|therefore|he|she|it|its|they|them|their|theirs|him|his|hers?|this|these|those|that',
  announces: /(?:announce|share|inform you|say|let you know)$/,
  that: /^\s*that\s+/i,
  claims: /that$/,
  hedges: /opinion|think|believe|feel that|personally/,
  leadsToVerb: (phrase) => LEADS_TO_VERB.test(phrase),
  joinsCommand: () => false,
  asImperative: () => undefined,
};
