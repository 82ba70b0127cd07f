// The schema of a queue on a server, brought to the present version by one program at a time.
import type { ClientBase, QueryConfig } from 'pg';
import { StoreError } from '../errors.js';
import { OPEN_ATTEMPTS, SERVER_KEYS, SERVER_SCHEMA } from './schema.js';

/** One step of the schema. */
export interface ServerMigration {
  readonly version: number;
  readonly sql: string;
}

/** All steps in their order. A new one goes to the end; a released one is never changed. */
const SERVER_MIGRATIONS: readonly ServerMigration[] = [
  { version: 1, sql: SERVER_SCHEMA },
  { version: 2, sql: OPEN_ATTEMPTS },
  { version: 3, sql: SERVER_KEYS },
];

/** The advisory lock under which the schema is changed ("twsp"). */
const LOCK = 0x74777370;
/** How long another's migration is waited for, ms. @source own choice */
const LOCK_WAIT = 120_000;

// Not by `to_regclass`: that remembers what was not there, past another's commit and within one transaction.
const IS_THERE = `
SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'tweetspan' AND c.relname = 'schema_version'`;

/** The version of the schema, 0 where there is none. */
async function readVersion(client: ClientBase): Promise<number> {
  if ((await client.query(IS_THERE)).rows.length === 0) return 0;
  const versions = await client.query<{ version: number }>(
    'SELECT max(version) AS version FROM tweetspan.schema_version',
  );
  return versions.rows[0]?.version ?? 0;
}

/**
 * Makes sure that the schema is the one that this program knows. Two programs may do this at the same time: the second
 * finds nothing to do.
 * @throws StoreError `newer`; `server-older` where it may not be changed, or is not to be.
 */
export async function requireSchema(
  client: ClientBase,
  { place, migrates }: { readonly place: string; readonly migrates: boolean },
  migrations: readonly ServerMigration[] = SERVER_MIGRATIONS,
): Promise<void> {
  const known = migrations.at(-1)?.version ?? 0;
  const version = await readVersion(client);
  if (version > known) throw new StoreError('newer', { file: place, version, known });
  if (version === known) return;
  if (!migrates) throw new StoreError('server-older', { place, version, known });
  try {
    await migrate(client, migrations);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '42501')) throw error;
    throw new StoreError('server-older', { place, version, known }, { cause: error });
  }
}

async function migrate(client: ClientBase, migrations: readonly ServerMigration[]): Promise<void> {
  // Its answers are waited for longer than others: a table may be large.
  const ask = (text: string): Promise<unknown> => {
    const query: QueryConfig & { readonly query_timeout: number } = { text, query_timeout: LOCK_WAIT + 5000 };
    return client.query(query);
  };
  await ask(`BEGIN; SET LOCAL lock_timeout = ${LOCK_WAIT}; SET LOCAL statement_timeout = ${LOCK_WAIT}`);
  try {
    await ask(`SELECT pg_advisory_xact_lock(${LOCK})`);
    // Read again under the lock: another program may have been faster.
    const before = await readVersion(client);
    if (before === 0) {
      await ask(`
        CREATE SCHEMA IF NOT EXISTS tweetspan;
        CREATE TABLE IF NOT EXISTS tweetspan.schema_version (version integer PRIMARY KEY, since timestamptz NOT NULL)`);
    }
    for (const { version, sql } of migrations) {
      if (version <= before) continue;
      await ask(sql);
      await ask(`INSERT INTO tweetspan.schema_version VALUES (${version}, now())`);
    }
    await ask('COMMIT');
  } catch (error) {
    await ask('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
