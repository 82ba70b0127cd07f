import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intervalOf, median, quantilePair, variance, weightedQuantile } from '#timing/math/vector.js';

const numbers = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 60 });

describe('quantiles', () => {
  it('are linear between neighbours', () => {
    expect(quantilePair(Float64Array.of(40, 10, 30, 20), 0.1, 0.5)).toEqual([13, 25]);
    expect(quantilePair(Float64Array.of(7), 0.1, 0.9)).toEqual([7, 7]);
  });

  it('are those of the sorted values', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const sorted = [...list].sort((a, b) => a - b);
        const expected = [0.1, 0.9].map((share) => {
          const place = share * (sorted.length - 1);
          const below = sorted[Math.floor(place)] ?? NaN;
          const above = sorted[Math.ceil(place)] ?? NaN;
          return below + (place - Math.floor(place)) * (above - below);
        });
        const found = quantilePair(Float64Array.from(list), 0.1, 0.9);
        expect(found[0]).toBeCloseTo(expected[0] ?? NaN, 12);
        expect(found[1]).toBeCloseTo(expected[1] ?? NaN, 12);
      }),
    );
  });

  it('by weight are the first value at which the weights reach the share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 5 })), { minLength: 1 }),
        fc.constantFrom(0.1, 0.5, 0.9),
        (pairs, share) => {
          const sorted = [...pairs].sort((a, b) => a[0] - b[0]);
          const whole = pairs.reduce((total, [, weight]) => total + weight, 0);
          let reached = 0;
          const expected = sorted.find(([, weight]) => (reached += weight) >= share * whole)?.[0];
          const values = Float64Array.from(pairs, ([value]) => value);
          expect(
            weightedQuantile(
              values,
              Float64Array.from(pairs, ([, weight]) => weight),
              share,
            ),
          ).toBe(expected);
        },
      ),
    );
  });
});

describe('median and variance', () => {
  it.each([
    [[], 0, 0],
    [[3], 3, 0],
    [[1, 2], 1.5, 0.25],
    [[5, 1, 3], 3, 8 / 3],
  ])('of %j are %d and %d', (list, middle, spread) => {
    expect(median(Float64Array.from(list))).toBe(middle);
    expect(variance(Float64Array.from(list))).toBeCloseTo(spread, 12);
  });
});

describe('an interval of 80 %', () => {
  it('has equal tails where values differ', () => {
    const values = Float64Array.from({ length: 101 }, (_, k) => 10 * k);
    const [low, high] = intervalOf(values, 0.8);
    expect(low).toBeCloseTo(100, 6);
    expect(Math.abs(high - 900)).toBeLessThanOrEqual(20);
  });

  it('begins at a value that most have, and leaves out 20 % above it', () => {
    const values = Float64Array.from({ length: 100 }, (_, k) => (k < 50 ? 3 : k < 82 ? 4 : k < 95 ? 5 : 9));
    expect(intervalOf(values, 0.8)).toEqual([3, 4]);
  });

  it('ends where it is nearest to the share', () => {
    expect(
      intervalOf(
        Float64Array.from({ length: 100 }, (_, k) => (k < 76 ? 0 : 1)),
        0.8,
      ),
    ).toEqual([0, 0]);
    expect(
      intervalOf(
        Float64Array.from({ length: 100 }, (_, k) => (k < 50 ? 0 : 1)),
        0.8,
      ),
    ).toEqual([0, 1]);
  });

  it('lies within the values', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const [low, high] = intervalOf(Float64Array.from(list), 0.8);
        expect(low).toBeGreaterThanOrEqual(Math.min(...list));
        expect(high).toBeLessThanOrEqual(Math.max(...list));
        expect(low).toBeLessThanOrEqual(high);
      }),
    );
  });
});
