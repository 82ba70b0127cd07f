import type { RewriteGrammar } from './en.js';

const NEGATIONS = new Set([
  'ne',
  "n'",
  'pas',
  'jamais',
  'aucun',
  'aucune',
  'rien',
  'sans',
  'ni',
  'non',
  'personne',
  'guère',
]);

/** French. */
export const fr: RewriteGrammar = {
  isNegation: (word) => NEGATIONS.has(word),
};
