import type { Caps, QueueStore } from './ports.js';

const DAY = 86_400_000;

/** The beginning of an instant's UTC day, ms. X counts reads by it. */
export const startOfDay = (now: number): number => Math.floor(now / DAY) * DAY;

/** The beginning of an instant's UTC month, ms. */
export function startOfMonth(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

/** What may still be spent, in thousandths of a US dollar, and what was. */
export interface Budget {
  readonly caps: Caps;
  readonly spent: Caps;
  /** The lesser of what is left of the day and of the month. */
  readonly left: number;
}

/** The budget at an instant. Days and months are those of UTC. */
export function budgetAt(store: Pick<QueueStore, 'caps' | 'spentSince'>, now: number): Budget {
  const caps = store.caps();
  const spent = { day: store.spentSince(startOfDay(now)), month: store.spentSince(startOfMonth(now)) };
  return { caps, spent, left: Math.max(0, Math.min(caps.day - spent.day, caps.month - spent.month)) };
}
