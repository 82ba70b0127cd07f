/** Sums closer than this count as equal: then the earlier choice stands. */
const TIE = 1e-12;

/**
 * Of instants in ascending order, at most `count` that keep `gap` ms between neighbors and have the highest worth in
 * sum; as many as fit. Exact, by dynamic programming over (how many, up to where); on a tie the earlier ones.
 */
export function chooseSpaced<T extends { readonly at: number }>(
  slots: readonly T[],
  count: number,
  gap: number,
  worth: (slot: T) => number,
): readonly T[] {
  const n = slots.length;
  const worths = Float64Array.from(slots, worth);
  const before = lastBefore(slots, gap);
  // best[k][i]: highest sum of k slots among the first i; -Infinity when k do not fit.
  let previous = new Float64Array(n + 1);
  const taken: Uint8Array[] = [];
  for (let k = 1; k <= Math.min(count, n); k += 1) {
    const best = new Float64Array(n + 1).fill(-Infinity);
    const used = new Uint8Array(n + 1);
    for (let i = 1; i <= n; i += 1) {
      const without = best[i - 1] ?? -Infinity;
      const withIt = (previous[before[i - 1] ?? 0] ?? -Infinity) + (worths[i - 1] ?? 0);
      const takes = withIt > without + TIE;
      best[i] = takes ? withIt : without;
      used[i] = takes ? 1 : 0;
    }
    if (best[n] === -Infinity) break;
    taken.push(used);
    previous = best;
  }
  const chosen: T[] = [];
  let end = n;
  for (const used of taken.toReversed()) {
    while (end > 0 && used[end] !== 1) end -= 1;
    const slot = slots[end - 1];
    if (slot === undefined) break;
    chosen.unshift(slot);
    end = before[end - 1] ?? 0;
  }
  return chosen;
}

/** For each slot, how many slots lie at least `gap` before it. */
function lastBefore(slots: readonly { readonly at: number }[], gap: number): Int32Array {
  const counts = new Int32Array(slots.length);
  let reached = 0;
  for (const [i, { at }] of slots.entries()) {
    while (reached < i && (slots[reached]?.at ?? Infinity) <= at - gap) reached += 1;
    counts[i] = reached;
  }
  return counts;
}
