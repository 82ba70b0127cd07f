// What a person changes of items: each change is one transaction with its event, and answers one line.
import { ITEM_STATES, mayBecome, type Item, type ItemState } from '#queue/item.js';
import type { EventName, ItemPatch, QueueEvent } from '#queue/ports.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import type { Shell } from '../shell.js';
import type { QueueFlags } from '../options/queue.js';
import { requireItem, withQueue, type OpenQueue } from './open.js';
import { QUEUE_MESSAGES } from '#report/queue-answers.js';

/** What is to become of an item, and what the log says of it. */
export interface Change {
  /** States in which it can be done, and the word for it: `cancelled`. */
  readonly from: readonly ItemState[];
  readonly verb: string;
  readonly patch: ItemPatch;
  readonly event: EventName;
  readonly data?: QueueEvent['data'];
}

/**
 * Changes an item, if it is still what it was when it was read.
 * @throws Failure that says what the item is and what is allowed.
 */
export function changeItem(
  { store, now }: Pick<OpenQueue, 'store' | 'now'>,
  item: Item,
  { from, verb, patch, event, data }: Change,
): void {
  requireState(item, { from, verb });
  if (!mayBecome(item.state, patch.state)) throw new Error(`${item.state} never becomes ${patch.state}`);
  const message: QueueEvent = {
    at: now,
    name: event,
    item: item.id,
    ...(patch.reason && { reason: patch.reason }),
    ...(data !== undefined && { data }),
  };
  if (store.change(item.id, [item.state], patch, message)) return;
  throw new UserError(`item ${item.id} has just become ${store.get(item.id)?.state}; nothing was changed`);
}

/** @throws Failure when an item is in none of the states in which something can be done. */
export function requireState({ id, state }: Item, { from, verb }: Pick<Change, 'from' | 'verb'>): void {
  if (!from.includes(state)) {
    throw new UserError(`item ${id} is ${state}; only one that is ${from.join(' or ')} can be ${verb}`);
  }
}

/**
 * Does the same to several items, and writes the lines that it answers. One that fails is told of on standard error, and
 * keeps none of the others back.
 */
export function changeItems(
  shell: Shell,
  ids: readonly number[],
  flags: QueueFlags,
  work: (queue: OpenQueue, item: Item) => string | Promise<string>,
): Promise<ExitCode> {
  return withQueue(shell, flags, 'change', async (queue) => {
    let exitCode: ExitCode = EXIT.done;
    for (const id of ids) {
      try {
        shell.stdout.write(`${await work(queue, requireItem(queue, id))}\n`);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        shell.stderr.write(`tweetspan: ${error.message}\n`);
        exitCode = error.exitCode === EXIT.usage ? EXIT.findings : error.exitCode;
      }
    }
    return exitCode;
  });
}

const CANCELLABLE = ITEM_STATES.filter((state) => mayBecome(state, 'cancelled'));

/** `queue cancel`. */
export const cancelCommand = (shell: Shell, ids: readonly number[], flags: QueueFlags): Promise<ExitCode> =>
  changeItems(shell, ids, flags, (queue, item) => {
    const patch = { state: 'cancelled', reason: { code: 'by-hand' } } as const;
    changeItem(queue, item, { from: CANCELLABLE, verb: 'cancelled', patch, event: 'cancelled' });
    const words = QUEUE_MESSAGES[queue.locale];
    return item.state === 'unknown' ? words.cancelledUnclear(item.id) : words.cancelled(item.id);
  });

/** `queue approve`. */
export const approveCommand = (shell: Shell, ids: readonly number[], flags: QueueFlags): Promise<ExitCode> =>
  changeItems(shell, ids, flags, (queue, item) => {
    const words = QUEUE_MESSAGES[queue.locale];
    if (item.state === 'planned' && !item.review) return words.wasApproved(item.id);
    const patch = { state: 'planned', review: false } as const;
    changeItem(queue, item, { from: ['planned'], verb: 'approved', patch, event: 'approved' });
    return words.approved(item.id);
  });
