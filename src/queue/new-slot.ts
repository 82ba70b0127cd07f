import { openZone, formatLocalTime, parseLocalTime } from '#timing/clock/zone.js';
import { effectiveDue, type Item, type NewItem } from './item.js';
import type { QueueEvent, QueueStore } from './ports.js';
import { OUTAGES } from './reason.js';
import { findTooNear } from '#timing/plan/spacing.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Until when an item counts as in time, ms: a tick comes each minute, and a lease that a crash left behind runs out
 * after ten. @source own choice
 */
export const ON_TIME = 15 * MINUTE;

/** Days that are tried for a new slot: a campaign that long after its plan is another campaign. @source own choice */
const MAX_DAYS = 60;

/** Whether an item's slot has passed so long ago that its policy decides what becomes of it. */
export function isLate(item: Pick<Item, 'dueAt' | 'notBefore' | 'missed' | 'reason'>, now: number): boolean {
  const isOutage = item.reason !== undefined && OUTAGES.has(item.reason.code);
  const late = now - (isOutage ? item.dueAt : effectiveDue(item));
  return late > (typeof item.missed === 'object' ? Math.max(item.missed.within, ON_TIME) : ON_TIME);
}

/** What else is planned, for finding a slot between. */
export type Planned = Pick<Item, 'id' | 'link' | 'dueAt'>;

/**
 * The same time of day, in the item's zone, of the next day on which it keeps its distance from all others.
 * Undefined when none is left before the campaign's end, or within 60 days.
 */
export function nextSlot(
  item: Item,
  {
    now,
    others,
    minInterval,
  }: { readonly now: number; readonly others: readonly Planned[]; readonly minInterval: number },
): Pick<NewItem, 'dueAt' | 'requestedTime' | 'zone'> | undefined {
  const end = item.until ?? Infinity;
  const zone = openZone(item.zone, now - 2 * DAY, now + (MAX_DAYS + 2) * DAY);
  const time = parseLocalTime(item.requestedTime) % DAY;
  const placed = others.filter(({ id }) => id !== item.id).map((other) => ({ at: other.dueAt, link: other.link }));
  const today = Math.floor(zone.localTimeAt(now) / DAY) * DAY;
  for (let day = 0; day < MAX_DAYS; day += 1) {
    // Stepped on the wall clock, never by 24 h of instants: a change of the clock must not shift the hour.
    const localTime = today + day * DAY + time;
    const dueAt = zone.toInstant(localTime).at;
    if (dueAt <= now) continue;
    if (dueAt > end) return undefined;
    const near = findTooNear({ at: dueAt, link: item.link }, placed, { gap: item.gap, minInterval });
    if (near === undefined) return { dueAt, requestedTime: formatLocalTime(localTime), zone: item.zone };
  }
  return undefined;
}

/**
 * Resolves the slots of all planned items anew when the rules of time zones changed since they were planned: what was
 * requested is a local time, and a country that gives up summer time must not shift it. Answers the events.
 * @param rules the version of the zone rules of this Node, such as `2025c`.
 */
export function renewSlots(store: QueueStore, rules: string, now: number): readonly QueueEvent[] {
  const before = store.fact('zone-rules');
  if (before === rules) return [];
  const events: QueueEvent[] = [];
  for (const item of before === undefined ? [] : store.list({ states: ['planned'], from: now }, 100_000)) {
    const { at } = openZone(item.zone, item.dueAt - DAY, item.dueAt + DAY).toInstant(
      parseLocalTime(item.requestedTime),
    );
    if (at === item.dueAt) continue;
    const event: QueueEvent = {
      at: now,
      name: 'moved',
      item: item.id,
      reason: { code: 'zone-rules', detail: rules },
      data: { from: item.dueAt, to: at },
    };
    const slot = { dueAt: at, requestedTime: item.requestedTime, zone: item.zone };
    if (store.change(item.id, ['planned'], { state: 'planned', slot }, event)) events.push(event);
  }
  store.setFact('zone-rules', rules);
  return events;
}
