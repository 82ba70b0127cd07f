import { describe, expect, it } from 'vitest';
import { slotPosterior } from '#timing/hours/posterior.js';
import { cholesky, dot, matrix, solveLower } from '#timing/math/matrix.js';
import { HOUR_KERNEL, hourKernel, priorMean, TYPICAL_HOURS } from '#timing/hours/prior.js';
import { readFixture } from '../fixture.js';

interface Golden {
  readonly residualVariance: number;
  readonly slots: readonly { slot: number; n: number; mean: number }[];
  readonly expected: readonly { slot: number; raw: number; effect: number; variance: number }[];
}

describe('the posterior of the 168 slots', () => {
  const golden = readFixture<Golden>('slot-posterior');
  const counts = new Float64Array(168);
  const means = new Float64Array(168);
  for (const { slot, n, mean } of golden.slots) {
    counts[slot] = n;
    means[slot] = mean;
  }
  const posterior = slotPosterior({ counts, means }, golden.residualVariance);

  it.each(golden.expected)(
    'gives slot $slot the effect $effect ± sqrt($variance)',
    ({ slot, raw, effect, variance }) => {
      expect(posterior.raw[slot]).toBeCloseTo(raw, 5);
      expect(posterior.effects[slot]).toBeCloseTo(effect, 5);
      expect(posterior.variances[slot]).toBeCloseTo(variance, 6);
    },
  );

  it('is that of the whole process of 168 slots, a share of the typical curve included', () => {
    const share = { mean: 0.4, sd: 0.6 };
    const s2 = golden.residualVariance;
    const typical = priorMean(TYPICAL_HOURS);
    const value = (vector: Float64Array, index: number): number => vector[index] ?? NaN;
    const { hourVar, dowVar } = TYPICAL_HOURS;
    const between = (i: number, j: number): number =>
      hourVar * hourKernel(i % 24, j % 24) +
      (Math.floor(i / 24) === Math.floor(j / 24) ? dowVar : 0) +
      share.sd ** 2 * value(typical, i) * value(typical, j);
    const seen = golden.slots.map(({ slot }) => slot);
    const lower = cholesky(
      matrix(seen.length, (a, b) => {
        const [i, j] = [seen[a] ?? 0, seen[b] ?? 0];
        return between(i, j) + 4 * s2 + (a === b ? (1.5 * s2) / value(counts, i) : 0);
      }),
    );
    const surprise = solveLower(
      lower,
      Float64Array.from(seen, (slot) => value(means, slot) - share.mean * value(typical, slot)),
    );
    const { raw, variances } = slotPosterior({ counts, means }, s2, TYPICAL_HOURS, share);
    for (const slot of [0, 9, 50, 101, 167]) {
      const row = solveLower(
        lower,
        Float64Array.from(seen, (other) => between(other, slot)),
      );
      expect(raw[slot]).toBeCloseTo(share.mean * value(typical, slot) + dot(row, surprise), 9);
      expect(variances[slot]).toBeCloseTo(between(slot, slot) - dot(row, row), 9);
    }
  });

  it('is the typical curve without any post', () => {
    const empty = slotPosterior({ counts: new Float64Array(168), means: new Float64Array(168) }, 0);
    expect(empty.effects).toEqual(priorMean(TYPICAL_HOURS));
    expect(empty.variances[0]).toBeCloseTo(0.021 + 0.0088, 12);
  });
});

describe('the kernel between hours', () => {
  const expected = readFixture<number[]>('hour-kernel');

  it.each(expected.map((value, lag) => ({ value, lag })))('is $value at $lag h, both ways round', ({ value, lag }) => {
    expect(HOUR_KERNEL[lag]).toBeCloseTo(value, 5);
    expect(HOUR_KERNEL[(24 - lag) % 24]).toBeCloseTo(value, 5);
  });
});
