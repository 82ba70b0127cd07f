// What a post takes from the one before it: what that one had still to come.
import type { EstimateOptions } from '../decay/decay.js';
import { decayPosterior, expectedRest } from '../decay/posterior.js';
import { HORIZON_MS } from '../decay/curve.js';

const MINUTE = 60_000;

/** The share, 0..1, of a post's total that is still to come at an age in ms. */
export type RestShare = (age: number) => number;

/**
 * Ages in minutes at which the mean is taken, from a quarter of an hour to 7 days; in between it is linear. Taken at
 * each age of a plan it would be a third of the work.
 */
const KNOTS: readonly number[] = [0, ...Array.from({ length: 36 }, (_, k) => Math.round(15 * 672 ** (k / 35)))];

function between(knots: readonly { readonly minute: number; readonly share: number }[], minute: number): number {
  // From the end: most of a week's minutes lie between the last few.
  const next = knots.findLastIndex((knot) => knot.minute <= minute) + 1;
  const [before, after] = [knots[next - 1], knots[next]];
  if (before === undefined || after === undefined) return 0;
  const part = (minute - before.minute) / (after.minute - before.minute);
  return before.share + part * (after.share - before.share);
}

/**
 * How much of an unseen post of the account is still to come at an age: by the mean of its curves, to the minute. From
 * 7 days on nothing is.
 */
export function createRestShare(decay: Omit<EstimateOptions, 'seed'> = {}): RestShare {
  const posterior = decayPosterior([], decay);
  const whole = expectedRest(posterior, 0);
  const knots = KNOTS.map((minute) => ({ minute, share: expectedRest(posterior, minute * MINUTE) / whole }));
  return (age) => {
    if (age >= HORIZON_MS) return 0;
    if (age <= 0) return 1;
    return between(knots, Math.floor(age / MINUTE));
  };
}
