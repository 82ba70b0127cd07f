// What a planned text would say that is wrong: errors of the linter, and days that will be over when it goes out.
import type { LintReport } from '#lint/finding.js';
import type { Expiry } from './expiry.js';

/** Rules whose errors a plan finds by itself, text by text, or that speak of no post of the plan. */
const ELSEWHERE: ReadonlySet<string> = new Set(['concision', 'image', 'mentions', 'ambassadors', 'message']);
/** Likeness is tested against what is posted and queued. */
const LIKENESS: ReadonlySet<string> = new Set(['sameText', 'alike', 'longVariant']);

/** The linter's errors on a draft and its variants, each message once. */
export function findLintErrors({ findings }: Pick<LintReport, 'findings'>) {
  const errors = findings.filter(
    ({ severity, rule, messageId }) =>
      severity === 'error' && !ELSEWHERE.has(rule) && !(rule === 'repeats' && LIKENESS.has(messageId)),
  );
  return [...new Map(errors.map((finding) => [finding.message, finding])).values()].map(
    ({ rule, messageId, message }) => ({ code: 'lint-error' as const, rule, messageId, message }),
  );
}

/** Texts that name a day or an hour which is over in their slot. Posts are numbered from 1. */
export const findPassedDays = (expiries: readonly (Expiry | undefined)[], slots: readonly { readonly at: number }[]) =>
  slots.flatMap(({ at }, index) => {
    const expiry = expiries[index];
    return expiry === undefined || expiry.at > at
      ? []
      : [{ code: 'day-passed' as const, posts: [index + 1], date: expiry.words }];
  });
