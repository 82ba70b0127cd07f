import { at, toVector } from '../math/vector.js';
import { slotAt } from '../clock/slots.js';
import { bestSlots } from '../plan/slot-choice.js';
import { type HourBin, type HourChoice, type HoursEstimate, postedSlots, toChoice } from './hours.js';
import { completePrior, type HoursPrior, priorMean, priorVariance } from './prior.js';

/** The typical curve as an account would meet it: relative to the hours that it posts at. */
export interface TypicalHours {
  /** All 168 slots, Monday 0 h first; `n` counts the account's own posts. */
  readonly bins: readonly HourBin[];
  /** The highest of the account's candidates; `chanceBest` is 0, as nothing was drawn. */
  readonly slots: readonly HourChoice[];
}

/**
 * What may be shown where an account's own hours may not be: as much of the prior's mean as the account shows, with the spread of accounts around it as
 * interval, and nothing of the account but how often it posts at which hour.
 */
export function typicalHours(
  { bins, candidates, n, typicalShare }: Pick<HoursEstimate, 'bins' | 'candidates' | 'n' | 'typicalShare'>,
  {
    prior,
    count = 7,
    spacing = 3,
  }: { readonly prior?: HoursPrior; readonly count?: number; readonly spacing?: number } = {},
): TypicalHours {
  const full = completePrior(prior);
  const mean = priorMean(full).map((effect) => typicalShare * effect);
  const sd = Math.sqrt(priorVariance(full));
  const habit = n === 0 ? 0 : bins.reduce((total, bin, slot) => total + bin.n * at(mean, slot), 0) / n;
  const effects = mean.map((effect) => effect - habit);
  const typical = bins.map((bin, slot) => ({
    ...slotAt(slot),
    n: bin.n,
    effect: at(effects, slot),
    sd,
  }));
  const posted = postedSlots(
    candidates,
    toVector(bins, (bin) => bin.n),
  );
  const slots = bestSlots(effects, posted, count, spacing).flatMap((slot) => {
    const bin = typical[slot];
    return bin === undefined ? [] : [toChoice(bin, 0)];
  });
  return { bins: typical, slots };
}
