import { Z80 } from './random.js';

/** Above this mean a count is as good as continuous. */
const SUMMED_TO = 200;

/**
 * The 10 and 90 % points of a count whose expectation is log-normal around a mean: negative binomial by its moments,
 * log-normal for large means.
 * @param variance of the natural log of the expectation.
 */
export function countInterval(mean: number, variance: number): { readonly low: number; readonly high: number } {
  if (!(mean > 0)) return { low: 0, high: 0 };
  const extra = Math.expm1(Math.max(variance, 1e-6));
  if (mean > SUMMED_TO) {
    const ln = Math.log1p(extra + 1 / mean);
    const middle = Math.log(mean) - ln / 2;
    return { low: Math.exp(middle - Z80 * Math.sqrt(ln)), high: Math.exp(middle + Z80 * Math.sqrt(ln)) };
  }
  const shape = 1 / extra;
  const success = mean / (mean + shape);
  let mass = Math.exp(shape * Math.log1p(-success));
  let reached = mass;
  let count = 0;
  const first = (share: number): number => {
    while (reached < share && mass > 1e-12) {
      mass *= (success * (shape + count)) / (count + 1);
      count += 1;
      reached += mass;
    }
    return count;
  };
  return { low: first(0.1), high: first(0.9) };
}
