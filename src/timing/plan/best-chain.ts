// The best instants for posts of one link: the highest worth in sum, less what each post takes from the one before it.
import { HORIZON_MS } from '../decay/curve.js';
import { at as valueAt, toVector } from '../math/vector.js';
import type { RestShare } from './overlap.js';

/** Sums closer than this count as equal: then the earlier choice stands. */
const TIE = 1e-12;
/** The same sum, added up in another order, differs by less. */
const SLACK = 1e-9;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** A place in the order of a link's posts. */
export interface ChainNode {
  /** ms UTC. */
  readonly at: number;
  /** What gaps are measured by, ms: `at`, or what the wall clock shows (`spacingClock`). */
  readonly clock: number;
  /** What a post is worth here, in usual posts of the link. */
  readonly worth: number;
  /** What a first post here takes from the link's posts before, in the same unit. */
  readonly loss: number;
  /** A post that is planned already: it is in every choice and does not count. */
  readonly isFixed: boolean;
}

/** What a choice must keep. */
export interface ChainRules {
  readonly count: number;
  /** Least distance of two posts, on the nodes' `clock`. */
  readonly gap: number;
  readonly restShare: RestShare;
  /** Instants before which the first posts must go out, in order; those beyond may go out at any time. */
  readonly limits?: readonly number[] | undefined;
}

const minuteOf = (at: number): number => Math.floor(at / MINUTE);

/**
 * The worth of posts in their order: the sum over all, less what each takes from the one before: what that one had still
 * to come, as if all of it were lost. That is the most that a post can take; no measurement says how much it does.
 * @source own choice
 */
export const chainWorth = (nodes: readonly ChainNode[], restShare: RestShare): number =>
  nodes.reduce((sum, node, index) => {
    const before = nodes[index - 1];
    if (before === undefined) return sum + node.worth - node.loss;
    return sum + node.worth - before.worth * restShare((minuteOf(node.at) - minuteOf(before.at)) * MINUTE);
  }, 0);

/**
 * Of nodes in ascending order those that are chosen: `count` free ones, or as many as fit, of the highest worth in sum
 * (`chainWorth`, with the fixed ones). Exact, by dynamic programming over (how many, the last one); on a tie the earlier.
 */
export function chooseChain<T extends ChainNode>(nodes: readonly T[], rules: ChainRules): readonly T[] {
  const few = bestOfEachDay(nodes);
  if (few.length > nodes.length / 2) return bestChain(nodes, rules, -Infinity);
  // A good choice among few nodes rules out most nodes and chains: those that no others could raise to what it is worth.
  const first = bestChain(few, rules, -Infinity);
  if (first.length < rules.count) return bestChain(nodes, rules, -Infinity);
  const fixed = nodes.filter(({ isFixed }) => isFixed);
  const floor = chainWorth(
    few.filter((node) => node.isFixed || first.includes(node)),
    rules.restShare,
  );
  const most = (rules.count - 1) * highestWorth(few) + fixed.reduce((sum, { worth }) => sum + worth, 0);
  const able = nodes.filter(({ isFixed, worth }) => isFixed || worth + most >= floor - SLACK);
  return bestChain(able, rules, floor - SLACK);
}

/** The highest worth of a free node; 0 without one. */
const highestWorth = (nodes: readonly ChainNode[]): number =>
  nodes.reduce((most, { worth, isFixed }) => (isFixed ? most : Math.max(most, worth)), 0);

/** Posts that are planned already, and the free node of the highest worth of each day (UTC). */
const bestOfEachDay = <T extends ChainNode>(nodes: readonly T[]): readonly T[] => {
  const best = new Map<number, T>();
  for (const node of nodes) {
    const day = Math.floor(node.at / DAY);
    if (!node.isFixed && node.worth > (best.get(day)?.worth ?? -Infinity)) best.set(day, node);
  }
  const kept = new Set(best.values());
  return nodes.filter((node) => node.isFixed || kept.has(node));
};

/** `chooseChain`, where chains that cannot come to be worth `floor` are given up. */
function bestChain<T extends ChainNode>(nodes: readonly T[], rules: ChainRules, floor: number): readonly T[] {
  const table = prepare(nodes, rules);
  const highest = highestWorth(nodes);
  const rows: Row[] = [extendRow(table, [], { limit: Infinity, least: floor - rules.count * highest })];
  while (rows.length <= Math.min(rules.count, nodes.length)) {
    const limit = rules.limits?.[rows.length - 1] ?? Infinity;
    const row = extendRow(table, rows, { limit, least: floor - (rules.count - rows.length) * highest });
    if (row.end < 0) break;
    rows.push(row);
  }
  const chosen: T[] = [];
  let free = rows.length - 1;
  let index = rows[free]?.end ?? -1;
  while (index >= 0) {
    const [node, row] = [nodes[index], rows[free]];
    if (node === undefined || row === undefined) break;
    index = valueAt(row.before, index);
    if (node.isFixed) continue;
    chosen.unshift(node);
    free -= 1;
  }
  return chosen;
}

