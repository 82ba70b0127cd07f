// The queue of a fault test on a server: its clock is ahead of this machine's by what the test says.
import type { Client } from 'pg';
import { parseServerAddress } from '#store/postgres/address.js';
import { createServerConnection, type ServerConnection } from '#store/postgres/connection.js';
import { createServerStore } from '#store/postgres/store.js';
import { connect, SETTABLE_CLOCK } from '../store/postgres/queues.js';
import type { TestServer } from '../store/postgres/server.js';
import type { QueuePlace } from './account.js';

const NOBODY = { person: '', host: '' };

/** A place whose server may be replaced by another one, as a failover does. */
export interface ServerPlace extends QueuePlace {
  /** Works on another server from now on. */
  moveTo(server: TestServer): Promise<void>;
  /** Runs statements as the owner. */
  sql(text: string): Promise<void>;
  /** Has workers reach the server by another port; by its own without one. */
  goThrough(port: number | undefined): void;
  /** Makes databases with these options of CREATE DATABASE from now on. */
  keepIn(options: string): void;
  close(): Promise<void>;
}

/** The queue on a server, in a new database each round. */
export function openServerPlace(first: TestServer): ServerPlace {
  let server = first;
  let database = 'postgres';
  let ahead = 0;
  let through: number | undefined;
  let options = '';
  let opened: { readonly connection: ServerConnection; readonly clock: Client } | undefined;
  const open = async (): Promise<NonNullable<typeof opened>> => {
    if (opened !== undefined) return opened;
    const address = server.address(database);
    const connection = createServerConnection(parseServerAddress(address, 'postgres'), {
      now: Date.now,
      migrates: true,
    });
    await connection.aheadBy();
    const clock = await connect(address);
    await clock.query(SETTABLE_CLOCK);
    await clock.query('UPDATE tweetspan.test_clock SET ahead = $1', [ahead]);
    opened = { connection, clock };
    return opened;
  };
  const close = async (): Promise<void> => {
    await opened?.connection.close().catch(() => undefined);
    await opened?.clock.end().catch(() => undefined);
    opened = undefined;
  };
  return {
    close,
    db: () => server.address(database).replace(`:${server.port}/`, `:${through ?? server.port}/`),
    goThrough: (port) => void (through = port),
    keepIn: (other) => void (options = other),
    async begin(round) {
      await close();
      const admin = await connect(server.address('postgres'));
      // A small disk holds one, and a copy of the server takes as long as it has databases.
      if (database !== 'postgres') await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      database = `round_${round}`;
      await admin.query(`CREATE DATABASE ${database} ${options}`);
      await admin.end();
      await open();
    },
    withStore: async (work) => {
      const { connection } = await open();
      return work(createServerStore(connection, NOBODY));
    },
    async setNow(instant) {
      ahead = instant - Date.now();
      const { clock } = await open();
      await clock.query('UPDATE tweetspan.test_clock SET ahead = $1', [Math.round(ahead)]);
    },
    async sql(text) {
      const { clock } = await open();
      await clock.query(text);
    },
    async moveTo(other) {
      await close();
      server = other;
    },
  };
}
