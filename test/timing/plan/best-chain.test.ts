import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChainNode, chainWorth, chooseChain } from '#timing/plan/best-chain.js';
import { createRestShare } from '#timing/plan/overlap.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const restShare = createRestShare();

const node = (hours: number, worth: number, rest: Partial<ChainNode> = {}): ChainNode => ({
  at: hours * HOUR,
  clock: hours * HOUR,
  worth,
  loss: 0,
  isFixed: false,
  ...rest,
});

/** Every choice that keeps the gap and the limits, with all fixed nodes. */
function allChoices(nodes: readonly ChainNode[], gap: number, limits: readonly number[]): ChainNode[][] {
  const free = nodes.filter(({ isFixed }) => !isFixed);
  const choices: ChainNode[][] = [];
  const extend = (chosen: ChainNode[], from: number): void => {
    choices.push(chosen);
    for (let index = from; index < free.length; index += 1) {
      const next = free[index];
      const last = chosen.at(-1);
      if (next === undefined || (last !== undefined && next.clock - last.clock < gap)) continue;
      if (next.at >= (limits[chosen.length] ?? Infinity)) continue;
      extend([...chosen, next], index + 1);
    }
  };
  extend([], 0);
  return choices;
}

/** The highest worth of a chain of so many nodes, by a look at every pair of them; -Infinity where none has so many. */
function bestOfPairs(nodes: readonly ChainNode[], count: number, gap: number): number {
  let row = nodes.map(({ worth, loss }) => worth - loss);
  for (let length = 2; length <= count; length += 1) {
    row = nodes.map(({ at, clock, worth }, i) =>
      Math.max(
        -Infinity,
        ...nodes.slice(0, i).map((before, j) => {
          if (clock - before.clock < gap) return -Infinity;
          return (row[j] ?? -Infinity) + worth - before.worth * restShare(at - before.at);
        }),
      ),
    );
  }
  return Math.max(...row);
}

/** Nodes of some days, posts that are planned already among them, each free one at the gap from those. */
const casesOf = ({ days, most, longestGap }: Readonly<Record<'days' | 'most' | 'longestGap', number>>) =>
  fc
    .record({
      free: fc.uniqueArray(fc.integer({ min: 0, max: 24 * days }), { minLength: 1, maxLength: most }),
      fixed: fc.uniqueArray(fc.integer({ min: 0, max: 24 * days }), { maxLength: 2 }),
      worths: fc.array(fc.double({ min: 0.6, max: 1.6, noNaN: true }), { minLength: most + 2, maxLength: most + 2 }),
      loss: fc.double({ min: 0, max: 0.5, noNaN: true }),
      gap: fc.integer({ min: 1, max: longestGap }),
      count: fc.integer({ min: 0, max: 4 }),
      limits: fc.array(fc.integer({ min: 0, max: 24 * days }), { maxLength: 2 }),
    })
    .map(({ free, fixed, worths, loss, gap, count, limits }) => ({
      nodes: [
        ...free
          .filter((hours) => fixed.every((other) => Math.abs(hours - other) >= gap))
          .map((hours, index) => node(hours, worths[index] ?? 1, { loss: loss / (1 + hours) })),
        ...fixed.map((hours, index) =>
          node(hours, worths[most + index] ?? 1, { isFixed: true, loss: loss / (1 + hours) }),
        ),
      ].sort((a, b) => a.at - b.at),
      gap: gap * HOUR,
      count,
      limits: limits.map((hours) => hours * HOUR),
    }));

describe('the best chain of posts', () => {
  it.each([
    ['of slots days apart', { days: 10, most: 12, longestGap: 60 }],
    ['of several slots a day', { days: 3, most: 15, longestGap: 20 }],
  ])('%s is the best of all choices: as many as fit, less what each takes from the one before', (_, size) => {
    fc.assert(
      fc.property(casesOf(size), ({ nodes, gap, count, limits }) => {
        const fixed = nodes.filter(({ isFixed }) => isFixed);
        const worthOf = (chosen: readonly ChainNode[]): number =>
          chainWorth(
            [...chosen, ...fixed].sort((a, b) => a.at - b.at),
            restShare,
          );
        const choices = allChoices(nodes, gap, limits).filter(({ length }) => length <= count);
        const most = Math.max(...choices.map(({ length }) => length));
        const best = Math.max(...choices.filter(({ length }) => length === most).map(worthOf));
        const chosen = chooseChain(nodes, { count, gap, restShare, limits });
        expect(chosen.length).toBe(most);
        expect(worthOf(chosen)).toBeCloseTo(best, 9);
      }),
      { numRuns: 250 },
    );
  });

  it('of hundreds of slots is the best by every pair of them', () => {
    const hour = fc.record({ worth: fc.double({ min: 0.7, max: 1.4, noNaN: true }), isOpen: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(hour, { minLength: 150, maxLength: 360 }),
        fc.integer({ min: 2, max: 14 }),
        fc.integer({ min: 3, max: 40 }),
        (hours, count, gap) => {
          const nodes = hours.flatMap(({ worth, isOpen }, at) =>
            isOpen ? [node(at, worth, { loss: worth * restShare((at + 6) * HOUR) })] : [],
          );
          const best = bestOfPairs(nodes, count, gap * HOUR);
          const chosen = chooseChain(nodes, { count, gap: gap * HOUR, restShare });
          const isWhole = chosen.length === count;
          expect(isWhole).toBe(best > -Infinity);
          expect(isWhole ? chainWorth(chosen, restShare) - best : 0).toBeCloseTo(0, 9);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('leaves a post its time where hours hardly differ, and takes a much better hour all the same', () => {
    const nodes = (better: number): ChainNode[] => [node(0, 1), node(24, better), node(120, 1)];
    const hoursOf = (better: number): number[] =>
      chooseChain(nodes(better), { count: 2, gap: DAY, restShare }).map(({ at }) => at / HOUR);
    expect(hoursOf(1.003)).toEqual([0, 120]);
    expect(hoursOf(1.5)).toEqual([24, 120]);
    expect(chooseChain([node(0, 1), node(24, 1.5), node(26, 1)], { count: 2, gap: DAY, restShare }).length).toBe(2);
  });

  it('takes the earlier of equal nodes', () => {
    const nodes = [node(0, 1), node(200, 1), node(400, 1), node(600, 1)];
    expect(chooseChain(nodes, { count: 2, gap: DAY, restShare }).map(({ at }) => at / HOUR)).toEqual([0, 200]);
  });

  it('of nothing, or of no posts, is nothing', () => {
    expect(chooseChain([], { count: 3, gap: DAY, restShare })).toEqual([]);
    expect(chooseChain([node(0, 1)], { count: 0, gap: DAY, restShare })).toEqual([]);
  });
});