/** Chains of one number of free nodes, each with all fixed ones up to its end. */
interface Row {
  /** The highest worth of those that end at a node; -Infinity where none does. */
  readonly value: Float64Array;
  /** In that chain the node before; -1 for none. */
  readonly before: Float64Array;
  /** Of the first i nodes the one with the highest worth, back to the last fixed one; -1 for none. */
  readonly best: Float64Array;
  /** The highest worth within each block of nodes. */
  readonly blocks: Float64Array;
  /** The last node of the best of these chains; -1 for none. */
  readonly end: number;
}

/** So many nodes share one bound on what the chains that end in them are worth: a day of hours. */
const BLOCK = 24;

/** The nodes as figures, and which may come before each. */
interface Table {
  readonly worths: Float64Array;
  /** Worth less what a first post takes from the link's posts before. */
  readonly firsts: Float64Array;
  /** Instants, and what gaps are measured by, ms. */
  readonly instants: Float64Array;
  /** Instants in whole minutes. */
  readonly minutes: Float64Array;
  /** 1 where a post is planned already. */
  readonly fixed: Float64Array;
  /** What the fixed ones after it are worth. */
  readonly ahead: Float64Array;
  /** The last fixed one before it, which no chain leaves out; -1 for none. */
  readonly lastFixed: Float64Array;
  /** So many nodes lie 7 days before it: nothing is taken from them, so that the best of their chains is enough. */
  readonly old: Float64Array;
  /** So many nodes lie the gap before it. */
  readonly reach: Float64Array;
  /** The lowest worth within each block of nodes. */
  readonly lowest: Float64Array;
  /** What is still to come after each number of minutes. */
  readonly shares: Float64Array;
}

function prepare(nodes: readonly ChainNode[], { count, gap, restShare }: ChainRules): Table {
  const n = nodes.length;
  const table: Table = {
    worths: toVector(nodes, ({ worth }) => worth),
    firsts: toVector(nodes, ({ worth, loss }) => worth - loss),
    instants: toVector(nodes, ({ at }) => at),
    minutes: toVector(nodes, ({ at }) => minuteOf(at)),
    fixed: toVector(nodes, ({ isFixed }) => (isFixed ? 1 : 0)),
    ahead: new Float64Array(n),
    lastFixed: new Float64Array(n),
    old: new Float64Array(n),
    reach: new Float64Array(n),
    lowest: new Float64Array(Math.ceil(n / BLOCK)).fill(Infinity),
    shares: new Float64Array(HORIZON_MS / MINUTE + 1),
  };
  const { worths, minutes, fixed, lowest, shares } = table;
  // A single post has none before it.
  const isAlone = count === 1 && !fixed.includes(1);
  const needed = isAlone ? 0 : shares.length;
  for (let minute = 0; minute < needed; minute += 1) shares[minute] = restShare(minute * MINUTE);
  const clocks = toVector(nodes, ({ clock }) => clock);
  let [lastFixed, old, reach] = [-1, 0, 0];
  for (let i = 0; i < n; i += 1) {
    const minute = valueAt(minutes, i);
    const isFixed = valueAt(fixed, i) === 1;
    while (old < i && valueAt(minutes, old) <= minute - HORIZON_MS / MINUTE) old += 1;
    while (reach < i && valueAt(clocks, reach) <= valueAt(clocks, i) - gap) reach += 1;
    table.lastFixed[i] = lastFixed;
    // Between free and fixed ones the caller has kept the distance, and fixed ones are where they are.
    const end = isFixed ? i : Math.max(reach, lastFixed + 1);
    table.reach[i] = end;
    table.old[i] = Math.min(old, end);
    const block = Math.floor(i / BLOCK);
    lowest[block] = Math.min(valueAt(lowest, block), valueAt(worths, i));
    if (isFixed) lastFixed = i;
  }
  for (let i = n - 2; i >= 0; i -= 1) {
    table.ahead[i] = valueAt(table.ahead, i + 1) + (valueAt(fixed, i + 1) === 1 ? valueAt(worths, i + 1) : 0);
  }
  return table;
}

