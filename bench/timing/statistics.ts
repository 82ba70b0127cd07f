import { mulberry32 } from '#timing/math/random.js';

/** Mean; NaN for none. */
export const computeMean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;

/** Median; NaN for none. */
export function computeMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2;
}

/** Resamples units 1000 times with replacement and gives the statistic of each sample. */
function bootstrap<T>(units: readonly T[], statistic: (sample: readonly T[]) => number, rounds = 1000): number[] {
  const uniform = mulberry32(20_260_101);
  return Array.from({ length: rounds }, () =>
    statistic(units.map(() => units[Math.floor(uniform() * units.length)]).filter((unit) => unit !== undefined)),
  );
}

/** Standard error of a statistic by the bootstrap over units. */
export function standardError<T>(
  units: readonly T[],
  statistic: (sample: readonly T[]) => number,
  rounds = 1000,
): number {
  const values = bootstrap(units, statistic, rounds).filter(Number.isFinite);
  const centre = computeMean(values);
  return Math.sqrt(computeMean(values.map((value) => (value - centre) ** 2)));
}

/** The 95 % interval of a statistic by the bootstrap over units. */
export function interval95<T>(units: readonly T[], statistic: (sample: readonly T[]) => number): [number, number] {
  const values = bootstrap(units, statistic, 2000).sort((a, b) => a - b);
  return [values[49] ?? NaN, values[1949] ?? NaN];
}
