// A server for the tests of one file, with databases and connections that are made when they are needed.
import { afterAll, beforeAll } from 'vitest';
import { parseServerAddress } from '#store/postgres/address.js';
import { createServerConnection, type ServerConnection, type ServerOptions } from '#store/postgres/connection.js';
import { connect } from './queues.js';
import { startServer, type TestServer } from './server.js';

/** Starts a server before the tests, and ends it and all connections behind them. */
export function useServer() {
  let started: TestServer | undefined;
  const opened: ServerConnection[] = [];
  const need = (): TestServer => {
    if (started === undefined) throw new Error('a server is started before the tests');
    return started;
  };
  const sql = async (text: string, database = 'postgres'): Promise<void> => {
    const client = await connect(need().address(database));
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  beforeAll(async () => {
    started = await startServer({ settings: ['fsync=off'] });
  }, 60_000);
  afterAll(async () => {
    for (const connection of opened) await connection.close();
    await need().remove();
  });
  return {
    get server() {
      return need();
    },
    /** Runs statements as the owner. */
    sql,
    /** The address of a new database. */
    async newDatabase(name: string): Promise<string> {
      await sql(`CREATE DATABASE ${name}`);
      return need().address(name);
    },
    open(address: string, options: Partial<ServerOptions> = {}): ServerConnection {
      const connection = createServerConnection(parseServerAddress(address, 'ada'), {
        now: Date.now,
        migrates: true,
        ...options,
      });
      opened.push(connection);
      return connection;
    },
    /** Ends all connections to a database. */
    endAll: (database: string): Promise<void> =>
      sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`),
  };
}