/**
 * The row after the last of `rows`: chains with one free node more, which lies before `limit`; the first has none.
 * @param least what a chain with all fixed nodes to come must be worth: others are given up.
 */
function extendRow(
  table: Table,
  rows: readonly Row[],
  { limit, least }: { readonly limit: number; readonly least: number },
): Row {
  const { worths, firsts, instants, fixed, ahead, lastFixed, old, reach } = table;
  const previous = rows.at(-1);
  const n = worths.length;
  const value = new Float64Array(n).fill(-Infinity);
  const before = new Float64Array(n).fill(-1);
  const best = new Float64Array(n + 1).fill(-1);
  const blocks = new Float64Array(table.lowest.length).fill(-Infinity);
  const row: Row = { value, before, best, blocks, end: -1 };
  for (let i = 0; i < n; i += 1) {
    const isFixed = valueAt(fixed, i) === 1;
    const worth = valueAt(worths, i);
    const from = isFixed ? row : previous;
    const canBegin = valueAt(lastFixed, i) < 0 && rows.length === (isFixed ? 0 : 1);
    const first = Math.max(0, valueAt(lastFixed, i));
    const start = Math.max(first, valueAt(old, i));
    const end = valueAt(reach, i);
    const isOpen = isFixed || valueAt(instants, i) < limit;
    let highest = canBegin ? valueAt(firsts, i) : -Infinity;
    let choice = -1;
    if (from !== undefined && end > first && isOpen) {
      const far = start > first ? valueAt(from.best, start) : -1;
      if (far >= 0 && valueAt(from.value, far) + worth > highest + TIE) {
        highest = valueAt(from.value, far) + worth;
        choice = far;
      }
      const near = valueAt(from.best, end);
      // Where even the best of them would not do without a loss, none will with one.
      if (near >= start && valueAt(from.value, near) + worth > highest + TIE) {
        const last = i === 0 ? -1 : valueAt(before, i - 1);
        const found = bestNear(table, from, i, {
          start,
          end,
          highest,
          guess: last >= start && last < end ? last : near,
        });
        if (found >= 0) {
          highest = netOf(table, from, i, found);
          choice = found;
        }
      }
    }
    if (isOpen && highest + valueAt(ahead, i) >= least) {
      value[i] = highest;
      before[i] = choice;
      const block = Math.floor(i / BLOCK);
      if (highest > valueAt(blocks, block)) blocks[block] = highest;
    }
    const bestBefore = isFixed ? -1 : valueAt(best, i);
    const isBest = valueAt(value, i) > (bestBefore < 0 ? -Infinity : valueAt(value, bestBefore) + TIE);
    best[i + 1] = isBest ? i : bestBefore;
  }
  return { ...row, end: valueAt(best, n) };
}

/** What chains that end at node `j` are worth with node `i` after it. */
const netOf = ({ worths, minutes, shares }: Table, { value }: Row, i: number, j: number): number =>
  valueAt(value, j) +
  valueAt(worths, i) -
  valueAt(worths, j) * valueAt(shares, valueAt(minutes, i) - valueAt(minutes, j));

/** Of nodes that lie near before another, from `start` to before `end`, the best to precede it; -1 for none above `highest`. */
function bestNear(
  table: Table,
  from: Row,
  i: number,
  {
    start,
    end,
    highest: least,
    guess,
  }: { readonly start: number; readonly end: number; readonly highest: number; readonly guess: number },
): number {
  const { worths, minutes, shares, lowest } = table;
  const [worth, minute] = [valueAt(worths, i), valueAt(minutes, i)];
  let highest = least;
  let found = -1;
  // What came before the last node is seldom far from the best: whole blocks that are below it are passed over.
  const known = netOf(table, from, i, guess) - 2 * TIE;
  for (let block = Math.floor(start / BLOCK); block * BLOCK < end; block += 1) {
    const first = Math.max(start, block * BLOCK);
    const loss = valueAt(lowest, block) * valueAt(shares, minute - valueAt(minutes, first));
    const bound = valueAt(from.blocks, block) + worth - loss;
    if (bound <= highest + TIE || bound < known) continue;
    const last = Math.min(end, (block + 1) * BLOCK);
    for (let j = first; j < last; j += 1) {
      const bare = valueAt(from.value, j) + worth;
      if (bare <= highest + TIE) continue;
      const net = bare - valueAt(worths, j) * valueAt(shares, minute - valueAt(minutes, j));
      if (net <= highest + TIE) continue;
      highest = net;
      found = j;
    }
  }
  return found;
}
