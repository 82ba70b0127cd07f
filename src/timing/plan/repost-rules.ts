import type { Habit } from '../hours/hours.js';
import { usualAt } from '../hours/usual.js';
import { expected } from '../decay/posterior.js';
import { estimateStrength, learnLinkSpread, type LinkSpread, type LinkStrength } from '../decay/strength.js';
import type { EstimatedPost } from '../decay/link-decay.js';
import { remainingReactions } from '../decay/link-decay.js';
import type { EngagementLevel } from '../decay/level.js';
import { DEFAULT_LEVEL } from '../decay/level.js';
import { countInterval } from '../math/count-interval.js';
import { SPACING } from './spacing.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** When a link may go out again. X publishes no number. @source own choice, untested; worthShare by simulation. */
export interface RepostRules {
  /** Least time between two posts of one link, ms. Default 24 h. */
  readonly minGap: number;
  /** Reposts of one link after which it is enough. Default 4. */
  readonly maxReposts: number;
  /** The newest post counts as saturated when this share of its total is left. Default 0.1. */
  readonly restShare: number;
  /**
   * A repost as it is must be expected to bring this share of the usual post. With 0.85, of the links worth less than a
   * quarter of it at least four in five are not advised, on accounts of 1 to 10 reactions a post (simulated).
   */
  readonly worthShare: number;
  /** A link that was last posted longer ago than this is out of date until someone looks at its page, ms. Default 2 years. */
  readonly maxAge: number;
}

/** The defaults. */
export const REPOST_RULES: RepostRules = {
  minGap: SPACING.gap,
  maxReposts: 4,
  restShare: 0.1,
  worthShare: 0.85,
  maxAge: 730 * DAY,
};

/** Effects deliver this share of what they claim. */
const CALIBRATION = 0.8;
/** Fewer reactions than this show as none: nothing waits for them. */
export const NEXT_TO_NOTHING = 0.5;

/** A link's own strength beside the account's usual post now. */
export interface Strength extends LinkStrength {
  /** Mean count of the account's usual post now. */
  readonly usual: number;
}

/** The strength of a link by all its posts. Without any history the level stands in for the habit. */
export function measureStrength(
  posts: readonly EstimatedPost[],
  habit: Habit,
  level: EngagementLevel = DEFAULT_LEVEL,
  spread: LinkSpread = learnLinkSpread(habit.usual),
): Strength {
  const fallback = level.a / level.b;
  const counts = posts.map(({ at, posterior }) => ({
    at,
    count: posterior.n,
    share: posterior.snapshots.finished ? 1 : posterior.age === 0 ? 0 : expected(posterior.weights, posterior.share),
  }));
  return {
    ...estimateStrength(counts, habit.usual, spread, fallback),
    usual: usualAt(habit.usual, Infinity) ?? fallback,
  };
}

/** What a repost is expected to bring: a mean with its 80 % interval, and how many times the usual post that is. */
export interface RepostGain {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly times: number;
}

/**
 * Expected reactions of a repost: the usual post now, times the link's strength, times exp(0.8 f).
 * @param effect effect of its slot, natural log.
 */
export function repostGain({ usual, times, variance }: Strength, effect: number): RepostGain {
  const factor = times * Math.exp(CALIBRATION * effect);
  const mean = usual * factor;
  return { mean, ...countInterval(mean, variance), times: factor };
}

/** The first instant at which the newest post's spacing is kept: the gap, and 90 % of its reactions in. */
export function spacedFrom(posts: readonly EstimatedPost[], minGap: number): number {
  const newest = posts.at(-1);
  return newest === undefined ? -Infinity : newest.at + Math.max(minGap, newest.decay.t90.median);
}

/** Whether what the link still gets at an instant is next to nothing, or no more than a share of its newest post's total. */
export function isSaturated(posts: readonly EstimatedPost[], instant: number, restShare: number): boolean {
  const newest = posts.at(-1);
  if (newest === undefined) return true;
  return remainingReactions(posts, instant) <= Math.max(restShare * newest.decay.final.mean, NEXT_TO_NOTHING);
}

/** The first instant, to the minute, from which a link counts as saturated; not before `from`. */
export function saturatedFrom(posts: readonly EstimatedPost[], from: number, restShare: number): number {
  if (isSaturated(posts, from, restShare)) return from;
  let low = from;
  // After 7 days nothing is left.
  let high = Math.max(from, posts.at(-1)?.at ?? from) + 7 * DAY;
  while (high - low > 60_000) {
    const middle = (low + high) / 2;
    if (isSaturated(posts, middle, restShare)) high = middle;
    else low = middle;
  }
  return Math.ceil(high / 60_000) * 60_000;
}
