import { describe, expect, it } from 'vitest';
import { estimateHours, typicalHours } from '#timing/hours/hours.js';
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
    const { bins } = typicalHours(estimate([9, 9, 9, 21]));
    const [nine, late] = [bins[9]?.effect ?? NaN, bins[21]?.effect ?? NaN];
    expect((3 * nine + late) / 4).toBeCloseTo(0, 12);
    expect(late - nine).toBeCloseTo((TYPICAL_HOURS.hourMean[21] ?? NaN) - (TYPICAL_HOURS.hourMean[9] ?? NaN), 12);
    expect(bins[9]?.n).toBe(3);
  });

  it('recommends hours in use, with the spread of accounts around it', () => {
    const { slots } = typicalHours(estimate([9, 21]));
    expect(new Set(slots.map(({ hour }) => hour))).toEqual(new Set([9, 21]));
    // sqrt(0.021 + 0.0088)
    expect(slots[0]?.sd).toBeCloseTo(0.17263, 5);
    expect(slots[0]?.low).toBeLessThan(slots[0]?.effect ?? NaN);
  });
});
