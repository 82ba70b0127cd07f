import type { RuleResult } from './finding.js';

/** One term of the score: what a rule gave of what it could give, in hundredths of the whole. */
export interface ScoreTerm {
  readonly id: string;
  /** 0..100: the share of the score that this rule brought. */
  readonly points: number;
  /** 0..100: the share that it could have brought. */
  readonly possible: number;
}

const judgedWeight = (results: readonly RuleResult[]): number =>
  results.reduce((sum, { score, weight }) => sum + (score === null ? 0 : weight), 0);

/**
 * Σ weight·score / Σ weight over the judged rules, × 100, rounded. Rules that could not judge weigh nothing: not knowing
 * is no fault of the draft. Null when none could judge.
 */
export function computeScore(results: readonly RuleResult[]): number | null {
  const total = judgedWeight(results);
  if (total === 0) return null;
  return Math.round((100 * results.reduce((sum, { score, weight }) => sum + weight * (score ?? 0), 0)) / total);
}

/** What each judged rule adds to the score; the points add up to it before rounding. */
export function toScoreTerms(results: readonly RuleResult[]): ScoreTerm[] {
  const total = judgedWeight(results);
  return results.flatMap(({ id, score, weight }) =>
    score === null || total === 0
      ? []
      : [{ id, points: (100 * weight * score) / total, possible: (100 * weight) / total }],
  );
}
