import { completePrior, type HoursPrior, priorCovariance, priorMean } from './prior.js';
import { cholesky, dot, type Matrix, matrix, solveLower } from '../math/matrix.js';
import { SLOTS } from '../clock/slots.js';
import { add, at, clamp } from '../math/vector.js';

/** Posts of one day share shocks: their mean is at least this much less certain than if they were independent (measured). */
const DESIGN_EFFECT = 1.5;
/**
 * What of a bunch is not held against it: two or three posts of an hour are many accounts' habit, and counting them as
 * fewer costs more than it saves. Settled on the developers' half of the benchmark.
 */
const FORGIVEN = 1;
/** Correlation of posts of one day (measured), and as how many pairs of posts of one hour it counts. @source own choice */
const TYPICAL_CORRELATION = { value: 0.13, pairs: 60 };
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
  /**
   * How many posts of a slot count as one, at least 1: 12 posts of one hour of one day are no 12 witnesses. Alike for all
   * when left out.
   */
  readonly together?: Float64Array;
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
  { counts, means, together }: SlotMeans,
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
  const designEffect = (slot: number): number =>
    Math.max(DESIGN_EFFECT, (together === undefined ? 1 : at(together, slot)) - FORGIVEN);
  const slots = Float64Array.from(seen);
  const lower = cholesky(
    matrix(
      seen.length,
      (i, j) =>
        between(at(slots, i), at(slots, j)) +
        LEVEL_VARIANCE * s2 +
        (i === j ? (designEffect(at(slots, i)) * s2) / at(counts, at(slots, i)) : 0),
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

/**
 * Count and mean of residuals per slot. How far posts of one hour of one day go together on this account is measured on
 * their pairs, less what pairs of different days show, which is the hour itself.
 * @param slots slot of each residual. @param days local day of each, in ascending order.
 */
export function averageBySlot(slots: Float64Array, residuals: Float64Array, days: Float64Array): SlotMeans {
  const counts = new Float64Array(SLOTS);
  const totals = new Float64Array(SLOTS);
  /** By slot, the sums over its bunches of squared sizes and squared totals. */
  const squares = new Float64Array(SLOTS);
  const products = new Float64Array(SLOTS);
  let power = 0;
  for (let from = 0; from < slots.length;) {
    let to = from;
    let total = 0;
    while (to < slots.length && at(slots, to) === at(slots, from) && at(days, to) === at(days, from)) {
      total += at(residuals, to);
      power += at(residuals, to) ** 2;
      to += 1;
    }
    const slot = at(slots, from);
    const size = to - from;
    add(counts, slot, size);
    add(totals, slot, total);
    add(squares, slot, size * size);
    add(products, slot, total * total);
    from = to;
  }
  const sumOver = (read: (slot: number) => number): number => counts.reduce((whole, _, slot) => whole + read(slot), 0);
  const variance = power / Math.max(1, slots.length);
  const pairs = sumOver((slot) => at(squares, slot) - at(counts, slot));
  const within = sumOver((slot) => at(products, slot)) - power;
  const others = sumOver((slot) => at(counts, slot) ** 2 - at(squares, slot));
  const across = sumOver((slot) => at(totals, slot) ** 2 - at(products, slot)) / Math.max(1, others);
  const known = TYPICAL_CORRELATION.pairs * variance;
  const correlation =
    variance === 0
      ? 0
      : clamp(
          (within - pairs * Math.max(0, across) + TYPICAL_CORRELATION.value * known) / (pairs * variance + known),
          0,
          1,
        );
  const means = totals.map((total, slot) => (at(counts, slot) > 0 ? total / at(counts, slot) : 0));
  const together = counts.map((count, slot) => (count === 0 ? 1 : 1 + correlation * (at(squares, slot) / count - 1)));
  return { counts, means, together };
}
