import { openZone, formatLocalTime, parseLocalTime } from '#timing/clock/zone.js';
import { effectiveDue, type Item, type NewItem } from './item.js';
import type { QueueStore, Pause } from './ports.js';
import type { QueueEvent } from './event.js';
import { type Blackout, findBlackout } from '#timing/clock/blackout.js';
import type { Hold } from './hold.js';
import { OUTAGES, type Reason, type ReasonCode } from './reason.js';
import { findTooNear, sendableFrom, type LastPosts } from '#timing/plan/spacing.js';
import { toBudgetDetail } from './budget.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Until when an item counts as in time, ms: a tick comes each minute, and a lease that a crash left behind runs out
 * after ten. @source own choice
 */
const ON_TIME = 15 * MINUTE;

/** Days that are tried for a new slot: a campaign that long after its plan is another campaign. @source own choice */
const MAX_DAYS = 60;

/**
 * Whether an item's slot has passed so long ago that its policy decides what becomes of it. A time that its author set
 * counts from the slot itself, whatever has held the item up; else what the queue puts off is not late by that.
 */
export function isLate(item: Pick<Item, 'dueAt' | 'notBefore' | 'missed' | 'reason'>, now: number): boolean {
  const { missed, reason } = item;
  const isFixed = typeof missed === 'object' || (reason !== undefined && COUNTS_AS_LATE.has(reason.code));
  return now > (isFixed ? lastInstant(item) : effectiveDue(item) + ON_TIME);
}

/** The last instant, ms UTC, at which an item is in time, whatever holds it up. */
const lastInstant = ({ dueAt, missed }: Pick<Item, 'dueAt' | 'missed'>): number =>
  dueAt + (typeof missed === 'object' ? Math.max(missed.within, ON_TIME) : ON_TIME);

/** What makes an item late though it was put off: waiting for it is no plan. */
const COUNTS_AS_LATE: ReadonlySet<ReasonCode> = new Set<ReasonCode>([...OUTAGES, 'budget', 'blackout']);

/** What else is planned, for finding a slot between. */
type Planned = Pick<Item, 'id' | 'link' | 'dueAt'>;

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
    const near = findTooNear({ at: dueAt, link: item.link }, placed, { gap: item.gap, minInterval, zone });
    if (near === undefined) return { dueAt, requestedTime: formatLocalTime(localTime), zone: item.zone };
  }
  return undefined;
}

/** The instant of an item's slot by the zone rules of today; undefined where its time or zone is damaged. */
function resolveAnew({ zone, requestedTime, dueAt }: Item): number | undefined {
  try {
    return openZone(zone, dueAt - DAY, dueAt + DAY).toInstant(parseLocalTime(requestedTime)).at;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Resolves the slots of all planned items anew when the rules of time zones changed since they were planned: what was
 * requested is a local time, and a country that gives up summer time must not shift it. Answers the events.
 * @param rules the version of the zone rules of this Node, such as `2025c`.
 */
export async function renewSlots(store: QueueStore, rules: string, now: number): Promise<readonly QueueEvent[]> {
  const before = await store.fact('zone-rules');
  if (before === rules) return [];
  const events: QueueEvent[] = [];
  for (const item of before === undefined ? [] : await store.list({ states: ['planned'], from: now }, 100_000)) {
    const at = resolveAnew(item);
    if (at === undefined || at === item.dueAt) continue;
    const event: QueueEvent = {
      at: now,
      name: 'moved',
      item: item.id,
      reason: { code: 'zone-rules', detail: rules },
      data: { from: item.dueAt, to: at },
    };
    const slot = { dueAt: at, requestedTime: item.requestedTime, zone: item.zone };
    if (await store.change(item.id, ['planned'], { state: 'planned', slot }, event)) events.push(event);
  }
  await store.setFact('zone-rules', rules);
  return events;
}

/** A link of which nothing is known. */
const NEVER: LastPosts = { ofAccount: undefined, ofLink: undefined };

/** What is decided from. Instants are ms UTC. */
export interface DueInput {
  readonly now: number;
  /** Planned items whose time has come, the earliest first. */
  readonly due: readonly Item[];
  /** All planned items, for those that need a new slot between them. */
  readonly planned: readonly Planned[];
  /** The last posts of the account and of the link, by each link of what is due. */
  readonly lastPosts: ReadonlyMap<string, LastPosts>;
  /** Why nothing is sent by the program; reminders go on. */
  readonly stopped: Pick<Pause, 'code' | 'detail'> | undefined;
  /** A spent limit of X, until it is whole again. */
  readonly hold?: Hold | undefined;
  /** Stretches in which nothing goes out, reminders included. */
  readonly blackouts?: readonly Blackout[] | undefined;
  /** What may still be spent on posts, thousandths of a US dollar, and when the budget begins anew. */
  readonly left: number;
  readonly renewedAt: number;
  /** Least time between two posts of the account, ms. */
  readonly minInterval: number;
}

/** How far an item keeps from others: a gap of days is one of its own clock. */
export const spacingOf = ({ gap, zone }: Pick<Item, 'gap' | 'zone'>, minInterval: number, now: number) => ({
  gap,
  minInterval,
  zone: openZone(zone, now - 2 * DAY, now + 2 * DAY),
});

/** What to do with one item. */
export type Decision =
  | { readonly item: Item; readonly act: 'send' | 'remind' }
  | { readonly item: Item; readonly act: 'miss'; readonly reason: Reason }
  | { readonly item: Item; readonly act: 'move'; readonly slot: Pick<Item, 'dueAt' | 'requestedTime' | 'zone'> }
  /** Until an instant that the item keeps. */
  | { readonly item: Item; readonly act: 'postpone'; readonly until: number; readonly reason: Reason }
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
    const decision = decideSafely(item, input, taken);
    const goesOut = decision.act === 'send' || decision.act === 'remind';
    if (goesOut && isOut) continue;
    isOut ||= goesOut;
    if (decision.act === 'move') taken.push({ id: item.id, link: item.link, dueAt: decision.slot.dueAt });
    decisions.push(decision);
  }
  return decisions;
}

