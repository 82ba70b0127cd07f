import { existsSync } from 'node:fs';
import { ENDED, ITEM_STATES, type ItemState } from '#queue/item.js';
import type { QueueHistory, QueueStore } from '#queue/ports.js';
import type { SpendingReader } from '#queue/spending-port.js';
import { UserError } from '../user-error.js';
import { withHistory, type OpenHistory } from '../history-database.js';
import { databaseFile } from '../history-file.js';
import type { Shell } from '../shell.js';
import { resolveLocale } from '../options/locale.js';
import type { QueueFlags } from '../options/queue.js';
import { createClocks, type Clocks } from './clock.js';

/** States in which an item still takes its slot. */
export const OPEN: readonly ItemState[] = ITEM_STATES.filter((state) => !ENDED.includes(state));

/** The queue with what its commands need. */
export interface OpenQueue {
  readonly store: QueueStore;
  readonly history: QueueHistory;
  readonly spendings: SpendingReader;
  readonly clocks: Clocks;
  readonly locale: 'en' | 'fr';
  /** ms UTC, the same for the whole command. */
  readonly now: number;
}

/** How the queue is opened: to be read, to be changed, or to be made where there is none. */
export type QueueAccess = 'read' | 'change' | 'make';

/**
 * Does some work on the queue and closes it.
 * @throws Failure when there is none, or for a fault of the database.
 */
export async function withQueue<T>(
  shell: Shell,
  flags: QueueFlags,
  access: QueueAccess,
  work: (queue: OpenQueue) => T | Promise<T>,
): Promise<T> {
  const file = databaseFile(shell, flags.db);
  if (access !== 'make' && !existsSync(file)) {
    throw new UserError(`no queue yet (${file}); tweetspan schedule <draft> makes it`);
  }
  return withHistory(shell, { db: flags.db, readonly: access === 'read' }, async (history) =>
    work(await openQueueIn(shell, flags, history)),
  );
}

/** The queue in a history that is open. */
export async function openQueueIn(
  shell: Shell,
  flags: Pick<QueueFlags, 'locale'>,
  { queue, queueHistory, spendings }: OpenHistory,
): Promise<OpenQueue> {
  return {
    store: queue,
    history: queueHistory,
    spendings,
    clocks: createClocks(),
    locale: resolveLocale(shell, flags.locale),
    now: shell.now(),
  };
}

/**
 * An item by its number.
 * @throws Failure when there is none.
 */
export function requireItem({ store }: Pick<OpenQueue, 'store'>, id: number) {
  const item = store.get(id);
  if (item === undefined) throw new UserError(`no item ${id}: tweetspan queue --all shows all of them`);
  return item;
}
