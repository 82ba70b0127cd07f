import {
  agePowers,
  COLUMNS,
  CURVE_AT_HORIZON,
  curveAt,
  GRID,
  GRID_STEEPNESS,
  HORIZON,
  LN_CURVE_AT_HORIZON,
  MEDIAN_POWER,
  searchGrid,
} from './curve.js';
import { type DecayPrior, logPrior, NU, SHARE_FLOOR, SMALL_ACCOUNT, tempering } from './prior.js';
import { DEFAULT_LEVEL, type EngagementLevel } from './level.js';
import { type Observation, type Snapshots, toSnapshots } from './observation.js';
import { createRandom, seedFor } from '../math/random.js';
import { type Correction, correctionBy, type Growth, NO_CORRECTION } from './growth.js';
import { at, clamp, weightedQuantile } from '../math/vector.js';

/** Draws of the 7-day total per post: enough for 10 and 90 % points that do not dance. */
export const DRAWS = 192;
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

/** Points whose log-posterior lies this far below the best one: together they weigh less than a millionth. */
const UNLIKELY = 12;

/** Shares are multiplied for counts up to this one, and their logarithm is taken before the product could vanish. */
const MULTIPLIED = 16;
const TINY = 1e-90;

/**
 * ln of the posterior density (up to a constant) at a grid point; notes there the share reached and what is still to
 * come.
 */
function evaluator(
  snapshots: Snapshots,
  { a, b }: EngagementLevel,
  { lp, share, rest }: Record<'lp' | 'share' | 'rest', Float64Array>,
): (point: number, column: number) => number {
  const { ages, counts, finished } = snapshots;
  const n = counts.at(-1) ?? 0;
  const ofLevel = a + n;
  const tempered = 1 / tempering(n);
  const powers = new Float64Array(COLUMNS * ages.length);
  for (let k = 0; k < ages.length; k += 1) powers.set(agePowers(at(ages, k)), COLUMNS * k);
  const fresh = counts.map((count, k) => count - (k === 0 ? 0 : at(counts, k - 1)));
  const last = ages.length - 1;
  return (point, column) => {
    const power = at(MEDIAN_POWER, point);
    const now = last < 0 ? 0 : 1 / (1 + at(powers, COLUMNS * last + column) * power);
    const floor = SHARE_FLOOR * now;
    let logs = 0;
    let product = 1;
    let before = 0;
    for (let k = 0; k <= last; k += 1) {
      const after = 1 / (1 + at(powers, COLUMNS * k + column) * power);
      const count = at(fresh, k);
      const gained = after - before > floor ? after - before : floor;
      before = after;
      if (count > MULTIPLIED || count !== (count | 0)) logs += count * Math.log(gained);
      else {
        // Of small whole counts the shares are multiplied: logarithms would be most of the work.
        let square = gained;
        for (let bits = count; bits > 0; bits >>= 1) {
          if ((bits & 1) === 1) product *= square;
          square *= square;
        }
        if (product < TINY) {
          logs += Math.log(product);
          product = 1;
        }
      }
    }
    if (product !== 1) logs += Math.log(product);
    const bare = now / at(CURVE_AT_HORIZON, point);
    const s = clamp(bare, MIN_SHARE, 1 - MIN_SHARE);
    share[point] = s;
    rest[point] = finished ? 0 : (ofLevel / (b + s)) * (1 - s);
    // The shares lack - n ln F(T), and n ln S = n ln F(T) - n ln F(H) brings it back, except where S was clipped.
    const clipped = s === bare || n === 0 ? 0 : n * Math.log(s / bare);
    const likelihood = logs + clipped - n * at(LN_CURVE_AT_HORIZON, point) - ofLevel * Math.log(b + s);
    return likelihood * tempered + at(lp, point);
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
  const lp = rememberedLogPrior(prior);
  const share = new Float64Array(GRID);
  const rest = new Float64Array(GRID);
  const weights = new Float64Array(GRID).fill(-Infinity);
  const evaluate = evaluator(snapshots, level, { lp, share, rest });
  const top = searchGrid(weights, evaluate);
  let whole = 0;
  for (let point = 0; point < GRID; point += 1) {
    const log = at(weights, point) - top;
    // Most of the grid is as good as impossible.
    const weight = log < -UNLIKELY ? 0 : Math.exp(log);
    weights[point] = weight;
    whole += weight;
  }
  for (let point = 0; point < GRID; point += 1) weights[point] = at(weights, point) / whole;
  const correction =
    growth === undefined || snapshots.finished
      ? NO_CORRECTION
      : correctionBy(growth, snapshots, weightedQuantile(rest, weights, 0.5), hour);
  const { factor } = correction;
  if (factor !== 1) for (let point = 0; point < GRID; point += 1) rest[point] = at(rest, point) * factor;
  return { snapshots, n, age: 1000 * age, weights, rest, share, level, correction };
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
    if (at(weights, point) === 0) continue;
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
    if (at(weights, point) === 0) continue;
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
 * 192 draws of the 7-day total: a grid point by its weight (stratified), the share reached by a beta law of nu = 12, the rest
 * negative binomial. A finished post's total is known: all draws are alike.
 * @param item distinguishes posts of one link: their draws must not move together.
 */
export function drawTotals(posterior: DecayPosterior, seed: number, item = 0): DecayDraws {
  const { weights, rest, share, n, level, snapshots, correction } = posterior;
  const points = new Float64Array(DRAWS);
  const totals = new Float64Array(DRAWS).fill(n);
  if (snapshots.finished) return { points, totals };
  const random = createRandom(seedFor(seed, 'interval of a life', item));
  const order = shuffled(random.uniform);
  const middle = correction.spread === 1 ? 0 : Math.max(1, weightedQuantile(rest, weights, 0.5));
  const last = weights.findLastIndex((weight) => weight > 0);
  let point = 0;
  let below = at(weights, 0);
  for (let stratum = 0; stratum < DRAWS; stratum += 1) {
    const wanted = (stratum + random.uniform()) / DRAWS;
    while (below <= wanted && point < last) {
      point += 1;
      below += at(weights, point);
    }
    const draw = at(order, stratum);
    points[draw] = point;
    const reached = at(share, point);
    const s = clamp(random.beta(Math.max(NU * reached, 0.01), Math.max(NU * (1 - reached), 0.01)), 0.01, 1 - MIN_SHARE);
    const fresh = correction.factor * random.negativeBinomial(level.a + n, (level.b + s) / (level.b + 1));
    totals[draw] = n + Math.round(correction.spread === 1 ? fresh : middle * (fresh / middle) ** correction.spread);
  }
  return { points, totals };
}

/**
 * The numbers 0 to 191 in random order. One draw of the shape in each 192nd of its weight makes the interval's ends
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
