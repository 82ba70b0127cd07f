import { afterEach, beforeEach } from 'vitest';
import type { Item, NewItem } from '#queue/item.js';
import type { QueueStore } from '#queue/ports.js';
import type { EventName, QueueEvent } from '#queue/event.js';
import { SLOT } from '../items.js';

/** A queue, and the same queue as another process sees it. */
export interface OpenStore {
  readonly store: QueueStore;
  readonly other: QueueStore;
  close(): void;
}

/** Opens an empty queue. */
export type OpenEmpty = () => Promise<OpenStore>;

/** Gives each test of a suite a queue of its own. */
export function useStore(open: OpenEmpty): { readonly store: QueueStore; readonly other: QueueStore } {
  let opened: OpenStore;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());
  return {
    get store() {
      return opened.store;
    },
    get other() {
      return opened.other;
    },
  };
}

/** When the items of these tests were planned. */
export const PLANNED_AT = SLOT - 86_400_000;
export const MINUTE = 60_000;

/** A post to be planned: each of `after` ms after the usual slot. */
export const fresh = (after = 0, rest: Partial<NewItem> = {}): NewItem => ({
  mode: 'api',
  link: 'example.org/guide',
  text: 'Choisir son logement à Lyon https://example.org/guide',
  media: [],
  dueAt: SLOT + after,
  requestedTime: '2026-03-02T18:00',
  zone: 'Europe/Paris',
  missed: 'skip',
  gap: 86_400_000,
  review: false,
  price: 200,
  draft: 'guide.md',
  ...rest,
});

/** Adds one item, and answers it. */
export async function addOne(store: QueueStore, rest: Partial<NewItem> = {}, after = 0): Promise<Item> {
  const [item] = await store.add([fresh(after, rest)], PLANNED_AT);
  if (item === undefined) throw new Error('nothing was added');
  return item;
}

/** Something that happens at an instant. */
export const event = (name: EventName, at: number, rest: Partial<QueueEvent> = {}): QueueEvent => ({
  at,
  name,
  ...rest,
});

/** An event that no store can write down: no JSON holds its number. */
export const unwritable = (name: EventName, at: number): QueueEvent => event(name, at, { data: { cost: 1n as never } });

export const ACCOUNT = '1700000001';
export const newClaim = (token: string, lease = 10 * MINUTE, account = ACCOUNT) => ({
  owner: `owner of ${token}`,
  token,
  lease,
  account,
});

/** The same as its item shows it. */
export const held = (token: string, until = SLOT + 10 * MINUTE) => ({ owner: `owner of ${token}`, token, until });

export const newAttempt = (id: string, item: number, startedAt = SLOT) => ({
  id,
  item,
  text: 'what is sent',
  startedAt,
  price: 200,
});

/** Brings a fresh item as far as `sending`, by the claim `token` and the attempt `id`. */
export async function sendOne(store: QueueStore, id = 'a1', token = 't1', rest: Partial<NewItem> = {}): Promise<Item> {
  const { id: item } = await addOne(store, rest);
  await sendAgain(store, item, id, token);
  return (await store.get(item)) as Item;
}

/** Brings a planned item as far as `sending`. */
export async function sendAgain(store: QueueStore, item: number, id: string, token: string, at = SLOT): Promise<void> {
  const isSent =
    (await store.claim(item, newClaim(token), event('claimed', at))) &&
    (await store.journal(token, newAttempt(id, item, at), event('sending', at)));
  if (!isSent) throw new Error(`item ${item} could not be sent`);
}

/** Names of the events of an item, oldest first. */
export const eventNames = async (store: QueueStore, item?: number): Promise<EventName[]> =>
  (await store.events(item === undefined ? {} : { item }, 1000)).map(({ name }) => name).toReversed();

/** All of a queue that can be seen from outside. */
export const visible = async (store: QueueStore) => ({
  items: await store.list({}, 1000),
  count: await store.count(),
  attempts: (await store.list({}, 1000)).map(({ id }) => store.lastAttempt(id)),
  unsettled: await store.unrecorded(1000),
  watched: await store.watched(1000),
  pause: await store.pause(),
  caps: await store.caps(),
  spent: await store.spentSince(0),
  workers: await store.workers(SLOT),
  events: await store.events({}, 1000),
});
