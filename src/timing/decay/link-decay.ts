import { curveAt, CURVE_AT_HORIZON, HORIZON, HORIZON_MS } from './curve.js';
import { type EstimateOptions, type DecayEstimate, summarise } from './decay.js';
import {
  DRAWS,
  drawTotals,
  expectedRate,
  expectedRest,
  type DecayDraws,
  type DecayPosterior,
  decayPosterior,
  completePosterior,
} from './posterior.js';
import { countAtAge, hourOfDay } from './growth.js';
import { toSnapshots, type Observation } from './observation.js';
import { at as valueAt, clamp, intervalOf } from '../math/vector.js';

/** One post of a link with what was seen of it. */
export interface LinkPost {
  /** Publication, ms UTC. */
  readonly at: number;
  readonly observations: readonly Observation[];
}

/** A count with its 80 % interval. */
export interface Amount {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** One post's part in the life of its link. */
export interface LinkPostShare {
  readonly at: number;
  readonly decay: DecayEstimate;
  /** Time since the link's previous post in ms; undefined for the first. */
  readonly sincePrevious: number | undefined;
  /** What this post adds: its own 7-day total, since X counts each post by itself. */
  readonly gain: Amount;
  /** Its expected total over that of the first post; undefined for the first, and when that one expects nothing. */
  readonly ratioToFirst: number | undefined;
}

/** The life of a link: all its posts laid over one another. */
export interface LinkDecay {
  /** Oldest first. */
  readonly posts: readonly LinkPostShare[];
  /** Expected sum of the 7-day totals. */
  readonly total: Amount;
  /** Reactions still to come from now on. */
  readonly remaining: Amount;
  /** Reactions an hour now. */
  readonly rate: number;
  /** Whether at least one reaction and a tenth of the newest post's total are still to come. */
  readonly alive: boolean;
}

/** A link's posts with all that was worked out of them; the common ground of report, advice and plan. */
export interface EstimatedPost {
  readonly at: number;
  readonly posterior: DecayPosterior;
  readonly draws: DecayDraws;
  readonly decay: DecayEstimate;
}

/** Options of an estimate of a link's posts. */
export interface LinkOptions extends EstimateOptions {
  /** Of complete posts but the newest only the total is needed, not their own pace: takes a fraction of the time. */
  readonly totalsOnly?: boolean;
}

/** Estimates each post of a link, oldest first. Each post has draws of its own, so that their chances stay independent. */
export const estimatePosts = (
  posts: readonly LinkPost[],
  { totalsOnly = false, ...options }: LinkOptions,
): readonly EstimatedPost[] =>
  [...posts]
    .sort((a, b) => a.at - b.at)
    .map(({ at, observations }, item) => {
      const snapshots = toSnapshots(observations);
      const posterior =
        totalsOnly && snapshots.finished && item < posts.length - 1
          ? completePosterior(snapshots, options)
          : decayPosterior(observations, { ...options, hour: hourOfDay(at) });
      const draws = drawTotals(posterior, options.seed, item);
      return { at, posterior, draws, decay: summarise(posterior, draws.totals, options.prior) };
    });

/** Expected reactions that a link's posts still get after an instant (ms UTC), up to 7 days each. */
export const remainingReactions = (posts: readonly EstimatedPost[], instant: number): number =>
  posts.reduce((total, { at, posterior }) => total + expectedRest(posterior, Math.max(0, instant - at)), 0);

function toAmount(mean: number, draws: Float64Array): Amount {
  const [low, high] = intervalOf(draws, 0.8);
  return { mean, low, high };
}

/** For each draw, the reactions of one post up to an age (ms): counted up to the last snapshot, then by its curve. */
function countsAt(
  { posterior, draws }: EstimatedPost,
  age: number,
  curve: Float64Array = curveAt(Math.min(age / 1000, HORIZON)),
): Float64Array {
  const { n, snapshots, share, age: seen } = posterior;
  if (age <= seen) return new Float64Array(draws.totals.length).fill(countAtAge(snapshots, age / 1000));
  return draws.totals.map((total, draw) => {
    const point = valueAt(draws.points, draw);
    const reached = valueAt(share, point);
    const part = (valueAt(curve, point) / valueAt(CURVE_AT_HORIZON, point) - reached) / (1 - reached);
    return n + (total - n) * clamp(part, 0, 1);
  });
}

/** For each draw, the reactions that one post still gets from an age (ms) on: its total less `countsAt`. */
function restsAt({ posterior, draws }: EstimatedPost, age: number, curve: Float64Array): Float64Array {
  const { n, snapshots, share, age: seen } = posterior;
  const counted = age <= seen ? countAtAge(snapshots, age / 1000) : undefined;
  const rests = new Float64Array(draws.totals.length);
  for (let draw = 0; draw < rests.length; draw += 1) {
    const total = valueAt(draws.totals, draw);
    const point = valueAt(draws.points, draw);
    const left = (1 - valueAt(curve, point) / valueAt(CURVE_AT_HORIZON, point)) / (1 - valueAt(share, point));
    rests[draw] = counted === undefined ? (total - n) * clamp(left, 0, 1) : total - counted;
  }
  return rests;
}

/**
 * The life of a link at an instant: expected values of its posts add up, and so do their draws, index by index.
 * Posts later than `now` are left out.
 * @param now ms UTC.
 */
export function estimateLink(posts: readonly LinkPost[], now: number, options: EstimateOptions): LinkDecay {
  return linkDecay(
    estimatePosts(
      posts.filter(({ at }) => at <= now),
      options,
    ),
    now,
  );
}

/** What is still to come of a complete post. */
const OVER = { mean: 0, rate: 0, draws: new Float64Array(DRAWS) };

/** The decay of a link from posts that were estimated already. */
export function linkDecay(estimated: readonly EstimatedPost[], now: number): LinkDecay {
  const first = estimated[0]?.decay.final.mean ?? 0;
  const newest = estimated.at(-1)?.decay.final.mean ?? 0;
  const rests = estimated.map((post) => {
    const age = now - post.at;
    if (post.posterior.snapshots.finished && age >= HORIZON_MS) return OVER;
    const curve = curveAt(Math.min(Math.max(1, age / 1000), HORIZON));
    return {
      mean: expectedRest(post.posterior, age, curve),
      rate: expectedRate(post.posterior, age, curve),
      draws: restsAt(post, age, curve),
    };
  });
  const remaining = rests.reduce((total, { mean }) => total + mean, 0);
  return {
    posts: estimated.map(({ at, decay }, index) => ({
      at,
      decay,
      sincePrevious: index === 0 ? undefined : at - (estimated[index - 1]?.at ?? at),
      gain: { mean: decay.final.mean, low: decay.final.low, high: decay.final.high },
      ratioToFirst: index === 0 || first <= 0 ? undefined : decay.final.mean / first,
    })),
    total: totalOf(estimated),
    remaining: toAmount(remaining, addUp(rests.map(({ draws }) => draws))),
    rate: rests.reduce((total, { rate }) => total + rate, 0),
    alive: remaining >= Math.max(1, 0.1 * newest),
  };
}

/** The 7-day totals of a link's posts together; of one post its own, which is worked out already. */
function totalOf(estimated: readonly EstimatedPost[]): Amount {
  const [only] = estimated;
  if (only !== undefined && estimated.length === 1) {
    const { mean, low, high } = only.decay.final;
    return { mean, low, high };
  }
  return toAmount(
    estimated.reduce((total, { decay }) => total + decay.final.mean, 0),
    addUp(estimated.map(({ draws }) => draws.totals)),
  );
}

/** The draws of a link: those of its posts, added up index by index; zeros for no post. */
function addUp(draws: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array(DRAWS), ...others] = draws;
  return others.reduce((total, more) => total.map((value, i) => value + valueAt(more, i)), first);
}

/** A point of a link's curve: reactions up to an instant, with the band that 80 % of the draws keep to. */
export interface CurvePoint extends Amount {
  readonly at: number;
}

/** The curve of a link at instants (ms UTC): what was counted, then what is expected, with its band. */
export function linkCurve(estimated: readonly EstimatedPost[], instants: readonly number[]): readonly CurvePoint[] {
  return instants.map((at) => {
    const total = addUp(estimated.filter((post) => post.at <= at).map((post) => countsAt(post, at - post.at)));
    return { at, ...toAmount(total.reduce((whole, value) => whole + value, 0) / total.length, total) };
  });
}
