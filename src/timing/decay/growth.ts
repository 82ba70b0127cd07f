import { at, clamp } from '../math/vector.js';
import type { Snapshots } from './observation.js';

/** Shares of the age at which a post's counts tell how it is going. */
const LOOKS = [1, 0.5, 0.25, 0.1] as const;

/** What an account's complete posts did from one age on. */
export interface GrowthAt {
  /** Seconds. */
  readonly age: number;
  /** Of ln(total / count): a line in the logs of four earlier counts (`growthFeatures`). */
  readonly intercept: number;
  readonly slopes: readonly number[];
  /** Median of ln(total / count). */
  readonly multiplier: number;
  /** How far each is believed, of sum 1: the curve, the line, the median. By the errors that each made on these posts. */
  readonly weights: readonly [curve: number, line: number, median: number];
  /** What still came over what the curve expected, by the hour of day of publication, UTC. */
  readonly byHour: readonly number[];
  /** How far totals lay from their forecasts, in units of what the curve alone would have it; 1 where unknown. */
  readonly spread: number;
}

/** How an account's posts grow, beside what the curve says. Plain data, ascending ages. */
export interface Growth {
  readonly ages: readonly GrowthAt[];
  /** Complete posts that it was learned from. */
  readonly learnedFrom: number;
}

/** Of a small count the curve knows more than a line in its log: at this count both are believed alike. */
const HALF_AT = 50;
/** Neither is believed beyond this factor. */
const FURTHEST = 8;

/** The count between two snapshots, linear in ln t; before the first one linear in t. */
export function countAtAge({ ages, counts }: Snapshots, seconds: number): number {
  const k = ages.findIndex((age) => age >= seconds);
  if (k < 0) return counts.at(-1) ?? 0;
  const to = at(counts, k);
  if (k === 0) return (to * Math.max(0, seconds)) / at(ages, 0);
  const from = at(counts, k - 1);
  const start = Math.log(at(ages, k - 1));
  return from + ((to - from) * (Math.log(seconds) - start)) / (Math.log(at(ages, k)) - start);
}

/** ln(1 + count) at an age, and how it has risen since a half, a quarter and a tenth of it. */
export function growthFeatures(snapshots: Snapshots, age: number): readonly number[] {
  const logs = LOOKS.map((share) => Math.log1p(countAtAge(snapshots, age * share)));
  return logs.map((log, index) => (index === 0 ? log : (logs[index - 1] ?? log) - log));
}

/** The hour of day in UTC at an instant (ms UTC): any clock will do, as long as it is always the same. */
export const hourOfDay = (instant: number): number => ((Math.floor(instant / 3_600_000) % 24) + 24) % 24;

/** What stands for a post's hour of publication where it is not known. */
const anyHour = (byHour: readonly number[]): number => byHour.reduce((sum, factor) => sum + factor, 0) / byHour.length;

/** What the growth of an account's posts changes in a forecast by the curve alone. */
export interface Correction {
  /** The factor on what is still expected to come. */
  readonly factor: number;
  /**
   * The factor on its median. Where few posts bring most of what comes, more comes on average than the curve says, and
   * still no more to the usual post: only the hour of publication counts for it.
   */
  readonly ofMedian: number;
  /** The power of its distance from the median, on the scale of logs. */
  readonly spread: number;
}

export const NO_CORRECTION: Correction = { factor: 1, ofMedian: 1, spread: 1 };

/**
 * What growth changes in what the curve expects; nothing without a `growth`.
 * @param rest median of what the curve expects. @param hour of day of publication, 0..23; undefined where unknown.
 */
export function correctionBy(
  growth: Growth | undefined,
  snapshots: Snapshots,
  rest: number,
  hour?: number,
): Correction {
  const age = snapshots.ages.at(-1) ?? 0;
  const n = snapshots.counts.at(-1) ?? 0;
  if (growth === undefined || growth.ages.length === 0 || age === 0 || snapshots.finished) return NO_CORRECTION;
  const above = growth.ages.findIndex((each) => each.age >= age);
  const after = growth.ages[above] ?? growth.ages.at(-1);
  const before = growth.ages[above - 1] ?? (above < 0 ? after : growth.ages[0]);
  if (before === undefined || after === undefined) return NO_CORRECTION;
  const part = after.age === before.age ? 0 : Math.log(age / before.age) / Math.log(after.age / before.age);
  const between = (read: (each: GrowthAt) => number): number =>
    read(before) + clamp(part, 0, 1) * (read(after) - read(before));
  const byHour = Math.log(between((each) => (hour === undefined ? anyHour(each.byHour) : (each.byHour[hour] ?? 1))));
  const ofThisHour = byHour - Math.log(between((each) => anyHour(each.byHour)));
  if (n === 0 || rest <= 0) return { factor: Math.exp(byHour), ofMedian: Math.exp(ofThisHour), spread: 1 };
  const features = growthFeatures(snapshots, age);
  const curve = Math.log1p(rest / n);
  const target = between(({ weights, intercept, slopes, multiplier }) => {
    const line = Math.max(
      0,
      slopes.reduce((sum, slope, index) => sum + slope * (features[index] ?? 0), intercept),
    );
    return weights[0] * curve + weights[1] * line + weights[2] * multiplier;
  });
  const ratio = clamp((n * Math.expm1(target)) / rest, 1 / FURTHEST, FURTHEST);
  const share = n ** 2 / (n ** 2 + HALF_AT ** 2);
  return {
    factor: Math.exp(share * Math.log(ratio) + (1 - share) * byHour),
    ofMedian: Math.exp(share * Math.log(ratio) + (1 - share) * ofThisHour),
    spread: Math.exp(share * Math.log(between((each) => each.spread))),
  };
}
