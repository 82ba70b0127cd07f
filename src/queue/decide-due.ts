import { toBudgetDetail } from './budget.js';
import { effectiveDue, type Item } from './item.js';
import type { Reason } from './reason.js';
import { isLate, nextSlot, type Planned } from './new-slot.js';
import type { Pause } from './ports.js';
import { sendableFrom, type LastPosts } from '#timing/plan/spacing.js';

/** What a beat is decided from. Instants are ms UTC. */
export interface DueInput {
  readonly now: number;
  /** Planned items whose time has come, the earliest first. */
  readonly due: readonly Item[];
  /** All planned items, looked up only when one needs a new slot. */
  readonly planned: () => readonly Planned[];
  readonly lastPosts: (link: string) => LastPosts;
  /** Why nothing is sent by the program; reminders go on. */
  readonly stopped: Pick<Pause, 'code' | 'detail'> | undefined;
  /** What may still be spent, thousandths of a US dollar. */
  readonly left: number;
  /** Least time between two posts of the account, ms. */
  readonly minInterval: number;
}

/** What to do with one item. */
export type Decision =
  | { readonly item: Item; readonly act: 'send' | 'remind' }
  | { readonly item: Item; readonly act: 'miss'; readonly reason: Reason }
  | { readonly item: Item; readonly act: 'move'; readonly slot: Pick<Item, 'dueAt' | 'requestedTime' | 'zone'> }
  /** Until an instant that the item keeps, so that waiting does not make it late. */
  | { readonly item: Item; readonly act: 'postpone'; readonly until: number }
  /** It stays as it is, and grows late meanwhile; the reason is noted once. */
  | { readonly item: Item; readonly act: 'wait'; readonly reason: Reason };

/**
 * What to do now, for each item whose time has come. One goes out at most: what is decided of the others holds only
 * until then, so the caller acts and asks again. After a long sleep this is what keeps a queue from bursting: each item
 * is judged by its own policy, and those that still may go out keep their distance.
 */
export function decideDue(input: DueInput): readonly Decision[] {
  const decisions: Decision[] = [];
  const taken: Planned[] = [];
  let isOut = false;
  for (const item of input.due) {
    const decision = decide(item, input, taken);
    const goesOut = decision.act === 'send' || decision.act === 'remind';
    if (goesOut && isOut) continue;
    isOut ||= goesOut;
    if (decision.act === 'move') taken.push({ id: item.id, link: item.link, dueAt: decision.slot.dueAt });
    decisions.push(decision);
  }
  return decisions;
}

function decide(item: Item, input: DueInput, taken: readonly Planned[]): Decision {
  const { now, minInterval } = input;
  if (item.until !== undefined && now > item.until && effectiveDue(item) < now) {
    return { item, act: 'miss', reason: lateness(item, 'no-free-slot') };
  }
  if (isLate(item, now)) return decideLate(item, input, taken);
  const from = sendableFrom(input.lastPosts(item.link), { gap: item.gap, minInterval }, now);
  if (from > now) return { item, act: 'postpone', until: from };
  if (item.mode === 'remind') return { item, act: 'remind' };
  const reason = obstacleTo(item, input);
  return reason === undefined ? { item, act: 'send' } : { item, act: 'wait', reason };
}

function decideLate(item: Item, { now, planned, minInterval }: DueInput, taken: readonly Planned[]): Decision {
  if (item.missed !== 'next-slot') return { item, act: 'miss', reason: lateness(item, 'late') };
  const moved = new Set(taken.map(({ id }) => id));
  const others = [...planned().filter(({ id }) => !moved.has(id)), ...taken];
  const slot = nextSlot(item, { now, others, minInterval });
  return slot === undefined
    ? { item, act: 'miss', reason: lateness(item, 'no-free-slot') }
    : { item, act: 'move', slot };
}

/** Why it is too late, with what held it up, as far as that was noted. */
const lateness = ({ reason }: Item, code: 'late' | 'no-free-slot'): Reason => ({
  code,
  ...(reason !== undefined && { detail: reason.code }),
});

function obstacleTo(item: Item, { stopped, left }: DueInput): Reason | undefined {
  if (stopped !== undefined) return stopped;
  return item.price > left ? { code: 'budget', detail: toBudgetDetail(item.price, left) } : undefined;
}
