import { describe, expect, it } from 'vitest';
import { cholesky, matrix, solveLower } from '#timing/math/matrix.js';

describe('cholesky', () => {
  const entries = [
    [4, 2, 2],
    [2, 5, 3],
    [2, 3, 6],
  ];
  const lower = cholesky(matrix(3, (i, j) => entries[i]?.[j] ?? 0));

  it('splits a matrix worked out by hand', () => {
    expect([...lower.values]).toEqual([2, 0, 0, 1, 2, 0, 1, 1, 2]);
  });

  it('is undone by solving', () => {
    // The product of its lower triangle with (1, -2, 3).
    expect([...solveLower(lower, Float64Array.of(2, -3, 5))]).toEqual([1, -2, 3]);
  });

  it('refuses what is not positive definite', () => {
    expect(() => cholesky(matrix(2, () => 1))).toThrow('not positive definite (pivot 1 is 0)');
  });
});
