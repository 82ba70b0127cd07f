import {
  clockTest,
  detectionChance,
  residualsForHours,
  sumByDay,
  tellingPosts,
  weekdayTest,
} from './hour-of-day-test.js';
import { averageBySlot, RESIDUAL_VARIANCE_FLOOR, slotPosterior } from './posterior.js';
import { expectedShare, type HoursPrior, WHOLE } from './prior.js';
import { normalCdf, Z80, seedFor } from '../math/random.js';
import { type Slot, slotAt, slotIndex, type WallWindow } from '../clock/slots.js';
import { bestSlots, candidateSlots, estimateBestChances } from '../plan/slot-choice.js';
import { computeResiduals } from './trend.js';
import { usualAt, usualPosts, type UsualPosts } from './usual.js';
import { at, clamp, toVector } from '../math/vector.js';
import { isInstantOfPost, toDayNumber, openZone, toWeekSlot } from '../clock/zone.js';

/** A post with what it got. */
export interface ValuedPost {
  /** ms UTC. */
  readonly at: number;
  /** Reactions, or another count of at least 0. */
  readonly value: number;
}

/**
 * What may be said. `typical only`: too few posts to look; `no detectable best hour`: hours make no difference that
 * the posts can show; `best hours`: they do.
 */
export type Verdict = 'typical only' | 'no detectable best hour' | 'best hours';

/** The effect of one hour of the week, in natural logs relative to the author's habit. */
export interface HourBin extends Slot {
  /** Posts in this slot. */
  readonly n: number;
  readonly effect: number;
  readonly sd: number;
}

/** A recommended slot. */
export interface HourChoice extends HourBin {
  /** 80 % interval of the effect. */
  readonly low: number;
  readonly high: number;
  /** What to print, per cent compared with the habit: 0.8 (exp(effect) - 1), whole. Claims of 100 delivered 80. */
  readonly uplift: number;
  readonly upliftLow: number;
  readonly upliftHigh: number;
  /** Chance that it is better than the account's habit. */
  readonly chanceAbove: number;
  /** Chance that it is the best of all candidates. */
  readonly chanceBest: number;
}

/** An account's hours. */
export interface HoursEstimate {
  readonly verdict: Verdict;
  /** Chance of so strong a pattern if hours made no difference; 1 without posts. */
  readonly pValue: number;
  /** The same of the weekday: chance of so strong a difference if weekdays made none. */
  readonly weekdayPValue: number;
  readonly n: number;
  /** Local days with at least one post. */
  readonly days: number;
  readonly zone: string;
  /** First and last post, ms UTC; undefined without posts. */
  readonly period: { readonly from: number; readonly to: number } | undefined;
  /** All 168 slots, Monday 0 h first. */
  readonly bins: readonly HourBin[];
  /** Best slots first. */
  readonly slots: readonly HourChoice[];
  /** Numbers (24 weekday + hour) of the slots that may be recommended: hours used before, or the window. */
  readonly candidates: readonly number[];
  /** How much of the typical curve the account shows, 0..1, by its level and its own posts. */
  readonly typicalShare: number;
  /** What the account's posts usually get, for judging one post against it. */
  readonly habit: Habit;
  /** How likely a difference would have been found, 0..1, in twentieths. */
  readonly detection: number;
}

/** Of slots that may be used, those that were: an hour without a post is no best one. All, where none was. */
export function postedSlots(candidates: readonly number[], counts: Float64Array): readonly number[] {
  const posted = candidates.filter((slot) => at(counts, slot) > 0);
  return posted.length === 0 ? candidates : posted;
}

/** An account's usual post. */
export interface Habit {
  /** Median ln(1 + value) of the newest posts; undefined without posts. */
  readonly level: number | undefined;
  /** What posts usually got over time, as means. */
  readonly usual: UsualPosts;
  /** Standard deviation of one post around it, natural log. */
  readonly sd: number;
  /** Bounds within which a post's distance from the level is believed. */
  readonly clip: { readonly low: number; readonly high: number };
}

/** What hours are estimated with. */
export interface HoursOptions {
  /** IANA zone of the audience. */
  readonly zone: string;
  readonly seed: number;
  /** What is believed before; the typical curve by default. */
  readonly prior?: HoursPrior;
  /** Recommend slots of this window only, whether used before or not. */
  readonly window?: WallWindow;
  /** How many slots to recommend. Default 7. */
  readonly count?: number;
  /** Hours between recommended slots of one day. Default 3. */
  readonly spacing?: number;
}

/** Fewer posts or days than these tell nothing of hours (@source own choice, untested). */
export const HOURS_BAR = { posts: 30, days: 10 } as const;
const SIGNIFICANT = 0.05;
/** Residual sd of a typical account, and the clipping that goes with it, where there are no posts to measure. */
const TYPICAL_SD = 0.85;
const CALIBRATION = 0.8;

/** Per cent above the habit that an effect stands for: whole, and shrunk by what claims deliver out of sample. */
export const effectToPercent = (effect: number): number => {
  const percent = Math.round(100 * CALIBRATION * (Math.exp(effect) - 1));
  // -0 would print as a loss.
  return percent === 0 ? 0 : percent;
};

function checkPosts(posts: readonly ValuedPost[]): void {
  for (const post of posts) {
    if (!isInstantOfPost(post.at) || !Number.isFinite(post.value) || post.value < 0) {
      throw new RangeError(
        `Post {at: ${post.at}, value: ${post.value}}: give an instant in ms UTC of the years 1900 to 2199, and a value of at least 0.`,
      );
    }
  }
}

