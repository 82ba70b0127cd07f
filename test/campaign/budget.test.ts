import { describe, expect, it } from 'vitest';
import { budgetPeriods, estimateCost, exceededCaps, FIRST_CAPS, type Taken } from '#campaign/budget.js';
import { openDatabase } from '#store/database.js';
import { createQueueStore } from '#store/queue/store.js';

const NOW = Date.UTC(2026, 2, 30, 12);
const at = (month: number, day: number, hour = 12): number => Date.UTC(2026, month - 1, day, hour);
const nothing: Taken = {
  now: NOW,
  caps: { day: 1000, month: 10_000 },
  spent: { day: 0, month: 0 },
  open: [],
};

describe('what a plan takes of the budget', () => {
  it('counts by days and months of UTC', () => {
    const posts = [at(3, 30, 23), at(3, 31, 1), at(4, 2)].map((instant) => ({ at: instant, price: 200 }));
    expect(budgetPeriods(posts, nothing)).toEqual([
      { period: 'day', begins: '2026-03-30', cap: 1000, taken: 0, plan: 200 },
      { period: 'day', begins: '2026-03-31', cap: 1000, taken: 0, plan: 200 },
      { period: 'day', begins: '2026-04-02', cap: 1000, taken: 0, plan: 200 },
      { period: 'month', begins: '2026-03', cap: 10_000, taken: 0, plan: 400 },
      { period: 'month', begins: '2026-04', cap: 10_000, taken: 0, plan: 200 },
    ]);
  });

  it('counts what was spent in the present day and month only, and what others plan', () => {
    const open: Taken['open'] = [
      { state: 'planned', mode: 'api', dueAt: at(3, 31), price: 200 },
      { state: 'planned', mode: 'remind', dueAt: at(3, 31), price: 0 },
      // Written down as spent already.
      { state: 'unknown', mode: 'api', dueAt: at(3, 31), price: 200 },
    ];
    const taken = { ...nothing, spent: { day: 300, month: 4000 }, open };
    const periods = budgetPeriods([{ at: at(3, 31), price: 200 }], taken).map((period) => [
      period.begins,
      period.taken,
    ]);
    expect(periods).toEqual([
      ['2026-03-31', 200],
      ['2026-03', 4200],
    ]);
  });

  it.each([
    [1000, 800, 200, false],
    [1000, 801, 200, true],
    [0, 0, 15, true],
    [0, 0, 0, false],
    [100, 500, 0, false],
  ])('of a cap of %d with %d taken, a plan of %d breaks it: %s', (cap, taken, plan, expected) => {
    const exceeded = exceededCaps([{ period: 'day', begins: '2026-03-31', cap, taken, plan }]);
    expect(exceeded.map(({ period, begins }) => [period, begins])).toEqual(expected ? [['day', ['2026-03-31']]] : []);
  });

  it('begins with the caps of a new database', async () => {
    const database = await openDatabase(':memory:', { nodeVersion: process.versions.node });
    expect(await createQueueStore(database).caps()).toEqual(FIRST_CAPS);
    database.close();
  });
});

describe('the cost of a plan', () => {
  const prices = { prices: { withLink: 200, without: 15 }, priceText: (text: string) => (text === 'link' ? 200 : 15) };

  it('counts a text that is still to be written as one with a link', () => {
    const [api, remind] = estimateCost([{ text: 'link' }, { text: 'plain' }], 1, { mode: 'api', ...prices });
    expect(api).toEqual({ mode: 'api', posts: { withLink: 2, without: 1 }, perPost: prices.prices, total: 415 });
    expect(remind).toMatchObject({ mode: 'remind', total: 0 });
  });

  it('names the wanted mode first', () => {
    expect(estimateCost([], 0, { mode: 'remind', ...prices }).map(({ mode }) => mode)).toEqual(['remind', 'api']);
  });
});
