import { describe, expect, it } from 'vitest';
import { estimateHours } from '#timing/hours/hours.js';
import { typicalHours } from '#timing/hours/typical-hours.js';
import { createRandom } from '#timing/math/random.js';
import { TYPICAL_HOURS } from '#timing/hours/prior.js';

const START = Date.UTC(2025, 0, 6);
const HOUR = 3_600_000;
const estimate = (hours: readonly number[]) =>
  estimateHours(
    hours.map((hour, index) => ({ at: START + hour * HOUR + index * 24 * 7 * HOUR, value: 50 * (index % 3) })),
    { zone: 'UTC', seed: 1 },
  );

describe('the typical curve for an account', () => {
  it('without posts is the curve itself', () => {
    const { bins } = typicalHours(estimate([]));
    expect(bins[9]?.effect).toBeCloseTo((TYPICAL_HOURS.hourMean[9] ?? NaN) + (TYPICAL_HOURS.dowMean[0] ?? NaN), 12);
    expect(bins).toHaveLength(168);
  });

  it('is relative to the hours that the account posts at, and to nothing that its posts got', () => {
    const account = estimate([9, 9, 9, 21]);
    const { bins } = typicalHours(account);
    const [nine, late] = [bins[9]?.effect ?? NaN, bins[21]?.effect ?? NaN];
    expect((3 * nine + late) / 4).toBeCloseTo(0, 12);
    const step = (TYPICAL_HOURS.hourMean[21] ?? NaN) - (TYPICAL_HOURS.hourMean[9] ?? NaN);
    expect(late - nine).toBeCloseTo(account.typicalShare * step, 12);
    expect(bins[9]?.n).toBe(3);
  });

  it('is as high as it holds for an account of this size, and as its own posts show', () => {
    const withPosts = (level: number, slope: number, count: number) => {
      const random = createRandom(3);
      const posts = Array.from({ length: count }, (_, index) => {
        const hour = Math.floor(24 * random.uniform());
        const effect = slope * (TYPICAL_HOURS.hourMean[hour] ?? 0);
        const value = random.poisson(level * Math.exp(effect + 0.4 * random.normal()));
        return { at: START + index * 9 * HOUR - ((index * 9) % 24) * HOUR + hour * HOUR, value };
      });
      return estimateHours(posts, { zone: 'UTC', seed: 1 });
    };
    expect(withPosts(1, 0, 100).typicalShare).toBeLessThan(0.3);
    expect(withPosts(100, 1, 100).typicalShare).toBeGreaterThan(0.6);
    // Against the curve, and seen to be.
    expect(withPosts(100, -2, 3000).typicalShare).toBeLessThan(0.4);
    expect(typicalHours(withPosts(1, 0, 100)).slots.every(({ uplift }) => uplift <= 4)).toBe(true);
  });

  it('recommends hours in use, with the spread of accounts around it', () => {
    const { slots } = typicalHours(estimate([9, 21]));
    expect(new Set(slots.map(({ hour }) => hour))).toEqual(new Set([9, 21]));
    // sqrt(0.021 + 0.0088)
    expect(slots[0]?.sd).toBeCloseTo(0.17263, 5);
    expect(slots[0]?.low).toBeLessThan(slots[0]?.effect ?? NaN);
  });
});
