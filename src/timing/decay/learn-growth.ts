import { HORIZON } from './curve.js';
import { correctionBy, type Growth, type GrowthAt, growthFeatures } from './growth.js';
import { type Observation, toSnapshots, type Snapshots } from './observation.js';
import { type DecayPosterior, decayPosterior, drawTotals, expected, type DecayOptions } from './posterior.js';
import { at, clamp, quantilePair, weightedQuantile } from '../math/vector.js';

/** A complete post with the hour of day of its publication, 0..23 in UTC; undefined where it is not known. */
export interface CompletePost {
  readonly observations: readonly Observation[];
  readonly hour?: number | undefined;
}

/** Width of the kernel of hours: those within about 2 h of one another weigh most. */
const KAPPA = 4;

/** How far one hour of day tells of another, 0..1: exp(kappa (cos(2 pi distance / 24) - 1)). */
const hourWeight = (one: number, other: number): number =>
  Math.exp(KAPPA * (Math.cos((2 * Math.PI * (one - other)) / 24) - 1));

const HOUR = 3600;
/** Ages from which posts are followed, in seconds: between them growth is interpolated. */
const AGES = [0.25, 0.5, 1, 3, 6, 24, 72].map((hours) => hours * HOUR);
/** Complete posts that growth is learned from: at least, and the newest at most. */
const POSTS = { least: 20, most: 1000 };
/** Penalty on the slopes of standardized features. */
const RIDGE = 3;
/** Predictors within this factor of the best one's error are believed alike; beyond, less by the 8th power. */
const AS_GOOD = 1.13;
/** Reactions by which an hour's factor is held to that of all hours, and that one to 1. @source own choice */
const HELD = 5;

/** So many posts ago counts half for how much still comes: accounts grow, and their tails with them. @source own choice */
const HALF_WEIGHT = 300;

/** Posts whose forecasts are compared with their totals: the newest, with at least so many reactions by then. */
const COMPARED = { most: 60, reactions: 20 };
/** As how many posts the spread by the curve counts, and how far it may be changed. @source own choice */
const SPREAD = { weight: 20, low: 0.5, high: 2 };
/** Half the width of an 80 % interval is 1.28 standard deviations, and so is the 80 % point of the distance from its middle. */
const SHARE = 0.8;

interface Seen {
  readonly features: readonly number[];
  readonly growth: number;
  readonly curve: number;
  readonly n: number;
}

/**
 * Learns what an account's complete posts did from several ages on: a ridge on the logs of four counts, the median
 * multiplier, how far each is right beside the curve, and how far the hour of publication matters. Undefined with fewer
 * than 20 complete posts that were read on the way.
 */
export function learnGrowth(posts: readonly CompletePost[], options: DecayOptions): Growth | undefined {
  const complete = posts
    .slice(-POSTS.most)
    .map(({ observations, hour }) => ({ snapshots: toSnapshots(observations), observations, hour }))
    .filter(({ snapshots }) => snapshots.finished && (snapshots.ages[0] ?? HORIZON) < HORIZON);
  if (complete.length < POSTS.least) return undefined;
  const ages = AGES.flatMap((age): GrowthAt[] => {
    const known = complete.filter(({ snapshots }) => snapshots.ages.some((each) => each >= age / 2 && each <= age));
    if (known.length < POSTS.least) return [];
    const seen: Seen[] = [];
    const compared: Compared[] = [];
    const all = { got: 0, expected: 0 };
    const lately = { got: 0, expected: 0 };
    const sums = { got: new Float64Array(24), expected: new Float64Array(24) };
    for (const [place, { observations, snapshots, hour }] of known.entries()) {
      const cut = cutAt(observations, snapshots, age);
      const posterior = decayPosterior(cut, options);
      const { rest, weights, n } = posterior;
      const total = snapshots.counts.at(-1) ?? 0;
      const awaited = expected(weights, rest);
      const weight = 2 ** ((place + 1 - known.length) / HALF_WEIGHT);
      all.got += total - n;
      all.expected += awaited;
      lately.got += weight * (total - n);
      lately.expected += weight * awaited;
      addByHour(sums, hour, total - n, awaited);
      if (n < 1) continue;
      if (n >= COMPARED.reactions) compared.push({ posterior, total, hour });
      const curve = Math.log1p(weightedQuantile(rest, weights, 0.5) / n);
      seen.push({ features: growthFeatures(toSnapshots(cut), age), growth: Math.log(total / n), curve, n });
    }
    const whole = heldRatio(all, 1);
    const drift = heldRatio(lately, whole) / whole;
    const byHour = Array.from(
      sums.got,
      (got, hour) => drift * heldRatio({ got, expected: at(sums.expected, hour) }, whole),
    );
    const fitted: GrowthAt = { age, byHour, spread: 1, ...fit(seen) };
    return [{ ...fitted, spread: learnSpread(compared.slice(-COMPARED.most), fitted) }];
  });
  return { ages, learnedFrom: complete.length };
}

