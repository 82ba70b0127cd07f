// The best instants for posts of one link: the highest worth in sum, less what each post takes from the one before it.
import { HORIZON_MS } from '../decay/curve.js';
import { at as valueAt } from '../math/vector.js';
import type { RestShare } from './overlap.js';

/** Sums closer than this count as equal: then the earlier choice stands. */
const TIE = 1e-12;
const MINUTE = 60_000;

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
  const table = prepare(nodes, rules);
  const rows: Row[] = [extendRow(table, [], Infinity)];
  const end = (row: Row | undefined): number => (row === undefined ? -1 : valueAt(row.best, nodes.length));
  while (rows.length <= Math.min(rules.count, nodes.length)) {
    const row = extendRow(table, rows, rules.limits?.[rows.length - 1] ?? Infinity);
    if (end(row) < 0) break;
    rows.push(row);
  }
  const chosen: T[] = [];
  let free = rows.length - 1;
  let index = end(rows[free]);
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
}

/** The nodes as figures, and which may come before each. */
interface Table {
  readonly nodes: readonly ChainNode[];
  readonly worths: Float64Array;
  /** In whole minutes. */
  readonly minutes: Float64Array;
  /** The last fixed one before it, which no chain leaves out; -1 for none. */
  readonly fixed: Float64Array;
  /** So many nodes lie 7 days before it: nothing is taken from them, so that the best of their chains is enough. */
  readonly old: Float64Array;
  /** So many nodes lie the gap before it. */
  readonly reach: Float64Array;
  /** What is still to come after each number of minutes that lies between two such nodes. */
  readonly shares: Float64Array;
}

function prepare(nodes: readonly ChainNode[], { gap, restShare }: ChainRules): Table {
  const n = nodes.length;
  const table: Table = {
    nodes,
    worths: Float64Array.from(nodes, ({ worth }) => worth),
    minutes: Float64Array.from(nodes, ({ at }) => minuteOf(at)),
    fixed: new Float64Array(n),
    old: new Float64Array(n),
    reach: new Float64Array(n),
    shares: new Float64Array(HORIZON_MS / MINUTE + 1).fill(NaN),
  };
  const { minutes, shares } = table;
  let [fixed, old, reach] = [-1, 0, 0];
  nodes.forEach((node, i) => {
    const minute = valueAt(minutes, i);
    while (old < i && valueAt(minutes, old) <= minute - HORIZON_MS / MINUTE) old += 1;
    while (reach < i && (nodes[reach]?.clock ?? Infinity) <= node.clock - gap) reach += 1;
    table.fixed[i] = fixed;
    // Between free and fixed ones the caller has kept the distance, and fixed ones are where they are.
    const end = node.isFixed ? i : Math.max(reach, fixed + 1);
    table.reach[i] = end;
    table.old[i] = Math.min(old, end);
    for (let j = Math.min(old, end); j < end; j += 1) {
      const distance = minute - valueAt(minutes, j);
      if (Number.isNaN(valueAt(shares, distance))) shares[distance] = restShare(distance * MINUTE);
    }
    if (node.isFixed) fixed = i;
  });
  return table;
}

/** The row after the last of `rows`: chains with one free node more, which lies before `limit`; the first has none. */
function extendRow(table: Table, rows: readonly Row[], limit: number): Row {
  const { nodes, worths, minutes, fixed, old, reach, shares } = table;
  const n = nodes.length;
  const row: Row = {
    value: new Float64Array(n).fill(-Infinity),
    before: new Float64Array(n).fill(-1),
    best: new Float64Array(n + 1).fill(-1),
  };
  for (let i = 0; i < n; i += 1) {
    const node = nodes[i];
    if (node === undefined) break;
    const from = node.isFixed ? row : rows.at(-1);
    const canBegin = valueAt(fixed, i) < 0 && rows.length === (node.isFixed ? 0 : 1);
    let highest = canBegin ? node.worth - node.loss : -Infinity;
    let before = -1;
    const first = Math.max(0, valueAt(fixed, i));
    const [start, end] = [Math.max(first, valueAt(old, i)), valueAt(reach, i)];
    if (from !== undefined && end > first) {
      const { value, best } = from;
      const far = start > first ? valueAt(best, start) : -1;
      if (far >= 0 && valueAt(value, far) + node.worth > highest + TIE) {
        highest = valueAt(value, far) + node.worth;
        before = far;
      }
      const near = valueAt(best, end);
      // Where even the best of them would not do without a loss, none will with one.
      if (near >= start && valueAt(value, near) + node.worth > highest + TIE) {
        const minute = valueAt(minutes, i);
        for (let j = start; j < end; j += 1) {
          const bare = valueAt(value, j) + node.worth;
          if (bare <= highest + TIE) continue;
          const net = bare - valueAt(worths, j) * valueAt(shares, minute - valueAt(minutes, j));
          if (net <= highest + TIE) continue;
          highest = net;
          before = j;
        }
      }
    }
    if (node.isFixed || node.at < limit) {
      row.value[i] = highest;
      row.before[i] = before;
    }
    const bestBefore = node.isFixed ? -1 : valueAt(row.best, i);
    const isBest = valueAt(row.value, i) > (bestBefore < 0 ? -Infinity : valueAt(row.value, bestBefore) + TIE);
    row.best[i + 1] = isBest ? i : bestBefore;
  }
  return row;
}
