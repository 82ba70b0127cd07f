import { at } from './vector.js';

/** A square matrix, row by row. */
export interface Matrix {
  readonly size: number;
  readonly values: Float64Array;
}

/** A square matrix from its entries. */
export function matrix(size: number, entry: (row: number, column: number) => number): Matrix {
  const values = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) values[row * size + column] = entry(row, column);
  }
  return { size, values };
}

/**
 * The lower triangle L with L L' = the matrix (symmetric; only its lower half is read).
 * Throws when the matrix is not positive definite: that is a bug of the caller, never a matter of the user's data.
 */
export function cholesky({ size, values }: Matrix): Matrix {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = at(values, row * size + column);
      for (let k = 0; k < column; k += 1) rest -= at(lower, row * size + k) * at(lower, column * size + k);
      if (row !== column) lower[row * size + column] = rest / at(lower, column * size + column);
      else if (rest > 0) lower[row * size + row] = Math.sqrt(rest);
      else throw new Error(`cholesky: the matrix is not positive definite (pivot ${row} is ${rest})`);
    }
  }
  return { size, values: lower };
}

/** x with L x = b, for a lower triangle. */
export function solveLower({ size, values }: Matrix, b: Float64Array): Float64Array {
  const x = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    let rest = at(b, row);
    for (let k = 0; k < row; k += 1) rest -= at(values, row * size + k) * at(x, k);
    x[row] = rest / at(values, row * size + row);
  }
  return x;
}

/** Scalar product of two vectors of one length. */
export function dot(x: Float64Array, y: Float64Array): number {
  let total = 0;
  for (let k = 0; k < x.length; k += 1) total += at(x, k) * at(y, k);
  return total;
}
