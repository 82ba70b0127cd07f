import {
  CURVE_AT_HORIZON,
  curveAt,
  GRID,
  GRID_LN_MEDIAN,
  GRID_LN_STEEPNESS,
  HORIZON,
  LN_CURVE_AT_HORIZON,
} from './curve.js';
import { type Observation, type Snapshots, toSnapshots } from './observation.js';
import { at, clamp } from '../math/vector.js';

/** What is believed of the shape of a post's life before it is seen: a normal law of (ln m, ln beta). */
export interface DecayPrior {
  /** Means of ln m (m in seconds) and ln beta. */
  readonly mu: readonly [number, number];
  /** Standard deviations of the two. */
  readonly sd: readonly [number, number];
  /** Correlation of the two. */
  readonly rho: number;
  /** Finished posts of the account that it was learned from; 0 or absent for one that was not learned. */
  readonly learnedFrom?: number;
}

/** Small accounts (the default): half of the 7-day total after 62 min at the mean, 90 % after 14.8 h. Measured. */
export const SMALL_ACCOUNT: DecayPrior = { mu: [8.28, -0.26], sd: [1.07, 0.29], rho: -0.5, learnedFrom: 0 };
/** Big accounts: fitted on cascades of at least 2000 reposts. */
export const BIG_ACCOUNT: DecayPrior = { mu: [9.19, -0.44], sd: [1.13, 0.16], rho: -0.41, learnedFrom: 0 };
/** From this median of reactions a post on, an account counts as big (our choice, untested). */
const BIG_FROM = 500;

/** The built-in prior for an account, by the median of its posts' reactions. */
export const builtInPrior = (medianReactions: number): DecayPrior =>
  medianReactions >= BIG_FROM ? BIG_ACCOUNT : SMALL_ACCOUNT;

/**
 * Burstiness: reactions come in bunches, as if about 12 of them were independent (Dirichlet-multinomial; fitted on
 * reposts and replies). Without it intervals that promise 80 % cover 27 to 76 %.
 */
export const NU = 12;
/** By how much the log-likelihood of n reactions is tempered for it. */
export const tempering = (n: number): number => (n + NU) / (1 + NU);
/** Smallest share that an interval between two snapshots may have. */
export const SHARE_FLOOR = 1e-9;
/** F at age 0. */
const NOTHING = new Float64Array(GRID);

/** ln of the prior's density at every grid point, up to a constant. */
export function logPrior({ mu: [m0, m1], sd: [s0, s1], rho }: DecayPrior): Float64Array {
  const rest = 1 - rho ** 2;
  return GRID_LN_MEDIAN.map((lnMedian, point) => {
    const x = (lnMedian - m0) / s0;
    const y = (at(GRID_LN_STEEPNESS, point) - m1) / s1;
    return -(x * x - 2 * rho * x * y + y * y) / (2 * rest);
  });
}

/**
 * sum_k c_k ln max(F(t_k) - F(t_k-1), 1e-9 F(t_K)) at every grid point, where c_k are the reactions between two
 * snapshots: the multinomial log-likelihood of their shares, but for - n ln F(t_K), which callers cancel or look up.
 */
function logShares({ ages, counts }: Snapshots, curves: readonly Float64Array[]): Float64Array {
  const total = new Float64Array(GRID);
  const whole = curves.at(-1) ?? total;
  for (let k = 0; k < ages.length; k += 1) {
    const fresh = at(counts, k) - (k === 0 ? 0 : at(counts, k - 1));
    const after = curves[k];
    if (fresh === 0 || after === undefined) continue;
    const before = curves[k - 1] ?? NOTHING;
    for (let point = 0; point < GRID; point += 1) {
      const share = at(after, point) - at(before, point);
      const floor = SHARE_FLOOR * at(whole, point);
      total[point] = at(total, point) + fresh * Math.log(share > floor ? share : floor);
    }
  }
  return total;
}

/** Curves by age: an account's posts are read at the same ages. Kept up to 1.4 MB. */
const keptCurves = new Map<number, Float64Array>();
const MAX_CURVES = 200;

function rememberedCurve(age: number): Float64Array {
  const known = keptCurves.get(age);
  if (known !== undefined) return known;
  const curve = curveAt(age);
  if (keptCurves.size < MAX_CURVES) keptCurves.set(age, curve);
  return curve;
}

/** F at each of a post's snapshots. */
const curvesAt = (ages: Float64Array): readonly Float64Array[] =>
  Array.from(ages, (age) => (age === HORIZON ? CURVE_AT_HORIZON : rememberedCurve(age)));

/** EM starts wide around the base. */
const START_SD: readonly [number, number] = [1.6, 0.5];
/** Rounds of expectation and maximisation: more change nothing that shows. */
const ROUNDS = 40;
/** The shape is learned from this many finished posts on. */
const LEARN_FROM = 20;
/**
 * As how many posts the base counts for the means of an account that is like the public ones, and for the spread of its
 * posts. Settled on the developers’ half of the benchmark and the tables of the other.
 */
const BASE_WEIGHT = { mean: 30, spread: 50 };
/**
 * An account whose own pace lies further from the base than this many standard deviations is unlike the public accounts:
 * the base counts less and less for its means, and from the second bound on not at all. With a fixed weight an account
 * with a half-life of 5 minutes or 12 hours is held to "1 hour" for hundreds of posts.
 */
