import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { describe, expect, it } from 'vitest';
import { assessCapabilities } from '#history/import.js';
import type { Coverage } from '#history/ports.js';
import { fixture, openHistory } from './open-history.js';

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
    hoursFromImpressions: 0,
    hoursFromCounters: 0,
  };
  it.each<[string, Partial<Coverage>, unknown]>([
    ['no posts', {}, { from: 'none', missing: 'posts' }],
    ['days only', { originals: 50 }, { from: 'none', missing: 'hours' }],
    ['an old archive', { originals: 50, withHour: 40 }, { from: 'none', missing: 'counters' }],
    ['an archive', { originals: 50, withHour: 50, hoursFromCounters: 50 }, { from: 'reactions', posts: 50 }],
    [
      'an archive and one month of analytics',
      { originals: 500, withHour: 500, hoursFromCounters: 500, hoursFromImpressions: 20 },
      { from: 'reactions', posts: 500 },
    ],
    [
      'all analytics',
      { originals: 50, withHour: 50, hoursFromCounters: 50, hoursFromImpressions: 50 },
      { from: 'impressions', posts: 50 },
    ],
  ])('with %s', (_, coverage, bestHours) => {
    expect(assessCapabilities({ ...nothing, ...coverage })).toMatchObject({ bestHours });
  });
});
