// What a planned text would say that is wrong: errors of the linter, and days that will be over when it goes out.
import type { Draft } from '#draft/draft.js';
import { lint, type LintOptions } from '#lint/engine.js';
import { datesIn } from '#words/dates.js';
import type { ChosenText } from './texts.js';

/** Rules whose errors a plan finds by itself, text by text, or that speak of no post of the plan. */
const ELSEWHERE: ReadonlySet<string> = new Set(['concision', 'image', 'mentions', 'ambassadors', 'message']);
/** Likeness is tested against what is posted and queued. */
const LIKENESS: ReadonlySet<string> = new Set(['sameText', 'alike', 'longVariant']);

/** Errors of the linter on a draft and its variants, each message once. */
export function findLintErrors(draft: Draft, judging: LintOptions) {
  const errors = lint(draft, judging).findings.filter(
    ({ severity, rule, messageId }) =>
      severity === 'error' && !ELSEWHERE.has(rule) && !(rule === 'repeats' && LIKENESS.has(messageId)),
  );
  return [...new Map(errors.map((finding) => [finding.message, finding])).values()].map(
    ({ rule, messageId, message }) => ({ code: 'lint-error' as const, rule, messageId, message }),
  );
}

/** Texts that name a day which is over in their slot. Posts are numbered from 1. */
export function findPassedDays(
  texts: readonly ChosenText[],
  slots: readonly { readonly at: number }[],
  { lexicons }: Pick<LintOptions, 'lexicons'>,
) {
  const months = lexicons.flatMap((lexicon) => lexicon.months);
  return texts.flatMap(({ text }, index) => {
    const at = slots[index]?.at ?? 0;
    const passed = datesIn(text, months).find(({ end }) => end <= at);
    return passed === undefined ? [] : [{ code: 'day-passed' as const, posts: [index + 1], date: passed.text }];
  });
}
