/** Small statistics and linear algebra for the benchmarks: plain arrays in and out. */

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard deviation over all values (divided by n). */
export function sd(values) {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** The value at a share 0..1 of the sorted values, in a straight line between neighbours. */
export function quantile(values, share) {
  const sorted = Float64Array.from(values).sort();
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

/** Ranks from 1; equal values share the mean of theirs. */
export function ranks(values) {
  const order = values.map((_, index) => index).sort((a, b) => values[a] - values[b]);
  const result = new Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]] === values[order[from]]) to += 1;
    for (let at = from; at <= to; at += 1) result[order[at]] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return result;
}

/** Pearson's correlation; 0 where one side does not vary. */
export function correlation(a, b) {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((value, index) => {
    ab += (value - meanA) * (b[index] - meanB);
    aa += (value - meanA) ** 2;
    bb += (b[index] - meanB) ** 2;
  });
  return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb);
}

export const zeros = (rows, columns) => Array.from({ length: rows }, () => new Array(columns).fill(0));

/** Lower triangle L of a symmetric positive definite matrix = L Lᵀ. */
function cholesky(matrix) {
  const size = matrix.length;
  const lower = zeros(size, size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k += 1) sum -= lower[i][k] * lower[j][k];
      lower[i][j] = i === j ? Math.sqrt(sum) : sum / lower[j][j];
    }
  }
  return lower;
}

function solveBy(lower, target) {
  const size = target.length;
  const half = new Array(size);
  for (let i = 0; i < size; i += 1) {
    half[i] = target[i];
    for (let k = 0; k < i; k += 1) half[i] -= lower[i][k] * half[k];
    half[i] /= lower[i][i];
  }
  const result = new Array(size);
  for (let i = size - 1; i >= 0; i -= 1) {
    result[i] = half[i];
    for (let k = i + 1; k < size; k += 1) result[i] -= lower[k][i] * result[k];
    result[i] /= lower[i][i];
  }
  return result;
}

/** x of matrix x = target; the matrix is symmetric and positive definite. */
export const solve = (matrix, target) => solveBy(cholesky(matrix), target);

/** The inverse of a symmetric positive definite matrix. */
export function inverse(matrix) {
  const lower = cholesky(matrix);
  return matrix.map((_, i) =>
    solveBy(
      lower,
      matrix.map((__, j) => (i === j ? 1 : 0)),
    ),
  );
}
