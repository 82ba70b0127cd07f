import { CURVE_AT_HORIZON, curveAt, GRID, GRID_STEEPNESS, HORIZON, LN_CURVE_AT_HORIZON } from './curve.js';
import { curvesAt, type DecayPrior, logPrior, logShares, NU, SMALL_ACCOUNT, tempering } from './prior.js';
import { DEFAULT_LEVEL, type EngagementLevel } from './level.js';
import { type Observation, type Snapshots, toSnapshots } from './observation.js';
import { createRandom, seedFor } from '../math/random.js';
import { type Correction, correctionBy, type Growth, NO_CORRECTION } from './growth.js';
import { at, clamp, weightedQuantile } from '../math/vector.js';

/** Draws of the 7-day total per post: enough for 10 and 90 % points that do not dance. */
export const DRAWS = 400;
const MIN_SHARE = 1e-6;
/** Of a complete post. */
const NOTHING_LEFT = new Float64Array(GRID);
const ALL_THERE = new Float64Array(GRID).fill(1 - MIN_SHARE);

/** What is believed of one post's life once it has been seen. */
export interface DecayPosterior {
  readonly snapshots: Snapshots;
  /** Reactions so far. */
  readonly n: number;
  /** Age in ms at the last snapshot; 0 without one. */
  readonly age: number;
  /** Weight of each grid point, of sum 1. */
  readonly weights: Float64Array;
  /** Expected reactions still to come up to 7 days, if the grid point were true. */
  readonly rest: Float64Array;
  /** Share of the 7-day total reached, at each grid point. */
  readonly share: Float64Array;
  readonly level: EngagementLevel;
  /** How `rest` was corrected for how the account's posts grow. */
  readonly correction: Correction;
}

/** What a post is estimated with. */
export interface DecayOptions {
  /** Shape of the decay; small accounts by default. */
  readonly prior?: DecayPrior;
  /** Reactions a post gets; mean 10 by default. */
  readonly level?: EngagementLevel;
  /** How the account's posts grow; by the curve alone when left out. */
  readonly growth?: Growth;
  /** Hour of day of publication, 0..23 in UTC (`hourOfDay`); where it is left out, any. */
  readonly hour?: number;
}

/** ln of the prior's density is asked for once per prior, not once per post. */
const logPriors = new WeakMap<DecayPrior, Float64Array>();
function rememberedLogPrior(prior: DecayPrior): Float64Array {
  const known = logPriors.get(prior) ?? logPrior(prior);
  logPriors.set(prior, known);
  return known;
}

/** The prior's weights, of sum 1; computed once per prior. */
const priorWeights = new WeakMap<DecayPrior, Float64Array>();
function rememberedWeights(prior: DecayPrior): Float64Array {
  const known = priorWeights.get(prior);
  if (known !== undefined) return known;
  const density = rememberedLogPrior(prior).map(Math.exp);
  const whole = density.reduce((total, value) => total + value, 0);
  const weights = density.map((value) => value / whole);
  priorWeights.set(prior, weights);
  return weights;
}

/**
 * What is known of a complete post whose own pace is not needed: its total, and the pace of the prior. An account has
 * thousands of them, and the grid is most of the work.
 */
export function completePosterior(
  snapshots: Snapshots,
  { prior = SMALL_ACCOUNT, level = DEFAULT_LEVEL }: DecayOptions,
): DecayPosterior {
  return {
    snapshots,
    n: snapshots.counts.at(-1) ?? 0,
    age: 1000 * HORIZON,
    weights: rememberedWeights(prior),
    rest: NOTHING_LEFT,
    share: ALL_THERE,
    level,
    correction: NO_CORRECTION,
  };
}

/**
 * Posterior of a post's life on the grid: Dirichlet-multinomial shares between snapshots (tempered), Gamma-Poisson
 * total, normal prior of the shape.
 */
export function decayPosterior(
  observations: readonly Observation[],
  { prior = SMALL_ACCOUNT, level = DEFAULT_LEVEL, growth, hour }: DecayOptions = {},
): DecayPosterior {
  if (!(level.a > 0 && level.b > 0))
    throw new RangeError(`Level {a: ${level.a}, b: ${level.b}}: both must be above 0.`);
  const snapshots = toSnapshots(observations);
  const n = snapshots.counts.at(-1) ?? 0;
  const age = snapshots.ages.at(-1) ?? 0;
  const { a, b } = level;
  const curves = curvesAt(snapshots.ages);
  const now = curves.at(-1) ?? new Float64Array(GRID);
  const logs = logShares(snapshots, curves);
  const lp = rememberedLogPrior(prior);
  const phi = tempering(n);
  const share = new Float64Array(GRID);
  const rest = new Float64Array(GRID);
  let top = -Infinity;
  for (let point = 0; point < GRID; point += 1) {
    const bare = at(now, point) / at(CURVE_AT_HORIZON, point);
    const s = clamp(bare, MIN_SHARE, 1 - MIN_SHARE);
    share[point] = s;
    rest[point] = snapshots.finished ? 0 : ((a + n) / (b + s)) * (1 - s);
    // The shares lack - n ln F(T), and n ln S = n ln F(T) - n ln F(H) brings it back, except where S was clipped.
    const clipped = s === bare || n === 0 ? 0 : n * Math.log(s / bare);
    const likelihood = at(logs, point) + clipped - n * at(LN_CURVE_AT_HORIZON, point) - (a + n) * Math.log(b + s);
    const log = likelihood / phi + at(lp, point);
    logs[point] = log;
    if (log > top) top = log;
  }
  let whole = 0;
  for (let point = 0; point < GRID; point += 1) {
    const weight = Math.exp(at(logs, point) - top);
    logs[point] = weight;
    whole += weight;
  }
  for (let point = 0; point < GRID; point += 1) logs[point] = at(logs, point) / whole;
  const correction =
    growth === undefined || snapshots.finished
      ? NO_CORRECTION
      : correctionBy(growth, snapshots, weightedQuantile(rest, logs, 0.5), hour);
  const { factor } = correction;
  if (factor !== 1) for (let point = 0; point < GRID; point += 1) rest[point] = at(rest, point) * factor;
  return { snapshots, n, age: 1000 * age, weights: logs, rest, share, level, correction };
}

