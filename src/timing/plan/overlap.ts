// What a post takes from the one before it: what that one had still to come.
import type { EstimateOptions } from '../decay/decay.js';
import { decayPosterior, expectedRest } from '../decay/posterior.js';
import { HORIZON_MS } from '../decay/curve.js';
import { at as valueAt } from '../math/vector.js';

const MINUTE = 60_000;

/** The share, 0..1, of a post's total that is still to come at an age in ms. */
export type RestShare = (age: number) => number;

/**
 * How much of an unseen post of the account is still to come at an age: by the mean of its curves, to the minute. From
 * 7 days on nothing is.
 */
export function createRestShare(decay: Omit<EstimateOptions, 'seed'> = {}): RestShare {
  const posterior = decayPosterior([], decay);
  const whole = expectedRest(posterior, 0);
  const shares = new Float64Array(HORIZON_MS / MINUTE).fill(NaN);
  return (age) => {
    if (age >= HORIZON_MS) return 0;
    if (age <= 0) return 1;
    const minute = Math.floor(age / MINUTE);
    const known = valueAt(shares, minute);
    if (!Number.isNaN(known)) return known;
    const share = expectedRest(posterior, minute * MINUTE) / whole;
    shares[minute] = share;
    return share;
  };
}
