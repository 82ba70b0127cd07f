import { mulberry32, seedFor } from '#timing/math/random.js';
import { isInstantOfPost, openZone, toDayNumber } from '#timing/clock/zone.js';
import { computeResiduals } from '#timing/hours/trend.js';
import { at, toVector } from '#timing/math/vector.js';
import { adjustFor } from './confounders.js';

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
  /** Characters of its text; taken into account where it is given. */
  readonly length?: number;
}

/** A partial rank correlation with its 95 % interval: given month, hour of the week and length. */
export interface Association {
  /** -1..1. */
  readonly correlation: number;
  readonly low: number;
  readonly high: number;
  /** Chance of so strong a correlation if there were none. */
  readonly pValue: number;
  /** The correlation before anything was taken into account. */
  readonly raw: number;
  readonly n: number;
}

/** What a rule has to do with what posts get: `nothing` where it may be chance. */
type Part = 'with' | 'against' | 'nothing';

/** The association of one rule, judged beside all others (Holm). */
interface RuleAssociation extends Association {
  readonly rule: string;
  /** `pValue`, raised for the number of rules that had the same chance. */
  readonly adjustedP: number;
  readonly part: Part;
}

/** Whether the score goes with engagement. */
export interface Audit {
  readonly verdict: 'too few posts' | 'does not predict' | 'predicts' | 'predicts the opposite';
  /** Of the score; undefined with too few posts or the same score everywhere. */
  readonly score: Association | undefined;
  /** Of each rule, in alphabetical order; rules that judged too few posts, or all alike, are left out. */
  readonly rules: readonly RuleAssociation[];
  readonly n: number;
}

const MIN_POSTS = 30;
const MIN_DAYS = 10;
const DRAWS = 999;
const LEVEL = 0.05;
/** A correlation of ranks whose sides do not vary more than this, after adjustment, is none. */
const SMALLEST = 1e-9;

/** What an audit is made with. */
export interface AuditOptions {
  /** IANA zone whose days and hours count; UTC by default. */
  readonly zone?: string;
}

/**
 * Compares scores with what posts got beyond the account's own trend, by rank correlation given month, hour of the week
 * and length: who posts better texts in the evening may owe it to the evening. The rules were not fitted to this account,
 * so every post is out of sample; posts that the account's own settings were tuned on must be left out by the caller.
 * Chances come from random signs of whole local days, since posts of one day share shocks; those of the rules are raised
 * by Holm's method. An association is no cause.
 * @throws RangeError for an unknown zone, an instant that is none, a value below 0 or a score that is not finite.
 */
export function auditScore(posts: readonly ScoredPost[], seed: number, { zone = 'UTC' }: AuditOptions = {}): Audit {
  for (const post of posts) check(post);
  const sorted = [...posts].sort((a, b) => a.at - b.at || a.value - b.value || a.score - b.score);
  const clock = openZone(zone, sorted[0]?.at ?? 0, sorted.at(-1)?.at ?? 0);
  const localTimes = sorted.map((post) => clock.localTimeAt(post.at));
  const residuals = computeResiduals(
    toVector(sorted, (post) => post.at),
    toVector(sorted, (post) => post.value),
  ).values;
  const associate = (name: string, readScore: (post: ScoredPost) => number | undefined): Association | undefined =>
    association(
      sorted.flatMap((post, i) => {
        const score = readScore(post);
        const localTime = localTimes[i] ?? 0;
        return score === undefined ? [] : [{ localTime, length: post.length, x: score, y: at(residuals, i) }];
      }),
      seedFor(seed, name),
    );
  const score = associate('audit of the score', (post) => post.score);
  const ids = [...new Set(sorted.flatMap((post) => Object.keys(post.rules)))].sort();
  const rules = ids.flatMap((rule) => {
    const found = associate(`audit of ${rule}`, (post) => post.rules[rule]);
    return found === undefined ? [] : [{ rule, ...found }];
  });
  return { verdict: decideVerdict(score, isEnough(localTimes)), score, rules: judgeTogether(rules), n: sorted.length };
}

function check({ at: instant, value, score, rules }: ScoredPost): void {
  if (isInstantOfPost(instant) && value >= 0 && value < Infinity && Number.isFinite(score)) {
    if (Object.values(rules).every(Number.isFinite)) return;
    throw new RangeError('rules of a post: give finite scores, and leave out rules that could not judge.');
  }
  throw new RangeError(
    `Post {at: ${instant}, value: ${value}, score: ${score}}: give an instant in ms UTC of the years 1900 to 2199, a value of at least 0 and a finite score.`,
  );
}

