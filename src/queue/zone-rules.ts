import { openZone, parseLocalTime } from '#timing/clock/zone.js';
import type { QueueEvent, QueueStore } from './ports.js';

const DAY = 86_400_000;

/**
 * Resolves the slots of all planned items anew when the rules of time zones changed since they were planned: what was
 * wished is a time on the wall, and a country that gives up summer time must not shift it. Answers the events.
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
