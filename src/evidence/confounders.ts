import { cholesky, type Matrix } from '#timing/math/matrix.js';
import { add, at } from '#timing/math/vector.js';
import { toDayNumber, toWeekSlot } from '#timing/clock/zone.js';

/** What else may move both the score of a post and what it gets. */
export interface Circumstances {
  /** Local time, as a wall clock shows it, in ms. */
  readonly localTime: number;
  /** Length of the text; undefined where it is not known. */
  readonly length: number | undefined;
}

/** Posts from which single hours and months are compared; below, three hours are one and time is a curve. */
const MANY = 150;
/** Weight of "no difference" beside each group's posts, in posts: a month of one post is not fitted away. */
const RIDGE = 0.5;
const MONTH = 30;

/** One post's entries in the columns, other than 0. */
interface Row {
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** Takes out of a series what the circumstances of the posts explain. */
export interface Adjustment {
  readonly apply: (series: Float64Array) => Float64Array;
  /** Share of the freedom of the series that is left, 0..1. */
  readonly left: number;
}

/**
 * The regression of a series on month, hour of the week and length, each post's circumstances given; ridge for groups of
 * few posts.
 */
export function adjustFor(posts: readonly Circumstances[]): Adjustment {
  const rows = toRows(posts);
  const size = 1 + rows.reduce((most, { columns }) => Math.max(most, ...columns), 0);
  const gram = new Float64Array(size * size);
  for (const { columns, values } of rows) {
    for (const [a, i] of columns.entries()) {
      for (const [b, j] of columns.entries()) add(gram, i * size + j, (values[a] ?? 0) * (values[b] ?? 0));
    }
  }
  for (let i = 1; i < size; i += 1) add(gram, i * size + i, RIDGE);
  const lower = cholesky({ size, values: gram });
  let used = 0;
  for (const row of rows) used += leverage(lower, row);
  return {
    apply: (series) => {
      const moments = new Float64Array(size);
      for (const [k, { columns, values }] of rows.entries()) {
        for (const [a, i] of columns.entries()) add(moments, i, (values[a] ?? 0) * at(series, k));
      }
      const coefficients = solveUpper(lower, solveFrom(lower, moments, 0));
      return series.map((value, k) => {
        const { columns = [], values = [] } = rows[k] ?? {};
        return columns.reduce((rest, column, a) => rest - (values[a] ?? 0) * at(coefficients, column), value);
      });
    },
    left: Math.max(0.05, 1 - used / rows.length),
  };
}

/** Column 0 is the level; the others are numbered as they come up. */
function toRows(posts: readonly Circumstances[]): readonly Row[] {
  const isMany = posts.length >= MANY;
  const numbers = new Map<string, number>([['level', 0]]);
  const numberOf = (name: string): number => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  };
  const days = posts.map(({ localTime }) => toDayNumber(localTime));
  const [first, last] = [Math.min(...minMax(days)), Math.max(...minMax(days))];
  const lengths = middled(posts.map(({ length }) => length));
  return posts.map(({ localTime }, k) => {
    const { weekday, hour } = toWeekSlot(localTime);
    const day = days[k] ?? 0;
    const time = last === first ? 0 : (2 * (day - first)) / (last - first) - 1;
    const length = lengths[k] ?? 0;
    const weekend = weekday >= 5 ? 'weekend' : 'week';
    const entries: readonly (readonly [string, number])[] = [
      ['level', 1],
      ['time', time],
      ['time squared', time * time],
      [`weekday ${weekday}`, 1],
      [isMany ? `hour ${hour}` : `hours ${Math.floor(hour / 3)}`, 1],
      ...(isMany
        ? ([
            [`${weekend} ${Math.floor(hour / 4)}`, 1],
            [`month ${Math.floor((day - first) / MONTH)}`, 1],
          ] as const)
        : []),
      ['length', length],
      ['length squared', length * length],
    ];
    return { columns: entries.map(([name]) => numberOf(name)), values: entries.map(([, value]) => value) };
  });
}

function minMax(values: readonly number[]): readonly [number, number] {
  return [
    values.reduce((least, value) => Math.min(least, value), Infinity),
    values.reduce((most, value) => Math.max(most, value), -Infinity),
  ];
}

/** Around 0 with a standard deviation of 1; 0 where unknown or all alike. */
function middled(values: readonly (number | undefined)[]): readonly number[] {
  const known = values.filter((value) => value !== undefined);
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  const sd = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length));
  return values.map((value) => (value === undefined || sd === 0 ? 0 : (value - mean) / sd));
}

/** How far a post pulls the fit to itself. */
function leverage(lower: Matrix, { columns, values }: Row): number {
  const vector = new Float64Array(lower.size);
  for (const [a, i] of columns.entries()) add(vector, i, values[a] ?? 0);
  const solved = solveFrom(lower, vector, Math.min(...columns));
  return solved.reduce((sum, value) => sum + value * value, 0);
}

/** x with L x = b. @param first the first row where b is not 0. */
function solveFrom({ size, values }: Matrix, b: Float64Array, first: number): Float64Array {
  const x = new Float64Array(size);
  for (let row = first; row < size; row += 1) {
    let rest = at(b, row);
    for (let k = first; k < row; k += 1) rest -= at(values, row * size + k) * at(x, k);
    x[row] = rest / at(values, row * size + row);
  }
  return x;
}

/** x with L' x = b. */
function solveUpper({ size, values }: Matrix, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = at(x, row);
    for (let k = row + 1; k < size; k += 1) rest -= at(values, k * size + row) * at(x, k);
    x[row] = rest / at(values, row * size + row);
  }
  return x;
}
