import { describe, expect, it } from 'vitest';
import { clockTest, residualsForHours, sumByDay, tellingPosts, weekdayTest } from '#timing/hours/hour-of-day-test.js';
import { computeResiduals } from '#timing/hours/trend.js';
import { createRandom } from '#timing/math/random.js';
import { toVector } from '#timing/math/vector.js';

interface World {
  readonly hour: (index: number, weekday: number) => number;
  readonly level: (index: number, weekday: number) => number;
}

/** Shares of 60 simulated accounts of n posts, one a day, whose hours and whose weekdays are found to matter. */
function found(n: number, { hour, level }: World, seed: number): { readonly hour: number; readonly weekday: number } {
  const random = createRandom(seed);
  const accounts = 60;
  let [hours, weekdays] = [0, 0];
  for (let account = 1; account <= accounts; account += 1) {
    const posts = Array.from({ length: n }, (_, day) => {
      const weekday = (day + 3) % 7;
      const clock = (Math.round(hour(day, weekday) + 1.5 * random.normal()) + 48) % 24;
      const value = Math.round(20 * level(day, weekday) * Math.exp(0.85 * random.normal()));
      return { day, weekday, clock, at: (24 * day + clock) * 3_600_000, value };
    });
    const { values } = computeResiduals(
      toVector(posts, ({ at }) => at),
      toVector(posts, ({ value }) => value),
    );
    const days = toVector(posts, ({ day }) => day);
    const weekday = toVector(posts, (post) => post.weekday);
    const clock = toVector(posts, (post) => post.clock);
    if (clockTest(sumByDay(days, clock, residualsForHours(values, weekday)), account) < 0.05) hours += 1;
    if (weekdayTest(days, weekday, values, account) < 0.05) weekdays += 1;
  }
  return { hour: hours / accounts, weekday: weekdays / accounts };
}

const isWeekend = (weekday: number): boolean => weekday >= 5;

describe('what is no effect of the hour', () => {
  it.each([
    [
      'a habit that moves while the level grows',
      30,
      { hour: (i) => (i < 15 ? 9 : 19), level: (i) => (i < 15 ? 1 : 3) },
    ],
    [
      'a weekday, though its posts go out at other hours',
      200,
      { hour: (_, day) => (isWeekend(day) ? 20 : 10), level: (_, day) => (isWeekend(day) ? 1.42 : 1) },
    ],
  ] satisfies readonly (readonly [string, number, World])[])('%s', (_, posts, world) => {
    expect(found(posts, world, 3).hour).toBeLessThanOrEqual(0.08);
  });

  it('leaves a weekday that matters to be found as one', () => {
    const world: World = { hour: () => 14, level: (_, day) => Math.exp(isWeekend(day) ? 0.35 : -0.35) };
    expect(found(200, world, 5).weekday).toBeGreaterThanOrEqual(0.8);
  });
});

describe('what tells hours apart', () => {
  it('is nothing when all posts are at one hour, and all of them over the day', () => {
    const one = Float64Array.from({ length: 24 }, (_, hour) => Number(hour === 9));
    expect(tellingPosts(500, one)).toBeCloseTo(0, 9);
    expect(tellingPosts(500, new Float64Array(24).fill(1 / 24))).toBeCloseTo(500, 6);
  });
});
