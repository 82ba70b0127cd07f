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

/** Nodes of about ten days, posts that are planned already among them, each free one at the gap from those. */
const cases = fc
  .record({
    free: fc.uniqueArray(fc.integer({ min: 0, max: 240 }), { minLength: 1, maxLength: 12 }),
    fixed: fc.uniqueArray(fc.integer({ min: 0, max: 240 }), { maxLength: 2 }),
    worths: fc.array(fc.double({ min: 0.6, max: 1.6, noNaN: true }), { minLength: 14, maxLength: 14 }),
    loss: fc.double({ min: 0, max: 0.5, noNaN: true }),
    gap: fc.integer({ min: 1, max: 60 }),
    count: fc.integer({ min: 0, max: 4 }),
    limits: fc.array(fc.integer({ min: 0, max: 240 }), { maxLength: 2 }),
  })
  .map(({ free, fixed, worths, loss, gap, count, limits }) => ({
    nodes: [
      ...free
        .filter((hours) => fixed.every((other) => Math.abs(hours - other) >= gap))
        .map((hours, index) => node(hours, worths[index] ?? 1, { loss: loss / (1 + hours) })),
      ...fixed.map((hours, index) => node(hours, worths[12 + index] ?? 1, { isFixed: true, loss: loss / (1 + hours) })),
    ].sort((a, b) => a.at - b.at),
    gap: gap * HOUR,
    count,
    limits: limits.map((hours) => hours * HOUR),
  }));

describe('the best chain of posts', () => {
  it('is the best of all choices: as many as fit, of the highest worth less what each takes from the one before', () => {
    fc.assert(
      fc.property(cases, ({ nodes, gap, count, limits }) => {
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
