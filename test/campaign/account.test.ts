import { describe, expect, it } from 'vitest';
import { learnAccountDecay, countedPosts, toObserved } from '#campaign/account.js';
import type { Observation } from '#history/ports.js';
import { DAY, HOUR, linkPost, NOW } from '../cli/timing-history.js';

const at = NOW - 10 * DAY;
const seen = (observed: Observation['observed'], likes: number): Observation => ({
  source: 'api',
  observed,
  counters: { likes },
});

describe('what was observed of a post', () => {
  it('has an age where the instant of the reading is known', () => {
    const observations = [seen({ certainty: 'exact', instant: at + HOUR }, 3)];
    expect(toObserved({ at, observations }, NOW)).toEqual({
      observations: [{ age: HOUR, count: 3 }],
      reactions: 3,
      undated: false,
    });
  });

  it('has the age of the day only once the day matters little', () => {
    const day = (instant: number) => seen({ certainty: 'day', instant }, 3);
    expect(toObserved({ at, observations: [day(at + 3 * DAY)] }, NOW).observations).toEqual([
      { age: 3 * DAY, count: 3 },
    ]);
    // On the day of the post the reading may be minutes or a day old: it stands for the total, as the post is 10 days old.
    expect(toObserved({ at, observations: [day(at + HOUR)] }, NOW)).toMatchObject({
      observations: [{ age: 10 * DAY }],
      undated: true,
    });
  });

  it.each([
    ['of unknown date', { certainty: 'unknown' }],
    ['later than told', { certainty: 'after', instant: at + DAY }],
  ] as const)('a reading %s tells the total of a finished post, and nothing of a young one', (_, observed) => {
    const observations = [seen(observed, 5)];
    expect(toObserved({ at, observations }, NOW)).toEqual({
      observations: [{ age: 10 * DAY, count: 5 }],
      reactions: 5,
      undated: true,
    });
    expect(toObserved({ at, observations }, at + 2 * DAY)).toEqual({ observations: [], reactions: 5, undated: false });
  });

  it('needs no undated reading when a dated one shows the end', () => {
    const observations = [seen({ certainty: 'exact', instant: at + 8 * DAY }, 9), seen({ certainty: 'unknown' }, 4)];
    expect(toObserved({ at, observations }, NOW)).toMatchObject({ observations: [{ count: 9 }], undated: false });
  });

  it('leaves out readings without likes and reposts', () => {
    const observations: Observation[] = [
      { source: 'api', observed: { certainty: 'exact', instant: at + HOUR }, counters: { impressions: 90 } },
    ];
    expect(toObserved({ at, observations }, NOW)).toEqual({ observations: [], reactions: undefined, undated: false });
  });
});

describe('how an account’s posts live', () => {
  const posts = Array.from({ length: 25 }, (_, index) =>
    linkPost(NOW - (10 + index) * DAY, 8, 'https://example.org', ''),
  );
  const observed = posts.flatMap(({ at: instant, observations }) =>
    instant === undefined ? [] : [{ at: instant, observations }],
  );

  it('is learned from posts that were read on the way to their end', () => {
    const { prior, level } = learnAccountDecay(observed, NOW);
    expect({ shape: prior.learnedFrom, level: level.learnedFrom, mean: level.a / level.b }).toEqual({
      shape: 25,
      level: 25,
      mean: 8,
    });
  });

  it('is learned in its level only from posts that were read once', () => {
    const once = observed.map((post) => ({ ...post, observations: post.observations.slice(-1) }));
    const { prior, level } = learnAccountDecay(once, NOW);
    expect([prior.learnedFrom, level.learnedFrom]).toEqual([0, 25]);
  });

  it('is typical without posts', () => {
    const { prior, level } = learnAccountDecay([], NOW);
    expect([prior.learnedFrom, level.learnedFrom]).toEqual([0, 0]);
  });
});

it('posts of the history are counted by reactions, impressions and clicks; threads are replies', () => {
  const counters = { likes: 2, reposts: 1, impressions: 90, linkClicks: 4 };
  const [post, thread] = countedPosts([
    { id: '1', at, kind: 'original', counters, countedAt: NOW },
    { id: '2', at: undefined, kind: 'thread', counters: {}, countedAt: undefined },
  ]);
  expect(post).toEqual({ at, kind: 'original', countedAt: NOW, counts: { reactions: 3, impressions: 90, clicks: 4 } });
  expect(thread).toEqual({ at: undefined, kind: 'reply', counts: {} });
});
