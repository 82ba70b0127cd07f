import { add, at, clamp, mean, median, variance } from '../math/vector.js';

const DAY = 86_400_000;
/** The trend at a post is the median of the posts within this time either side … */
const REACH = 14 * DAY;
/** … or, where those are fewer, of this many consecutive posts. */
const MIN_POSTS = 25;
/** Residuals are held within this many robust standard deviations. */
const CLIP_FACTOR = 3;

/** What is left of an account's posts when its own ups and downs are taken out. */
export interface Residuals {
  /** One per post, clipped, of mean 0: ln(1 + value) minus the trend. */
  readonly values: Float64Array;
  /** The trend at each post, in ln(1 + value). */
  readonly trend: Float64Array;
  /** The bounds of clipping, before the mean was taken away. */
  readonly clip: { readonly low: number; readonly high: number };
  /** Variance of `values`. */
  readonly variance: number;
}

/**
 * Counts of distinct values that can tell their median while values come and go: a Fenwick tree over ranks.
 * A sliding median by sorting each window would take seconds for a busy account.
 */
function movingMedian(values: Float64Array) {
  const distinct = values
    .slice()
    .sort()
    .filter((value, index, all) => index === 0 || value !== all[index - 1]);
  const rankByValue = new Map(Array.from(distinct, (value, rank) => [value, rank] as const));
  const ranks = values.map((value) => rankByValue.get(value) ?? 0);
  const tree = new Float64Array(distinct.length + 1);
  const top = 2 ** Math.floor(Math.log2(Math.max(1, distinct.length)));
  let size = 0;
  const change = (index: number, amount: 1 | -1): void => {
    size += amount;
    for (let node = at(ranks, index) + 1; node < tree.length; node += node & -node) add(tree, node, amount);
  };
  /** The value at a place 0.. in the order of those present. */
  const valueAt = (place: number): number => {
    let node = 0;
    let left = place;
    for (let step = top; step > 0; step >>= 1) {
      if (node + step < tree.length && at(tree, node + step) <= left) {
        node += step;
        left -= at(tree, node);
      }
    }
    return at(distinct, node);
  };
  return {
    add: (index: number) => change(index, 1),
    remove: (index: number) => change(index, -1),
    median: (): number => (size % 2 === 1 ? valueAt(size >> 1) : (valueAt((size >> 1) - 1) + valueAt(size >> 1)) / 2),
  };
}

/**
 * The trend at each post: the median of y over the posts within 14 days either side, or over the 25 nearest in order
 * where those are fewer.
 * @param instants ms UTC in ascending order. @param y one value per post.
 */
export function computeTrend(instants: Float64Array, y: Float64Array): Float64Array {
  const n = y.length;
  const trend = new Float64Array(n);
  const window = movingMedian(y);
  let near = 0;
  let far = 0;
  let from = 0;
  let to = 0;
  for (let i = 0; i < n; i += 1) {
    while (at(instants, near) < at(instants, i) - REACH) near += 1;
    while (far < n && at(instants, far) <= at(instants, i) + REACH) far += 1;
    let wantedFrom = near;
    let wantedTo = far;
    if (far - near < MIN_POSTS) {
      wantedTo = Math.min(n, Math.max(0, i - 12) + MIN_POSTS);
      wantedFrom = Math.max(0, wantedTo - MIN_POSTS);
    }
    // Grow before shrinking: the window must never lose a post that it does not hold.
    while (to < wantedTo) window.add(to++);
    while (from > wantedFrom) window.add(--from);
    while (to > wantedTo) window.remove(--to);
    while (from < wantedFrom) window.remove(from++);
    trend[i] = window.median();
  }
  return trend;
}

/**
 * Residuals of posts in time order: y = ln(1 + value) minus its trend, clipped to median ± 3 max(1.4826 MAD, sd / 2),
 * then centred.
 * @param clipFactor robust standard deviations kept; 3 unless a protocol says otherwise.
 */
export function computeResiduals(instants: Float64Array, values: Float64Array, clipFactor = CLIP_FACTOR): Residuals {
  const y = values.map((value) => Math.log1p(value));
  const trend = computeTrend(instants, y);
  const bare = y.map((value, i) => value - at(trend, i));
  const middle = median(bare);
  const mad = median(bare.map((value) => Math.abs(value - middle)));
  const reach = clipFactor * (Math.max(1.4826 * mad, Math.sqrt(variance(bare)) / 2) + 1e-6);
  const clip = { low: middle - reach, high: middle + reach };
  const clipped = bare.map((value) => clamp(value, clip.low, clip.high));
  const level = mean(clipped);
  const centred = clipped.map((value) => value - level);
  return { values: centred, trend, clip, variance: variance(centred) };
}
