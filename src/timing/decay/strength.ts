import { usualAt, type UsualPosts } from '../hours/usual.js';
import { clamp } from '../math/vector.js';

/** Share of the spread of posts that belongs to their link: reposts by 9 newsrooms correlate .8 (1 370 reposts). */
const SHARED = 0.8;
/** As how many pairs of posts the newsrooms count beside an account's own. @source own choice */
const SHARED_WEIGHT = 60;
const SHARED_BOUNDS = { low: 0.3, high: 0.95 };
/** Points of the grid on which a strength is estimated, over so many standard deviations either side. */
const POINTS = 41;
const REACH = 3.5;
/** A post that has shown less of its total than this says nothing yet. */
const MIN_SHARE = 0.05;

/** How links of an account differ, and posts of one link: variances of natural logs. */
export interface LinkSpread {
  readonly link: number;
  readonly post: number;
}

/** What a post of a link got, and what share of its total that is. */
export interface StrengthPost {
  /** ms UTC. */
  readonly at: number;
  readonly count: number;
  /** 0..1; 1 for a complete post. */
  readonly share: number;
}

/** How many times the usual post of its time a link's next post is worth. */
export interface LinkStrength {
  /** Mean of the factor; 1 for a link without posts. */
  readonly times: number;
  /** Variance of its natural log, with that of a single post. */
  readonly variance: number;
  /** Chance that it is at least half of the usual. */
  readonly chanceOfHalf: number;
  /** Posts that it rests on. */
  readonly posts: number;
}

/** What two posts of one link got, each as a multiple of the usual post of its time. */
export interface LinkPair {
  readonly first: number;
  readonly second: number;
}

/**
 * How links differ on an account: its whole spread, shared between link and post as its own reposts show, blended with
 * what newsrooms showed. How much of one count carries over to the next follows from it and from the level: on an
 * account of mean 1 a zero is mostly chance.
 */
export function learnLinkSpread({ spread }: UsualPosts, pairs: readonly LinkPair[] = []): LinkSpread {
  const typical = Math.expm1(SHARED * spread);
  const own = pairs.reduce(
    (total, { first, second }) => total + (Math.min(first, 6) - 1) * (Math.min(second, 6) - 1),
    0,
  );
  const moment = (SHARED_WEIGHT * typical + own) / (SHARED_WEIGHT + pairs.length);
  const link = clamp(Math.log1p(Math.max(0, moment)), SHARED_BOUNDS.low * spread, SHARED_BOUNDS.high * spread);
  return { link, post: spread - link };
}

/**
 * The strength of a link by all its posts, each against the usual post of its own time: log-normal over links, negative
 * binomial for each count, on a grid. A post of a time without a usual one is left out.
 * @param fallback the usual count where the account has no posts to measure.
 */
export function estimateStrength(
  posts: readonly StrengthPost[],
  usual: UsualPosts,
  spread: LinkSpread,
  fallback: number,
): LinkStrength {
  const sd = Math.sqrt(spread.link);
  const shape = 1 / Math.expm1(Math.max(spread.post, 0.01));
  const seen = posts.flatMap(({ at, count, share }) => {
    const mean = (usualAt(usual, at) ?? fallback) * share;
    return share < MIN_SHARE || mean <= 0 ? [] : [{ count, mean }];
  });
  let [whole, top] = [0, -Infinity];
  const logs = Array.from({ length: POINTS }, (_, k) => {
    const z = REACH * ((2 * k) / (POINTS - 1) - 1);
    const s = z * sd - spread.link / 2;
    let log = -(z * z) / 2;
    for (const { count, mean } of seen) {
      const expected = mean * Math.exp(s);
      log -= count * Math.log1p(shape / expected) + shape * Math.log1p(expected / shape);
    }
    top = Math.max(top, log);
    return { s, log };
  });
  let [mean, square, times, half] = [0, 0, 0, 0];
  for (const { s, log } of logs) {
    const weight = Math.exp(log - top);
    whole += weight;
    mean += weight * s;
    square += weight * s * s;
    times += weight * Math.exp(s);
    if (s >= Math.log(0.5)) half += weight;
  }
  const variance = Math.max(0, square / whole - (mean / whole) ** 2) + spread.post;
  return { times: times / whole, variance, chanceOfHalf: half / whole, posts: seen.length };
}
