import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  estimateHours,
  learnHabit,
  type HoursEstimate,
  effectToPercent,
  type ValuedPost,
} from '#timing/hours/hours.js';
import type { HoursPrior } from '#timing/hours/prior.js';
import { createRandom } from '#timing/math/random.js';
import { readFixture } from '../fixture.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday. */
const START = Date.UTC(2024, 0, 1);
const FLAT: HoursPrior = { hourMean: Array<number>(24).fill(0), dowMean: Array<number>(7).fill(0) };

interface VerdictCase {
  readonly what: string;
  readonly posts: number;
  /** Hours between posts. */
  readonly every: number;
  readonly value: number;
  readonly verdict: string;
  readonly pValue: number;
}

const collectNumbers = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(collectNumbers) : [];
};

/** An account that posts at random hours between 6 and 18 and gets more at 17 h. */
function sharpAccount(count: number): ValuedPost[] {
  const random = createRandom(9);
  return Array.from({ length: count }, (_, i) => {
    const hour = 6 + Math.floor(12 * random.uniform());
    const ln = 2 + (hour === 17 ? 1.2 : 0) + 0.5 * random.normal();
    return { at: START + i * DAY + hour * HOUR, value: Math.round(Math.exp(ln)) };
  });
}

const somePosts = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 400 * 24 }).map((hours) => START + hours * HOUR),
    value: fc.integer({ min: 0, max: 1000 }),
  }),
  { maxLength: 80 },
);

it('the habit alone is the one beside the hours, in whatever order posts come', () => {
  fc.assert(
    fc.property(somePosts, (posts) => {
      const { habit } = estimateHours(posts, { zone: 'Europe/Paris', seed: 3, prior: FLAT });
      expect(learnHabit(posts.toReversed())).toEqual(habit);
    }),
  );
});

describe('the verdict', () => {
  it.each(readFixture<VerdictCase[]>('hours-verdicts'))('on $what is "$verdict"', (row) => {
    const posts = Array.from({ length: row.posts }, (_, i) => ({ at: START + i * row.every * HOUR, value: row.value }));
    for (const zone of ['Europe/Paris', 'Australia/Lord_Howe']) {
      const estimate = estimateHours(posts, { zone, seed: 1 });
      expect(estimate.verdict).toBe(row.verdict);
      expect(estimate.pValue).toBe(row.pValue);
      expect(collectNumbers(estimate).every(Number.isFinite)).toBe(true);
    }
  });

  it('is "best hours" for an account with one, which comes first with its interval', () => {
    const { verdict, pValue, slots } = estimateHours(sharpAccount(300), { zone: 'UTC', seed: 1 });
    expect(verdict).toBe('best hours');
    expect(pValue).toBeLessThan(0.05);
    const [best] = slots;
    expect(best?.hour).toBe(17);
    expect(best?.low).toBeGreaterThan(0);
    expect(best?.high).toBeLessThan(1.2);
    expect(best?.chanceAbove).toBeGreaterThan(0.9);
  });
});

