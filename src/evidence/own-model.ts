// What goes with engagement in one account: a prior by its size, and its own posts.
import { computeResiduals } from '#timing/hours/trend.js';
import { cholesky, dot, matrix, solveLower, type Matrix } from '#timing/math/matrix.js';
import { createRandom, seedFor, Z80 } from '#timing/math/random.js';
import { toVector } from '#timing/math/vector.js';
import { PRIORS, type Prior } from './priors.js';

/** A post of the account: what is said of its text, and what it got. */
export interface OwnPost {
  /** ms UTC. */
  readonly at: number;
  /** Reactions or clicks, at least 0. */
  readonly value: number;
  readonly columns: Readonly<Record<string, number>>;
}

/** What was learned of one account, as plain data: it is kept in the database. */
export interface OwnModel {
  readonly posts: number;
  /** Rank correlation of what was expected with what came, on the newest posts, which the fit had not seen; 95 %. */
  readonly unseen: { readonly correlation: number; readonly low: number; readonly high: number; readonly n: number };
  readonly columns: readonly string[];
  /** By column: what one unit brings, in standard deviations of the outcome, and its uncertainty. */
  readonly weights: readonly number[];
  readonly errors: readonly number[];
  /** The lower triangle of the precision of the weights, row by row. */
  readonly precision: readonly number[];
  /** Columns of a sample of the own posts, each in units of the prior. */
  readonly sample: readonly (readonly number[])[];
  readonly scale: readonly number[];
}

/** How a draft stands among the account's own posts by a model. */
export interface Standing {
  /** Share of the own posts that the model puts below it, 0..100, with the interval that holds 80 %. */
  readonly percentile: number;
  readonly low: number;
  readonly high: number;
  /** What moves it up and down, the strongest first; only terms whose effect is not zero at 80 %. */
  readonly up: readonly Move[];
  readonly down: readonly Move[];
}

/** A term by its column, and whether the draft has more of it than the account's posts or less. */
interface Move {
  readonly term: string;
  readonly has: boolean;
}

/** Fewest posts that an account is known by (prior and 30 own posts: rank correlation .20 on unseen posts, 27 accounts). */
export const MIN_OWN_POSTS = 30;
/** Posts with clicks from which clicks are looked at. */
export const MIN_CLICKED_POSTS = 100;
/** Reactions a post from which an account is large: there the signs of several terms turn. */
const LARGE = 100;
/** Share of the posts that the fit sees when it is tried on the others. */
const SEEN = 0.7;
/** Own posts that a draft is compared with. */
const SAMPLE = 200;
const DRAWS = 200;
const EDGE = 0.1;
/** Terms that are named on either side. */
const MAX_NAMED = 3;

interface Fit {
  readonly weights: Float64Array;
  readonly lower: Matrix;
}

/**
 * Learns from the posts of an account; undefined with fewer than 30, or where all of them got the same.
 * @param metric of clicks nothing is known beforehand: their prior has the spread of reactions around zero.
 */
export function learnOwnModel(posts: readonly OwnPost[], metric: 'reactions' | 'clicks'): OwnModel | undefined {
  if (posts.length < MIN_OWN_POSTS) return undefined;
  const sorted = [...posts].sort((a, b) => a.at - b.at);
  const residuals = computeResiduals(
    toVector(sorted, ({ at }) => at),
    toVector(sorted, ({ value }) => value),
  );
  if (residuals.variance < 1e-9) return undefined;
  const outcomes = Array.from(residuals.values, (value) => value / Math.sqrt(residuals.variance));
  const split = Math.floor(sorted.length * SEEN);
  const prior = priorOf(sorted, metric);
  const rows = sorted.map((post) => toRow(post.columns, prior));
  const seenPrior = priorOf(sorted.slice(0, split), metric);
  const seen = fit(
    sorted.slice(0, split).map((post) => toRow(post.columns, seenPrior)),
    outcomes.slice(0, split),
    seenPrior,
  );
  const later = sorted.slice(split).map((post) => dot(seen.weights, Float64Array.from(toRow(post.columns, seenPrior))));
  const { weights, lower } = fit(rows, outcomes, prior);
  const step = Math.max(1, rows.length / SAMPLE);
  return {
    posts: posts.length,
    unseen: rankCorrelation(later, outcomes.slice(split)),
    columns: prior.columns,
    weights: round(weights),
    errors: round(standardErrors(lower)),
    precision: round(lower.values),
    sample: Array.from({ length: Math.min(SAMPLE, rows.length) }, (_, index) => rows[Math.floor(index * step)] ?? []),
    scale: prior.scale,
  };
}

const round = (values: Float64Array): number[] => Array.from(values, (value) => Number(value.toPrecision(5)));

function priorOf(posts: readonly OwnPost[], metric: 'reactions' | 'clicks'): Prior {
  const mean = posts.reduce((sum, { value }) => sum + value, 0) / Math.max(1, posts.length);
  const prior = metric === 'reactions' && mean >= LARGE ? PRIORS.large : PRIORS.ordinary;
  return metric === 'reactions' ? prior : { ...prior, mean: prior.mean.map(() => 0) };
}

const toRow = (columns: OwnPost['columns'], { columns: names, scale }: Prior): number[] =>
  names.map((name, index) => Number(((columns[name] ?? 0) / (scale[index] ?? 1)).toPrecision(5)));

