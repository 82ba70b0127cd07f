import { createRandom, seedFor } from '#timing/math/random.js';
import { computeResiduals } from '#timing/hours/trend.js';
import { at, toVector } from '#timing/math/vector.js';

/** A post with what the linter says of it and what it got. */
export interface ScoredPost {
  /** ms UTC. */
  readonly at: number;
  /** Reactions, or another count of at least 0. */
  readonly value: number;
  /** 0..100. */
  readonly score: number;
  /** Score of each rule by its id, 0..1; rules that could not judge are left out. */
  readonly rules: Readonly<Record<string, number>>;
}

/** A rank correlation with its 95 % interval. */
export interface Association {
  /** -1..1. */
  readonly correlation: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** Whether the score goes with engagement. */
export interface Audit {
  readonly verdict: 'too few posts' | 'does not predict' | 'predicts' | 'predicts the opposite';
  /** Of the score; undefined with too few posts or the same score everywhere. */
  readonly score: Association | undefined;
  /** Of each rule, in alphabetical order; rules that judged too few posts, or all alike, are left out. */
  readonly rules: readonly (Association & { readonly rule: string })[];
  readonly n: number;
}

const MIN_POSTS = 30;
const MIN_DAYS = 10;
const ROUNDS = 1000;
const DAY = 86_400_000;

/**
 * Compares scores with what posts got beyond the account's own trend, by rank correlation. The rules were not fitted
 * to this account, so every post is out of sample; posts that the account's own settings were tuned on must be left
 * out by the caller. Intervals come from resampling whole days, since posts of one day share shocks. An association is
 * no cause, and ten rules give ten chances of a false alarm: only the score has a verdict.
 */
export function auditScore(posts: readonly ScoredPost[], seed: number): Audit {
  const sorted = [...posts].sort((a, b) => a.at - b.at || a.value - b.value || a.score - b.score);
  const residuals = computeResiduals(
    toVector(sorted, (post) => post.at),
    toVector(sorted, (post) => post.value),
  ).values;
  const associate = (name: string, readScore: (post: ScoredPost) => number | undefined): Association | undefined =>
    association(
      sorted.flatMap((post, i) => {
        const score = readScore(post);
        return score === undefined ? [] : [{ day: Math.floor(post.at / DAY), x: score, y: at(residuals, i) }];
      }),
      seedFor(seed, name),
    );
  const score = associate('audit of the score', (post) => post.score);
  const ids = [...new Set(sorted.flatMap((post) => Object.keys(post.rules)))].sort();
  const rules = ids.flatMap((rule) => {
    const found = associate(`audit of ${rule}`, (post) => post.rules[rule]);
    return found === undefined ? [] : [{ rule, ...found }];
  });
  return { verdict: decideVerdict(score, isEnough(sorted)), score, rules, n: sorted.length };
}

const isEnough = (posts: readonly { readonly at: number }[]): boolean =>
  posts.length >= MIN_POSTS && new Set(posts.map((post) => Math.floor(post.at / DAY))).size >= MIN_DAYS;

function decideVerdict(score: Association | undefined, enough: boolean): Audit['verdict'] {
  if (!enough) return 'too few posts';
  if (score === undefined || (score.low <= 0 && score.high >= 0)) return 'does not predict';
  return score.low > 0 ? 'predicts' : 'predicts the opposite';
}

interface Pair {
  readonly day: number;
  readonly x: number;
  readonly y: number;
}

function association(pairs: readonly Pair[], seed: number): Association | undefined {
  if (!isEnough(pairs.map(({ day }) => ({ at: day * DAY })))) return undefined;
  const x = ranks(toVector(pairs, (pair) => pair.x));
  const y = ranks(toVector(pairs, (pair) => pair.y));
  const days = new Map<number, Moments>();
  for (const [i, { day }] of pairs.entries()) days.set(day, plus(days.get(day) ?? NONE, toMoments(at(x, i), at(y, i))));
  const blocks = [...days.values()];
  const correlation = correlate(blocks.reduce(plus, NONE));
  if (correlation === undefined) return undefined;

  const { uniform } = createRandom(seed);
  const drawn = Array.from({ length: ROUNDS }, () => {
    let total = NONE;
    for (let k = 0; k < blocks.length; k += 1) {
      total = plus(total, blocks[Math.floor(uniform() * blocks.length)] ?? NONE);
    }
    return correlate(total) ?? 0;
  }).sort((a, b) => a - b);
  const edge = Math.round(0.025 * ROUNDS);
  return { correlation, low: drawn[edge - 1] ?? -1, high: drawn[ROUNDS - edge] ?? 1, n: pairs.length };
}

/** Sums that a correlation is made of: n, x, y, xx, xy, yy. */
type Moments = readonly [number, number, number, number, number, number];
const NONE: Moments = [0, 0, 0, 0, 0, 0];
const toMoments = (x: number, y: number): Moments => [1, x, y, x * x, x * y, y * y];
const plus = (a: Moments, b: Moments): Moments => [
  a[0] + b[0],
  a[1] + b[1],
  a[2] + b[2],
  a[3] + b[3],
  a[4] + b[4],
  a[5] + b[5],
];

/** Undefined when one side does not vary. */
function correlate([n, x, y, xx, xy, yy]: Moments): number | undefined {
  const spreadX = xx - (x * x) / n;
  const spreadY = yy - (y * y) / n;
  return spreadX > 1e-9 && spreadY > 1e-9 ? (xy - (x * y) / n) / Math.sqrt(spreadX * spreadY) : undefined;
}

/** Ranks from -1/2 to 1/2; equal values share the middle of their ranks. */
function ranks(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => at(values, a) - at(values, b));
  const result = new Float64Array(values.length);
  let from = 0;
  while (from < order.length) {
    let to = from;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (const index of order.slice(from, to)) result[index] = (from + to - 1) / 2 / values.length - 0.5;
    from = to;
  }
  return result;
}
