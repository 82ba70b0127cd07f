import { describe, expect, it } from 'vitest';
import { detectionChance } from '#timing/hours/hour-of-day-test.js';
import { normalCdf } from '#timing/math/random.js';
import { type CountedPost, usablePosts } from '#timing/hours/usable-posts.js';

const NOW = Date.UTC(2026, 0, 31);
const HOUR = 3_600_000;
const post = (change: Partial<CountedPost>): CountedPost => ({
  at: NOW - 100 * HOUR,
  kind: 'original',
  counts: { reactions: 4, impressions: 900 },
  ...change,
});

describe('posts that tell of hours', () => {
  const history = [
    post({}),
    post({ kind: 'reply' }),
    post({ kind: 'repost' }),
    post({ at: undefined }),
    post({ at: NOW - 71 * HOUR }),
    post({ at: NOW - 72 * HOUR, counts: { impressions: 5 } }),
  ];

  it('are settled originals of a known hour, the others counted by why they are left out', () => {
    expect(usablePosts(history, NOW, 'reactions')).toEqual({
      metric: 'reactions',
      posts: [{ at: NOW - 100 * HOUR, value: 4 }],
      leftOut: { replies: 1, reposts: 1, unknownHour: 1, young: 1, uncounted: 1 },
    });
  });

  it('were settled when they were counted, not only now', () => {
    const at = NOW - 100 * HOUR;
    const { posts, leftOut } = usablePosts(
      [post({ countedAt: at + 71 * HOUR }), post({ countedAt: at + 72 * HOUR })],
      NOW,
    );
    expect([posts.length, leftOut.young]).toEqual([1, 1]);
  });

  it('are counted by the metric that most of them have', () => {
    expect(usablePosts(history, NOW).metric).toBe('impressions');
    expect(usablePosts([post({})], NOW).metric).toBe('reactions');
    expect(usablePosts([post({ counts: {} })], NOW)).toMatchObject({
      metric: undefined,
      posts: [],
      leftOut: { uncounted: 1 },
    });
    expect(usablePosts([], NOW).metric).toBeUndefined();
  });
});

describe('the chance of detection', () => {
  it.each([
    [0, 0],
    [50, 0.1],
    [200, 0.25],
    [450, 0.45],
    [1000, 0.6],
    [100_000, 0.8],
  ])('with %i posts is %d', (posts, chance) => {
    expect(detectionChance(posts)).toBe(chance);
  });
});

describe('the normal law', () => {
  it.each([
    [0, 0.5],
    [1.2816, 0.9],
    [-1.96, 0.025],
    [8, 1],
  ])('has at %d the chance %d', (x, chance) => {
    expect(normalCdf(x)).toBeCloseTo(chance, 4);
  });
});
