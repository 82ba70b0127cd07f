import { openZone, printWall, readWall } from '#timing/clock/zone.js';
import { effectiveDue, OUTAGES, type Item, type NewItem } from './item.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Until when an item counts as in time, ms: a tick comes each minute, and a lease that a crash left behind runs out
 * after ten. Ours.
 */
export const ON_TIME = 15 * MINUTE;

/** Days that are tried for a new slot: a campaign that long after its plan is another campaign. Ours. */
const MOST_DAYS = 60;

/** Whether an item's slot has passed so long ago that its policy decides what becomes of it. */
export function isLate(item: Pick<Item, 'dueAt' | 'notBefore' | 'missed' | 'reason'>, now: number): boolean {
  const isOutage = item.reason !== undefined && OUTAGES.has(item.reason.code);
  const late = now - (isOutage ? item.dueAt : effectiveDue(item));
  return late > (typeof item.missed === 'object' ? Math.max(item.missed.within, ON_TIME) : ON_TIME);
}

/** What else is planned, for finding a slot between. */
export type Planned = Pick<Item, 'id' | 'link' | 'dueAt'>;

/**
 * The same time of day, in the item's zone, of the next day that keeps the gap to other items of the link and `apart`
 * (ms) to all others. Undefined when none is left before the campaign's end, or within 60 days.
 */
export function nextSlot(
  item: Item,
  { now, others, apart }: { readonly now: number; readonly others: readonly Planned[]; readonly apart: number },
): Pick<NewItem, 'dueAt' | 'wish' | 'zone'> | undefined {
  const end = item.until ?? Infinity;
  const zone = openZone(item.zone, now - 2 * DAY, now + (MOST_DAYS + 2) * DAY);
  const time = readWall(item.wish) % DAY;
  const today = Math.floor(zone.wallAt(now) / DAY) * DAY;
  for (let day = 0; day < MOST_DAYS; day += 1) {
    // Stepped on the wall clock, never by 24 h of instants: a change of the clock must not shift the hour.
    const wall = today + day * DAY + time;
    const dueAt = zone.instantOf(wall).at;
    if (dueAt <= now) continue;
    if (dueAt > end) return undefined;
    const isFree = others.every(
      (other) =>
        other.id === item.id ||
        Math.abs(other.dueAt - dueAt) >= (other.link === item.link ? Math.max(item.gap, apart) : apart),
    );
    if (isFree) return { dueAt, wish: printWall(wall), zone: item.zone };
  }
  return undefined;
}
