import { mulberry32 } from '../math/random.js';

/** What a link got at a fixed age in its first and its second post of an experiment. */
export interface PairOutcome {
  /** Links of one block were assigned together: their orders are permuted among themselves alone. */
  readonly block: number;
  /** Whether the first of the two posts was at a best hour; then the second was at a usual one. */
  readonly bestFirst: boolean;
  /** Counts of at least 0. */
  readonly first: number;
  readonly second: number;
}

/** What an experiment shows so far. Effects are natural logs of 1 + count: best hours less usual ones. */
export interface ExperimentResult {
  readonly pairs: number;
  /** Undefined while only one order has been seen. */
  readonly difference: number | undefined;
  /** 95 % interval by the assignment itself; undefined below `MIN_PAIRS`. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** Chance of so large a difference if the hours made none; 1 without an interval. */
  readonly pValue: number;
  /** Pairs that it takes in all to find `SOUGHT` in 80 of 100 experiments; undefined without a spread to go by. */
  readonly needed: number | undefined;
}

/** The effect that an experiment is to find: 22 % more. */
export const SOUGHT = 0.2;
/**
 * Links that an experiment is planned with before its own spread is known: in simulation they find `SOUGHT` in 80 of 100
 * experiments where posts of one link correlate .8.
 */
export const PLANNED_LINKS = 110;
/** Below this many pairs there are too few orders for an interval of 95 %. */
const MIN_PAIRS = 8;
const DRAWS = 999;
const LEVEL = 0.05;
/** Of a difference of one standard error: 1.96 for the test and .84 for a power of .8. */
const STANDARD_ERRORS = 2.8;
const STEPS = 40;

/** An order with its contrast: the difference that it gives, and what it makes of an effect of 1. */
interface Contrast {
  readonly difference: number;
  readonly ofEffect: number;
}

/** Half of what posts in the order "best first" gain on the others: what all second posts lose cancels out. */
function contrastOf(gains: readonly number[], orders: readonly number[]): number {
  let [up, down, ups] = [0, 0, 0];
  for (const [i, gain] of gains.entries()) {
    if ((orders[i] ?? 0) > 0) {
      up += gain;
      ups += 1;
    } else down += gain;
  }
  return (up / ups - down / (gains.length - ups)) / 2;
}

/**
 * Analyzes a crossover of best against usual hours: the difference within links, with the interval that the random orders
 * alone vouch for. No law of counts is assumed: of all effects, those are held that the orders permuted within blocks do
 * not contradict.
 * @param pairs links whose two posts were counted at the same age. @throws RangeError for counts below 0 or not finite.
 */
export function analyzeExperiment(pairs: readonly PairOutcome[], seed: number): ExperimentResult {
  for (const { first, second } of pairs) {
    if (!(first >= 0 && second >= 0 && Number.isFinite(first) && Number.isFinite(second))) {
      throw new RangeError(`Outcome {first: ${first}, second: ${second}}: give finite counts of at least 0.`);
    }
  }
  const sorted = [...pairs].sort((a, b) => a.block - b.block);
  const gains = sorted.map(({ first, second }) => Math.log1p(first) - Math.log1p(second));
  const orders = sorted.map(({ bestFirst }) => (bestFirst ? 1 : -1));
  const nothing = { pairs: pairs.length, low: undefined, high: undefined, pValue: 1 };
  if (!(orders.includes(1) && orders.includes(-1))) return { ...nothing, difference: undefined, needed: undefined };
  const difference = contrastOf(gains, orders);
  const needed = pairsNeeded(gains, orders);
  const contrasts = pairs.length < MIN_PAIRS ? [] : permute(sorted, gains, orders, seed);
  if (contrasts.length === 0) return { ...nothing, difference, needed };
  /** The share of orders that would show as large a difference, if the effect were this. */
  const chance = (effect: number): number => {
    const bar = Math.abs(difference - effect) * (1 - 1e-12);
    const reached = contrasts.filter((each) => Math.abs(each.difference - effect * each.ofEffect) >= bar).length;
    return (1 + reached) / (contrasts.length + 1);
  };
  const edge = (direction: 1 | -1): number => {
    let inside = difference;
    let outside = difference + direction;
    while (chance(outside) > LEVEL && Math.abs(outside) < 100) outside += direction;
    for (let step = 0; step < STEPS; step += 1) {
      const middle = (inside + outside) / 2;
      if (chance(middle) > LEVEL) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  return { pairs: pairs.length, difference, low: edge(-1), high: edge(1), pValue: chance(0), needed };
}

/** Orders drawn anew within blocks; those that put all links in one order tell nothing. */
function permute(
  sorted: readonly PairOutcome[],
  gains: readonly number[],
  orders: readonly number[],
  seed: number,
): Contrast[] {
  const uniform = mulberry32(seed);
  const drawn = [...orders];
  const contrasts: Contrast[] = [];
  for (let draw = 0; draw < DRAWS; draw += 1) {
    for (let from = 0; from < drawn.length;) {
      let to = from + 1;
      while (to < drawn.length && sorted[to]?.block === sorted[from]?.block) to += 1;
      for (let last = to - 1; last > from; last -= 1) {
        const other = from + Math.floor(uniform() * (last - from + 1));
        [drawn[last], drawn[other]] = [drawn[other] ?? 1, drawn[last] ?? 1];
      }
      from = to;
    }
    const contrast = { difference: contrastOf(gains, drawn), ofEffect: contrastOf(orders, drawn) };
    if (Number.isFinite(contrast.difference)) contrasts.push(contrast);
  }
  return contrasts;
}

/** Pairs for a power of .8, by the spread of the pairs so far around the mean of their order. */
function pairsNeeded(gains: readonly number[], orders: readonly number[]): number | undefined {
  if (gains.length < MIN_PAIRS) return undefined;
  const meanOf = (order: number): number => {
    const some = gains.filter((_, i) => orders[i] === order);
    return some.reduce((sum, gain) => sum + gain, 0) / some.length;
  };
  const [up, down] = [meanOf(1), meanOf(-1)];
  const squares = gains.reduce((sum, gain, i) => sum + (gain - (orders[i] === 1 ? up : down)) ** 2, 0);
  return Math.ceil(((STANDARD_ERRORS / SOUGHT) ** 2 * squares) / (gains.length - 2));
}