const earlier = (a: ValuedPost, b: ValuedPost): number => a.at - b.at || a.value - b.value;

/** Posts by time, those of one instant by value: no result may hang on the order of rows. A history mostly has it. */
function inOrder(posts: readonly ValuedPost[]): readonly ValuedPost[] {
  const ordered = posts.every((post, i) => i === 0 || earlier(posts[i - 1] ?? post, post) <= 0);
  return ordered ? posts : [...posts].sort(earlier);
}

/**
 * Estimates which hours of the week work for an account, with the verdict on whether anything may be claimed at all.
 * Effects are what is left after the account's own trend, shrunk to the typical curve, relative to its habit.
 * Posts should be originals at least 72 h old (`usablePosts`); their order does not matter.
 * Throws a RangeError for an unknown zone, an instant that is none or a value below 0.
 */
export function estimateHours(posts: readonly ValuedPost[], options: HoursOptions): HoursEstimate {
  checkPosts(posts);
  const { zone: zoneName, seed, prior, window, count = 7, spacing = 3 } = options;
  const sorted = inOrder(posts);
  const instants = toVector(sorted, (post) => post.at);
  const first = sorted[0]?.at;
  const last = sorted.at(-1)?.at;
  const zone = openZone(zoneName, first ?? 0, last ?? 0);
  const localTimes = instants.map(zone.localTimeAt);
  const slotsOfPosts = localTimes.map((localTime) => slotIndex(toWeekSlot(localTime)));

  const values = toVector(sorted, (post) => post.value);
  const residuals = computeResiduals(instants, values);
  const days = localTimes.map(toDayNumber);
  const means = averageBySlot(slotsOfPosts, residuals.values, days);
  const habit = estimateHabit(residuals, instants, values);
  const usual = usualAt(habit.usual, Infinity);
  const share = usual === undefined ? WHOLE : expectedShare(usual);
  const posterior = slotPosterior(means, residuals.variance, prior, share);
  const { effects, variances } = posterior;
  const weekdays = slotsOfPosts.map((slot) => Math.floor(slot / 24));
  const byDay = sumByDay(
    days,
    slotsOfPosts.map((slot) => slot % 24),
    residualsForHours(residuals.values, weekdays),
  );
  const pValue = clockTest(byDay, seedFor(seed, 'test of hours'));

  const bins = Array.from(effects, (effect, slot) => ({
    ...slotAt(slot),
    n: at(means.counts, slot),
    effect,
    sd: Math.sqrt(at(variances, slot)),
  }));
  const candidates = candidateSlots(means.counts, window);
  const chances = estimateBestChances(posterior, candidates, seedFor(seed, 'chance of best'));
  const slots = bestSlots(effects, window ? candidates : postedSlots(candidates, means.counts), count, spacing).flatMap(
    (slot) => {
      const bin = bins[slot];
      return bin === undefined ? [] : [toChoice(bin, at(chances, slot))];
    },
  );
  return {
    verdict: decideVerdict(posts.length, byDay.days, pValue),
    pValue,
    n: posts.length,
    days: byDay.days,
    zone: zoneName,
    period: first === undefined || last === undefined ? undefined : { from: first, to: last },
    bins,
    slots,
    candidates,
    habit,
    typicalShare: clamp(posterior.typicalShare, 0, 1),
    weekdayPValue: weekdayTest(days, weekdays, residuals.values, seedFor(seed, 'test of weekdays')),
    detection: posts.length === 0 ? detectionChance(1) : detectionChance(tellingPosts(posts.length, byDay.shares)),
  };
}

function decideVerdict(posts: number, days: number, pValue: number): Verdict {
  if (posts < HOURS_BAR.posts || days < HOURS_BAR.days) return 'typical only';
  return pValue < SIGNIFICANT ? 'best hours' : 'no detectable best hour';
}

/** A bin with what may be said of it. */
export function toChoice(bin: HourBin, chanceBest: number): HourChoice {
  const low = bin.effect - Z80 * bin.sd;
  const high = bin.effect + Z80 * bin.sd;
  return {
    ...bin,
    low,
    high,
    uplift: effectToPercent(bin.effect),
    upliftLow: effectToPercent(low),
    upliftHigh: effectToPercent(high),
    chanceAbove: bin.sd > 0 ? normalCdf(bin.effect / bin.sd) : Number(bin.effect > 0),
    chanceBest,
  };
}

/**
 * The account's usual count and the range of its posts, as `estimateHours` has them beside hours, without looking for
 * hours: that takes most of the time.
 * @throws RangeError for an instant or a value that is none.
 */
export function learnHabit(posts: readonly ValuedPost[]): Habit {
  checkPosts(posts);
  const sorted = inOrder(posts);
  const instants = toVector(sorted, (post) => post.at);
  const values = toVector(sorted, (post) => post.value);
  return estimateHabit(computeResiduals(instants, values), instants, values);
}

function estimateHabit(
  { trend, variance, clip }: ReturnType<typeof computeResiduals>,
  instants: Float64Array,
  values: Float64Array,
): Habit {
  const level = trend.at(-1);
  const ceilings = trend.map((ln) => Math.expm1(ln + clip.high));
  const usual = usualPosts(instants, values, ceilings);
  if (level === undefined) {
    return { level, usual, sd: TYPICAL_SD, clip: { low: -3 * TYPICAL_SD, high: 3 * TYPICAL_SD } };
  }
  return { level, usual, sd: Math.sqrt(Math.max(variance, RESIDUAL_VARIANCE_FLOOR)), clip };
}