/** What came over what was expected, held to a ratio where it is little. */
const heldRatio = (
  { got, expected: awaited }: { readonly got: number; readonly expected: number },
  to: number,
): number => (got + HELD * to) / (awaited + HELD);

/** A post as it stood at an age, and what became of it. */
interface Compared {
  readonly posterior: DecayPosterior;
  readonly total: number;
  readonly hour: number | undefined;
}

/**
 * By how much the totals lay further from their forecasts than the draws would have it: the 80 % point of their distance
 * in half widths of the 80 % interval, on the scale of logs (a conformal interval).
 */
function learnSpread(compared: readonly Compared[], fitted: GrowthAt): number {
  const growth: Growth = { ages: [fitted], learnedFrom: compared.length };
  const distances = compared.map(({ posterior, total, hour }, seed) => {
    const { rest, weights, snapshots, n } = posterior;
    const point = weightedQuantile(rest, weights, 0.5);
    const { factor } = correctionBy(growth, snapshots, point, hour);
    const { totals } = drawTotals({ ...posterior, correction: { factor, ofMedian: factor, spread: 1 } }, seed);
    const [low, high] = quantilePair(totals, 0.1, 0.9).map((end) => Math.log1p(end - n));
    const centre = Math.log1p(factor * point);
    const distance = Math.log1p(total - n) - centre;
    const width = distance < 0 ? centre - (low ?? 0) : (high ?? 0) - centre;
    return Math.abs(distance) / Math.max(width, 0.05);
  });
  if (distances.length === 0) return 1;
  const [furthest] = quantilePair(Float64Array.from(distances), SHARE, SHARE);
  const belief = distances.length / (distances.length + SPREAD.weight);
  return clamp(furthest, SPREAD.low, SPREAD.high) ** belief;
}

/** Observations up to an age, the last one at it, where it falls between two. */
function cutAt(observations: readonly Observation[], { ages, counts }: Snapshots, age: number): readonly Observation[] {
  const before = observations.filter((each) => each.age >= 0 && each.age <= 1000 * age);
  const last = ages.findLast((each) => each <= age) ?? 0;
  const next = ages.findIndex((each) => each >= age);
  if (last === age || next < 0) return before;
  const [from, to] = [ages.indexOf(last), next];
  const start = from < 0 ? 0 : at(counts, from);
  const part = from < 0 ? age / at(ages, to) : Math.log(age / last) / Math.log(at(ages, to) / last);
  return [...before, { age: 1000 * age, count: Math.floor(start + part * (at(counts, to) - start)) }];
}

function addByHour(
  sums: { readonly got: Float64Array; readonly expected: Float64Array },
  hour: number | undefined,
  got: number,
  awaited: number,
): void {
  for (let each = 0; each < 24; each += 1) {
    const weight = hour === undefined ? 1 : hourWeight(each, hour);
    sums.got[each] = at(sums.got, each) + weight * got;
    sums.expected[each] = at(sums.expected, each) + weight * awaited;
  }
}

