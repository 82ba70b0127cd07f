import type { ValuedPost } from '#timing/hours/hours.js';
import { openZone, type Zone } from '#timing/clock/zone.js';
import { createRandom, type Random } from '#timing/math/random.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** The zone that simulated accounts live in. */
export const ZONE = 'Europe/Paris';
let opened: Zone | undefined;
const zone = (): Zone => (opened ??= openZone(ZONE, Date.UTC(2013, 0, 1), Date.UTC(2030, 0, 1)));

/** When people post: weights of the hours 0..23. */
const HABIT = [0, 0, 0, 0, 0, 0, 0.5, 2, 4, 5, 4, 3, 4, 3, 2, 3, 3, 4, 5, 3, 2, 2, 1, 0.3];

/** Weights of the hours around one hour, on the circle. */
export const around = (centre: number, spread: number): readonly number[] =>
  HABIT.map((_, hour) => Math.exp(-((((hour - centre + 36) % 24) - 12) ** 2) / spread));

/** How an account posts and what its posts get; shares are of its time, 0 at the beginning and 1 at the end. */
export interface World {
  /** Mean of reactions on the scale of ln; 20 by default. */
  readonly mean?: number;
  /** Standard deviation of ln of one post, .8, and of all posts of a day, .3. */
  readonly sd?: number;
  readonly daySd?: number;
  /** Correlation of a day with the one before. */
  readonly dayCorrelation?: number;
  readonly postsPerDay?: number;
  readonly noise?: (random: Random, hour: number) => number;
  readonly trend?: (share: number) => number;
  /** Effect of a slot 0..167 on ln. */
  readonly effect?: (slot: number) => number;
  readonly hours?: (share: number, weekday: number) => readonly number[];
  /** A part of the times of posting is a burst of so many posts in one hour, with a shock of their own. */
  readonly burst?: { readonly size: number; readonly share: number; readonly sd: number };
  /** Share of posts that get nothing whatever they are worth, and the most that one gets. */
  readonly zeros?: number;
  readonly cap?: number;
  /** Every third month is missing. */
  readonly gaps?: boolean;
  /** Every row comes so many times. */
  readonly copies?: number;
}

function pick(random: Random, weights: readonly number[]): number {
  let left = random.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  const place = weights.findIndex((weight) => (left -= weight) < 0);
  return place < 0 ? weights.length - 1 : place;
}

/** An account of a world with n posts. */
export function drawAccount(world: World, n: number, seed: number): ValuedPost[] {
  const random = createRandom(seed);
  const { mean = 20, sd = 0.8, daySd = 0.3, dayCorrelation = 0, postsPerDay = 1.5, burst, copies = 1 } = world;
  const wanted = Math.ceil(n / copies);
  const posts: ValuedPost[] = [];
  const firstDay = Math.floor(Date.UTC(2014, 0, 6) / DAY) + Math.floor(700 * random.uniform());
  let shock = 0;
  for (let day = 0; posts.length < wanted; day += 1) {
    shock = dayCorrelation * shock + Math.sqrt(1 - dayCorrelation ** 2) * daySd * random.normal();
    if (world.gaps === true && Math.floor(day / 30) % 3 === 1) continue;
    const share = posts.length / wanted;
    // 1970-01-01 was a Thursday.
    const weekday = (firstDay + day + 3) % 7;
    const weights = world.hours?.(share, weekday) ?? HABIT;
    for (let times = random.poisson(postsPerDay); times > 0 && posts.length < wanted; times -= 1) {
      const hour = pick(random, weights);
      const isBurst = burst !== undefined && random.uniform() < burst.share;
      const together = burst === undefined ? 0 : burst.sd * random.normal();
      for (let k = isBurst ? burst.size : 1; k > 0 && posts.length < wanted; k -= 1) {
        const wall = (firstDay + day) * DAY + hour * HOUR + Math.floor(60 * random.uniform()) * MINUTE;
        const own = world.noise?.(random, hour) ?? sd * random.normal();
        const ln = Math.log(mean) + (world.trend?.(share) ?? 0) + shock + together + own;
        const worth = random.poisson(Math.exp(Math.min(14, ln + (world.effect?.(24 * weekday + hour) ?? 0))));
        const value =
          world.zeros !== undefined && random.uniform() < world.zeros ? 0 : Math.min(worth, world.cap ?? worth);
        posts.push({ at: zone().toInstant(wall).at, value });
      }
    }
  }
  return posts.flatMap((post) => Array.from({ length: copies }, () => ({ ...post }))).sort((a, b) => a.at - b.at);
}
