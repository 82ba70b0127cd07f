import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dump, fixture, openHistory } from './open-history.js';

const FIXTURES = readdirSync('fixtures/history').filter(
  (name) => !['refused', 'archive-other', 'expected'].includes(name),
);

describe('imports', () => {
  it('of any fixtures in any order, twice, give the same history', async () => {
    expect(FIXTURES.length).toBeGreaterThan(15);
    await fc.assert(
      fc.asyncProperty(
        fc
          .shuffledSubarray(FIXTURES, { minLength: 2 })
          .chain((first) =>
            fc.tuple(
              fc.constant(first),
              fc.shuffledSubarray(first, { minLength: first.length }),
              fc.shuffledSubarray(first),
            ),
          ),
        async ([first, second, again]) => {
          const one = await openHistory();
          const other = await openHistory();
          try {
            await one.import(first.map(fixture));
            await one.import(again.map(fixture));
            for (const name of [...second, ...second]) await other.import([fixture(name)]);
            expect(dump(other)).toEqual(dump(one));
          } finally {
            one.database.close();
            other.database.close();
          }
        },
      ),
      { numRuns: 15 },
    );
  }, 120_000);

  it('never lose an observation', async () => {
    const history = await openHistory();
    const seen = new Set<string>();
    for (const name of FIXTURES) {
      await history.import([fixture(name)]);
      const observations = [...history.contents().posts].flatMap(({ id, observations: all }) =>
        all.map((observation) => `${id} ${JSON.stringify(observation)}`),
      );
      const present = new Set(observations);
      expect([...seen].filter((observation) => !present.has(observation))).toEqual([]);
      observations.forEach((observation) => seen.add(observation));
    }
    expect(seen.size).toBeGreaterThan(40);
  });

  it('leave the tables and indexes as they were, into an empty history too', async () => {
    const history = await openHistory();
    const schema = (): unknown =>
      history.database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
    const before = schema();
    await history.import([fixture('archive')]);
    expect(schema()).toEqual(before);
    expect(history.database.pragma('integrity_check')).toBe('ok');
  });
});
