import { at, clamp } from '../math/vector.js';

const DAY = 86_400_000;
/** The usual post of an instant is the mean of the posts within this time either side … */
const REACH = 21 * DAY;
/** … or, where those are fewer, of this many consecutive posts. @source own choice */
const MIN_POSTS = 35;
/** Points that a series keeps: enough for the ups and downs of years. */
const MAX_POINTS = 150;

/** Variance of ln of what posts are worth around the usual, over 120 public accounts; where there are no posts. */
const TYPICAL_SPREAD = 0.72;
/** As how many posts the typical spread counts beside an account's own. @source own choice */
const SPREAD_WEIGHT = 30;
const SPREAD_BOUNDS = { low: 0.1, high: 1.6 };

/** What the account's usual post got over time. */
export interface UsualPosts {
  /** Mean count at some instants (ms UTC), ascending; empty without posts. Extremes are held to the account's clip. */
  readonly points: readonly { readonly at: number; readonly mean: number }[];
  /** Variance of the natural log of what a post is worth around that, without the chance of counting. */
  readonly spread: number;
}

/**
 * The usual post over time, as a mean, because means of counts add up and medians of small counts jump.
 * @param instants ms UTC, ascending. @param values counts. @param ceilings the most that each count is taken for.
 */
export function usualPosts(instants: Float64Array, values: Float64Array, ceilings: Float64Array): UsualPosts {
  const n = instants.length;
  if (n === 0) return { points: [], spread: TYPICAL_SPREAD };
  const held = values.map((value, i) => Math.min(value, Math.max(1, at(ceilings, i))));
  const sums = new Float64Array(n + 1);
  for (let i = 0; i < n; i += 1) sums[i + 1] = at(sums, i) + at(held, i);
  const means = new Float64Array(n);
  let near = 0;
  let far = 0;
  for (let i = 0; i < n; i += 1) {
    while (at(instants, near) < at(instants, i) - REACH) near += 1;
    while (far < n && at(instants, far) <= at(instants, i) + REACH) far += 1;
    let [from, to] = [near, far];
    if (to - from < MIN_POSTS) {
      to = Math.min(n, Math.max(0, i - Math.floor(MIN_POSTS / 2)) + MIN_POSTS);
      from = Math.max(0, to - MIN_POSTS);
    }
    means[i] = (at(sums, to) - at(sums, from)) / (to - from);
  }
  const step = Math.max(1, Math.ceil(n / MAX_POINTS));
  const chosen = Array.from(instants.keys()).filter((i) => i % step === 0 || i === n - 1);
  return {
    points: chosen.map((i) => ({ at: at(instants, i), mean: at(means, i) })),
    spread: estimateSpread(held, means),
  };
}

/** By moments: what the counts vary more than chance alone would make them, as the variance of a log-normal factor. */
function estimateSpread(values: Float64Array, means: Float64Array): number {
  let weights = SPREAD_WEIGHT;
  let total = SPREAD_WEIGHT * Math.expm1(TYPICAL_SPREAD);
  for (let i = 0; i < values.length; i += 1) {
    const mean = at(means, i);
    if (mean <= 0) continue;
    // Small counts say little of it: their chance is larger than what is sought.
    const weight = (mean / (1 + mean)) ** 2;
    weights += weight;
    total += (weight * ((at(values, i) - mean) ** 2 - mean)) / mean ** 2;
  }
  return clamp(Math.log1p(Math.max(0, total / weights)), SPREAD_BOUNDS.low, SPREAD_BOUNDS.high);
}

/** The usual count at an instant (ms UTC): that of the nearest points, between two by time; undefined without posts. */
export function usualAt({ points }: UsualPosts, instant: number): number | undefined {
  let low = 0;
  let high = points.length - 1;
  if (high < 0) return undefined;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.at ?? 0) <= instant) low = middle;
    else high = middle;
  }
  const [before, after] = [points[low], points[high]];
  if (before === undefined || after === undefined) return undefined;
  if (instant <= before.at || after.at === before.at) return before.mean;
  if (instant >= after.at) return after.mean;
  return before.mean + ((after.mean - before.mean) * (instant - before.at)) / (after.at - before.at);
}