const UNLIKE = { from: 1.65, to: 1.8 };
/** Added to the variances: a curve learned from alike posts must not become certain. */
const VARIANCE_FLOOR = 1e-3;

/** What learning leaves to its caller. */
export interface LearnOptions {
  /** The prior to start from and to blend in; small accounts by default. */
  readonly base?: DecayPrior;
}

/**
 * Learns the shape of an account's decay from its complete posts (each post's observations up to an age of 7 days) by
 * EM over the grid, blended with a base as far as the account is like it. Posts that are not finished or got no reaction
 * tell nothing and are left out; with fewer than 20 others the base comes back unchanged. Needs about 7 kB a post while
 * it runs.
 */
export function learnDecayPrior(
  finished: readonly (readonly Observation[])[],
  { base = SMALL_ACCOUNT }: LearnOptions = {},
): DecayPrior {
  const likelihoods = finished
    .map(toSnapshots)
    .filter((snapshots) => snapshots.finished && (snapshots.counts.at(-1) ?? 0) >= 1)
    .map(likelihood);
  if (likelihoods.length < LEARN_FROM) return base;
  const own = maximize(likelihoods, base, { mean: 0, spread: BASE_WEIGHT.spread });
  const distance = Math.abs(own.mu[0] - base.mu[0]) / base.sd[0];
  const likeness = clamp((UNLIKE.to - distance) / (UNLIKE.to - UNLIKE.from), 0, 1);
  return likeness === 0 ? own : maximize(likelihoods, base, { ...BASE_WEIGHT, mean: BASE_WEIGHT.mean * likeness });
}

function maximize(likelihoods: readonly Float64Array[], base: DecayPrior, weight: typeof BASE_WEIGHT): DecayPrior {
  let prior: DecayPrior = { mu: base.mu, sd: START_SD, rho: base.rho, learnedFrom: likelihoods.length };
  for (let round = 0; round < ROUNDS; round += 1) {
    const moments = computeMoments(responsibilities(likelihoods, logPrior(prior)));
    const next = { ...blend(moments, base, weight), learnedFrom: likelihoods.length };
    const isSettled = Math.abs(next.mu[0] - prior.mu[0]) < 1e-3 && Math.abs(next.sd[0] - prior.sd[0]) < 1e-3;
    prior = next;
    if (isSettled) break;
  }
  return prior;
}

/** A post's likelihood at every grid point, scaled to a maximum of 1: later rounds need no logarithm. */
function likelihood(snapshots: Snapshots): Float64Array {
  const n = snapshots.counts.at(-1) ?? 0;
  const logs = logShares(snapshots, curvesAt(snapshots.ages)).map(
    (value, point) => (value - n * at(LN_CURVE_AT_HORIZON, point)) / tempering(n),
  );
  const top = logs.reduce((highest, value) => Math.max(highest, value), -Infinity);
  return logs.map((value) => Math.exp(value - top));
}

/** Over all posts, the sum of their posterior weights at each grid point. */
function responsibilities(likelihoods: readonly Float64Array[], prior: Float64Array): Float64Array {
  const top = prior.reduce((highest, value) => Math.max(highest, value), -Infinity);
  const density = prior.map((value) => Math.exp(value - top));
  const total = new Float64Array(GRID);
  for (const post of likelihoods) {
    let whole = 0;
    for (let point = 0; point < GRID; point += 1) whole += at(post, point) * at(density, point);
    if (whole === 0) continue;
    for (let point = 0; point < GRID; point += 1) {
      total[point] = at(total, point) + (at(post, point) * at(density, point)) / whole;
    }
  }
  return total;
}

interface Moments {
  readonly posts: number;
  readonly first: readonly [number, number];
  readonly second: readonly [number, number, number];
}

function computeMoments(weights: Float64Array): Moments {
  let [posts, x, y, xx, xy, yy] = [0, 0, 0, 0, 0, 0];
  for (let point = 0; point < GRID; point += 1) {
    const weight = at(weights, point);
    const a = at(GRID_LN_MEDIAN, point);
    const b = at(GRID_LN_STEEPNESS, point);
    posts += weight;
    x += weight * a;
    y += weight * b;
    xx += weight * a * a;
    xy += weight * a * b;
    yy += weight * b * b;
  }
  return { posts, first: [x, y], second: [xx, xy, yy] };
}

/** Means and spreads of the posts, each blended with the base by its own weight. */
function blend(
  { posts, first: [x, y], second: [xx, xy, yy] }: Moments,
  { mu: [m0, m1], sd: [s0, s1], rho }: DecayPrior,
  weight: typeof BASE_WEIGHT,
): Omit<DecayPrior, 'learnedFrom'> {
  const a = (x + weight.mean * m0) / (posts + weight.mean);
  const b = (y + weight.mean * m1) / (posts + weight.mean);
  const count = posts + weight.spread;
  const va = (xx - 2 * a * x + posts * a * a + weight.spread * s0 * s0) / count + VARIANCE_FLOOR;
  const vb = (yy - 2 * b * y + posts * b * b + weight.spread * s1 * s1) / count + VARIANCE_FLOOR;
  const vab = (xy - a * y - b * x + posts * a * b + weight.spread * rho * s0 * s1) / count;
  return { mu: [a, b], sd: [Math.sqrt(va), Math.sqrt(vb)], rho: vab / Math.sqrt(va * vb) };
}
