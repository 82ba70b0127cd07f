import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadDriver } from './driver/choose.js';
import type { ConnectionOptions, Database, Driver } from './driver/port.js';
import { asStoreError, StoreError, withStoreErrors } from './errors.js';
import { migrate, PRESENT_VERSION, readVersion } from './migrations.js';

/** What opening a database leaves to its caller. A file of an older version is refused where it is only read. */
export interface OpenOptions extends ConnectionOptions {
  /** The version of Node that runs, such as `20.20.2`: an engine that does not fit it could end the program. */
  readonly nodeVersion: string;
  /**
   * Whether each commit is on the disk before the next step: for commands that send, so that no power cut forgets what was
   * about to be sent and sends it again. It costs tens of ms per commit.
   */
  readonly durable?: boolean;
  /** The engine; by default the first that works. */
  readonly driver?: Driver;
}

/** The memory that a connection keeps pages in, KiB: what better-sqlite3 takes; that of Node is an eighth of it. */
const CACHE = 16_000;

/** What went wrong with opening a file as a database, as a fault that says what to do; a bug as it is. */
export function asOpenError(error: unknown, file: string): unknown {
  const known = asStoreError(error, file);
  if (known instanceof StoreError && known.problem === 'unreachable' && !existsSync(dirname(file))) {
    return new StoreError('no-folder', { file }, { cause: error });
  }
  return known;
}

/**
 * Opens the database of a file, makes it when it does not exist, and brings it to the present version.
 * The connection uses WAL, foreign keys and a busy timeout.
 * @throws StoreError for what its user can put right.
 */
export async function openDatabase(file: string, options: OpenOptions): Promise<Database> {
  const driver = options.driver ?? (await loadDriver(options.nodeVersion));
  let database: Database | undefined;
  try {
    database = driver.open(file, options);
    if (options.readonly) {
      requirePresent(database, file);
    } else {
      readVersion(database, file);
      // Both count before the first table alone. Larger pages than SQLite's own: an import writes and reads all of them.
      database.pragma('page_size = 8192');
      database.pragma('temp.page_size = 16384');
      database.pragma('journal_mode = WAL');
      database.pragma(`synchronous = ${options.durable === true ? 'FULL' : 'NORMAL'}`);
      migrate(database, file);
    }
    database.pragma(`cache_size = -${CACHE}`);
    database.pragma('foreign_keys = ON');
    return database;
  } catch (error) {
    database?.close();
    throw asOpenError(error, file);
  }
}

function requirePresent(database: Database, file: string): void {
  const version = readVersion(database, file);
  if (version < PRESENT_VERSION) {
    throw new StoreError('older', { file, version, known: PRESENT_VERSION });
  }
}

/**
 * The version of a database of whatever age, which is left as it is.
 * @throws StoreError when it cannot be read.
 */
export async function versionIn(file: string, { nodeVersion, busyTimeout = 0 }: OpenOptions): Promise<number> {
  const driver = await loadDriver(nodeVersion);
  let database: Database | undefined;
  try {
    database = driver.open(file, { readonly: true, busyTimeout });
    return Number(database.pragma('user_version'));
  } catch (error) {
    throw asOpenError(error, file);
  } finally {
    database?.close();
  }
}

/**
 * The first fault that SQLite finds in a database, in its words; undefined when it finds none. It looks at every page,
 * 0.2 s for 100 MB, but does not compare indices with their tables.
 */
export function contentsFault(database: Database): string | undefined {
  const message = String(database.pragma('quick_check(1)'));
  return message === 'ok' ? undefined : message;
}

/**
 * Puts all that waits in the write-ahead log into the file that is open, and empties the log: it goes by the name of the
 * file, and would be taken for that of another file that lies there by now.
 */
export function emptyLog(database: Database): void {
  withStoreErrors(database.name, () => database.pragma('wal_checkpoint(TRUNCATE)'));
}

/**
 * Writes a consistent copy of a database to a new file, also while others use it. A copy of the file alone would miss
 * what waits in the write-ahead log.
 * @throws StoreError when the file exists or cannot be written.
 */
export function backUp(database: Database, target: string): void {
  if (existsSync(target)) {
    throw new StoreError('file-exists', { file: target });
  }
  try {
    withStoreErrors(target, () => database.prepare('VACUUM INTO ?').run(target));
  } catch (error) {
    // Half a copy must not be taken for one.
    rmSync(target, { force: true });
    throw error;
  }
}

/** Tables with rows of their own in a new database, and those that the index of texts consists of. */
const NEVER_EMPTY = /^(?:sqlite_|posts_te|queue_caps$)/;

function isEmpty(database: Database): boolean {
  const names = database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  return names
    .filter((name) => !NEVER_EMPTY.test(name))
    .every((name) => database.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get() === undefined);
}

/**
 * Closes a database that was made for this connection, and removes its file when nothing came into it: a file without
 * content would be taken for a history. It stays when another program has it open.
 */
export function closeNew(database: Database): void {
  try {
    database.pragma('busy_timeout = 0');
    database.pragma('locking_mode = EXCLUSIVE');
    // Fails while another connection is open; from here on a new one waits, and then finds the file gone.
    database.pragma('journal_mode = DELETE');
    database.exec('BEGIN EXCLUSIVE');
    if (isEmpty(database)) rmSync(database.name, { force: true });
  } catch (error) {
    const known = asStoreError(error, database.name);
    if (!(known instanceof StoreError && known.problem === 'locked')) throw known;
  } finally {
    database.close();
  }
}
