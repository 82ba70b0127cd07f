import { existsSync } from 'node:fs';
import type { Database } from './driver/port.js';
import { StoreError } from './errors.js';
import { renewLinkIdentities } from './link-identities.js';
import { searchableText } from '#tweet/search-text.js';
import { QUEUE_ACCOUNTS, QUEUE_EXPERIMENTS, QUEUE_KEYS, QUEUE_SCHEMA } from './queue/schema.js';
import { FORGOTTEN, INITIAL_SCHEMA, OPT_OUTS, OUTREACH, SEARCH_OF_SCRIPTS, VISITS } from './schema.js';

/** One step of the database from version `version - 1`. */
export interface Migration {
  readonly version: number;
  readonly sql?: string;
  /** What SQL alone cannot do, in the same transaction. */
  readonly change?: (database: Database) => void;
}

/** All steps in their order. A new one goes to the end; a released one is never changed. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, sql: INITIAL_SCHEMA },
  { version: 2, sql: OPT_OUTS },
  { version: 3, sql: QUEUE_SCHEMA },
  { version: 4, sql: SEARCH_OF_SCRIPTS },
  { version: 5, sql: VISITS },
  { version: 6, sql: FORGOTTEN },
  { version: 7, change: renewLinkIdentities },
  { version: 8, sql: QUEUE_ACCOUNTS },
  { version: 9, sql: QUEUE_EXPERIMENTS },
  { version: 10, sql: OUTREACH },
  { version: 11, sql: QUEUE_KEYS },
];

/** Makes the function of SQL that gives a text as the index takes it. */
export const defineSearchable = (database: Database): void =>
  database.defineFunction('searchable', (text) => searchableText(String(text)));

/** The version that this program writes. */
export const PRESENT_VERSION = MIGRATIONS.at(-1)?.version ?? 0;

/** Marks a file as ours, in SQLite's header ("twsp"): no other program's database is migrated by mistake. */
const APPLICATION_ID = 0x74777370;

const readPragma = (database: Database, pragma: string): number => Number(database.pragma(pragma));

const isEmpty = (database: Database): boolean =>
  database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;

/**
 * The version of a database, 0 when it is new.
 * @throws StoreError `newer` when a later program wrote it, `not-ours` when another program did.
 */
export function readVersion(database: Database, file: string, migrations: readonly Migration[] = MIGRATIONS): number {
  const version = readPragma(database, 'user_version');
  const known = migrations.at(-1)?.version ?? 0;
  if (!isEmpty(database) && readPragma(database, 'application_id') !== APPLICATION_ID) {
    throw new StoreError('not-ours', { file });
  }
  if (version > known) {
    throw new StoreError('newer', { file, version, known });
  }
  return version;
}

/** A copy that is there already was made before a migration that failed, or that was undone. */
function freeName(name: string): string {
  if (!existsSync(name)) return name;
  for (let number = 2; ; number += 1) if (!existsSync(`${name}-${number}`)) return `${name}-${number}`;
}

/**
 * Brings a database to the last version, each step in one transaction with its bookkeeping. A file that holds data is
 * first copied to `<file>.bak-<version>`, or to that with a number when it exists. Two programs may do this at the same time: the second finds nothing to do.
 */
export function migrate(database: Database, file: string, migrations: readonly Migration[] = MIGRATIONS): void {
  const before = readVersion(database, file, migrations);
  const last = migrations.at(-1)?.version ?? 0;
  if (before === last) return;
  if (before > 0 && !database.memory) database.prepare('VACUUM INTO ?').run(freeName(`${file}.bak-${before}`));
  defineSearchable(database);
  for (const { version, sql, change } of migrations) {
    database.transact(() => {
      // Read again under the write lock: another program may have been faster.
      if (readPragma(database, 'user_version') >= version) return;
      if (sql !== undefined) database.exec(sql);
      change?.(database);
      database.pragma(`user_version = ${version}`);
      database.pragma(`application_id = ${APPLICATION_ID}`);
    });
  }
}
