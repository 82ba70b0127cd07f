import { describe, expect, it } from 'vitest';
import { experimentsIn, followExperiment, type CountedItem, type ExperimentItem } from '#campaign/experiment-result.js';
import type { ItemState } from '#queue/item.js';
import type { Metric } from '#timing/hours/usable-posts.js';
import { assignOrders, type Arm } from '#timing/experiment/design.js';
import { createRandom } from '#timing/math/random.js';
import { DAY, HOUR, item } from '../queue/items.js';

const START = Date.UTC(2026, 0, 5, 9);
const NOW = START + 200 * DAY;

/** Both items of a link, posted two days apart, each with a post of so many likes at 7 days. */
function pair(
  number: number,
  change: Partial<Record<Arm, { state?: ItemState; at?: number; metric?: Metric }>> = {},
): readonly ExperimentItem[] {
  const order = assignOrders(number + 1, 1)[number] ?? { pair: number, block: 0, bestFirst: true };
  return (['best', 'usual'] as const).map((arm) => {
    const drawnAt = START + number * DAY + ((arm === 'best') === order.bestFirst ? 0 : 2 * DAY);
    const { state = 'posted', at = drawnAt, metric = 'reactions' } = change[arm] ?? {};
    return {
      ...item({ id: 2 * number + (arm === 'best' ? 1 : 2), state, dueAt: at, postId: `${number}-${arm}` }),
      experiment: {
        ...order,
        seed: 1,
        metric,
        arm,
        armProbability: 0.5,
        slotProbability: 0.2,
        drawnAt,
        countedAt: 7 * DAY,
      },
    };
  });
}

const post = (at: number, likes: number, age = 7 * DAY): CountedItem => ({
  at,
  gone: false,
  observations: [
    { source: 'api', observed: { certainty: 'exact', instant: at + age }, counters: { likes, reposts: 0 } },
  ],
});

/** Posts of items: those at best hours get so many times as many. */
function postsOf(items: readonly ExperimentItem[], times = 1) {
  const random = createRandom(3);
  return new Map(
    items.map(({ postId = '', dueAt, experiment }) => [
      postId,
      post(dueAt, random.poisson(30 * (experiment.arm === 'best' ? times : 1))),
    ]),
  );
}

const follow = (items: readonly ExperimentItem[], posts = postsOf(items), now = NOW) =>
  followExperiment(items, (id) => posts.get(id), now);

describe('the result of an experiment in the queue', () => {
  it('is a difference with its interval, once as many links are counted as it takes', () => {
    const items = Array.from({ length: 40 }, (_, number) => pair(number)).flat();
    const { verdict, difference, links, missing } = follow(items, postsOf(items, 1.5));
    expect({ verdict, missing, counted: links.counted }).toEqual({ verdict: 'better', missing: 0, counted: 40 });
    expect(difference?.uplift).toBeGreaterThan(35);
    expect(difference?.interval?.low).toBeGreaterThan(0.2);
  });

  it('is none yet with few links, and says how many are missing', () => {
    const items = Array.from({ length: 6 }, (_, number) => pair(number)).flat();
    expect(follow(items)).toMatchObject({ verdict: 'running', needed: null, missing: 104, pValue: 1 });
    expect(follow([])).toMatchObject({ verdict: 'none', difference: null, usualCount: null });
  });

  it('compares links as they were drawn: what was moved counts for the arm of its draw', () => {
    const moved = pair(0, { best: { at: START + 5 * DAY + 4 * HOUR } });
    const posts = new Map([
      ['0-best', post(START + 5 * DAY + 4 * HOUR, 50)],
      ['0-usual', post(START + 2 * DAY, 10)],
    ]);
    const { links, moved: count, usualCount } = follow(moved, posts);
    expect({ counted: links.counted, count }).toEqual({ counted: 1, count: 1 });
    expect(usualCount?.best).toBeCloseTo(50, 6);
    expect(usualCount?.usual).toBeCloseTo(10, 6);
  });

  it.each<[string, Partial<Record<Arm, { state: ItemState }>>, string]>([
    ['cancelled', { best: { state: 'cancelled' } }, 'dropped'],
    ['missed', { usual: { state: 'missed' } }, 'dropped'],
    ['refused', { usual: { state: 'refused' } }, 'dropped'],
    ['planned', { usual: { state: 'planned' } }, 'out'],
    ['of unknown outcome', { usual: { state: 'unknown' } }, 'out'],
    ['cancelled, the other planned', { best: { state: 'cancelled' }, usual: { state: 'planned' } }, 'dropped'],
  ])('leaves out a link with a post that is %s', (_, change, state) => {
    const { links } = follow(pair(0, change));
    expect(links).toMatchObject({ joined: 1, counted: 0, [state]: 1 });
  });

  it('counts dropped links by their order', () => {
    const items = [0, 1, 2, 3].flatMap((number) => pair(number, { best: { state: 'cancelled' } }));
    expect(follow(items).links).toMatchObject({ dropped: 4, droppedBestFirst: 2 });
  });

  it('counts at the age that was fixed: the first reading at it or later, or a tenth before', () => {
    const items = pair(0);
    const readings = [1, 6.4, 8, 30].flatMap((days, index) => post(START, 10 * (index + 1), days * DAY).observations);
    const late = { at: START, gone: false, observations: readings };
    const posts = new Map([
      ['0-best', late],
      ['0-usual', late],
    ]);
    expect(follow(items, posts).usualCount?.best).toBeCloseTo(20, 6);
  });

  it('waits for a reading, and says where none can come any more', () => {
    const items = pair(0);
    const young = new Map(items.map(({ postId = '', dueAt }) => [postId, post(dueAt, 5, DAY)]));
    expect(follow(items, young, START + 5 * DAY).links).toMatchObject({ waiting: 1, unread: 0 });
    expect(follow(items, young).links).toMatchObject({ waiting: 0, unread: 1 });
    expect(follow(items, new Map()).links).toMatchObject({ unread: 1 });
  });

  it('drops a link whose post is gone from X', () => {
    const items = pair(0);
    const posts = postsOf(items);
    posts.set('0-best', { ...post(START, 9), gone: true });
    expect(follow(items, posts).links.dropped).toBe(1);
  });

  it('is one for each seed and metric', () => {
    const items = [...pair(0), ...pair(1, { best: { metric: 'clicks' }, usual: { metric: 'clicks' } }), item()];
    expect(experimentsIn(items).map((each) => each.length)).toEqual([2, 2]);
  });
});
