import { describe, expect, it } from 'vitest';
import { slotPosterior } from '#timing/hours/posterior.js';
import { HOUR_KERNEL, priorMean, TYPICAL_HOURS } from '#timing/hours/prior.js';
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
