import { at } from '../math/vector.js';

/** The life of a post is forecast up to this age: 7 days, in seconds. "Total" means reactions within it. */
export const HORIZON = 604_800;
/** The same in ms. */
export const HORIZON_MS = 1000 * HORIZON;

const spaced = (from: number, to: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));

/** ln of the half-life in seconds of a curve without end … */
const LN_MEDIANS = spaced(4, 13, 37);
/** … and ln of its steepness. */
const LN_STEEPNESSES = spaced(-1.6, 1, 27);
const STEEPNESSES = Float64Array.from(LN_STEEPNESSES, Math.exp);

/** Points of the grid on which every post is estimated: no optimizer, so no failure to converge. */
export const GRID = LN_MEDIANS.length * STEEPNESSES.length;
/** ln of the median of each grid point. */
export const GRID_LN_MEDIAN = Float64Array.from(LN_MEDIANS.flatMap((value) => LN_STEEPNESSES.map(() => value)));
/** ln of the steepness of each grid point. */
export const GRID_LN_STEEPNESS = Float64Array.from(LN_MEDIANS.flatMap(() => [...LN_STEEPNESSES]));
/** Steepness of each grid point. */
export const GRID_STEEPNESS = GRID_LN_STEEPNESS.map(Math.exp);
/** Grid points of one median: one for each steepness. */
export const COLUMNS = STEEPNESSES.length;
/** m^beta of each grid point: F needs one power per steepness and age then, instead of one per grid point. */
export const MEDIAN_POWER = GRID_LN_MEDIAN.map((lnMedian, point) => Math.exp(lnMedian * at(GRID_STEEPNESS, point)));

/** t^-beta of each steepness. @param age seconds, above 0. */
export function agePowers(age: number): Float64Array {
  const lnAge = Math.log(age);
  const powers = new Float64Array(COLUMNS);
  for (let column = 0; column < COLUMNS; column += 1) powers[column] = Math.exp(-at(STEEPNESSES, column) * lnAge);
  return powers;
}

/** Every so many rows and columns are looked at first; both divide the grid's sides. */
const STRIDE = { row: 4, column: 2 };
/** Around points whose log lies further below the best one than this, no others are looked at: they weigh about 1e-4. */
const NOWHERE_NEAR = 7;

/**
 * Fills in a log-density where it matters: at points some way apart, then between those that are not far below the
 * best one. What is left out keeps what `logs` held, -Infinity. Returns the highest value.
 */
export function searchGrid(logs: Float64Array, evaluate: (point: number, column: number) => number): number {
  let top = -Infinity;
  const look = (point: number, column: number): void => {
    const log = evaluate(point, column);
    logs[point] = log;
    if (log > top) top = log;
  };
  const { row: rows, column: columns } = STRIDE;
  for (let row = 0; row < LN_MEDIANS.length; row += rows) {
    for (let column = 0; column < COLUMNS; column += columns) look(row * COLUMNS + column, column);
  }
  const bar = top - NOWHERE_NEAR;
  for (let row = 0; row + rows < LN_MEDIANS.length; row += rows) {
    for (let column = 0; column + columns < COLUMNS; column += columns) {
      const first = row * COLUMNS + column;
      const below = first + rows * COLUMNS;
      const best = Math.max(at(logs, first), at(logs, first + columns), at(logs, below), at(logs, below + columns));
      if (best < bar) continue;
      for (let down = 0; down <= rows; down += 1) {
        for (let right = 0; right <= columns; right += 1) {
          const point = first + down * COLUMNS + right;
          if (at(logs, point) === -Infinity) look(point, column + right);
        }
      }
    }
  }
  return top;
}

/**
 * F(t; m, beta) = 1 / (1 + (t/m)^-beta) at every grid point: log-logistic, F(0) = 0.
 * @param age seconds since publication, at least 0.
 */
export function curveAt(age: number): Float64Array {
  const curve = new Float64Array(GRID);
  if (age <= 0) return curve;
  const powers = agePowers(age);
  let point = 0;
  for (let row = 0; row < LN_MEDIANS.length; row += 1) {
    for (let column = 0; column < powers.length; column += 1) {
      curve[point] = 1 / (1 + at(powers, column) * at(MEDIAN_POWER, point));
      point += 1;
    }
  }
  return curve;
}

/** F at the horizon; never so small that dividing by it hurts. */
export const CURVE_AT_HORIZON: Float64Array = curveAt(HORIZON).map((value) => Math.max(value, 1e-9));

/** Its ln. */
export const LN_CURVE_AT_HORIZON = CURVE_AT_HORIZON.map(Math.log);

/** The age in seconds at which each grid point has reached a share of its 7-day total. */
export const shareToAge = (share: number): Float64Array =>
  CURVE_AT_HORIZON.map((whole, point) => {
    const reached = share * whole;
    return Math.exp(at(GRID_LN_MEDIAN, point) + Math.log(reached / (1 - reached)) / at(GRID_STEEPNESS, point));
  });
