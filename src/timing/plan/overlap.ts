// What a post takes from the one before it: what that one had still to come.
import type { EstimateOptions } from '../decay/decay.js';
import { decayPosterior, expectedRest } from '../decay/posterior.js';
import { HORIZON_MS } from '../decay/curve.js';
import { at as valueAt } from '../math/vector.js';

const MINUTE = 60_000;

/** The share, 0..1, of a post's total that is still to come at an age in ms. */
export type RestShare = (age: number) => number;

/**
 * Ages in minutes at which the mean is taken, from a quarter of an hour to 7 days; in between it is linear. Taken at
 * each age of a plan it would be a third of the work.
 */
const KNOTS: readonly number[] = [0, ...Array.from({ length: 36 }, (_, k) => Math.round(15 * 672 ** (k / 35)))];

/** Still to come at each minute of 7 days, linear between the knots. */
function toMinutes(knots: readonly { readonly minute: number; readonly share: number }[]): Float64Array {
  const shares = new Float64Array(HORIZON_MS / MINUTE);
  knots.forEach(({ minute, share }, index) => {
    const next = knots[index + 1];
    if (next === undefined) return;
    const step = (next.share - share) / (next.minute - minute);
    for (let later = minute; later < next.minute; later += 1) shares[later] = share + step * (later - minute);
  });
  return shares;
}

/**
 * How much of an unseen post of the account is still to come at an age: by the mean of its curves, to the minute. From
 * 7 days on nothing is.
 */
export function createRestShare(decay: Omit<EstimateOptions, 'seed'> = {}): RestShare {
  let shares: Float64Array | undefined;
  const learn = (): Float64Array => {
    const posterior = decayPosterior([], decay);
    const whole = expectedRest(posterior, 0);
    return toMinutes(KNOTS.map((minute) => ({ minute, share: expectedRest(posterior, minute * MINUTE) / whole })));
  };
  return (age) => {
    if (age >= HORIZON_MS) return 0;
    if (age <= 0) return 1;
    // A plan of one post asks for none.
    shares ??= learn();
    return valueAt(shares, Math.floor(age / MINUTE));
  };
}
