import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareToAge, CURVE_AT_HORIZON, curveAt, GRID, GRID_LN_MEDIAN, GRID_LN_STEEPNESS } from '#timing/decay/curve.js';
import { type Duration, estimateDecay, typicalDecay } from '#timing/decay/decay.js';
import { expected, expectedRate, expectedRest, decayPosterior } from '#timing/decay/posterior.js';
import type { Observation } from '#timing/decay/observation.js';
import { readFixture } from '../fixture.js';
import { recovery } from '../synthetic.js';

interface Lives {
  readonly level: { a: number; b: number };
  readonly 'three reads': {
    readonly observations: Observation[];
    readonly mean: number;
    readonly point: number;
    readonly lnMedian: number;
    readonly lnSteepness: number;
    readonly mode: [number, number];
    readonly t50: Duration;
    readonly t90: Duration;
  };
  readonly 'nothing after a quarter of an hour': { observations: Observation[]; mean: number; point: number };
  readonly typical: { t50: Duration; t90: Duration };
}

const lives = readFixture<Lives>('lives');
const { level } = lives;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const seconds = ({ low, median, high }: Duration): number[] =>
  [low, median, high].map((ms) => Math.round(ms / 100) / 10);

const someObservations = fc.array(
  fc.record({ age: fc.integer({ min: 0, max: 30 * DAY }), count: fc.integer({ min: 0, max: 5000 }) }),
  { maxLength: 8 },
);
const collectNumbers = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(collectNumbers) : [];
};

describe('a post with three reads', () => {
  const known = lives['three reads'];
  const posterior = decayPosterior(known.observations, { level });
  const estimate = estimateDecay(known.observations, { level, seed: 1 });

  it('has the posterior worked out independently', () => {
    // Points that weigh about a ten-thousandth together are left out of the search.
    expect(expected(posterior.weights, GRID_LN_MEDIAN)).toBeCloseTo(known.lnMedian, 3);
    expect(expected(posterior.weights, GRID_LN_STEEPNESS)).toBeCloseTo(known.lnSteepness, 3);
    const mode = posterior.weights.indexOf(Math.max(...posterior.weights));
    expect(GRID_LN_MEDIAN[mode]).toBeCloseTo(known.mode[0], 9);
    expect(GRID_LN_STEEPNESS[mode]).toBeCloseTo(known.mode[1], 9);
  });

  it('is forecast to the known totals', () => {
    expect(estimate.final.mean).toBeCloseTo(known.mean, 3);
    expect(estimate.final.point).toBeCloseTo(known.point, 3);
    expect(estimate.final.low).toBeGreaterThanOrEqual(10);
    expect(estimate.final.high).toBeGreaterThan(known.mean);
    expect(estimate.basis).toBe('own');
  });

  it('has the known half-life and t90', () => {
    expect(seconds(estimate.t50)).toEqual([known.t50.low, known.t50.median, known.t50.high]);
    expect(seconds(estimate.t90)).toEqual([known.t90.low, known.t90.median, known.t90.high]);
  });

  it('has the same interval for the same seed, and nearly the same for another', () => {
    expect(estimateDecay(known.observations, { level, seed: 1 })).toEqual(estimate);
    const other = estimateDecay(known.observations, { level, seed: 2 });
    expect(Math.abs(other.final.high - estimate.final.high)).toBeLessThanOrEqual(4);
  });

  it('gets what its rate adds up to', () => {
    const age = 3 * HOUR;
    let total = 0;
    for (let t = age; t < 7 * DAY; t += 5 * MINUTE) total += expectedRate(posterior, t + 2.5 * MINUTE) / 12;
    // The rate stands on the whole curve, the rest on what is left after the last read: equal in this case to 15 %.
    expect(total / expectedRest(posterior, age)).toBeGreaterThan(0.85);
    expect(total / expectedRest(posterior, age)).toBeLessThan(1.15);
  });
});

describe('a post with little to go by', () => {
  it('without a reaction after a quarter of an hour is still forecast some', () => {
    const known = lives['nothing after a quarter of an hour'];
    const { final, basis } = estimateDecay(known.observations, { level, seed: 1 });
    expect(final.mean).toBeCloseTo(known.mean, 2);
    expect(final.point).toBeCloseTo(known.point, 2);
    expect(basis).toBe('typical');
  });

  it('has the typical half-life below five reactions', () => {
    const { t50, t90 } = estimateDecay([{ age: HOUR, count: 4 }], { level, seed: 1 });
    expect(t50).toEqual(typicalDecay().t50);
    expect(t90).toEqual(typicalDecay().t90);
    const minutes = ({ low, median, high }: Duration): number[] => [low, median, high].map((ms) => ms / MINUTE);
    const { typical } = lives;
    for (const [i, value] of minutes(t50).entries()) {
      expect(value / ([typical.t50.low, typical.t50.median, typical.t50.high][i] ?? NaN)).toBeCloseTo(1, 2);
    }
    for (const [i, value] of minutes(t90).entries()) {
      expect(value / 60 / ([typical.t90.low, typical.t90.median, typical.t90.high][i] ?? NaN)).toBeCloseTo(1, 1);
    }
  });

  it('without any observation is the prior: the level, and the typical life', () => {
    const { final, n, age, levelKnown } = estimateDecay([], { seed: 1 });
    expect(final.mean).toBeCloseTo(10, 3);
    expect([n, age, levelKnown]).toEqual([0, 0, false]);
  });
});

