import { versions } from 'node:process';
import type { NewItem } from '#queue/item.js';
import type { QueueStore } from '#queue/ports.js';
import { openDatabase } from '#store/database.js';
import { createQueueStore } from '#store/queue/store.js';
import { DAY, HOUR, NOW } from './timing-history.js';

/** A link whose posts are in no history. */
export const LINK = 'example.org/guide-logement';

/** An item of that link for a time of the clock in Paris, in March 2026 before the 29th. */
export function item(requestedTime: string, rest: Partial<NewItem> = {}): NewItem {
  return {
    mode: 'remind',
    link: LINK,
    text: `Un guide pour choisir son logement, le ${requestedTime.slice(0, 10)} https://${LINK}`,
    media: [],
    dueAt: Date.parse(`${requestedTime}:00+01:00`),
    requestedTime,
    zone: 'Europe/Paris',
    missed: { within: 2 * HOUR },
    gap: DAY,
    review: false,
    price: rest.mode === 'api' ? 200 : 0,
    draft: 'guide.md',
    ...rest,
  };
}

/** Does some work on the queue in a file, which it makes. */
export async function onQueue<T>(file: string, work: (store: QueueStore) => T | Promise<T>): Promise<T> {
  const database = await openDatabase(file, { nodeVersion: versions.node });
  try {
    return await work(createQueueStore(database));
  } finally {
    database.close();
  }
}

/** Takes an item up and sends it: what follows is up to the caller. */
export async function send(store: QueueStore, id: number, at: number, price = 200): Promise<string> {
  const [token, attempt] = [`token-${id}`, `attempt-${id}`];
  await store.claim(
    id,
    { owner: 'worker', token, lease: HOUR, account: '1700000001' },
    { at, name: 'claimed', item: id },
  );
  const text = (await store.get(id))?.text ?? '';
  await store.journal(token, { id: attempt, item: id, text, startedAt: at, price }, { at, name: 'sending', item: id });
  return attempt;
}

/** A post of an instant, by its id. */
export const postId = (at: number): string => String((BigInt(at) - 1_288_834_974_657n) << 22n);

const MADE = NOW - 10 * DAY;
/** Nine items: one in each state that outlasts a moment, and one for another clock. */
export async function fillQueue(store: QueueStore): Promise<void> {
  await store.add(
    [
      item('2026-03-04T18:00', { text: `Choisir son logement :\ncinq points à vérifier https://${LINK}` }),
      item('2026-03-06T09:00', { mode: 'api', review: true, until: Date.UTC(2026, 2, 20, 22, 59) }),
      item('2026-03-02T09:00', { missed: 'skip' }),
      item('2026-02-28T18:00', { mode: 'api' }),
      item('2026-02-26T18:00', { mode: 'api', missed: 'next-slot' }),
      item('2026-02-24T18:00', { mode: 'api' }),
      item('2026-02-22T18:00', { mode: 'api', text: `Déjà posté https://${LINK}` }),
      item('2026-03-08T18:00'),
      item('2026-03-05T12:30', {
        mode: 'api',
        link: 'example.org/loyers',
        text: 'Loyers à Lyon : la carte, avec @example_agence https://example.org/loyers',
        dueAt: Date.UTC(2026, 2, 5, 17, 30),
        zone: 'America/New_York',
        media: [
          { file: '/photos/carte.png', alt: 'Carte des loyers à Lyon', tag: ['example_agence'] },
          { file: '/photos/rue.jpg' },
        ],
      }),
    ],
    MADE,
  );
  const byHand = { code: 'by-hand' } as const;
  await store.change(
    8,
    ['planned'],
    { state: 'cancelled', reason: byHand },
    { at: MADE + HOUR, name: 'cancelled', item: 8 },
  );
  const evening = Date.UTC(2026, 1, 28, 17);
  const posted = evening - 6 * DAY + 4000;
  await store.finish(
    await send(store, 7, posted),
    { state: 'posted', postId: postId(posted), reason: null },
    {
      event: { at: posted + 900, name: 'posted', item: 7, data: { post: postId(posted), cost: 200 } },
      isFree: false,
      postedAt: posted,
    },
  );
  const late = { code: 'late', detail: 'no-credits' } as const;
  const missed = { at: evening - 4 * DAY + 3 * HOUR, name: 'missed', item: 6, reason: late } as const;
  await store.change(6, ['planned'], { state: 'missed', reason: late }, missed);
  const duplicate = {
    code: 'duplicate',
    detail: 'You are not allowed to create a Tweet with duplicate content.',
  } as const;
  await store.finish(
    await send(store, 5, evening - 2 * DAY),
    { state: 'refused', reason: duplicate },
    { event: { at: evening - 2 * DAY, name: 'refused', item: 5, reason: duplicate }, isFree: true },
  );
  const timeout = { code: 'timeout', detail: 'no-answer' } as const;
  await store.finish(
    await send(store, 4, evening),
    { state: 'unknown', reason: timeout, notBefore: null },
    { event: { at: evening + 30_000, name: 'unknown', item: 4, reason: timeout }, isFree: false },
  );
  await store.change(3, ['planned'], { state: 'reminded' }, { at: NOW - 4 * HOUR, name: 'reminded', item: 3 });
}

/** The queues that transcripts are made from, by file name. */
export const QUEUES: Readonly<Record<string, (store: QueueStore) => unknown>> = {
  'queue.db': fillQueue,
  'running.db': async (store) => {
    await fillQueue(store);
    await store.heartbeat(
      {
        owner: 'w',
        pid: 4242,
        host: 'bureau',
        version: '0.1.0',
        startedAt: MADE,
      },
      NOW - 20_000,
    );
    await store.heartbeat(
      {
        owner: 'old',
        pid: 7,
        host: 'bureau',
        version: '0.1.0',
        startedAt: MADE,
      },
      NOW - DAY,
    );
    await store.spend({ at: NOW - HOUR, what: 'read', amount: 5 });
  },
  'stopped.db': async (store) => {
    await fillQueue(store);
    const since = NOW - 3 * HOUR;
    await store.setPause(
      { code: 'no-credits', detail: '402 Payment Required', since },
      { at: since, name: 'paused', reason: { code: 'no-credits', detail: '402 Payment Required' } },
    );
  },
  'one.db': (store) => store.add([item('2026-03-04T18:00')], MADE),
  'empty.db': () => undefined,
};
