import type { Caps, ItemPatch, QueueStore } from './ports.js';
import type { QueueX } from './x-port.js';

const DAY = 86_400_000;

/** The beginning of an instant's UTC day, ms. X counts reads by it. */
export const startOfDay = (now: number): number => Math.floor(now / DAY) * DAY;

/** The beginning of an instant's UTC month, ms. */
export function startOfMonth(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

/** When an instant's UTC day or month ends, ms: the budget that is spent begins anew then. */
export function renewedAfter(now: number, { caps, spent }: Pick<Budget, 'caps' | 'spent'>, price: number): number {
  if (spent.month + price <= caps.month) return startOfDay(now) + DAY;
  const date = new Date(startOfMonth(now));
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

/** Posts that X gives at the least of a timeline (docs.x.com, posts by user). */
const MIN_PAGE = 5;

/**
 * What a look at the own timeline may cost, thousandths of a US dollar. It stays reserved beside each post, so that a
 * lost answer can be looked up; nothing without a way to X.
 */
export const toLookPrice = (x: Pick<QueueX, 'ownReadPrice'> | undefined): number => MIN_PAGE * (x?.ownReadPrice ?? 0);

/** What may still be spent, in thousandths of a US dollar, and what was. */
export interface Budget {
  readonly caps: Caps;
  readonly spent: Caps;
  /** The lesser of what is left of the day and of the month. */
  readonly left: number;
}

/** A cost and what is left, thousandths of a US dollar, as the detail of a reason: `0.200 > 0.050 USD`. */
export const toBudgetDetail = (price: number, left: number): string =>
  `${(price / 1000).toFixed(3)} > ${(left / 1000).toFixed(3)} USD`;

/** Has what waits for the budget go on: its caps were changed. */
export async function resumeBudget(store: Pick<QueueStore, 'list' | 'change'>, now: number): Promise<void> {
  for (const { id, state, reason } of await store.list({ states: ['planned', 'unknown'] }, 100_000)) {
    const isWaiting = state === 'planned' ? reason?.code === 'budget' : reason?.detail === 'budget';
    if (!isWaiting || reason === undefined) continue;
    const patch: ItemPatch =
      state === 'planned'
        ? { state, notBefore: null, reason: null }
        : { state, notBefore: now, reason: { code: reason.code } };
    await store.change(id, [state], patch, { at: now, name: 'released', item: id, reason: { code: 'budget' } });
  }
}

/** What may still be spent on posts at an instant, thousandths of a US dollar: what a look costs stays reserved. */
export const leftForPosts = async (
  store: Pick<QueueStore, 'caps' | 'spentSince'>,
  now: number,
  x: Pick<QueueX, 'ownReadPrice'> | undefined,
): Promise<number> => Math.max(0, (await budgetAt(store, now)).left - toLookPrice(x));

/** The budget at an instant. Days and months are those of UTC. */
export async function budgetAt(store: Pick<QueueStore, 'caps' | 'spentSince'>, now: number): Promise<Budget> {
  const caps = await store.caps();
  const spent = { day: await store.spentSince(startOfDay(now)), month: await store.spentSince(startOfMonth(now)) };
  return { caps, spent, left: Math.max(0, Math.min(caps.day - spent.day, caps.month - spent.month)) };
}
