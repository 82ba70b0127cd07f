// What reports on a draft share: their first line, and what to do next.
import type { Locale } from '#base/locale.js';
import type { RuleResult } from '#lint/finding.js';
import type { JudgedDraft, LocatedFinding } from '#lint/locate.js';
import type { ScoreTerm } from '#lint/score.js';
import { decimal } from '#locale/format.js';
import { lintSentences } from '#locale/lint.js';
import type { Palette } from './style.js';
import { fitEnd, oneLine, padEnd } from './width.js';

/** The first line of a report on one draft: its name, and its score. */
export function draftTitle({ file, report }: JudgedDraft, columns: number, palette: Palette): string {
  const score = report.score === null ? '–/100' : `${report.score}/100`;
  const room = columns - score.length - 1;
  const name = palette.bold(padEnd(fitEnd(oneLine(file), room), room));
  return `${name} ${report.score === null ? score : palette.share(report.score / 100, score)}`;
}

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
  toScoreTerms: (results: readonly RuleResult[]) => readonly ScoreTerm[],
): string[] {
  const sentences = lintSentences(locale);
  const gains = toScoreTerms(report.rules)
    .map(({ id, points, possible }) => ({ id, gain: possible - points, first: findWorst(found, id) }))
    .filter(({ gain, first }) => gain >= 0.5 && first !== undefined)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, MAX_STEPS);
  const steps = gains.map(({ gain, first }) => oneLine(sentences.gain(decimal(gain, locale), first?.message ?? '')));
  const isUnscored = (id: string): boolean => report.rules.find((rule) => rule.id === id)?.score === null;
  return ['repeats', 'pin', 'ambassadors'].every(isUnscored) ? [...steps, sentences.planCampaign] : steps;
}
