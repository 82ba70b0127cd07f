/**
 * The value at an index that is known to be inside. Numeric code here works on Float64Array only: the compiler cannot
 * see bounds, and one kind of array keeps this call as fast as a plain read.
 */
export const at = (vector: Float64Array, index: number): number => vector[index] as number;

/** Adds to one place of a vector. */
export const add = (vector: Float64Array, index: number, amount: number): void => {
  vector[index] = at(vector, index) + amount;
};

/** One number of each item. By index: `Float64Array.from` with a function takes several times as long. */
export function toVector<T>(items: readonly T[], read: (item: T) => number): Float64Array {
  const vector = new Float64Array(items.length);
  for (const [i, item] of items.entries()) vector[i] = read(item);
  return vector;
}

/** Sum of all values; 0 for none. */
export function sum(vector: Float64Array): number {
  let total = 0;
  // By index: an iterator over a long vector costs several times as much.
  for (let i = 0; i < vector.length; i += 1) total += at(vector, i);
  return total;
}

/** Mean; 0 for no values, so that an empty history stays free of NaN. */
export const mean = (vector: Float64Array): number => (vector.length === 0 ? 0 : sum(vector) / vector.length);

/** Variance, divided by n (not n - 1); 0 for no values. */
export function variance(vector: Float64Array): number {
  const centre = mean(vector);
  let squares = 0;
  for (let i = 0; i < vector.length; i += 1) squares += (at(vector, i) - centre) * (at(vector, i) - centre);
  return vector.length === 0 ? 0 : squares / vector.length;
}

/** Median; of an even count the mean of the two middle values; 0 for no values. */
export function median(vector: Float64Array): number {
  if (vector.length === 0) return 0;
  const sorted = vector.slice().sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? at(sorted, half) : (at(sorted, half - 1) + at(sorted, half)) / 2;
}

/** Brings the value of a rank (0..) to its place, smaller ones before it and larger ones behind: Hoare's selection. */
function partition(values: Float64Array, rank: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = at(values, (low + high) >> 1);
    let left = low;
    let right = high;
    while (left <= right) {
      while (at(values, left) < pivot) left += 1;
      while (at(values, right) > pivot) right -= 1;
      if (left > right) break;
      const kept = at(values, left);
      values[left] = at(values, right);
      values[right] = kept;
      left += 1;
      right -= 1;
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return at(values, rank);
}

/** The value that follows a rank which was brought to its place. */
function nextAbove(values: Float64Array, rank: number): number {
  let above = Infinity;
  for (let i = rank + 1; i < values.length; i += 1) if (at(values, i) < above) above = at(values, i);
  return above;
}

/**
 * Two quantiles, linear between neighbors in order. Shares 0..1, the lower one first; at least one value.
 * By selection instead of sorting: it runs several times per link.
 */
export function quantilePair(values: Float64Array, low: number, high: number): readonly [number, number] {
  const ordered = values.slice();
  const quantile = (share: number): number => {
    const place = share * (ordered.length - 1);
    const rank = Math.floor(place);
    const below = partition(ordered, rank);
    if (rank === place) return below;
    return below + (place - rank) * (nextAbove(ordered, rank) - below);
  };
  return [quantile(low), quantile(high)];
}

/**
 * The interval that holds `share` of the values: equal tails, but for what cannot be left out below, and as near to the
 * share as whole counts allow. Of small counts most may stay at their lowest value: an equal-tailed interval that promises
 * 80 % would hold 92.
 * @param values at least one. @param share above 0, below 1.
 */
export function intervalOf(values: Float64Array, share: number): readonly [number, number] {
  const ordered = values.slice();
  const count = ordered.length;
  // By selection: sorting takes three times as long, and this runs twice per link.
  const quantile = (part: number): number => {
    const place = Math.min(part, 1) * (count - 1);
    const rank = Math.floor(place);
    const below = partition(ordered, rank);
    return rank === place ? below : below + (place - rank) * (nextAbove(ordered, rank) - below);
  };
  const low = quantile((1 - share) / 2);
  let left = 0;
  for (let i = 0; i < count; i += 1) if (at(ordered, i) < low) left += 1;
  const high = quantile(share + left / count);
  let [first, last, under] = [0, 0, -Infinity];
  for (let i = 0; i < count; i += 1) {
    const value = at(ordered, i);
    if (value <= high) last += 1;
    if (value >= high) continue;
    first += 1;
    if (value > under) under = value;
  }
  const isNearer = Math.abs((first - left) / count - share) < Math.abs((last - left) / count - share);
  return [low, first > left && isNearer ? under : high];
}

/** A value held between two bounds. */
export const clamp = (value: number, low: number, high: number): number =>
  value < low ? low : value > high ? high : value;

/**
 * Weighted quantile: of the values in ascending order, the first at which the weights add up to `share` of their sum.
 * Found by selection instead of sorting: it runs once per post over the whole grid.
 */
export function weightedQuantile(values: Float64Array, weights: Float64Array, share: number): number {
  const value = values.slice();
  const weight = weights.slice();
  const target = share * sum(weights);
  let low = 0;
  let high = -1;
  // What weighs nothing is left out: most of a grid.
  for (let i = 0; i < value.length; i += 1) {
    if (at(weight, i) === 0) continue;
    high += 1;
    value[high] = at(value, i);
    weight[high] = at(weight, i);
  }
  let before = 0;
  while (low < high) {
    const pivot = at(value, (low + high) >> 1);
    // Three parts: below the pivot, equal to it, above it. Sums of weights tell in which the quantile lies.
    let left = low;
    let right = high;
    let scan = low;
    let lighter = 0;
    let equal = 0;
    while (scan <= right) {
      const here = at(value, scan);
      const itsWeight = at(weight, scan);
      if (here < pivot) {
        value[scan] = at(value, left);
        weight[scan] = at(weight, left);
        value[left] = here;
        weight[left] = itsWeight;
        lighter += itsWeight;
        left += 1;
        scan += 1;
      } else if (here > pivot) {
        value[scan] = at(value, right);
        weight[scan] = at(weight, right);
        value[right] = here;
        weight[right] = itsWeight;
        right -= 1;
      } else {
        equal += itsWeight;
        scan += 1;
      }
    }
    if (before + lighter >= target && lighter > 0) high = left - 1;
    else if (before + lighter + equal >= target || right === high) return pivot;
    else {
      before += lighter + equal;
      low = right + 1;
    }
  }
  return at(value, low);
}