/** The decision on an item; on one whose time zone or time is damaged, that it has no slot: it must keep no other back. */
function decideSafely(item: Item, input: DueInput, taken: readonly Planned[]): Decision {
  try {
    return decide(item, input, taken);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { item, act: 'miss', reason: lateness(item, 'no-free-slot') };
  }
}

function decide(item: Item, input: DueInput, taken: readonly Planned[]): Decision {
  const { now, minInterval } = input;
  if (item.until !== undefined && now > item.until && effectiveDue(item) < now) {
    return { item, act: 'miss', reason: lateness(item, 'no-free-slot') };
  }
  if (isLate(item, now)) return decideLate(item, input, taken);
  const held = findBlackout(input.blackouts ?? [], now, item.zone);
  if (held !== undefined) {
    // When its time is over, its own policy decides: nothing goes out at the midnight at which a blackout ends.
    const until = Math.min(held.until, lastInstant(item) + 1);
    return { item, act: 'postpone', until, reason: { code: 'blackout', detail: held.why } };
  }
  const from = sendableFrom(input.lastPosts.get(item.link) ?? NEVER, spacingOf(item, minInterval, now), now);
  if (from > now) return { item, act: 'postpone', until: from, reason: { code: 'spacing' } };
  if (item.mode === 'remind') return { item, act: 'remind' };
  const { stopped, hold, left, renewedAt } = input;
  if (stopped !== undefined) {
    return { item, act: 'wait', reason: { code: stopped.code, detail: stopped.detail } };
  }
  if (hold !== undefined) {
    const { code, detail } = hold;
    const isBound = typeof item.missed === 'object';
    const until = isBound ? Math.min(hold.until, lastInstant(item) + 1) : hold.until;
    return { item, act: 'postpone', until, reason: { code, detail } };
  }
  if (item.price > left) {
    const reason = { code: 'budget', detail: toBudgetDetail(item.price, left) } as const;
    return { item, act: 'postpone', until: Math.min(renewedAt, lastInstant(item) + 1), reason };
  }
  return { item, act: 'send' };
}

function decideLate(item: Item, { now, planned, minInterval }: DueInput, taken: readonly Planned[]): Decision {
  if (item.missed !== 'next-slot') return { item, act: 'miss', reason: lateness(item, 'late') };
  const moved = new Set(taken.map(({ id }) => id));
  const others = [...planned.filter(({ id }) => !moved.has(id)), ...taken];
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
