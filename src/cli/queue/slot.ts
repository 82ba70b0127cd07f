// New slots for items: by hand, or the next one that is free.
import type { Item, ItemState } from '#queue/item.js';
import { SENDING_DEFAULTS } from '#queue/send.js';
import { confirm } from '../terminal/confirm.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import type { Shell } from '../shell.js';
import { changeItem, changeItems, requireState } from './change.js';
import type { QueueFlags, When } from '../options/queue.js';
import { OPEN, type OpenQueue } from './open.js';
import { clockChange } from '#report/documents/plan.js';
import { slotText } from '#locale/format.js';
import { resolveSlot, type FoundSlot } from './when.js';
import { QUEUE_MESSAGES } from '#report/queue-answers.js';
import { nextSlot } from '#queue/new-slot.js';

/** How `queue move` and `queue retry` were called. */
export interface SlotFlags extends QueueFlags {
  readonly zone?: string;
}

/** How `queue retry` was called. */
export interface RetryFlags extends SlotFlags {
  readonly at?: When;
  readonly notOnX?: boolean;
}

const MAX_OF_LINK = 1000;
const MOVABLE: readonly ItemState[] = ['planned', 'reminded'];
const RETRIABLE: readonly ItemState[] = ['missed', 'refused', 'unknown'];

const minutes = (ms: number): string =>
  ms % 3_600_000 === 0 ? `${ms / 3_600_000} h` : `${Math.round(ms / 60_000)} min`;

/** @throws Failure for a slot that has passed, or that breaks what the campaign keeps to; it says what is allowed. */
function checkSlot({ store, history, clocks, now }: OpenQueue, item: Item, slot: FoundSlot): void {
  const { dueAt, zone, requestedTime } = slot;
  const shown = (instant: number): string => `${clocks.formatLocalTime(instant, zone)} ${zone}`;
  if (dueAt <= now)
    throw new UserError(`item ${item.id}: ${requestedTime} ${zone} has passed; give a time after ${shown(now)}`);
  if (item.until !== undefined && dueAt > item.until) {
    throw new UserError(`item ${item.id}: its campaign ends at ${shown(item.until)}; ${shown(dueAt)} is after that`);
  }
  const planned = store
    .list({ link: item.link, states: OPEN }, MAX_OF_LINK)
    .filter(({ id }) => id !== item.id)
    .map((other) => ({ at: other.dueAt, name: `item ${other.id}` }));
  const last = history.lastPostAt(item.link);
  const others = [...planned, ...(last === undefined ? [] : [{ at: last, name: 'its last post' }])];
  const near = others.find(({ at }) => Math.abs(at - dueAt) < item.gap);
  if (near === undefined) return;
  const free = freeAfter(
    dueAt,
    others.map(({ at }) => at),
    item.gap,
  );
  throw new UserError(
    `item ${item.id}: ${near.name} of the link is at ${shown(near.at)}, and ${minutes(item.gap)} lie between its posts; ` +
      `the next free time is ${shown(free)}`,
  );
}

function freeAfter(requestedTime: number, others: readonly number[], gap: number): number {
  let at = requestedTime;
  for (const other of [...others].sort((a, b) => a - b)) if (Math.abs(other - at) < gap) at = other + gap;
  return at;
}

/** The answer, with what a change of the clock did to the slot. */
function confirmSlot({ clocks, locale }: OpenQueue, slot: FoundSlot, format: (when: string) => string): string {
  const localTime = clocks.formatLocalTime(slot.dueAt, slot.zone);
  const note = clockChange({ match: slot.match, requestedTime: slot.requestedTime, localTime }, locale);
  const answer = format(slotText({ localTime, zone: slot.zone }, locale));
  return note === null ? answer : `${answer} (${note})`;
}

const slotData = (item: Item, { dueAt }: FoundSlot): { from: number; dueAt: number } => ({ from: item.dueAt, dueAt });

const toPatch = ({ dueAt, requestedTime, zone }: FoundSlot) => ({ dueAt, requestedTime, zone });

/** `queue move`. What is so much later counts from the item's own slot. */
export const moveCommand = (shell: Shell, id: number, when: When, flags: SlotFlags): Promise<ExitCode> =>
  changeItems(shell, [id], flags, (queue, item) => {
    const moving = { from: MOVABLE, verb: 'moved' };
    requireState(item, moving);
    const slot = resolveSlot(when, flags.zone ?? item.zone, item.dueAt, queue.clocks);
    checkSlot(queue, item, slot);
    const patch = { state: 'planned', slot: toPatch(slot), reason: null, notBefore: null } as const;
    changeItem(queue, item, { ...moving, patch, event: 'moved', data: slotData(item, slot) });
    return confirmSlot(queue, slot, (text) => QUEUE_MESSAGES[queue.locale].moved(item.id, text));
  });

/** `queue retry`. What is so much later counts from now. */
export const retryCommand = (shell: Shell, id: number, flags: RetryFlags): Promise<ExitCode> =>
  changeItems(shell, [id], flags, async (queue, item) => {
    const words = QUEUE_MESSAGES[queue.locale];
    const retrying = { from: RETRIABLE, verb: 'tried again' };
    requireState(item, retrying);
    const slot = newSlot(queue, item, flags);
    if (item.state === 'unknown' && flags.notOnX !== true) await confirmNotOnX(shell, queue, item);
    const patch = { state: 'planned', slot: toPatch(slot), reason: null, notBefore: null, checks: 0 } as const;
    changeItem(queue, item, { ...retrying, patch, event: 'retried', data: slotData(item, slot) });
    return confirmSlot(queue, slot, (text) => words.retried(item.id, text));
  });

/** @throws Failure unless a person says that they looked, and that the item is not on X. */
async function confirmNotOnX(shell: Shell, { locale }: OpenQueue, { id }: Item): Promise<void> {
  if (!shell.stdin.isTTY) {
    throw new UserError(
      `item ${id} may be on X: look at your profile, and add --not-on-x only if it is not there ` +
        `(tweetspan record <address> --item ${id} if it is)`,
    );
  }
  const answer = await confirm(shell, QUEUE_MESSAGES[locale].askNotOnX(id));
  if (answer === 'yes') return;
  const exitCode = answer === 'interrupted' ? EXIT.interrupted : EXIT.findings;
  throw new UserError(`item ${id} stays unknown; nothing was changed`, { exitCode });
}

/** The slot that was asked for, else the same time of the next day that is free. */
function newSlot(queue: OpenQueue, item: Item, { at, zone }: RetryFlags): FoundSlot {
  const { store, history, clocks, now } = queue;
  if (at !== undefined) {
    const slot = resolveSlot(at, zone ?? item.zone, now, clocks);
    checkSlot(queue, item, slot);
    return slot;
  }
  const last = (instant: number | undefined, link: string) =>
    instant === undefined ? [] : [{ id: 0, link, dueAt: instant }];
  const others = [
    ...store.list({ states: OPEN }, MAX_OF_LINK),
    ...last(history.lastPostAt(item.link), item.link),
    ...last(history.lastPostAt(), ''),
  ];
  const slot = nextSlot(item, { now, others, minInterval: SENDING_DEFAULTS.minInterval });
  if (slot === undefined) {
    throw new UserError(`item ${item.id}: no free day is left before the end of its campaign; schedule its draft anew`);
  }
  return { ...slot, match: 'exact' };
}
