import { completePrior, type HoursPrior, priorCovariance, priorMean } from './prior.js';
import { cholesky, dot, type Matrix, matrix, solveLower } from '../math/matrix.js';
import { SLOTS } from '../clock/slots.js';
import { add, at } from '../math/vector.js';

/** Posts of one day share shocks: their mean is this much less certain than if they were independent (measured). */
const DESIGN_EFFECT = 1.5;
/** Variance of the account's free level, in residual variances. */
const LEVEL_VARIANCE = 4;
/** Residual variance never counts as less: all posts alike must not look like certainty. */
export const RESIDUAL_VARIANCE_FLOOR = 0.01;

/** Count and mean residual of each slot. */
export interface SlotMeans {
  /** Posts per slot, 168 values. */
  readonly counts: Float64Array;
  /** Mean residual per slot, 168 values; of slots without posts it is not read. */
  readonly means: Float64Array;
}

/** Effects of the 168 slots with their joint uncertainty. */
export interface SlotPosterior {
  /** Effects relative to the prior's zero. */
  readonly raw: Float64Array;
  /** Effects relative to the author's habit (the mean over the posts there are); without posts as `raw`. */
  readonly effects: Float64Array;
  readonly covariance: Matrix;
}

/**
 * Posterior of the effects of the 168 slots: a Gaussian process with the typical curve as mean, a cyclic hour kernel,
 * a weekday term and a free level, seen through the slots' means.
 * @param residualVariance variance of one post's residual.
 */
export function slotPosterior(
  { counts, means }: SlotMeans,
  residualVariance: number,
  prior?: HoursPrior,
): SlotPosterior {
  const full = completePrior(prior);
  const mean = priorMean(full);
  const covariance = priorCovariance(full);
  const seen = Array.from(counts.keys()).filter((slot) => at(counts, slot) > 0);
  if (seen.length === 0) return { raw: mean, effects: mean.slice(), covariance };

  const s2 = Math.max(residualVariance, RESIDUAL_VARIANCE_FLOOR);
  const between = (i: number, j: number): number => at(covariance.values, i * SLOTS + j);
  const slots = Float64Array.from(seen);
  const lower = cholesky(
    matrix(
      seen.length,
      (i, j) =>
        between(at(slots, i), at(slots, j)) +
        LEVEL_VARIANCE * s2 +
        (i === j ? (DESIGN_EFFECT * s2) / at(counts, at(slots, i)) : 0),
    ),
  );
  const surprise = solveLower(
    lower,
    slots.map((slot) => at(means, slot) - at(mean, slot)),
  );
  // Row j of L^-1 C: what the seen slots tell of slot j. Gain and loss of variance are its scalar products.
  const inverseRows = Array.from({ length: SLOTS }, (_, j) =>
    solveLower(
      lower,
      slots.map((slot) => between(slot, j)),
    ),
  );
  const raw = Float64Array.from(inverseRows, (row, j) => at(mean, j) + dot(row, surprise));
  const posterior = covariance.values.slice();
  for (const [i, row] of inverseRows.entries()) {
    for (const [j, other] of inverseRows.entries()) {
      if (j > i) break;
      const value = between(i, j) - dot(row, other);
      posterior[i * SLOTS + j] = value;
      posterior[j * SLOTS + i] = value;
    }
    // Rounding may leave a tiny negative variance.
    posterior[i * SLOTS + i] = Math.max(0, at(posterior, i * SLOTS + i));
  }
  const habit = dot(counts, raw) / counts.reduce((total, count) => total + count, 0);
  return { raw, effects: raw.map((effect) => effect - habit), covariance: { size: SLOTS, values: posterior } };
}

/** Count and mean of residuals per slot. `slots[i]` is the slot of residual i. */
export function averageBySlot(slots: Float64Array, residuals: Float64Array): SlotMeans {
  const counts = new Float64Array(SLOTS);
  const means = new Float64Array(SLOTS);
  for (let i = 0; i < slots.length; i += 1) {
    add(counts, at(slots, i), 1);
    add(means, at(slots, i), at(residuals, i));
  }
  for (let j = 0; j < SLOTS; j += 1) if (at(counts, j) > 0) means[j] = at(means, j) / at(counts, j);
  return { counts, means };
}
