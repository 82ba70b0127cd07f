import { describe, expect, it } from 'vitest';
import { clockTest, hourStatistic, sumByDay } from '#timing/hours/hour-of-day-test.js';

describe('the test of hours', () => {
  const day = sumByDay(
    Float64Array.of(1, 1, 1, 1, 1, 1),
    Float64Array.of(9, 9, 21, 21, 20, 9),
    Float64Array.of(-0.4, -0.2, 0.5, 0.3, 0.1, -0.3),
  );

  it('has the statistic 2.284273 for six posts of one day', () => {
    expect(hourStatistic(day)).toBeCloseTo(2.284273, 5);
  });

  it('finds nothing in one day: its sign cannot matter', () => {
    expect(clockTest(day, 1)).toBe(1);
  });
});
