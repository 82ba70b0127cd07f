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
  leaning:
    'aussi|ainsi|donc|ensuite|puis|ils?|elles?|cel(?:a|ui|le|les)|ceux|ça|ce(?:tte|t|s)?|y|son|sa|ses|leurs?|lui|(?<=-)(?:les?|la|en)',
};
