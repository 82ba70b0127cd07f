import type { NewItem } from '#queue/item.js';
import { printWall, readWall, type WallMatch } from '#timing/clock/zone.js';
import type { Clocks } from './clock.js';
import type { When } from '../options/queue.js';

const DAY = 86_400_000;

/** A slot, and what the clock did to the wished time. */
export type FoundSlot = Pick<NewItem, 'dueAt' | 'wish' | 'zone'> & { readonly match: WallMatch };

/**
 * The slot that is meant. Days are stepped on the wall clock of the zone, so that the hour stays when the clock changes;
 * hours and minutes are spans of time.
 * @param from what `+2h` counts from, ms UTC.
 */
export function slotOf(when: When, zone: string, from: number, clocks: Clocks): FoundSlot {
  if (when.kind === 'wall') return slotAt(readWall(when.text), zone, from, clocks);
  if (when.unit === 'time') {
    const dueAt = from + when.amount;
    return { dueAt, wish: clocks.wallOf(dueAt, zone), zone, match: 'exact' };
  }
  return slotAt(clocks.zone(zone, from).wallAt(from) + when.amount * DAY, zone, from, clocks);
}

function slotAt(wall: number, zone: string, near: number, clocks: Clocks): FoundSlot {
  // Opened around the time that is meant, which can be years away.
  const clock = clocks.zone(zone, Math.abs(wall - near) < 100 * DAY ? near : wall);
  const { at, match } = clock.instantOf(wall);
  return { dueAt: at, wish: printWall(wall), zone, match };
}
