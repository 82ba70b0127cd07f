import { createRequire } from 'node:module';
import type Driver from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { asStoreError, StoreError } from './errors.js';
import { migrate, PRESENT_VERSION, readVersion } from './migrations.js';

/** What opening a database leaves to its caller. */
export interface OpenOptions {
  /** The version of Node that runs, such as `20.20.2`: the native part of one major ends another without a word. */
  readonly nodeVersion: string;
  /** Only read: for looking up facts. A file that does not exist or has an older version is then refused. */
  readonly readonly?: boolean;
  /** How long to wait for another program's lock, in ms; 5,000 by default. */
  readonly busyTimeout?: number;
}

/** A database kept in memory, for tests and trials. */
export const IN_MEMORY = ':memory:';

const REMEDY = 'run `npm install better-sqlite3` where tweetspan is installed';

/**
 * Whether a version of better-sqlite3 runs on a version of Node. Version 13 is built for Node-API 10, which exists from
 * Node 22.14 (WiseLibs/better-sqlite3 #1514): on an older Node it ends the process without a message.
 */
export function isNativePartFit(version: string, nodeVersion: string): boolean {
  const [nativeMajor = 0] = version.split('.').map(Number);
  const [nodeMajor = 0, nodeMinor = 0] = nodeVersion.split('.').map(Number);
  return nativeMajor < 13 || nodeMajor > 22 || (nodeMajor === 22 && nodeMinor >= 14);
}

/** The version of better-sqlite3 that is installed. Throws as `require` does when none is. */
export function installedVersion(): string {
  // By `require`: an import of JSON prints a warning on Node 20.
  return (createRequire(import.meta.url)('better-sqlite3/package.json') as { version: string }).version;
}

/**
 * Loads better-sqlite3 when it fits this version of Node.
 * @throws StoreError `no-native-part` when it is missing or does not fit.
 */
export async function loadDriver(nodeVersion: string): Promise<typeof Driver> {
  try {
    const version = installedVersion();
    if (!isNativePartFit(version, nodeVersion)) {
      throw new StoreError(
        'no-native-part',
        `better-sqlite3 ${version} does not run on Node ${nodeVersion}: ${REMEDY}, or use Node 22.14 or later`,
      );
    }
    const { default: driver } = await import('better-sqlite3');
    return driver;
  } catch (error) {
    throw asNativeError(error, nodeVersion);
  }
}

function asNativeError(error: unknown, nodeVersion: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (/^(?:ERR_)?MODULE_NOT_FOUND$/.test(code) || /Could not locate the bindings file/.test(error.message)) {
    return new StoreError('no-native-part', `the database part, better-sqlite3, is not installed: ${REMEDY}`, {
      cause: error,
    });
  }
  if (code === 'ERR_DLOPEN_FAILED') {
    return new StoreError(
      'no-native-part',
      `the database part, better-sqlite3, was built for another version of Node than ${nodeVersion}: ${REMEDY}`,
      { cause: error },
    );
  }
  return error;
}

/** What went wrong with opening a file as a database, as a fault that names the mend; a bug as it is. */
export function asOpenError(error: unknown, file: string, nodeVersion: string): unknown {
  // Some faults of the native part show when it makes a connection, not when it is loaded.
  const native = asNativeError(error, nodeVersion);
  // The driver's own check of the folder comes as a TypeError without a code.
  if (native instanceof TypeError && /directory does not exist/.test(native.message)) {
    return new StoreError('no-folder', { file }, { cause: error });
  }
  return asStoreError(native, file);
}

/**
 * Opens the database of a file, makes it when it does not exist, and brings it to the present version.
 * The connection uses WAL, foreign keys and a busy timeout.
 * @throws StoreError that names what is wrong and the mend.
 */
export async function openDatabase(file: string, options: OpenOptions): Promise<Database> {
  const Connection = await loadDriver(options.nodeVersion);
  const readonly = options.readonly ?? false;
  let database: Database | undefined;
  try {
    database = new Connection(file, { readonly, fileMustExist: readonly, timeout: options.busyTimeout ?? 5000 });
    if (readonly) {
      requirePresent(database, file);
    } else {
      readVersion(database, file);
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = NORMAL');
      migrate(database, file);
    }
    database.pragma('foreign_keys = ON');
    return database;
  } catch (error) {
    database?.close();
    throw asOpenError(error, file, options.nodeVersion);
  }
}

function requirePresent(database: Database, file: string): void {
  const version = readVersion(database, file);
  if (version < PRESENT_VERSION) {
    throw new StoreError('older', { file, version, known: PRESENT_VERSION });
  }
}
