import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AdviceInput, adviseRepost } from '#timing/decay/advice.js';
import { estimateHours } from '#timing/hours/hours.js';
import { estimatePosts, type LinkPost } from '#timing/decay/link-decay.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Monday, 9 h in Paris. */
const NOW = Date.UTC(2026, 10, 23, 8);
const LEVEL = { a: 1, b: 0.1, learnedFrom: 50 };
/** Two posts a day, at 9 and at 14 h, 9 reactions each. */
const HOURS = estimateHours(
  Array.from({ length: 120 }, (_, i) => ({ at: NOW - (i >> 1) * DAY + (i % 2) * 5 * HOUR - 10 * DAY, value: 9 })),
  { zone: 'Europe/Paris', seed: 1 },
);

const seenAfter = (age: number, ...counts: readonly [number, number][]): LinkPost => ({
  at: NOW - age,
  observations: counts.map(([hours, count]) => ({ age: hours * HOUR, count })),
});
/** A post of two weeks ago, with its reactions in. */
const old = (total: number, days = 14): LinkPost => seenAfter(days * DAY, [1, total], [days * 24, total]);
const advise = (posts: readonly LinkPost[], input: Partial<AdviceInput> = {}) =>
  adviseRepost({
    now: NOW,
    posts: estimatePosts(posts, { seed: 1, level: LEVEL }),
    hours: HOURS,
    level: LEVEL,
    ...input,
  });

describe('advice', () => {
  it('is to post a link now that was never posted', () => {
    expect(advise([])).toMatchObject({ verb: 'repost now', cause: 'never posted', rest: 0 });
  });

  it('is to repost now when the last post is done and the hour is in use', () => {
    const advice = advise([old(12)]);
    expect(advice).toMatchObject({ verb: 'repost now', cause: 'due' });
    expect(advice.slot?.localTime).toBe('2026-11-23T09:00');
    expect(advice.gain.mean).toBeGreaterThan(9);
    expect(advice.gain.times).toBeGreaterThan(1);
  });

  it('is to wait for an hour in use', () => {
    const advice = advise([old(12)], { now: NOW + 2 * HOUR });
    expect(advice).toMatchObject({ verb: 'wait until', cause: 'hour not in use' });
    expect(advice.slot?.localTime).toBe('2026-11-23T14:00');
  });

  it('is to wait out the gap, for spacing and not for reach', () => {
    const advice = advise([seenAfter(5 * HOUR, [1, 5], [5, 8])]);
    expect(advice).toMatchObject({ verb: 'wait until', cause: 'too soon' });
    expect(advice.slot?.at).toBeGreaterThanOrEqual(NOW + 19 * HOUR);
  });

  it('is to wait while the last post still collects', () => {
    const slow = seenAfter(DAY + HOUR, [1, 0], [12, 8], [24, 40]);
    const advice = advise([slow], { rules: { minGap: 0 } });
    expect(advice.verb).toBe('wait until');
    expect(['too soon', 'still collecting']).toContain(advice.cause);
    expect(advice.rest).toBeGreaterThan(4);
  });

  it('is to change the text of a link whose only post got less than usual: one post ends nothing', () => {
    const advice = advise([old(0)]);
    expect(advice).toMatchObject({ verb: 'rewrite first', cause: 'weak so far' });
    expect(advice.slot).toBeDefined();
    expect(advice.gain.times).toBeLessThan(0.85);
  });

  it('is to let a link rest whose posts leave hardly a chance of half the usual', () => {
    const habit = { ...HOURS.habit, usual: { points: [{ at: NOW, mean: 9 }], spread: 0.72 } };
    const hours = { ...HOURS, habit };
    expect(advise([old(0, 30), old(0)], { hours })).toMatchObject({ verb: 'let it rest', cause: 'gain too small' });
    expect(advise([old(0)], { hours }).verb).toBe('rewrite first');
  });

  it('is to let a link rest that was last posted years ago', () => {
    expect(advise([old(40, 800)])).toMatchObject({ verb: 'let it rest', cause: 'too old' });
    expect(advise([old(40, 800)], { rules: { maxAge: Infinity } }).verb).toBe('repost now');
  });

  it('measures a link against the level of its own time', () => {
    // Four times the usual of its time, on an account that has grown a hundredfold since.
    const posts = Array.from({ length: 300 }, (_, i) => ({
      at: NOW - (602 - 2 * i) * DAY,
      value: Math.round(4 * 100 ** (i / 299)),
    }));
    const hours = estimateHours(posts, { zone: 'Europe/Paris', seed: 1 });
    const advice = advise([old(16, 592)], { hours, window: { from: 0, to: 1440 } });
    expect(advice.verb).toBe('repost now');
    expect(advice.gain.mean).toBeGreaterThan(400);
  });

  it('never says that a link still gets more where next to nothing is to come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 3 }), fc.nat(200), (totals, hours) => {
        const posts = totals.map((total, index) =>
          seenAfter(hours * HOUR + (totals.length - index) * 2 * DAY, [1, total]),
        );
        const { cause, rest } = advise(posts);
        return cause !== 'still getting more' || rest >= 0.5;
      }),
    );
  });

  it('is to let it rest when no hour is left', () => {
    const blackouts = { weekdays: [0, 1, 2, 3, 4, 5, 6] };
    expect(advise([old(12)], { blackouts })).toMatchObject({ verb: 'let it rest', cause: 'no hour left' });
  });

  it('is to stop after four reposts', () => {
    const posts = [30, 25, 20, 15, 10].map((days) => old(12, days));
    expect(advise(posts)).toMatchObject({ verb: 'stop', cause: 'enough reposts' });
    expect(advise(posts, { rules: { maxReposts: 9 } }).verb).toBe('repost now');
  });

  it('is to stop when the campaign is over', () => {
    expect(advise([old(12)], { until: NOW })).toMatchObject({ verb: 'stop', cause: 'window over' });
  });

  it('is to stop after two reposts in a row below what nine in ten bring', () => {
    // Usual post 9, spread at least 0.1: expected about 9, then much less comes, twice.
    const habit = { ...HOURS.habit, sd: 0.3, clip: { low: -2, high: 2 } };
    const posts = [old(12, 40), old(2, 30), old(0, 20)];
    expect(advise(posts, { hours: { ...HOURS, habit } })).toMatchObject({ verb: 'stop', cause: 'two weak reposts' });
    expect(advise([old(12, 40), old(2, 30), old(9, 20)], { hours: { ...HOURS, habit } }).verb).not.toBe('stop');
  });

  it('skips the tests of gain where the usual post gets nothing', () => {
    const silent = { ...HOURS.habit, level: 0, usual: { points: [{ at: 0, mean: 0 }], spread: 0.72 } };
    expect(advise([old(0)], { hours: { ...HOURS, habit: silent } }).verb).toBe('repost now');
  });
});
