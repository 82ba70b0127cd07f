import type { Draft } from '#draft/draft.js';
import { prepareDraft, type LintOptions } from '#lint/engine.js';
import type { RewriteSearch } from './rewrite.js';

/** Why a search found nothing: what is missing in the draft, or in us, or nothing at all. */
export type NoRewrite = 'noWords' | 'unknownLanguage' | 'noLexicon' | 'noSubject' | 'allRefused' | 'nothingHelps';

/** Why a search that gave no rewrite gave none. */
export function noRewriteReason(draft: Draft, { refused, tried }: RewriteSearch, options: LintOptions): NoRewrite {
  const { words, language, lexicon } = prepareDraft(draft, options);
  if (words.every(({ inTag }) => inTag)) return 'noWords';
  if (language === undefined) return 'unknownLanguage';
  if (lexicon === undefined) return 'noLexicon';
  if (words.every(({ kind }) => kind !== 'subject')) return 'noSubject';
  const thrownAway = [...refused.values()].reduce((sum, count) => sum + count, 0);
  return tried > 0 && thrownAway === tried ? 'allRefused' : 'nothingHelps';
}
