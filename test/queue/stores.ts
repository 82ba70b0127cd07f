import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { versions } from 'node:process';
import { IN_MEMORY, type Database } from '#store/driver/port.js';
import { openDatabase } from '#store/database.js';
import { createQueueStore } from '#store/queue/store.js';
import { engineUnderTest } from '../store/engine-under-test.js';
import type { OpenStore } from './contract/setup.js';
import { createMemoryStore } from './memory-store.js';

const options = { nodeVersion: versions.node, busyTimeout: 50, driver: await engineUnderTest() };

/** A queue in plain maps: its other handle is itself. */
export async function openInMaps(): Promise<OpenStore> {
  const store = createMemoryStore();
  return { store, other: store, close: () => undefined };
}

/** A queue in a database in memory, of which there is one connection only. */
export async function openInMemory(): Promise<OpenStore> {
  const database = await openDatabase(IN_MEMORY, options);
  return {
    store: createQueueStore(database),
    other: createQueueStore(database),
    close: () => void database.close(),
  };
}

/** A queue in a file, with two connections as two processes have them. */
export async function openInFile(): Promise<OpenStore & { readonly databases: readonly [Database, Database] }> {
  const folder = mkdtempSync(join(tmpdir(), 'tweetspan-queue-'));
  const file = join(folder, 'history.db');
  const databases = [await openDatabase(file, options), await openDatabase(file, options)] as const;
  const [first, second] = databases;
  return {
    store: createQueueStore(first),
    other: createQueueStore(second),
    databases,
    close() {
      databases.forEach((database) => database.close());
      rmSync(folder, { recursive: true });
    },
  };
}
