import fc from 'fast-check';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toKnownPost } from '#history/formats/text.js';
import type { CopyStore, QueueCopy } from '#queue/copy.js';
import type { QueueStore } from '#queue/ports.js';
import { queueCopyLines, readQueueCopy } from '#report/documents/queue-copy.js';
import { openDatabase } from '#store/database.js';
import { IN_MEMORY, type Database } from '#store/driver/port.js';
import { parseServerAddress } from '#store/postgres/address.js';
import { createServerConnection, type ServerConnection } from '#store/postgres/connection.js';
import { createServerCopies } from '#store/postgres/copy.js';
import { createServerStore } from '#store/postgres/store.js';
import { createCopyStore } from '#store/queue/copy.js';
import { createQueueStore } from '#store/queue/store.js';
import { versions } from 'node:process';
import { event, fresh, newAttempt, newClaim, PLANNED_AT } from '../queue/contract/setup.js';
import { anyCopy } from '../queue/copies.js';
import { SLOT } from '../queue/items.js';
import { engineUnderTest } from './engine-under-test.js';
import { connect, EMPTY_QUEUE } from './postgres/queues.js';
import { findPostgres, startServer, type TestServer } from './postgres/server.js';

const postgres = findPostgres();
const ADA = { person: 'Ada', host: 'ada-laptop' };

/** A queue with what copies it. */
interface Place {
  readonly copies: CopyStore;
  readonly queue: QueueStore;
}

let server: TestServer | undefined;
let connection: ServerConnection;
let wiper: Client;
const opened: Database[] = [];

async function openFile(): Promise<Place> {
  const database = await openDatabase(IN_MEMORY, { nodeVersion: versions.node, driver: await engineUnderTest() });
  opened.push(database);
  return { copies: createCopyStore(database, toKnownPost), queue: createQueueStore(database) };
}

async function openServer(): Promise<Place> {
  await wiper.query(EMPTY_QUEUE);
  return { copies: createServerCopies(connection, ADA), queue: createServerStore(connection, ADA) };
}

const hasServer = !('missing' in postgres);
const PLACES: readonly (readonly [string, () => Promise<Place>])[] = [
  ['a file', openFile],
  ...(hasServer ? [['a server', openServer] as const] : []),
];

beforeAll(async () => {
  if (!hasServer) return;
  server = await startServer({ settings: ['fsync=off'] });
  const address = server.address('postgres');
  connection = createServerConnection(parseServerAddress(address, 'postgres'), { now: Date.now, migrates: true });
  await connection.aheadBy();
  wiper = await connect(address);
}, 120_000);
afterAll(async () => {
  for (const database of opened) database.close();
  await connection?.close();
  await wiper?.end();
  await server?.remove();
});

/** The copy as it comes out of its own lines. */
function throughLines(copy: QueueCopy): QueueCopy {
  const read = readQueueCopy([...queueCopyLines(copy, [])]);
  if ('fault' in read) throw new Error(JSON.stringify(read.fault));
  return read.copy;
}

describe.each(PLACES)('the copy of a queue brought to %s', (_, open) => {
  it('comes out of it as it went in, and a second time adds nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyCopy, async (copy) => {
        const { copies } = await open();
        const counts = await copies.add(throughLines(copy), SLOT);
        expect(counts).toMatchObject({ added: copy.items.length, updated: 0, known: 0, renumbered: [] });
        expect(await copies.read(false, SLOT)).toEqual(copy);
        const again = await copies.add(copy, SLOT + 1);
        expect(again).toMatchObject({ added: 0, updated: 0, known: copy.items.length, steps: 0, posts: 0, people: 0 });
        expect(await copies.read(false, SLOT)).toEqual(copy);
      }),
      { numRuns: 60 },
    );
  });

  it('comes out of it as it went into any other', async () => {
    await fc.assert(
      fc.asyncProperty(anyCopy, fc.constantFrom(...PLACES), async (copy, [, openOther]) => {
        const first = await (await openOther()).copies;
        await first.add(copy, SLOT);
        const between = await first.read(false, SLOT);
        const { copies } = await open();
        await copies.add(between, SLOT);
        expect(await copies.read(false, SLOT)).toEqual(copy);
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(PLACES)('a queue in %s', (_, open) => {
  const plan = async (queue: QueueStore): Promise<number> => {
    const [item] = await queue.add([fresh()], PLANNED_AT);
    return item?.id ?? 0;
  };
  const claim = (queue: QueueStore, id: number) => queue.claim(id, newClaim('t1'), event('claimed', SLOT));

  it('that was handed over is not claimed any more', async () => {
    const { copies, queue } = await open();
    const id = await plan(queue);
    expect((await copies.read(true, SLOT)).isHandedOver).toBe(true);
    expect((await queue.pause())?.code).toBe('handed-over');
    expect(await claim(queue, id)).toBe(false);
  });

  it('is not handed over while an item is being sent', async () => {
    const { copies, queue } = await open();
    const id = await plan(queue);
    await claim(queue, id);
    await expect(copies.read(true, SLOT)).rejects.toThrow(
      expect.objectContaining({ problem: 'items-at-work', data: { ids: [id] } }),
    );
    expect(await queue.pause()).toBeUndefined();
    expect(await queue.journal('t1', newAttempt('a1', id), event('sending', SLOT))).toBe(true);
    // What is copied of it all the same is looked for before it is sent again.
    expect((await copies.read(false, SLOT)).items).toMatchObject([{ state: 'unknown', attempts: [{ id: 'a1' }] }]);
  });
});
