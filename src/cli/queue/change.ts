// What a person changes of items: each change is one transaction with its event, and answers one line.
import type { Action } from '#locale/queue.js';
import { queueSentences } from '#locale/queue.js';
import { mayBecome, type Item, type ItemState } from '#queue/item.js';
import type { EventName, ItemPatch, QueueEvent } from '#queue/ports.js';
import { asJson } from '#report/documents/json.js';
import { itemRecord } from '#report/documents/queue.js';
import type { QueueChangeDocument } from '#report/documents/queue-schema.js';
import type { QueueFlags } from '../options/queue.js';
import type { Shell } from '../shell.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import { requireItem, withQueue, type OpenQueue } from './open.js';

/** What is to become of an item, and what the log says of it. */
export interface Change {
  /** States in which it can be done. */
  readonly from: readonly ItemState[];
  readonly action: Action;
  readonly patch: ItemPatch;
  readonly event: EventName;
  readonly data?: QueueEvent['data'];
}

/**
 * Changes an item, if it is still what it was when it was read.
 * @throws UserError that says what the item is and what is allowed.
 */
export function changeItem(
  { store, now }: Pick<OpenQueue, 'store' | 'now'>,
  item: Item,
  { from, action, patch, event, data }: Change,
): void {
  requireState(item, { from, action });
  if (!mayBecome(item.state, patch.state)) throw new Error(`${item.state} never becomes ${patch.state}`);
  const entry: QueueEvent = {
    at: now,
    name: event,
    item: item.id,
    ...(patch.reason && { reason: patch.reason }),
    ...(data !== undefined && { data }),
  };
  if (store.change(item.id, [item.state], patch, entry)) return;
  const state = store.get(item.id)?.state;
  throw new UserError((locale) => queueSentences(locale).errors.justChanged(item.id, state));
}

/** @throws UserError when an item is in none of the states in which something can be done. */
export function requireState({ id, state }: Item, { from, action }: Pick<Change, 'from' | 'action'>): void {
  if (from.includes(state)) return;
  throw new UserError((locale) => queueSentences(locale).errors.wrongState(id, state, action, from));
}

/** How a command that changes items was called. */
export interface ChangeFlags extends QueueFlags {
  readonly format: 'text' | 'json';
}

/**
 * Does the same to several items, and writes the line that each answers, or all of them as a document. An item that
 * fails is reported on standard error and keeps none of the others back.
 * @returns 1 when some of several failed, the exit code of the error for a single one.
 */
export function changeItems(
  shell: Shell,
  { ids, action }: { readonly ids: readonly number[]; readonly action: QueueChangeDocument['action'] },
  flags: ChangeFlags,
  work: (queue: OpenQueue, item: Item) => string | Promise<string>,
): Promise<ExitCode> {
  return withQueue(shell, flags, 'change', async (queue) => {
    let exitCode: ExitCode = EXIT.done;
    const document: QueueChangeDocument = { schema: 'tweetspan/queue-change@1', action, items: [], failures: [] };
    for (const id of ids) {
      try {
        const line = await work(queue, requireItem(queue, id));
        if (flags.format === 'text') shell.stdout.write(`${line}\n`);
        document.items.push(itemRecord(requireItem(queue, id), queue.clocks.formatLocalTime));
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        shell.stderr.write(`tweetspan: ${error.toLine(queue.locale)}\n`);
        exitCode = error.exitCode === EXIT.usage ? EXIT.findings : error.exitCode;
        document.failures.push({ item: id, exitCode });
      }
    }
    if (flags.format === 'json') await shell.writeAll([asJson(document)]);
    return exitCode;
  });
}
