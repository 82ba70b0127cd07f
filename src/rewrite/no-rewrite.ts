import type { Draft } from '#draft/draft.js';
import { prepareDraft, type LintOptions } from '#lint/engine.js';
import type { RewriteSearch } from './rewrite.js';

/** Why a search found nothing: something is missing in the draft or in the program, or nothing helps. */
export type NoRewrite =
  'noWords' | 'unknownLanguage' | 'noLexicon' | 'noSubject' | 'leftToAuthor' | 'allRefused' | 'nothingHelps';

/** The reason of a search without a rewrite. */
export function noRewriteReason(
  draft: Draft,
  { refused, tried, leftToAuthor }: RewriteSearch,
  options: LintOptions,
): NoRewrite {
  const { words, language, lexicon } = prepareDraft(draft, options);
  if (words.every(({ inTag }) => inTag)) return 'noWords';
  if (language === undefined) return 'unknownLanguage';
  if (lexicon === undefined) return 'noLexicon';
  if (words.every(({ kind }) => kind !== 'subject')) return 'noSubject';
  if (leftToAuthor.length > 0) return 'leftToAuthor';
  const thrownAway = refused.reduce((sum, { count }) => sum + count, 0);
  return tried > 0 && thrownAway === tried ? 'allRefused' : 'nothingHelps';
}