/** The posterior of the weights: (X'X + V⁻¹)⁻¹ (X'y + V⁻¹ m), noise of the outcome 1, X and y less their means. */
function fit(rows: readonly (readonly number[])[], outcomes: readonly number[], { mean, variance }: Prior): Fit {
  const size = mean.length;
  const middles = mean.map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0) / rows.length);
  const middle = outcomes.reduce((sum, value) => sum + value, 0) / outcomes.length;
  const gram = Array.from({ length: size }, () => new Float64Array(size));
  const target = Float64Array.from(mean, (value, column) => value / (variance[column] ?? 1));
  rows.forEach((row, post) => {
    const x = row.map((value, column) => value - (middles[column] ?? 0));
    for (const [i, value] of x.entries()) {
      target[i] = (target[i] ?? 0) + value * ((outcomes[post] ?? 0) - middle);
      const own = gram[i];
      if (own !== undefined) for (let j = 0; j <= i; j += 1) own[j] = (own[j] ?? 0) + value * (x[j] ?? 0);
    }
  });
  const lower = cholesky(matrix(size, (i, j) => (gram[i]?.[j] ?? 0) + (i === j ? 1 / (variance[i] ?? 1) : 0)));
  return { weights: solveUpper(lower, solveLower(lower, target)), lower };
}

/** x with L' x = b, for a lower triangle. */
function solveUpper({ size, values }: Matrix, b: Float64Array): Float64Array {
  const x = new Float64Array(size);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = b[row] ?? 0;
    for (let k = row + 1; k < size; k += 1) rest -= (values[k * size + row] ?? 0) * (x[k] ?? 0);
    x[row] = rest / (values[row * size + row] ?? 1);
  }
  return x;
}

/** The roots of the diagonal of (L L')⁻¹. */
function standardErrors(lower: Matrix): Float64Array {
  const { size } = lower;
  return Float64Array.from({ length: size }, (_, column) => {
    const unit = solveLower(
      lower,
      Float64Array.from({ length: size }, (_value, row) => Number(row === column)),
    );
    return Math.sqrt(dot(unit, unit));
  });
}

/** Ranks with ties in the middle. */
function ranks(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const result = values.map(() => 0);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (const index of order.slice(from, to)) result[index] = (from + to - 1) / 2;
    from = to;
  }
  return result;
}

/** Spearman's correlation with its 95 % interval (Fieller, Hartley and Pearson 1957: error 1.03 / √(n − 3) of atanh). */
function rankCorrelation(one: readonly number[], other: readonly number[]): OwnModel['unseen'] {
  const n = one.length;
  const [x, y] = [ranks(one), ranks(other)];
  const mean = (n - 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (let index = 0; index < n; index += 1) {
    const [a, b] = [(x[index] ?? 0) - mean, (y[index] ?? 0) - mean];
    xy += a * b;
    xx += a * a;
    yy += b * b;
  }
  const correlation = xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
  const error = 1.96 * (1.03 / Math.sqrt(Math.max(1, n - 3)));
  const z = Math.atanh(Math.max(-0.999, Math.min(0.999, correlation)));
  return { correlation, low: Math.tanh(z - error), high: Math.tanh(z + error), n };
}

/** Where a draft stands among the account's own posts. The same draft stands at the same place at every call. */
export function standingOf(model: OwnModel, columns: Readonly<Record<string, number>>): Standing {
  const size = model.columns.length;
  const lower: Matrix = { size, values: Float64Array.from(model.precision) };
  const weights = Float64Array.from(model.weights);
  const row = Float64Array.from(model.columns, (name, index) => (columns[name] ?? 0) / (model.scale[index] ?? 1));
  const sample = model.sample.map((own) => Float64Array.from(own));
  const shareBelow = (by: Float64Array): number => {
    const value = dot(by, row);
    let below = 0;
    for (const own of sample) {
      const difference = value - dot(by, own);
      below += Math.abs(difference) < 1e-9 ? 0.5 : Number(difference > 0);
    }
    return (100 * below) / Math.max(1, sample.length);
  };
  const { normal } = createRandom(seedFor(1, 'standing of a draft'));
  const drawn = Array.from({ length: DRAWS }, () => {
    const noise = solveUpper(lower, Float64Array.from({ length: size }, normal));
    return shareBelow(weights.map((weight, index) => weight + (noise[index] ?? 0)));
  }).sort((a, b) => a - b);
  const percentile = shareBelow(weights);
  const moves = model.columns
    .map((name, index) => {
      const mean = sample.reduce((sum, own) => sum + (own[index] ?? 0), 0) / Math.max(1, sample.length);
      const weight = model.weights[index] ?? 0;
      const isSure = Math.abs(weight) > Z80 * (model.errors[index] ?? 0);
      const more = (row[index] ?? 0) - mean;
      return { move: { term: name, has: more > 0 }, by: isSure ? weight * more : 0 };
    })
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const named = (sign: number): Move[] =>
    moves.flatMap(({ move, by }) => (by * sign > LEAST_MOVE ? [move] : [])).slice(0, MAX_NAMED);
  return {
    percentile,
    low: Math.min(percentile, drawn[Math.floor(EDGE * DRAWS)] ?? 0),
    high: Math.max(percentile, drawn[Math.ceil((1 - EDGE) * DRAWS) - 1] ?? 100),
    up: named(1),
    down: named(-1),
  };
}

/** Standard deviations of the outcome from which a term is worth a word. */
const LEAST_MOVE = 0.02;

/** Whether two standings point opposite ways: one above the middle, the other below it, or intervals apart. */
export const disagree = (one: Standing, other: Standing): boolean =>
  (one.percentile - 50) * (other.percentile - 50) < 0 || one.high < other.low || other.high < one.low;
