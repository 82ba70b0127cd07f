// Suggestions are tried before they are made: what is advised never costs points.
import type { Draft } from '#draft/draft.js';
import { applyEdits } from './edits.js';
import type { Suggestion } from './finding.js';
import type { Score } from './score.js';
import type { Subject } from './subject.js';

/**
 * Characters that are judged for trying suggestions: 40 suggestions for an ordinary post, two for the longest text. What
 * is not tried is not suggested. @source own choice: a text of 4,800 characters is to be judged within 0.1 s
 */
const TRIED_CHARACTERS = 12_000;
const LEAST_TRIED = 2;
/** Sums in another order differ by less. */
const ROUNDING = 1e-9;

/** Suggestions that change no word and no length, or add what cannot cost: they need no trial. */
export const neverTried = new WeakSet<Suggestion>();

/**
 * Tells whether a suggestion lowers neither the text score nor the whole. It is called when suggestions are first read: a
 * caller who wants the score alone does not wait for them.
 * @param before the score of the draft as it is.
 * @param scoreOf the score of the draft with another text.
 */
export function trialOf(
  before: Pick<Score, 'exactText' | 'exact'>,
  { draft, text }: Subject,
  scoreOf: (draft: Draft) => Pick<Score, 'exactText' | 'exact'>,
): (suggestion: Suggestion) => boolean {
  let left = Math.max(LEAST_TRIED, Math.floor(TRIED_CHARACTERS / Math.max(1, text.length)));
  return (suggestion) => {
    if (neverTried.has(suggestion)) return true;
    left -= 1;
    if (left < 0) return false;
    const after = scoreOf({ ...draft, text: applyEdits(text, suggestion.edits) });
    return (
      after.exactText >= before.exactText - ROUNDING &&
      // Without a campaign nothing but the text can change.
      (draft.campaign === undefined || after.exact >= before.exact - ROUNDING)
    );
  };
}
