import { InvalidArgumentError } from 'commander';
import { existsSync } from 'node:fs';
import type { Locale } from '#base/locale.js';
import { queueSentences } from '#locale/queue.js';
import type { Item } from '#queue/item.js';
import type { QueueHistory, QueueStore, SpendingReader } from '#queue/ports.js';
import { formatLocalTime, openZone, type Zone } from '#timing/clock/zone.js';
import { isOnServer, withHistory, type OpenHistory } from '../history-database.js';
import { databaseFile } from '../options/common.js';
import { resolveLocale } from '../options/locale.js';
import type { Shell } from '../shell.js';
import { registerQueue } from './custody.js';
import { UserError } from '../user-error.js';

/** How a command on the queue was called. */
export interface QueueFlags {
  readonly db?: string | undefined;
  readonly locale?: Locale | undefined;
  readonly color?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** The queue with what its commands need. */
export interface OpenQueue {
  readonly store: QueueStore;
  readonly history: QueueHistory;
  readonly spendings: SpendingReader;
  readonly clocks: Clocks;
  readonly locale: Locale;
  /** Handles of the account, in lower case; none where neither its history nor X has named one. */
  readonly ownHandles: () => Promise<readonly string[]>;
  /** The history that it is kept in. */
  readonly opened: OpenHistory;
  /** ms UTC, the same for the whole command. */
  readonly now: number;
}

/** How the queue is opened: to be read, to be changed, or to be made where there is none. */
export type QueueAccess = 'read' | 'change' | 'make';

/**
 * Does some work on the queue and closes it.
 * @throws UserError when there is no queue, or for a fault of the database.
 */
export async function withQueue<T>(
  shell: Shell,
  flags: QueueFlags,
  access: QueueAccess,
  work: (queue: OpenQueue) => T | Promise<T>,
): Promise<T> {
  const file = databaseFile(shell, flags.db);
  if (access !== 'make' && !existsSync(file) && !(await isOnServer(shell, flags.db))) {
    throw new UserError((locale) => queueSentences(locale).errors.noQueue(file));
  }
  return withHistory(shell, { db: flags.db, readonly: access === 'read', queueOnly: true }, async (history) => {
    if (access !== 'read') await registerQueue(shell, history);
    return work(await openQueueIn(shell, flags, history));
  });
}

/** The queue in a history that is open. */
export async function openQueueIn(
  shell: Shell,
  flags: Pick<QueueFlags, 'locale'>,
  opened: OpenHistory,
): Promise<OpenQueue> {
  const { queue, queueHistory, spendings, reader, team } = opened;
  await team?.seeClock();
  return {
    store: queue,
    history: queueHistory,
    spendings,
    opened,
    clocks: createClocks(),
    ownHandles: async () => {
      const fact = await queue.fact('account');
      const signedIn = fact === undefined ? undefined : (JSON.parse(fact) as { readonly handle?: string }).handle;
      const shared = (await team?.store.account())?.handle;
      const known = [
        ...(reader.account()?.handles ?? []),
        ...(shared ? [shared] : []),
        ...(signedIn === undefined ? [] : [signedIn]),
      ];
      return [...new Set(known.map((handle) => handle.toLowerCase()))];
    },
    locale: resolveLocale(shell, flags.locale),
    now: opened.now(),
  };
}

/**
 * An item by its number.
 * @throws UserError when there is none.
 */
export async function requireItem({ store }: Pick<OpenQueue, 'store'>, id: number): Promise<Item> {
  const item = await store.get(id);
  if (item === undefined) throw new UserError((locale) => queueSentences(locale).errors.noItem(id));
  return item;
}

/** The reader of the number of an item. */
export const itemReader =
  (locale: Locale) =>
  (value: string): number => {
    const id = Number(value);
    if (!/^\d+$/.test(value) || id < 1 || !Number.isSafeInteger(id)) {
      throw new InvalidArgumentError(queueSentences(locale).options.itemInvalid);
    }
    return id;
  };

/** The reader of the numbers of several items; each counts once. */
export const itemsReader = (locale: Locale) => {
  const read = itemReader(locale);
  return (value: string, before: readonly number[] | undefined): readonly number[] => [
    ...new Set([...(before ?? []), read(value)]),
  ];
};

const YEAR = 366 * 86_400_000;

/** Clocks of time zones, each opened once for all items around. */
export interface Clocks {
  /** The clock of a zone, good for an instant (ms UTC) and half a year around. */
  readonly zone: (name: string, instant: number) => Zone;
  /** What a zone's clock shows at an instant, `2026-03-02T09:00`. */
  readonly formatLocalTime: (instant: number, zone: string) => string;
}

/** Opens no clock yet. Opening one throws a RangeError for an unknown zone. */
export function createClocks(): Clocks {
  const opened = new Map<string, { readonly zone: Zone; readonly from: number; readonly until: number }>();
  const zoneAt = (name: string, instant: number): Zone => {
    const known = opened.get(name);
    if (known !== undefined && instant >= known.from && instant <= known.until) return known.zone;
    const [from, until] = [instant - YEAR / 2, instant + YEAR / 2];
    const zone = openZone(name, from, until);
    opened.set(name, { zone, from, until });
    return zone;
  };
  return {
    zone: zoneAt,
    formatLocalTime: (instant, zone) => formatLocalTime(zoneAt(zone, instant).localTimeAt(instant)),
  };
}