describe('observations that need repair', () => {
  const clean = [
    { age: HOUR, count: 5 },
    { age: 3 * HOUR, count: 8 },
  ];
  const estimate = (observations: readonly Observation[]) => estimateDecay(observations, { level, seed: 1 });

  it('from before the publication are left out and counted', () => {
    const { repairs, ...rest } = estimate([{ age: -3 * MINUTE, count: 1 }, ...clean]);
    expect(repairs).toEqual({ beforePublication: 1, wentDown: 0 });
    expect(rest).toMatchObject({ final: estimate(clean).final });
  });

  it('that go down keep the highest count', () => {
    const { repairs, n, final } = estimate([...clean, { age: 6 * HOUR, count: 7 }]);
    expect(repairs.wentDown).toBe(1);
    expect(n).toBe(8);
    expect(final).toEqual(estimate([...clean, { age: 6 * HOUR, count: 8 }]).final);
  });

  it('that are no counts are refused', () => {
    expect(() => estimate([{ age: HOUR, count: -1 }])).toThrow('give a finite age in ms and a count of at least 0');
    expect(() => estimate([{ age: NaN, count: 1 }])).toThrow(RangeError);
    expect(() => estimateDecay([], { seed: 1, level: { a: 0, b: 1 } })).toThrow('Level {a: 0, b: 1}');
  });
});

describe('a finished post', () => {
  const observations = [
    { age: HOUR, count: 10 },
    { age: 4 * HOUR, count: 30 },
    { age: 8 * DAY, count: 40 },
    { age: 30 * DAY, count: 44 },
  ];
  const estimate = estimateDecay(observations, { level, seed: 1 });

  it('has a total that is counted, at the first read after 7 days', () => {
    expect(estimate.finished).toBe(true);
    expect(estimate.final).toEqual({ mean: 40, point: 40, low: 40, high: 40 });
    expect(estimate.remaining).toMatchObject({ mean: 0, low: 0, high: 0, alive: false });
  });

  it('takes the highest of the reads made at that time', () => {
    const { final, repairs } = estimateDecay([...observations, { age: 8 * DAY, count: 38 }], { seed: 1 });
    expect([final.point, repairs.wentDown]).toEqual([40, 0]);
  });

  it('shows when half of it was seen, between which reads', () => {
    // 20 of 40 lie half way between 10 at 1 h and 30 at 4 h: in ln t that is 2 h.
    expect(estimate.seen?.t50.age).toBeCloseTo(2 * HOUR, 3);
    expect(estimate.seen?.t50).toMatchObject({ after: HOUR, before: 4 * HOUR });
    const early = estimateDecay(
      [
        { age: 15 * MINUTE, count: 9 },
        { age: 7 * DAY, count: 10 },
      ],
      { level, seed: 1 },
    );
    expect(early.seen?.t50).toEqual({ after: 0, before: 15 * MINUTE });
  });
});

describe('every estimate', () => {
  it('is finite, in order, and the same for any order of observations', () => {
    fc.assert(
      fc.property(someObservations, (observations) => {
        const estimate = estimateDecay(observations, { level, seed: 1 });
        const { final, t50, t90, remaining, n } = estimate;
        expect(collectNumbers(estimate).every(Number.isFinite)).toBe(true);
        expect(final.low).toBeGreaterThanOrEqual(n);
        expect(final.low).toBeLessThanOrEqual(final.high);
        expect(remaining.mean).toBeGreaterThanOrEqual(0);
        for (const { low, median, high } of [t50, t90, remaining.time]) {
          expect(low <= median && median <= high).toBe(true);
        }
        for (const key of ['low', 'median', 'high'] as const) expect(t50[key]).toBeLessThanOrEqual(t90[key]);
        expect(estimateDecay(observations.toReversed(), { level, seed: 1 })).toEqual(estimate);
      }),
      { numRuns: 60 },
    );
  });

  it('expects less and less to come', () => {
    fc.assert(
      fc.property(someObservations, fc.integer({ min: 0, max: 8 * DAY }), fc.nat(DAY), (observations, age, more) => {
        const posterior = decayPosterior(observations, { level });
        const now = expectedRest(posterior, age);
        const later = expectedRest(posterior, age + more);
        expect(later).toBeGreaterThanOrEqual(0);
        expect(later).toBeLessThanOrEqual(now * (1 + 1e-9));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the curves of the grid', () => {
  it('start at 0, never fall and stay below 1', () => {
    const ages = fc.tuple(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.double({ min: 0, max: 1e9, noNaN: true }));
    expect(Math.max(...curveAt(0))).toBe(0);
    fc.assert(
      fc.property(ages, ([a, b]) => {
        const early = curveAt(Math.min(a, b));
        const late = curveAt(Math.max(a, b));
        expect(early.every((value, point) => value <= (late[point] ?? NaN) && value >= 0 && value <= 1)).toBe(true);
      }),
    );
  });

  it('reach half of their 7-day total at their half-life, before nine tenths', () => {
    const half = shareToAge(0.5);
    const ninety = shareToAge(0.9);
    for (const point of [0, 400, GRID - 1]) {
      const reached = (curveAt(half[point] ?? NaN)[point] ?? NaN) / (CURVE_AT_HORIZON[point] ?? NaN);
      expect(reached).toBeCloseTo(0.5, 9);
    }
    expect(half.every((age, point) => age <= (ninety[point] ?? NaN))).toBe(true);
  });
});

describe('synthetic lives', () => {
  it.each([
    [20, 1],
    [200, 6],
    [5000, 168],
  ])('of %i reactions seen for %i h have their half-life in its 80 %% range about 8 times of 10', (total, hours) => {
    const share = recovery(total, hours * 3600, 250, 21);
    expect(share).toBeGreaterThanOrEqual(0.7);
    expect(share).toBeLessThanOrEqual(0.9);
  });
});
