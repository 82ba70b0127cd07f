import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QueueStore } from '#queue/ports.js';
import { engineUnderTest } from '../store/engine-under-test.js';
import { fillQueue, item, onQueue } from './queue-fixture.js';
import { DAY, HOUR, linkHistory, NOW, writeHistory } from './timing-history.js';

const engine = await engineUnderTest();

/** A world to be looked at: what stands in the folder of its user, and what undoes what outlives the folder. */
export type World = (folder: string) => Promise<void | (() => void)> | void | (() => void);

const dataFile = (folder: string): string => join(folder, 'history.db');

const SCOPES = ['tweet.read', 'tweet.write', 'users.read', 'offline.access', 'media.write'];

/** Writes credentials, well kept unless a mode says otherwise. Nothing of them is anybody's. */
export function signIn(folder: string, rest: Readonly<Record<string, unknown>> = {}, mode = 0o600): void {
  const file = join(folder, '.config/tweetspan/credentials.json');
  if (!existsSync(file)) mkdirSync(join(folder, '.config/tweetspan'), { recursive: true });
  const grant = {
    kind: 'oauth2',
    clientId: 'example-client',
    accessToken: 'example-access',
    refreshToken: 'example-refresh',
    expiresAt: NOW + HOUR,
    scopes: SCOPES,
    account: { id: '1700000001', handle: 'example' },
    ...rest,
  };
  writeFileSync(file, JSON.stringify(grant));
  chmodSync(file, mode);
}

const beat = (store: QueueStore, heartbeatAt: number): Promise<void> =>
  store.heartbeat(
    {
      owner: 'w',
      pid: 4242,
      host: 'bureau',
      version: '0.0.0-test',
      startedAt: NOW - 3 * DAY,
    },
    heartbeatAt,
  );

/** Does something to the database of a world that the program itself would never do. */
function alter(folder: string, sql: string): void {
  const database = engine.open(dataFile(folder));
  database.exec(sql);
  database.close();
}

/** The worlds, by name. */
export const WORLDS: Readonly<Record<string, World>> = {
  nothing: () => undefined,
  healthy: async (folder) => {
    signIn(folder);
    await writeHistory(dataFile(folder), linkHistory());
    await onQueue(dataFile(folder), async (store) => {
      await store.add([item('2026-03-06T09:00', { mode: 'api' })], NOW - DAY);
      await beat(store, NOW - 20_000);
      await store.setFact('clock-skew', `800 ${NOW - HOUR}`);
      await store.setFact('zone-rules', '2025c');
    });
  },
  broken: async (folder) => {
    signIn(folder, {
      account: { id: '2002', handle: 'example_other' },
      refreshToken: undefined,
      scopes: ['tweet.read'],
    });
    await writeHistory(dataFile(folder), linkHistory());
    await onQueue(dataFile(folder), async (store) => {
      await fillQueue(store);
      await beat(store, NOW - HOUR);
      await store.setFact('clock-skew', `-720000 ${NOW - 2 * HOUR}`);
      await store.setFact('zone-rules', '2024b');
      await store.setCaps({ day: 100, month: 5000 });
      await store.spend({ at: NOW - HOUR, what: 'post', amount: 200 });
      const since = NOW - 3 * HOUR;
      const reason = { code: 'no-credits', detail: '402 Payment Required' } as const;
      await store.setPause({ ...reason, since }, { at: since, name: 'paused', reason });
    });
  },
  open: (folder) => signIn(folder, {}, 0o644),
  newer: async (folder) => {
    await onQueue(dataFile(folder), () => undefined);
    alter(folder, 'PRAGMA user_version = 99');
  },
  older: async (folder) => {
    await onQueue(dataFile(folder), () => undefined);
    alter(folder, 'PRAGMA user_version = 1');
  },
  foreign: (folder) => alter(folder, 'CREATE TABLE notes (text TEXT)'),
  corrupt: (folder) => writeFileSync(dataFile(folder), 'no database at all, but a text of some length'),
  locked: async (folder) => {
    await onQueue(dataFile(folder), () => undefined);
    const database = engine.open(dataFile(folder));
    // Only outside of WAL does one who writes keep readers out.
    database.pragma('journal_mode = DELETE');
    database.exec('BEGIN EXCLUSIVE');
    return () => void database.close();
  },
};
