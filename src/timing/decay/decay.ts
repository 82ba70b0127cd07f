import { shareToAge, HORIZON_MS } from './curve.js';
import { drawTotals, expected, type DecayOptions, type DecayPosterior, decayPosterior } from './posterior.js';
import { type DecayPrior, logPrior, SMALL_ACCOUNT } from './prior.js';
import type { Repairs, Observation, Snapshots } from './observation.js';
import { at, intervalOf, sum, weightedQuantile } from '../math/vector.js';

/** A span of time with its 80 % interval, in ms. */
export interface Duration {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** A moment that was seen between two snapshots. All in ms of age. */
interface SeenMoment {
  /** Interpolated in ln t; undefined when it came before the first snapshot: all that is known is `before`. */
  readonly age?: number;
  readonly after: number;
  readonly before: number;
}

/** The forecast of one post's life. */
export interface DecayEstimate {
  /** The 7-day total. `mean` is what may be added up over posts, `point` (the median) what to show for one. */
  readonly final: { readonly mean: number; readonly point: number; readonly low: number; readonly high: number };
  /** Age at which half of the 7-day total is reached. */
  readonly t50: Duration;
  /** Age at which 90 % of it is reached. */
  readonly t90: Duration;
  /** What is still to come. */
  readonly remaining: Remaining;
  /** Whether t50 and t90 are the post's own, or (below 5 reactions) the prior's: "typical, not yours". */
  readonly basis: 'own' | 'typical';
  /** Whether the level was learned from the account; if not, the total is "typical" too. */
  readonly levelKnown: boolean;
  /** Whether the post has been seen at 7 days: the total is counted, not forecast. */
  readonly finished: boolean;
  /** Of finished posts with reactions: when half and 90 % of the total were seen. Prefer it to t50 and t90. */
  readonly seen?: { readonly t50: SeenMoment; readonly t90: SeenMoment };
  /** Reactions at the last observation, and its age in ms; 0 and 0 without any. */
  readonly n: number;
  readonly age: number;
  readonly repairs: Repairs;
}

/** Reactions still to come, and for how long. */
export interface Remaining {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Whether it is worth waiting for: at least one reaction and a tenth of the total are still expected. */
  readonly alive: boolean;
  /** Time from the last observation until 90 % of the total is reached; 0 when that is past. */
  readonly time: Duration;
}

/** Ages of the grid's points in ascending order: sorted once, as they are the same for every post. */
interface SortedAges {
  readonly ages: Float64Array;
  /** The grid point of each age. */
  readonly points: Float64Array;
}

const sortedAges = (ages: Float64Array): SortedAges => {
  const points = Float64Array.from(ages.keys()).sort((a, b) => at(ages, a) - at(ages, b) || a - b);
  return { ages: points.map((point) => at(ages, point)), points };
};

/** Sorted when they are first needed: it takes some ms, and a plan of a new link asks for none. */
const AGES = new Map<number, SortedAges>();
function agesAt(share: number): SortedAges {
  const ages = AGES.get(share) ?? sortedAges(shareToAge(share));
  AGES.set(share, ages);
  return ages;
}
/** Below this many reactions a post's own half-life is not worth printing. */
const OWN_FROM = 5;
const LOW = 0.1;
const HIGH = 0.9;

/** 10, 50 and 90 % points over the grid by weights of sum 1; seconds in, ms out. */
function estimateDuration({ ages, points }: SortedAges, weights: Float64Array): Duration {
  let reached = 0;
  let place = -1;
  const first = (share: number): number => {
    while (reached < share && place < ages.length - 1) {
      place += 1;
      reached += at(weights, at(points, place));
    }
    return 1000 * at(ages, place);
  };
  return { low: first(LOW), median: first(0.5), high: first(HIGH) };
}

const typicalTimes = new WeakMap<DecayPrior, { t50: Duration; t90: Duration }>();

/** Half-life and t90 by the prior alone, in ms; computed once per prior. */
export function typicalDecay(prior: DecayPrior = SMALL_ACCOUNT): { readonly t50: Duration; readonly t90: Duration } {
  const known = typicalTimes.get(prior);
  if (known !== undefined) return known;
  const density = logPrior(prior).map(Math.exp);
  const whole = sum(density);
  const weights = density.map((value) => value / whole);
  const times = { t50: estimateDuration(agesAt(0.5), weights), t90: estimateDuration(agesAt(0.9), weights) };
  typicalTimes.set(prior, times);
  return times;
}

/** Options of a forecast: the seed of its interval's draws, and which post of a link it is. */
export interface EstimateOptions extends DecayOptions {
  readonly seed: number;
}

/**
 * Forecasts a post's life from its observations: 7-day total, half-life, t90 and what remains, each with its 80 %
 * interval. Needs none: without observations it is the prior. Observations from before publication are left out and
 * falling counts held, both counted in `repairs`. @throws RangeError for counts that are not numbers of at least 0.
 * @param observations ages in ms, cumulative counts, in any order.
 */
export function estimateDecay(observations: readonly Observation[], options: EstimateOptions): DecayEstimate {
  const posterior = decayPosterior(observations, options);
  return summarise(posterior, drawTotals(posterior, options.seed).totals, options.prior);
}

/** The estimate of a posterior whose totals were drawn. */
export function summarise(
  posterior: DecayPosterior,
  totals: Float64Array,
  prior: DecayPrior = SMALL_ACCOUNT,
): DecayEstimate {
  const { n, age, weights, rest, snapshots, correction } = posterior;
  const isOver = snapshots.finished;
  const meanRest = isOver ? 0 : expected(weights, rest);
  const medianRest = (weightedQuantile(rest, weights, 0.5) * correction.ofMedian) / correction.factor;
  const [low, high] = isOver ? [n, n] : intervalOf(totals, HIGH - LOW);
  const own = n >= OWN_FROM;
  const { t50, t90 } = own
    ? { t50: estimateDuration(agesAt(0.5), weights), t90: estimateDuration(agesAt(0.9), weights) }
    : typicalDecay(prior);
  const left = (t: number): number => Math.max(0, Math.min(t, HORIZON_MS) - age);
  return {
    final: { mean: n + meanRest, point: isOver ? n : n + medianRest, low, high },
    t50,
    t90,
    remaining: {
      mean: meanRest,
      low: low - n,
      high: high - n,
      alive: meanRest >= Math.max(1, 0.1 * (n + meanRest)),
      time: { median: left(t90.median), low: left(t90.low), high: left(t90.high) },
    },
    basis: own ? 'own' : 'typical',
    levelKnown: (posterior.level.learnedFrom ?? 1) > 0,
    finished: snapshots.finished,
    ...(snapshots.finished && n > 0
      ? { seen: { t50: findSeenMoment(snapshots, 0.5), t90: findSeenMoment(snapshots, 0.9) } }
      : {}),
    n,
    age,
    repairs: snapshots.repairs,
  };
}

/** When a share of a finished post's total was reached, by interpolation in ln t between the snapshots around it. */
function findSeenMoment({ ages, counts }: Snapshots, share: number): SeenMoment {
  const wanted = share * (counts.at(-1) ?? 0);
  const k = counts.findIndex((count) => count >= wanted);
  const before = 1000 * at(ages, k);
  if (k === 0) return { after: 0, before };
  const from = at(counts, k - 1);
  const part = (wanted - from) / (at(counts, k) - from);
  const lnFrom = Math.log(at(ages, k - 1));
  const age = 1000 * Math.exp(lnFrom + part * (Math.log(at(ages, k)) - lnFrom));
  return { age, after: 1000 * at(ages, k - 1), before };
}
