import type { SlotPosterior } from '../hours/posterior.js';
import { createRandom } from '../math/random.js';
import { SLOTS, firstMinuteInHour, type WallWindow } from '../clock/slots.js';
import { add, at } from '../math/vector.js';

/** Hours of day of an account without history and without a window: 8 to 22 h (@source own choice, untested). */
const WAKING: WallWindow = { from: 8 * 60, to: 22 * 60 };
/** Draws behind the chance of being the best. */
const DRAWS = 250;

/**
 * The slots that may be recommended: those of the window; without one those whose hour of day the account has used on
 * any weekday. Hours never used are never recommended unasked: nothing is known of them but the typical curve.
 */
export function candidateSlots(counts: Float64Array, window?: WallWindow): readonly number[] {
  const all = Array.from({ length: SLOTS }, (_, slot) => slot);
  if (window !== undefined) return all.filter((slot) => firstMinuteInHour(window, slot % 24) !== undefined);
  const used = new Set(all.filter((slot) => at(counts, slot) > 0).map((slot) => slot % 24));
  if (used.size === 0) return candidateSlots(counts, WAKING);
  return all.filter((slot) => used.has(slot % 24));
}

/**
 * The best slots by posterior mean, best first, at least `spacing` hours apart on one day. Ties go to the lower slot.
 * The posterior mean is the policy: trying out by chance gained less in a simulation (+.112 against +.149).
 */
export function bestSlots(
  effects: Float64Array,
  candidates: readonly number[],
  count: number,
  spacing = 3,
): readonly number[] {
  const ranked = [...candidates].sort((a, b) => at(effects, b) - at(effects, a) || a - b);
  const chosen: number[] = [];
  for (const slot of ranked) {
    if (chosen.length >= count) break;
    const tooNear = chosen.some(
      (other) => Math.floor(other / 24) === Math.floor(slot / 24) && Math.abs(other - slot) < spacing,
    );
    if (!tooNear) chosen.push(slot);
  }
  return chosen;
}

/**
 * The chance of each slot to be the best of the candidates, from 250 joint draws; 0 for other slots.
 */
export function estimateBestChances(
  { effects, shocks, typical }: SlotPosterior,
  candidates: readonly number[],
  seed: number,
): Float64Array {
  const chances = new Float64Array(SLOTS);
  if (candidates.length === 0) return chances;
  const random = createRandom(seed);
  const drawn = new Float64Array(SLOTS);
  const terms = new Float64Array(shocks[0]?.length ?? 0);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    terms.fill(0);
    for (const row of shocks) {
      const normal = random.normal();
      for (let term = 0; term < terms.length; term += 1) add(terms, term, normal * at(row, term));
    }
    for (const slot of candidates) {
      drawn[slot] =
        at(effects, slot) +
        at(terms, slot % 24) +
        at(terms, 24 + Math.floor(slot / 24)) +
        at(typical, slot) * at(terms, 32);
    }
    const best = candidates.reduce((highest, slot) => (at(drawn, slot) > at(drawn, highest) ? slot : highest));
    add(chances, best, 1 / DRAWS);
  }
  return chances;
}
