import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeResiduals, computeTrend } from '#timing/hours/trend.js';

const DAY = 86_400_000;

function plainMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? NaN) : ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2;
}

/** The trend as it is defined, window by window. */
function plainTrend(instants: readonly number[], y: readonly number[]): number[] {
  return instants.map((instant, i) => {
    const near = y.filter((_, j) => Math.abs((instants[j] ?? NaN) - instant) <= 14 * DAY);
    if (near.length >= 25) return plainMedian(near);
    const to = Math.min(y.length, Math.max(0, i - 12) + 25);
    return plainMedian(y.slice(Math.max(0, to - 25), to));
  });
}

describe('the trend', () => {
  it('is the median of the posts around each post, whether they lie close or far apart', () => {
    const gaps = fc.array(fc.tuple(fc.constantFrom(0, 0.1, 1, 9, 40), fc.integer({ min: 0, max: 6 })), {
      maxLength: 150,
    });
    fc.assert(
      fc.property(gaps, (steps) => {
        let instant = 0;
        const instants = steps.map(([gap]) => (instant += gap * DAY));
        const y = steps.map(([, value]) => value);
        expect([...computeTrend(Float64Array.from(instants), Float64Array.from(y))]).toEqual(plainTrend(instants, y));
      }),
    );
  });
});

describe('residuals', () => {
  it('have mean 0 and hold an outlier within three robust deviations', () => {
    const values = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1e6];
    const residuals = computeResiduals(Float64Array.from(values.keys()), Float64Array.from(values));
    expect(residuals.values.reduce((total, value) => total + value, 0)).toBeCloseTo(0, 12);
    // MAD 0, so the bound is 3 (sd / 2 + 1e-6); sd of nine 0 and one ln(1 + 1e6) - ln 2 is 0.3 times it.
    const jump = Math.log1p(1e6) - Math.log(2);
    expect(residuals.clip.high).toBeCloseTo(3 * ((0.3 * jump) / 2 + 1e-6), 9);
    expect(Math.max(...residuals.values)).toBeCloseTo(0.9 * residuals.clip.high, 9);
  });

  it('of nothing are nothing', () => {
    expect(computeResiduals(new Float64Array(), new Float64Array()).variance).toBe(0);
  });
});