describe('an estimate', () => {
  it('has 168 bins, Monday 0 h first, with the posts counted in them', () => {
    const posts = [{ at: Date.UTC(2024, 6, 7, 22, 30), value: 3 }];
    const { bins, n } = estimateHours(posts, { zone: 'Asia/Kathmandu', seed: 1 });
    expect(n).toBe(1);
    expect(bins.map(({ weekday, hour }) => 24 * weekday + hour)).toEqual([...Array<number>(168).keys()]);
    // 22:30 UTC on a Sunday is 04:15 on Monday in Kathmandu.
    expect(bins.filter((bin) => bin.n > 0)).toMatchObject([{ weekday: 0, hour: 4, n: 1 }]);
  });

  it('holds finite numbers only, with effects that average to 0 over the posts', () => {
    fc.assert(
      fc.property(somePosts, fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Kathmandu'), (posts, zone) => {
        const estimate = estimateHours(posts, { zone, seed: 1 });
        expect(collectNumbers(estimate).every(Number.isFinite)).toBe(true);
        const level = estimate.bins.reduce((total, bin) => total + bin.n * bin.effect, 0);
        expect(level).toBeCloseTo(0, 7);
      }),
      { numRuns: 8 },
    );
  });

  it('does not depend on the order of posts', () => {
    fc.assert(
      fc.property(somePosts, fc.infiniteStream(fc.nat()), (posts, keys) => {
        const shuffled = posts
          .map((post) => ({ post, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ post }) => post);
        const options = { zone: 'Europe/Paris', seed: 3 };
        expect(estimateHours(shuffled, options)).toEqual(estimateHours(posts, options));
      }),
      { numRuns: 8 },
    );
  });

  const effects = ({ bins }: HoursEstimate): number[] => bins.map(({ effect }) => effect);
  const distance = (a: readonly number[], b: readonly number[]): number =>
    Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? NaN))));

  it('turns with the clock: posts five hours later have their effects five hours later', () => {
    const posts = sharpAccount(60);
    const later = posts.map(({ at, value }) => ({ at: at + 5 * HOUR, value }));
    const options = { zone: 'UTC', seed: 1, prior: FLAT };
    const turned = effects(estimateHours(later, options));
    const expected = effects(estimateHours(posts, options)).map((_, slot, all) => {
      const hour = ((slot % 24) + 19) % 24;
      return all[slot - (slot % 24) + hour] ?? NaN;
    });
    expect(distance(turned, expected)).toBeLessThan(1e-9);
  });

  it('turns with the week: posts three days later have their effects three days later', () => {
    const posts = sharpAccount(60);
    const later = posts.map(({ at, value }) => ({ at: at + 3 * DAY, value }));
    const options = { zone: 'UTC', seed: 1, prior: FLAT };
    const before = effects(estimateHours(posts, options));
    const expected = before.map((_, slot) => before[(slot + 96) % 168] ?? NaN);
    expect(distance(effects(estimateHours(later, options)), expected)).toBeLessThan(1e-9);
  });

  it('in another zone is the estimate of posts labelled with its hours', () => {
    const posts = sharpAccount(80);
    const relabelled = posts.map(({ at, value }) => ({ at: at + 9 * HOUR, value }));
    const { bins } = estimateHours(relabelled, { zone: 'UTC', seed: 1 });
    expect(estimateHours(posts, { zone: 'Asia/Tokyo', seed: 1 }).bins).toEqual(bins);
  });

  it('keeps a post at 9 in the slot of 9 on both sides of a change of the clock', () => {
    const winter = { at: Date.UTC(2024, 2, 30, 8), value: 1 };
    const summer = { at: Date.UTC(2024, 2, 31, 7), value: 1 };
    const { bins } = estimateHours([winter, summer], { zone: 'Europe/Paris', seed: 1 });
    expect(bins.filter(({ n }) => n > 0).map(({ hour }) => hour)).toEqual([9, 9]);
  });
});

describe('recommended slots', () => {
  const posts = sharpAccount(100);

  it('keep to hours used before, three hours apart on a day', () => {
    const { slots } = estimateHours(posts, { zone: 'UTC', seed: 1, count: 20 });
    expect(slots.length).toBe(20);
    for (const [i, slot] of slots.entries()) {
      expect(slot.hour).toBeGreaterThanOrEqual(6);
      expect(slot.hour).toBeLessThan(18);
      const sameDay = slots.slice(0, i).filter(({ weekday }) => weekday === slot.weekday);
      expect(sameDay.every(({ hour }) => Math.abs(hour - slot.hour) >= 3)).toBe(true);
    }
  });

  it('keep to the window when there is one, used before or not', () => {
    const { candidates, slots } = estimateHours(posts, {
      zone: 'UTC',
      seed: 1,
      window: { from: 22 * 60 + 30, to: 60 },
    });
    expect(candidates.slice(0, 6)).toEqual([0, 22, 23, 24, 46, 47]);
    expect(slots.every(({ hour }) => hour >= 22 || hour === 0)).toBe(true);
  });

  it('are from 8 to 22 h without any post', () => {
    const hours = new Set(estimateHours([], { zone: 'UTC', seed: 1 }).candidates.map((slot) => slot % 24));
    expect([...hours]).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]);
  });

  it.each([
    [0, 0],
    [0.1, 8],
    [-0.1, -8],
    [0.004, 0],
    [-0.004, 0],
    [Math.log(2), 80],
  ])('with an effect of %d promise %i per cent', (effect, percent) => {
    expect(effectToPercent(effect)).toBe(percent);
  });
});

describe('what is no post, zone or prior', () => {
  const options = { zone: 'UTC', seed: 1 };
  it('is refused with the reason', () => {
    expect(() => estimateHours([{ at: NaN, value: 1 }], options)).toThrow('give an instant in ms UTC');
    expect(() => estimateHours([{ at: 0, value: -1 }], options)).toThrow(RangeError);
    expect(() =>
      estimateHours(
        [
          { at: 0, value: 1 },
          { at: 8.64e15, value: 1 },
        ],
        options,
      ),
    ).toThrow(/1900 to 2199/);
    expect(() => estimateHours([], { ...options, zone: 'Mars/Base' })).toThrow('Unknown time zone "Mars/Base"');
    expect(() => estimateHours([], { ...options, prior: { ...FLAT, hourMean: [1] } })).toThrow(
      'prior.hourMean has 1 values: give 24 finite numbers.',
    );
  });
});
