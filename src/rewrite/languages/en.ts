/** What the rewriter knows of a language beside the lists of its lexicon. */
export interface RewriteGrammar {
  /** Whether a word denies what is said. */
  isNegation(word: string): boolean;
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
  'unable',
]);
/** "dont" and "cant" as well: a rewrite sets them right. */
const NEGATED = /n['’]t$|^(?:do|does|did|is|are|was|were|wo|ca|could|should|would|have|has|had)nt$/;

/** English. */
export const en: RewriteGrammar = {
  isNegation: (word) => NEGATIONS.has(word) || NEGATED.test(word),
};
