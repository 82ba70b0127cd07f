import { describe, expect, it } from 'vitest';
import { analyzeExperiment, type PairOutcome } from '#timing/experiment/analysis.js';
import { assignOrders, planExperiment, planPair } from '#timing/experiment/design.js';
import { estimateHours } from '#timing/hours/hours.js';
import { createRandom } from '#timing/math/random.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 0, 5);

const hours = estimateHours(
  Array.from({ length: 80 }, (_, k) => ({ at: START - (90 - k) * DAY + (8 + (k % 12)) * HOUR, value: k % 9 })),
  { zone: 'UTC', seed: 1 },
);
const input = { links: 12, hours, from: START, until: START + 120 * DAY, spacing: 3 * DAY, apart: 2 * HOUR, seed: 5 };

/** Links whose best post gets `times` what the usual one gets. */
function outcomes(links: number, times: number, seed: number): PairOutcome[] {
  const random = createRandom(seed);
  return assignOrders(links, seed).map(({ block, bestFirst }) => {
    const strength = 40 * Math.exp(0.7 * random.normal());
    const count = (isBest: boolean): number =>
      random.poisson(strength * (isBest ? times : 1) * Math.exp(0.3 * random.normal()));
    return { block, bestFirst, first: count(bestFirst), second: count(!bestFirst) };
  });
}

describe('the plan of an experiment', () => {
  it('puts half of each four links in either order', () => {
    const orders = assignOrders(40, 3);
    for (let block = 0; block < 10; block += 1) {
      expect(orders.filter((order) => order.block === block && order.bestFirst)).toHaveLength(2);
    }
  });

  it('posts each link once at a best hour and once at a usual one, far enough apart', () => {
    const posts = planExperiment(input);
    for (let link = 0; link < input.links; link += 1) {
      const pair = posts.filter((post) => post.pair === link);
      expect(pair.map(({ arm }) => arm).toSorted()).toEqual(['best', 'usual']);
      expect((pair[1]?.slot.at ?? 0) - (pair[0]?.slot.at ?? 0)).toBeGreaterThanOrEqual(input.spacing);
    }
    const instants = posts.map(({ slot }) => slot.at);
    const steps = instants.slice(1).map((at, k) => at - (instants[k] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(input.apart);
  });

  it('says with which probability each slot was drawn, and draws the same for the same seed', () => {
    const posts = planExperiment(input);
    expect(posts.every(({ armProbability }) => armProbability === 0.5)).toBe(true);
    expect(posts.every(({ slotProbability }) => slotProbability > 0 && slotProbability <= 1)).toBe(true);
    expect(planExperiment(input)).toEqual(posts);
    expect(planExperiment({ ...input, seed: 6 })).not.toEqual(posts);
  });

  it('draws for links that join one after the other what it draws for them together', () => {
    const { links, apart, ...rest } = input;
    const posts: ReturnType<typeof planExperiment>[number][] = [];
    for (let pair = 0; pair < links; pair += 1) {
      const drawn = planPair({
        ...rest,
        pair,
        isFree: (at) => posts.every(({ slot }) => Math.abs(at - slot.at) >= apart),
      });
      if (Array.isArray(drawn)) posts.push(...drawn);
    }
    expect(posts.toSorted((a, b) => a.slot.at - b.slot.at)).toEqual(planExperiment(input));
  });

  it('keeps to a window and to weekdays, and says so where these leave an arm no hour', () => {
    const window = { from: 8 * 60, to: 14 * 60 };
    const posts = planExperiment({ ...input, window, blackouts: { weekdays: [6] } });
    expect(posts).not.toHaveLength(0);
    expect(posts.every(({ slot }) => slot.hour >= 8 && slot.hour < 14 && slot.weekday !== 6)).toBe(true);
    const night = { from: 60, to: 120 };
    expect(planPair({ ...input, pair: 0, window: night, isFree: () => true })).toBe('no hour');
  });

  it('ends with whole pairs where the period is over', () => {
    const posts = planExperiment({ ...input, until: START + 10 * DAY });
    expect(posts.length % 2).toBe(0);
    expect(posts.length).toBeLessThan(2 * input.links);
  });

  it.each([
    [{ links: 0 }, /links is 0/],
    [{ links: Infinity }, /links is Infinity/],
    [{ from: NaN }, /from NaN/],
    [{ spacing: Infinity }, /spacing Infinity/],
  ])('refuses %j', (wrong, message) => {
    expect(() => planExperiment({ ...input, ...wrong })).toThrow(message);
  });
});

describe('the result of an experiment', () => {
  it('finds a difference of half, with its interval', () => {
    const { difference, low, high, pValue } = analyzeExperiment(outcomes(60, 1.5, 2), 1);
    expect(difference).toBeGreaterThan(low ?? NaN);
    expect(difference).toBeLessThan(high ?? NaN);
    expect(low).toBeGreaterThan(0.1);
    expect(high).toBeLessThan(0.75);
    expect(pValue).toBeLessThan(0.01);
  });

  it('is no difference where all second posts get less', () => {
    const halved = outcomes(60, 1, 4).map((pair) => ({ ...pair, second: Math.floor(pair.second / 2) }));
    const { low, high } = analyzeExperiment(halved, 1);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });

  it('says how many links it takes, and gives no interval of a few', () => {
    expect(analyzeExperiment(outcomes(40, 1.2, 3), 1).needed).toBeGreaterThan(20);
    expect(analyzeExperiment(outcomes(6, 1.2, 3), 1)).toMatchObject({ low: undefined, pValue: 1, needed: undefined });
    expect(analyzeExperiment([], 1)).toMatchObject({ pairs: 0, difference: undefined, low: undefined });
  });

  it('refuses counts that are none', () => {
    expect(() => analyzeExperiment([{ block: 0, bestFirst: true, first: NaN, second: 1 }], 1)).toThrow(/first: NaN/);
  });
});
