import { describe, expect, it } from 'vitest';
import { estimateDecay } from '#timing/decay/decay.js';
import { estimateLink, estimatePosts, linkCurve, remainingReactions } from '#timing/decay/link-decay.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 1);
const OPTIONS = { seed: 1, level: { a: 1, b: 0.05 } };
const first = {
  at: START,
  observations: [
    { age: HOUR, count: 12 },
    { age: 7 * DAY, count: 40 },
  ],
};
const second = {
  at: START + 8 * DAY,
  observations: [
    { age: HOUR, count: 6 },
    { age: 6 * HOUR, count: 11 },
  ],
};
const NOW = second.at + 6 * HOUR;

describe('the life of a link', () => {
  const link = estimateLink([second, first], NOW, OPTIONS);

  it('adds up the expected totals of its posts, oldest first', () => {
    const alone = estimateDecay(second.observations, OPTIONS);
    expect(link.posts.map(({ at }) => at)).toEqual([first.at, second.at]);
    expect(link.total.mean).toBeCloseTo(40 + alone.final.mean, 9);
    expect(link.remaining.mean).toBeCloseTo(alone.remaining.mean, 9);
    expect(link.total.low).toBeGreaterThanOrEqual(51);
    expect(link.alive).toBe(true);
    expect(link.rate).toBeGreaterThan(0);
  });

  it('tells what each repost gained and when it came', () => {
    const [one, two] = link.posts;
    expect([one?.sincePrevious, one?.ratioToFirst]).toEqual([undefined, undefined]);
    expect(two?.sincePrevious).toBe(8 * DAY);
    expect(two?.ratioToFirst).toBeCloseTo((two?.gain.mean ?? NaN) / 40, 12);
  });

  it('is as uncertain as independent posts are, not as posts that move together', () => {
    const open = { observations: [{ age: HOUR, count: 9 }] };
    const width = (posts: number): number => {
      const { total } = estimateLink(
        Array.from({ length: posts }, (_, i) => ({ at: START + i, ...open })),
        START + HOUR,
        OPTIONS,
      );
      return total.high - total.low;
    };
    // Nine independent posts are three times as uncertain as one; nine that move together would be nine times.
    expect(width(9) / width(1)).toBeGreaterThan(2);
    expect(width(9) / width(1)).toBeLessThan(6);
  });

  it('without any post is nothing', () => {
    const none = estimateLink([first], START - 1, OPTIONS);
    expect(none).toMatchObject({ posts: [], total: { mean: 0, low: 0, high: 0 }, rate: 0, alive: false });
  });
});

describe('the curve of a link', () => {
  const judged = estimatePosts([first, second], OPTIONS);
  const curve = linkCurve(judged, [START, START + HOUR, second.at, NOW, NOW + DAY, NOW + 8 * DAY]);

  it('goes through what was counted, then widens', () => {
    expect(curve.slice(0, 4).map(({ mean }) => mean)).toEqual([0, 12, 40, 51]);
    expect(curve.slice(0, 4).every(({ low, high }) => low === high)).toBe(true);
    expect(curve[5]?.high).toBeGreaterThan(curve[5]?.low ?? NaN);
  });

  it('never falls', () => {
    for (const [i, { mean, low, high }] of curve.entries()) {
      expect(mean).toBeGreaterThanOrEqual(curve[i - 1]?.mean ?? 0);
      expect(low <= mean && mean <= high).toBe(true);
    }
  });

  it('leaves nothing to come 7 days after the last post', () => {
    expect(remainingReactions(judged, second.at + 7 * DAY)).toBe(0);
    expect(remainingReactions(judged, NOW)).toBeGreaterThan(remainingReactions(judged, NOW + DAY));
  });
});