const isEnough = (localTimes: readonly number[]): boolean =>
  localTimes.length >= MIN_POSTS && new Set(localTimes.map(toDayNumber)).size >= MIN_DAYS;

function decideVerdict(score: Association | undefined, enough: boolean): Audit['verdict'] {
  if (!enough) return 'too few posts';
  if (score === undefined || score.pValue > LEVEL) return 'does not predict';
  return score.correlation > 0 ? 'predicts' : 'predicts the opposite';
}

/** Holm: the smallest of k chances counts k times, the next one k - 1 times, and none less than one before. */
function judgeTogether(rules: readonly (Association & { readonly rule: string })[]): readonly RuleAssociation[] {
  const order = [...rules].sort((a, b) => a.pValue - b.pValue);
  const adjusted = new Map<string, number>();
  let highest = 0;
  for (const [k, { rule, pValue }] of order.entries()) {
    highest = Math.max(highest, Math.min(1, pValue * (order.length - k)));
    adjusted.set(rule, highest);
  }
  return rules.map((each) => {
    const adjustedP = adjusted.get(each.rule) ?? 1;
    const part = adjustedP > LEVEL ? 'nothing' : each.correlation > 0 ? 'with' : 'against';
    return { ...each, adjustedP, part };
  });
}

interface Pair {
  readonly localTime: number;
  readonly length: number | undefined;
  readonly x: number;
  readonly y: number;
}

/** Undefined with too few posts, or where one side does not vary once the circumstances are taken out. */
function association(pairs: readonly Pair[], seed: number): Association | undefined {
  if (!isEnough(pairs.map(({ localTime }) => localTime))) return undefined;
  const ranked = { x: ranks(toVector(pairs, (pair) => pair.x)), y: ranks(toVector(pairs, (pair) => pair.y)) };
  const adjustment = adjustFor(pairs);
  const x = adjustment.apply(ranked.x);
  const y = adjustment.apply(ranked.y);
  const raw = correlate(centered(ranked.x), centered(ranked.y));
  const correlation = correlate(x, y);
  if (raw === undefined || correlation === undefined) return undefined;
  const scale = Math.sqrt(sumOfSquares(x) * sumOfSquares(y));
  const slope = (correlation * scale) / sumOfSquares(x);
  const products = new Map<number, { observed: number; around: number }>();
  for (const [i, { localTime }] of pairs.entries()) {
    const day = toDayNumber(localTime);
    const before = products.get(day) ?? { observed: 0, around: 0 };
    const observed = at(x, i) * at(y, i);
    products.set(day, {
      observed: before.observed + observed,
      around: before.around + observed - slope * at(x, i) ** 2,
    });
  }
  const days = [...products.values()];
  // What was fitted away is missing from the products of days, too.
  const unit = scale * Math.sqrt(adjustment.left);
  const ofNothing = signed(
    days.map(({ observed }) => observed / unit),
    seed,
  );
  const around = signed(
    days.map(({ around: each }) => each / unit),
    seed,
  );
  const reached = ofNothing.filter((drawn) => drawn >= Math.abs(correlation) * (1 - 1e-12)).length;
  const width = around[Math.ceil((1 - LEVEL) * DRAWS) - 1] ?? 1;
  return {
    correlation,
    low: Math.max(-1, correlation - width),
    high: Math.min(1, correlation + width),
    pValue: (1 + reached) / (DRAWS + 1),
    raw,
    n: pairs.length,
  };
}

/** Sizes, in ascending order, of the sum of the days under random signs. */
function signed(days: readonly number[], seed: number): readonly number[] {
  const uniform = mulberry32(seed);
  return Array.from({ length: DRAWS }, () => {
    let total = 0;
    // One draw has signs enough for 24 days.
    for (let from = 0; from < days.length; from += 24) {
      let bits = Math.floor(uniform() * 2 ** 24);
      for (let k = from; k < Math.min(days.length, from + 24); k += 1) {
        total += (bits & 1) === 0 ? (days[k] ?? 0) : -(days[k] ?? 0);
        bits >>= 1;
      }
    }
    return Math.abs(total);
  }).sort((a, b) => a - b);
}

const sumOfSquares = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);

function centered(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

/** Undefined when one side does not vary. */
function correlate(x: Float64Array, y: Float64Array): number | undefined {
  const [xx, yy] = [sumOfSquares(x), sumOfSquares(y)];
  if (xx / x.length <= SMALLEST || yy / y.length <= SMALLEST) return undefined;
  return x.reduce((sum, value, i) => sum + value * at(y, i), 0) / Math.sqrt(xx * yy);
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