/**
 * Expected reactions still to come between an age (ms, not before the last snapshot) and 7 days.
 * @param curve the grid's curves at that age, for callers that have them.
 */
export function expectedRest(
  { weights, rest, share, age: seen }: DecayPosterior,
  age: number,
  curve: Float64Array = curveAt(age / 1000),
): number {
  if (age >= 1000 * HORIZON) return 0;
  if (age <= seen) return expected(weights, rest);
  let total = 0;
  for (let point = 0; point < GRID; point += 1) {
    const left = 1 - at(curve, point) / at(CURVE_AT_HORIZON, point);
    // rest is proportional to what is left of the curve: scaled from the last snapshot to the age asked for.
    total += (at(weights, point) * at(rest, point) * Math.max(0, left)) / (1 - at(share, point));
  }
  return total;
}

/** Mean over the grid. */
export function expected(weights: Float64Array, values: Float64Array): number {
  let total = 0;
  for (let point = 0; point < GRID; point += 1) total += at(weights, point) * at(values, point);
  return total;
}

/** Expected reactions per hour at an age in ms: 3600 sum w (n + rest) beta F (1 - F) / (t F(H)). */
export function expectedRate(
  { weights, rest, n }: DecayPosterior,
  age: number,
  curve: Float64Array = curveAt(Math.max(1, age / 1000)),
): number {
  const seconds = Math.max(1, age / 1000);
  if (seconds >= HORIZON) return 0;
  let total = 0;
  for (let point = 0; point < GRID; point += 1) {
    const f = at(curve, point);
    const slope = (at(GRID_STEEPNESS, point) * f * (1 - f)) / at(CURVE_AT_HORIZON, point);
    total += at(weights, point) * (n + at(rest, point)) * slope;
  }
  return (3600 * total) / seconds;
}

/** Draws of a post's 7-day total with the grid point that each stands on. */
export interface DecayDraws {
  readonly points: Float64Array;
  readonly totals: Float64Array;
}

/**
 * 400 draws of the 7-day total: a grid point by its weight (stratified), the share reached by a beta law of nu = 12, the rest
 * negative binomial. A finished post's total is known: all draws are alike.
 * @param item distinguishes posts of one link: their draws must not move together.
 */
export function drawTotals(posterior: DecayPosterior, seed: number, item = 0): DecayDraws {
  const { weights, rest, share, n, level, snapshots, correction } = posterior;
  const points = new Float64Array(DRAWS);
  const totals = new Float64Array(DRAWS).fill(n);
  if (snapshots.finished) return { points, totals };
  const pointAt = pointsByWeight(weights);
  const random = createRandom(seedFor(seed, 'interval of a life', item));
  const strata = shuffled(random.uniform);
  const middle = correction.spread === 1 ? 0 : Math.max(1, weightedQuantile(rest, weights, 0.5));
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const point = pointAt((at(strata, draw) + random.uniform()) / DRAWS);
    points[draw] = point;
    const reached = at(share, point);
    const s = clamp(random.beta(Math.max(NU * reached, 0.01), Math.max(NU * (1 - reached), 0.01)), 0.01, 1 - MIN_SHARE);
    const fresh = correction.factor * random.negativeBinomial(level.a + n, (level.b + s) / (level.b + 1));
    totals[draw] = n + Math.round(correction.spread === 1 ? fresh : middle * (fresh / middle) ** correction.spread);
  }
  return { points, totals };
}

/**
 * The numbers 0 to 399 in random order. One draw of the shape in each 400th of its weight makes the interval's ends
 * dance less; the order must be random, or the draws of two posts would rise together when a link adds them up.
 */
function shuffled(uniform: () => number): Float64Array {
  const order = new Float64Array(DRAWS);
  for (let i = 0; i < DRAWS; i += 1) {
    const other = Math.floor(uniform() * (i + 1));
    order[i] = at(order, other);
    order[other] = i;
  }
  return order;
}

/** Rows of the guide table: about as many as there are draws. */
const GUIDE = 512;

/**
 * Finds the grid point of a uniform draw: the first whose cumulated weight exceeds it. A guide table tells where to
 * begin, so that a draw takes a step or two instead of a search.
 */
function pointsByWeight(weights: Float64Array): (uniform: number) => number {
  const cumulated = new Float64Array(GRID);
  const guide = new Float64Array(GUIDE);
  let whole = 0;
  let row = 0;
  for (let point = 0; point < GRID; point += 1) {
    whole += at(weights, point);
    cumulated[point] = whole;
    while (row < GUIDE && row < whole * GUIDE) {
      guide[row] = point;
      row += 1;
    }
  }
  guide.fill(GRID - 1, row);
  return (uniform) => {
    let point = at(guide, Math.floor(uniform * GUIDE));
    while (point < GRID - 1 && at(cumulated, point) <= uniform) point += 1;
    return point;
  };
}