const CURVE_ONLY = { intercept: 0, slopes: [0, 0, 0, 0], multiplier: 0, weights: [1, 0, 0] as const };

/** The ridge and the median on posts with reactions, and their weights by the errors that they would have made. */
function fit(seen: readonly Seen[]): Omit<GrowthAt, 'age' | 'byHour' | 'spread'> {
  if (seen.length < POSTS.least) return CURVE_ONLY;
  const growths = seen.map(({ growth }) => growth);
  const multiplier = middle(growths);
  const { intercept, slopes, leftOut } = fitRidge(
    seen.map(({ features }) => features),
    growths,
  );
  const error = (guess: (index: number) => number): number =>
    middle(growths.map((growth, index) => Math.abs(Math.expm1(guess(index) - growth)))) + 0.005;
  const errors = [
    error((index) => seen[index]?.curve ?? 0),
    error((index) => leftOut[index] ?? 0),
    error(() => multiplier),
  ];
  const bar = AS_GOOD * Math.min(...errors);
  const beliefs = errors.map((each) => Math.min(1, bar / each) ** 8);
  const whole = beliefs.reduce((sum, belief) => sum + belief, 0);
  const [curve = 1, line = 0, median = 0] = beliefs.map((belief) => belief / whole);
  return { intercept, slopes, multiplier, weights: [curve, line, median] };
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

/** A ridge on standardized features, with what it says of each row when that row is left out. */
function fitRidge(rows: readonly (readonly number[])[], values: readonly number[]) {
  const size = rows[0]?.length ?? 0;
  const columns = Array.from({ length: size }, (_, j) => rows.map((row) => row[j] ?? 0));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const spreads = columns.map((column, j) => {
    const variance = column.reduce((sum, value) => sum + (value - (means[j] ?? 0)) ** 2, 0) / column.length;
    return Math.sqrt(variance) || 1;
  });
  const scaled = rows.map((row) => row.map((value, j) => (value - (means[j] ?? 0)) / (spreads[j] ?? 1)));
  const level = values.reduce((sum, value) => sum + value, 0) / values.length;
  const inverse = invert(
    Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (__, j) =>
        scaled.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), i === j ? RIDGE : 0),
      ),
    ),
  );
  const moments = Array.from({ length: size }, (_, j) =>
    scaled.reduce((sum, row, k) => sum + (row[j] ?? 0) * ((values[k] ?? 0) - level), 0),
  );
  const coefficients = inverse.map((row) => row.reduce((sum, value, j) => sum + value * (moments[j] ?? 0), 0));
  const slopes = coefficients.map((value, j) => value / (spreads[j] ?? 1));
  const leftOut = scaled.map((row, k) => {
    const fitted = level + row.reduce((sum, value, j) => sum + value * (coefficients[j] ?? 0), 0);
    const pull = inverse.map((line) => line.reduce((sum, value, j) => sum + value * (row[j] ?? 0), 0));
    const leverage = 1 / rows.length + row.reduce((sum, value, j) => sum + value * (pull[j] ?? 0), 0);
    const value = values[k] ?? 0;
    return value - (value - fitted) / Math.max(0.05, 1 - leverage);
  });
  const intercept = level - slopes.reduce((sum, slope, j) => sum + slope * (means[j] ?? 0), 0);
  return { intercept, slopes, leftOut };
}

/** The inverse of a small positive definite matrix, by elimination. */
function invert(source: readonly (readonly number[])[]): number[][] {
  const size = source.length;
  const rows = source.map((row, i) => [...row, ...Array.from({ length: size }, (_, j) => Number(i === j))]);
  for (const [i, pivot] of rows.entries()) {
    const divisor = pivot[i] ?? 1;
    for (let j = 0; j < pivot.length; j += 1) pivot[j] = (pivot[j] ?? 0) / divisor;
    for (const [k, row] of rows.entries()) {
      if (k === i) continue;
      const factor = row[i] ?? 0;
      for (let j = 0; j < row.length; j += 1) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  return rows.map((row) => row.slice(size));
}
