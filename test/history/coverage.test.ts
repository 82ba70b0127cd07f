import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { env } from 'node:process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedPosts, DECAY_SAMPLE, learnAccountDecay } from '#campaign/account.js';
import { assessCapabilities } from '#history/import.js';
import type { Coverage, PostKind } from '#history/ports.js';
import { createTimingReader } from '#store/history/reader.js';
import { HOURS_BAR } from '#timing/hours/hours.js';
import { usablePosts } from '#timing/hours/usable-posts.js';
import { firstIdAt } from '#tweet/snowflake.js';
import { fixture, NOW, openHistory } from './open-history.js';

const NAMES = readdirSync('fixtures/history').filter((name) => name !== 'expected');

describe('the coverage report', () => {
  it('is expected of every fixture, and of nothing else', () => {
    expect(NAMES.length).toBeGreaterThan(15);
    expect(readdirSync('fixtures/history/expected').sort()).toEqual(NAMES.map((name) => `${name}.json`).sort());
  });

  // After a wanted change: UPDATE_COVERAGE=1 npx vitest run test/history/coverage.test.ts, then read the difference.
  it.each(NAMES)('of %s is the expected one', async (name) => {
    const history = await openHistory();
    const report = await history.import([fixture(name)]);
    const expected = `fixtures/history/expected/${name}.json`;
    if (env['UPDATE_COVERAGE'] !== undefined) writeFileSync(expected, `${JSON.stringify(report, null, 2)}\n`);
    expect(report).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});

const countsOf = (reactions: number, impressions: number, clicks: number): Coverage['hoursFrom'] => ({
  reactions: { posts: reactions, days: reactions },
  impressions: { posts: impressions, days: impressions },
  clicks: { posts: clicks, days: clicks },
});

const PLAIN_POST = {
  provenance: { source: 'table' as const },
  quote: false,
  language: '',
  media: 0,
  text: 'A guide',
  cut: false,
  links: [],
  contacts: [],
};

describe('what a history allows', () => {
  const nothing: Coverage = {
    posts: 0,
    originals: 0,
    threads: 0,
    replies: 0,
    reposts: 0,
    superseded: 0,
    gone: 0,
    withHour: 0,
    withCounters: 0,
    withImpressions: 0,
    withLink: 0,
    withTwoObservations: 0,
    withPace: 0,
    hoursFrom: countsOf(0, 0, 0),
  };
  it.each<[string, Partial<Coverage>, unknown]>([
    ['no posts', {}, { from: 'none', missing: 'posts' }],
    ['days only', { originals: 50 }, { from: 'none', missing: 'hours' }],
    ['an old archive', { originals: 50, withHour: 40 }, { from: 'none', missing: 'counters' }],
    ['fresh counters', { originals: 50, withHour: 50, withCounters: 50 }, { from: 'none', missing: 'age' }],
    ['an archive', { originals: 50, withHour: 50, hoursFrom: countsOf(50, 0, 0) }, { from: 'reactions', posts: 50 }],
    [
      'an archive and one month of analytics',
      { originals: 500, withHour: 500, hoursFrom: countsOf(500, 20, 20) },
      { from: 'reactions', posts: 500 },
    ],
    [
      'all analytics',
      { originals: 50, withHour: 50, hoursFrom: countsOf(50, 50, 50) },
      { from: 'reactions', posts: 50 },
    ],
    ['some likes', { originals: 50, withHour: 50, hoursFrom: countsOf(9, 50, 50) }, { from: 'impressions', posts: 50 }],
  ])('with %s', (_, coverage, bestHours) => {
    expect(assessCapabilities({ ...nothing, ...coverage })).toMatchObject({ bestHours });
  });

  const DAY = 86_400_000;
  const likes = fc.option(fc.nat(3), { nil: undefined });
  const anyPost = fc.record({
    daysAgo: fc.constantFrom(1, 2.5, 4, 9, 20, 40),
    kind: fc.constantFrom('original', 'original', 'original', 'reply'),
    hasHour: fc.boolean(),
    observations: fc.array(
      fc.record({
        age: fc.constantFrom(-1, 0.1, 2, 3.5, 6.9, 7, 12),
        certainty: fc.constantFrom('exact', 'day', 'after', 'unknown'),
        likes,
        impressions: likes,
        linkClicks: likes,
      }),
      { maxLength: 3 },
    ),
  });

  it('is what hours and decay then find', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPost, { minLength: 1, maxLength: 4 }), async (kinds) => {
        // As many of each as the pace is learned from.
        const posts = kinds.flatMap((post) => Array.from({ length: 20 }, () => post));
        const history = await openHistory();
        const session = history.openImport();
        posts.forEach(({ daysAgo, kind, hasHour, observations }, index) => {
          const at = NOW - daysAgo * DAY - index * 1000;
          session.add({
            ...PLAIN_POST,
            id: String(firstIdAt(at)),
            at,
            precision: hasHour ? 'ms' : 'day',
            kind: kind as PostKind,
            observations: observations.map(({ age, certainty, ...counters }) => ({
              source: 'table',
              observed: { certainty: certainty as 'exact', instant: at + age * DAY },
              counters: Object.fromEntries(Object.entries(counters).filter(([, value]) => value !== undefined)),
            })),
          });
        });
        session.commit(undefined, { handles: [] });
        const { bestHours, decay } = assessCapabilities(history.coverage(NOW));
        const timing = createTimingReader(history.database);
        const usable = usablePosts(countedPosts(timing.timedPosts()), NOW);
        const days = new Set(usable.posts.map(({ at }) => Math.floor(at / DAY))).size;
        expect(bestHours).toMatchObject(
          usable.metric === undefined ? { from: 'none' } : { from: usable.metric, posts: usable.posts.length, days },
        );
        // Below the bar the estimate says nothing of how many there were.
        const { learnedFrom = 0 } = learnAccountDecay(timing.observedPosts(DECAY_SAMPLE), NOW).prior;
        expect(decay.posts >= decay.minPosts ? decay.posts : 0).toBe(learnedFrom);
        history.database.close();
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('has the bars of the estimators', () => {
    const { minPosts, minDays } = assessCapabilities(nothing);
    expect({ posts: minPosts, days: minDays }).toEqual(HOURS_BAR);
  });
});
