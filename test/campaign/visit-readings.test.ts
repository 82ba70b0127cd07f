import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observeVisits, readVisits } from '#campaign/visit-readings.js';
import type { VisitCount } from '#history/visits.js';
import { tagKey } from '#tweet/campaign-tag.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const START = Date.UTC(2026, 1, 9);
const NOW = START + 60 * DAY;
const POSTS = [
  { id: 'first', at: START + 8 * HOUR },
  { id: 'second', at: START + 3 * DAY + 8 * HOUR },
];
const OWNERS = new Map([[tagKey({ campaign: 'guide', content: 'a' }), 'first']]);

/** Visits of a day from START on, or of an hour of it. */
function count(day: number, visits: number, given: Partial<VisitCount> & { readonly hour?: number } = {}): VisitCount {
  const { hour, ...rest } = given;
  const start = START + day * DAY + (hour ?? 0) * HOUR;
  const span = hour === undefined ? DAY : HOUR;
  const name = new Date(START + day * DAY).toISOString().slice(0, 10);
  return {
    link: 'blog.example/guide',
    campaign: '',
    content: '',
    scope: 'all',
    start,
    span,
    day: name,
    tool: 'table',
    visits,
    ...rest,
  };
}
const TAGGED = { campaign: 'guide', content: 'a', scope: 'part' } as const;

/** The visits of each post by its last reading. */
const totals = (counts: readonly VisitCount[]): readonly number[] =>
  observeVisits(POSTS, { counts, owners: OWNERS }, NOW).map(({ observations }) =>
    Number(readVisits(observations.at(-1)?.counters ?? {}) ?? 0),
  );

describe('the visits of the posts of a link', () => {
  it.each<[string, VisitCount[], readonly number[]]>([
    ['without a tag go to the newest post of their time', [count(0, 5), count(2, 1), count(4, 7)], [6, 7]],
    ['before the first post go to none', [count(-1, 9), count(0, 5)], [5, 0]],
    ['with a tag of its own go to that post, however late', [count(4, 3, TAGGED)], [3, 0]],
    [
      'partly by campaign, partly not, are counted once',
      [count(4, 10), count(4, 3, TAGGED), count(4, 3, { ...TAGGED, link: '' })],
      [3, 7],
    ],
    [
      'counted by hour and by day are counted once',
      [count(4, 10), count(4, 6, { hour: 9 }), count(4, 4, { hour: 10 })],
      [0, 10],
    ],
    ['of two programs are those of the one that saw more', [count(4, 10), count(4, 8, { tool: 'ga4' })], [0, 10]],
    ['of a campaign of several posts go to the newest', [count(4, 3, { ...TAGGED, content: 'both' })], [0, 3]],
  ])('%s', (_, counts, expected) => {
    expect(totals(counts)).toEqual(expected);
  });

  it('have a reading at the end of each hour or day, and at the end of what was counted', () => {
    const [first] = observeVisits(POSTS, { counts: [count(0, 5), count(9, 1)], owners: OWNERS }, NOW);
    expect(first?.observations.map(({ observed, counters }) => [observed, readVisits(counters)])).toEqual([
      [{ certainty: 'exact', instant: START + DAY }, 5],
      [{ certainty: 'exact', instant: START + 10 * DAY }, 5],
    ]);
  });

  it('add up to those of the link, and never go down', () => {
    const counted = fc.record({
      day: fc.integer({ min: 0, max: 9 }),
      visits: fc.integer({ min: 0, max: 50 }),
      tagged: fc.integer({ min: 0, max: 50 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(counted, { selector: ({ day }) => day, minLength: 1 }), (days) => {
        const counts = days.flatMap(({ day, visits, tagged }) => [
          count(day, visits),
          count(day, Math.min(tagged, visits), TAGGED),
        ]);
        expect(totals(counts).reduce((sum, each) => sum + each, 0)).toBe(
          days.reduce((sum, { visits }) => sum + visits, 0),
        );
        for (const { observations } of observeVisits(POSTS, { counts, owners: OWNERS }, NOW)) {
          const readings = observations.map(({ counters }) => readVisits(counters) ?? 0);
          expect(readings).toEqual([...readings].sort((a, b) => a - b));
        }
      }),
    );
  });
});
