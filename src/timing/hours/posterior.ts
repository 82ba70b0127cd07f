import { completePrior, type HoursPrior, kernelRoot, priorMean, type TypicalShare, WHOLE } from './prior.js';
import { cholesky, dot, matrix, solveLower } from '../math/matrix.js';
import { SLOTS } from '../clock/slots.js';
import { add, at, clamp, sum } from '../math/vector.js';

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
  /** Variance of each slot's effect. */
  readonly variances: Float64Array;
  /**
   * How the effects of hours (0..23) and weekdays (24..30) and the share of the typical curve (32) move together, of which
   * a slot's effect is the sum: so many rows of values; rows times independent normals are one draw of all of them.
   */
  readonly shocks: readonly Float64Array[];
  /** The typical curve, and how much of it the account shows: 1 for all of it. */
  readonly typical: Float64Array;
  readonly typicalShare: number;
}

/** Effects of 24 hours of day, of 7 weekdays, the level, and how much of the typical curve an account shows. */
const TERMS = 33;
const LEVEL = 31;
const SHARE = 32;
const dayTerm = (slot: number): number => 24 + Math.floor(slot / 24);

/**
 * Posterior of the effects of the 168 slots: a Gaussian process with the typical curve as mean, a cyclic hour kernel,
 * a weekday term and a free level, seen through the slots' means. A slot's effect is that of its hour plus that of its
 * weekday, so that all is worked out among 33 terms: the same figures as among 168 slots, in a fraction of the time.
 * @param residualVariance variance of one post's residual. @param share how much of the typical curve is expected.
 */
export function slotPosterior(
  { counts, means, together }: SlotMeans,
  residualVariance: number,
  prior?: HoursPrior,
  share: TypicalShare = WHOLE,
): SlotPosterior {
  const full = completePrior(prior);
  const typical = priorMean(full);
  const mean = typical.map((effect) => share.mean * effect);
  const s2 = Math.max(residualVariance, RESIDUAL_VARIANCE_FLOOR);
  // Rows: what independent normals, one each, do to the terms beforehand.
  const roots = priorRoots(full, LEVEL_VARIANCE * s2, share.sd);
  const precision = new Float64Array(TERMS * TERMS);
  const pull = new Float64Array(TERMS);
  for (let slot = 0; slot < counts.length; slot += 1) {
    const count = at(counts, slot);
    if (count === 0) continue;
    const designEffect = Math.max(DESIGN_EFFECT, (together === undefined ? 1 : at(together, slot)) - FORGIVEN);
    const weight = count / (designEffect * s2);
    const terms = [
      [slot % 24, 1],
      [dayTerm(slot), 1],
      [LEVEL, 1],
      [SHARE, at(typical, slot)],
    ] as const;
    for (const [i, part] of terms) {
      add(pull, i, part * weight * (at(means, slot) - at(mean, slot)));
      for (const [j, other] of terms) add(precision, TERMS * i + j, part * other * weight);
    }
  }
  // I + R P R', of which the inverse is the covariance of those normals afterwards.
  const seen = roots.map((root) =>
    Float64Array.from({ length: TERMS }, (_, j) => dot(root, precision.subarray(TERMS * j, TERMS * (j + 1)))),
  );
  const lower = cholesky(
    matrix(TERMS, (i, j) => (j > i ? 0 : (i === j ? 1 : 0) + dot(seen[i] ?? pull, roots[j] ?? pull))),
  );
  const shocks = columnsToRows(
    Array.from({ length: TERMS }, (_, term) =>
      solveLower(
        lower,
        Float64Array.from(roots, (root) => at(root, term)),
      ),
    ),
  );
  const surprise = shocks.map((row) => dot(row, pull));
  const moved = Float64Array.from({ length: TERMS }, (_, term) =>
    shocks.reduce((total, row, k) => total + at(row, term) * (surprise[k] ?? 0), 0),
  );
  const covariance = (i: number, j: number): number =>
    shocks.reduce((total, row) => total + at(row, i) * at(row, j), 0);
  const ofTerm = Float64Array.from({ length: TERMS }, (_, term) => covariance(term, term));
  const raw = mean.map(
    (effect, slot) => effect + at(moved, slot % 24) + at(moved, dayTerm(slot)) + at(typical, slot) * at(moved, SHARE),
  );
  const withShare = Float64Array.from({ length: TERMS }, (_, term) => covariance(term, SHARE));
  const variances = typical.map(
    (effect, slot) =>
      at(ofTerm, slot % 24) +
      at(ofTerm, dayTerm(slot)) +
      2 * covariance(slot % 24, dayTerm(slot)) +
      effect * (effect * at(ofTerm, SHARE) + 2 * (at(withShare, slot % 24) + at(withShare, dayTerm(slot)))),
  );
  const posts = sum(counts);
  const habit = posts === 0 ? 0 : dot(counts, raw) / posts;
  return {
    raw,
    effects: raw.map((effect) => effect - habit),
    variances,
    shocks,
    typical,
    typicalShare: share.mean + at(moved, SHARE),
  };
}

function priorRoots(
  { hourVar, dowVar }: Required<HoursPrior>,
  levelVariance: number,
  shareSd: number,
): readonly Float64Array[] {
  return Array.from({ length: TERMS }, (_, k) => {
    const root = new Float64Array(TERMS);
    if (k === LEVEL) root[k] = Math.sqrt(levelVariance);
    else if (k === SHARE) root[k] = shareSd;
    else if (k >= 24) root[k] = Math.sqrt(dowVar);
    else for (let hour = 0; hour < 24; hour += 1) root[hour] = Math.sqrt(hourVar) * kernelRoot(k, hour);
    return root;
  });
}

const columnsToRows = (columns: readonly Float64Array[]): readonly Float64Array[] =>
  columns.map((_, row) => Float64Array.from(columns, (column) => at(column, row)));

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
