import type { NewItem } from '#queue/item.js';
import { formatLocalTime, parseLocalTime, type LocalTimeMatch } from '#timing/clock/zone.js';
import type { Clocks } from './clock.js';
import type { When } from '../options/queue.js';

const DAY = 86_400_000;

/** A slot, and what the clock did to the wished time. */
export type FoundSlot = Pick<NewItem, 'dueAt' | 'requestedTime' | 'zone'> & { readonly match: LocalTimeMatch };

/**
 * The slot that is meant. Days are stepped on the wall clock of the zone, so that the hour stays when the clock changes;
 * hours and minutes are spans of time.
 * @param from what `+2h` counts from, ms UTC.
 */
export function resolveSlot(when: When, zone: string, from: number, clocks: Clocks): FoundSlot {
  if (when.kind === 'wall') return slotAt(parseLocalTime(when.text), zone, from, clocks);
  if (when.unit === 'time') {
    const dueAt = from + when.amount;
    return { dueAt, requestedTime: clocks.formatLocalTime(dueAt, zone), zone, match: 'exact' };
  }
  return slotAt(clocks.zone(zone, from).localTimeAt(from) + when.amount * DAY, zone, from, clocks);
}

function slotAt(localTime: number, zone: string, near: number, clocks: Clocks): FoundSlot {
  // Opened around the time that is meant, which can be years away.
  const clock = clocks.zone(zone, Math.abs(localTime - near) < 100 * DAY ? near : localTime);
  const { at, match } = clock.toInstant(localTime);
  return { dueAt: at, requestedTime: formatLocalTime(localTime), zone, match };
}
