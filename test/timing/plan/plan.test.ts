import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateHours, type HoursEstimate } from '#timing/hours/hours.js';
import { type PlanInput, planReposts } from '#timing/plan/plan.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Monday, noon in Paris. */
const FROM = Date.UTC(2026, 10, 23, 11);
const HOURS = estimateHours([], { zone: 'Europe/Paris', seed: 1 });
const BASE: PlanInput = {
  link: 'example.org/guide',
  reposts: 3,
  from: FROM,
  zone: 'Europe/Paris',
  hours: HOURS,
  gap: 2 * DAY,
  seed: 1,
};
/** Hours of an account that knows one good hour: Sunday 2 h. */
const sundayNight: HoursEstimate = {
  ...HOURS,
  candidates: [...Array<number>(168).keys()],
  bins: HOURS.bins.map(({ weekday, hour }) => ({
    weekday,
    hour,
    n: 0,
    sd: 0.1,
    effect: Number(weekday === 6 && hour === 2),
  })),
};
const plannedTimes = (input: Partial<PlanInput>): string[] =>
  planReposts({ ...BASE, ...input }).slots.map(({ localTime }) => localTime);

describe('a plan', () => {
  it('places reposts at the best hours that keep the gap', () => {
    // By the typical curve from 8 to 22 h every day is best at 21 h, and Sunday before Saturday, Monday and Friday; what
    // is still to come of a post after 2 days weighs more than the difference between Friday's hours.
    const plan = planReposts(BASE);
    expect(plan.slots.map(({ localTime }) => localTime)).toEqual([
      '2026-11-23T21:00',
      '2026-11-29T21:00',
      '2026-12-04T08:00',
    ]);
    expect(plan.shortfall).toBeUndefined();
    expect(plan.slots.map(({ why }) => why.sinceLink)).toEqual([undefined, 6 * DAY, 4 * DAY + 11 * HOUR]);
  });

  it('says of every slot why: effect, interval, rest of the link, distance', () => {
    const { slots, verdict } = planReposts({ ...BASE, queue: [{ at: Date.UTC(2026, 10, 29, 15) }] });
    const last = slots[1];
    expect(last?.why).toMatchObject({
      basis: 'typical',
      uplift: 12,
      upliftLow: -7,
      upliftHigh: 34,
      sinceLink: 6 * DAY,
      toNearest: 5 * HOUR,
    });
    expect(last?.why.restShare).toBeCloseTo(0.005, 2);
    expect(last?.why.low).toBeLessThan(last?.why.effect ?? NaN);
    expect(last?.why.gain.low).toBeLessThan(last?.why.gain.mean ?? NaN);
    expect(verdict).toBe('typical only');
  });

  it('keeps to the window, on days that are not blacked out', () => {
    const slots = plannedTimes({ window: '08:00-10:00', blackouts: { weekdays: [5, 6], dates: ['2026-11-24'] } });
    expect(slots.length).toBe(3);
    for (const wall of slots) {
      expect(['08', '09']).toContain(wall.slice(11, 13));
      expect(['2026-11-24', '2026-11-28', '2026-11-29']).not.toContain(wall.slice(0, 10));
    }
  });

  it('keeps away from what is queued: an hour from any post, the gap from posts of the link', () => {
    const [first = 0] = planReposts({ ...BASE, reposts: 1 }).slots.map(({ at }) => at);
    const beside = planReposts({ ...BASE, reposts: 1, queue: [{ at: first + 20 * 60_000 }] }).slots[0]?.at ?? 0;
    expect(Math.abs(beside - first - 20 * 60_000)).toBeGreaterThanOrEqual(HOUR);
    const sameLink = planReposts({ ...BASE, reposts: 1, queue: [{ at: first, link: BASE.link }] }).slots[0]?.at ?? 0;
    expect(Math.abs(sameLink - first)).toBeGreaterThanOrEqual(2 * DAY);
  });

  it('waits until the link’s newest post has nine tenths of its reactions', () => {
    const posts = [{ at: FROM - HOUR, observations: [{ age: HOUR, count: 12 }] }];
    const [slot] = planReposts({ ...BASE, reposts: 1, posts, gap: 0 }).slots;
    expect(slot?.why.restShare).toBeLessThanOrEqual(0.1);
    expect(slot?.why.sinceLink).toBeGreaterThan(10 * HOUR);
  });

  it('moves a slot that the clock skips, and keeps the time that was requested', () => {
    const from = Date.UTC(2026, 2, 28, 12);
    const input = { hours: sundayNight, from, until: from + 2 * DAY, reposts: 1, window: '02:00-03:00' };
    const { slots } = planReposts({ ...BASE, ...input, blackouts: { weekdays: [0] } });
    expect(slots.map(({ at }) => new Date(at).toISOString())).toEqual(['2026-03-29T01:00:00.000Z']);
    expect(slots[0]).toMatchObject({ match: 'gap', requestedTime: '2026-03-29T02:00', localTime: '2026-03-29T03:00' });
  });

  it('uses a doubled hour once, the first time, and marks it', () => {
    const from = Date.UTC(2026, 9, 24, 12);
    const { slots } = planReposts({
      ...BASE,
      hours: sundayNight,
      from,
      until: from + DAY,
      reposts: 3,
      gap: 0,
      window: '02:00-03:00',
    });
    expect(slots.map(({ at }) => new Date(at).toISOString())).toEqual(['2026-10-25T00:00:00.000Z']);
    expect(slots[0]?.match).toBe('overlap');
  });

  it('follows the wall clock over a change, not the number of hours', () => {
    const from = Date.UTC(2026, 9, 17, 12);
    const walls = plannedTimes({ hours: sundayNight, from, until: from + 16 * DAY, reposts: 3, gap: 6 * DAY });
    expect(walls).toEqual(['2026-10-18T02:00', '2026-10-25T02:00', '2026-11-01T02:00']);
  });

  it('tells what it costs in each mode', () => {
    const prices = [
      { mode: 'api' as const, perPost: 200 },
      { mode: 'remind' as const, perPost: 0 },
    ];
    expect(planReposts({ ...BASE, prices }).cost).toEqual([
      { mode: 'api', perPost: 200, posts: 3, total: 600 },
      { mode: 'remind', perPost: 0, posts: 3, total: 0 },
    ]);
    expect(() => planReposts({ ...BASE, prices: [{ mode: 'api', perPost: 0.2 }] })).toThrow('whole thousandths');
  });

  it('keeps every promise whatever it is asked', () => {
    const queue = fc.array(fc.record({ at: fc.integer({ min: 0, max: 20 * 24 * 60 }), own: fc.boolean() }), {
      maxLength: 12,
    });
    const asked = fc.record({ reposts: fc.integer({ min: 1, max: 6 }), gap: fc.integer({ min: 0, max: 5 }), queue });
    fc.assert(
      fc.property(asked, ({ reposts, gap, queue: items }) => {
        const queued = items.map(({ at, own }) => ({ at: FROM + at * 60_000, ...(own ? { link: BASE.link } : {}) }));
        const plan = planReposts({ ...BASE, reposts, gap: gap * DAY, queue: queued });
        expect(plan.slots.length === reposts).toBe(plan.shortfall === undefined);
        for (const [i, slot] of plan.slots.entries()) {
          expect(slot.at).toBeGreaterThanOrEqual(plan.period.from);
          expect(slot.at).toBeLessThan(plan.period.until);
          expect(slot.at - (plan.slots[i - 1]?.at ?? -Infinity)).toBeGreaterThanOrEqual(Math.max(HOUR, gap * DAY));
          for (const other of queued) {
            const least = 'link' in other ? Math.max(HOUR, gap * DAY) : HOUR;
            expect(Math.abs(other.at - slot.at)).toBeGreaterThanOrEqual(least);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a plan that cannot be', () => {
  it.each([
    ['no hour', { window: '08:00-09:00', blackouts: { weekdays: [0, 1, 2, 3, 4, 5, 6] } }, 0, 'no hour'],
    ['a period that is over', { until: FROM }, 0, 'no hour'],
    ['more than fit', { until: FROM + 3 * DAY, reposts: 5 }, 2, 'gap'],
    ['a link posted just now', { until: FROM + DAY, posts: [{ at: FROM - HOUR, observations: [] }] }, 0, 'too soon'],
    [
      'a full queue',
      { until: FROM + 5 * HOUR, queue: [1, 2, 3, 4, 5].map((h) => ({ at: FROM + h * HOUR })), window: '13:00-17:00' },
      0,
      'queue full',
    ],
  ] as const)('for %s says so', (_, input, placed, cause) => {
    const plan = planReposts({ ...BASE, ...input });
    expect([plan.slots.length, plan.shortfall]).toEqual([placed, cause]);
  });

  it.each([
    [{ reposts: -1 }, 'Reposts -1: give a whole number from 0 to 366.'],
    [{ reposts: 1e6 }, 'Reposts 1000000'],
    [{ gap: Infinity }, 'Gap Infinity ms'],
    [{ until: Date.UTC(9999, 11, 31) }, 'at most 3 years apart'],
    [{ from: 8.64e15 }, 'Period from 8640000000000000: give instants at most'],
    [{ from: NaN }, 'give instants in ms UTC'],
    [{ reposts: 1.5 }, 'Reposts 1.5'],
    [{ gap: -1 }, 'give durations from 0 to'],
    [{ window: '20-8' }, 'Window "20-8"'],
    [{ zone: 'UTC' }, 'The plan is for UTC, but its hours were estimated for Europe/Paris'],
    [{ zone: 'Paris', hours: { ...HOURS, zone: 'Paris' } }, 'Unknown time zone "Paris"'],
    [{ from: NaN }, 'give instants in ms UTC'],
  ])('with %j is refused', (input, message) => {
    expect(() => planReposts({ ...BASE, ...input })).toThrow(message);
  });
});
