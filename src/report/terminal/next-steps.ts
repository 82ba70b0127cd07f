import type { JudgedDraft, LocatedFinding } from '#lint/locate.js';
import type { Locale } from '#base/locale.js';
import { decimal } from '#locale/format.js';
import { lintSentences } from '#locale/lint.js';
import { oneLine } from './width.js';

const MAX_STEPS = 3;
const RANK = { error: 2, warning: 1, info: 0 } as const;

/** The finding of a rule that matters most: the most severe, and on the draft as a whole before one on a detail. */
const findWorst = (found: readonly LocatedFinding[], id: string): LocatedFinding | undefined =>
  found
    .filter(({ rule }) => rule === id)
    .sort((a, b) => RANK[b.severity] - RANK[a.severity] || Number(a.span !== null) - Number(b.span !== null))[0];

/** The rules with most to gain, each with its weightiest finding; and how to earn the points of rules 7 to 10. */
export function nextSteps(
  { report, findings: found }: JudgedDraft,
  locale: Locale,
): string[] {
  const sentences = lintSentences(locale);
  const gains = report.terms
    .map(({ id, points, possible }) => ({ id, gain: possible - points, first: findWorst(found, id) }))
    .filter(({ gain, first }) => gain >= 0.5 && first !== undefined)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, MAX_STEPS);
  const steps = gains.map(({ gain, first }) => oneLine(sentences.gain(decimal(gain, locale), first?.message ?? '')));
  const isUnscored = (id: string): boolean => report.rules.find((rule) => rule.id === id)?.score === null;
  return ['repeats', 'pin', 'ambassadors'].every(isUnscored) ? [...steps, sentences.planCampaign] : steps;
}
