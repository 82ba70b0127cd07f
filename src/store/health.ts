import type { Database } from 'better-sqlite3';
import { asOpenError, IN_MEMORY, loadDriver, installedVersion, type OpenOptions } from './open.js';

/**
 * The version of better-sqlite3, once it has shown that it works.
 * @throws StoreError `no-native-part` when it does not.
 */
export async function probeNativePart({ nodeVersion }: Pick<OpenOptions, 'nodeVersion'>): Promise<string> {
  const Connection = await loadDriver(nodeVersion);
  try {
    // Its compiled part is looked for when the first connection is made.
    new Connection(IN_MEMORY).close();
  } catch (error) {
    throw asOpenError(error, IN_MEMORY, nodeVersion);
  }
  return installedVersion();
}

/**
 * The version of a database of whatever age, which is left as it is.
 * @throws StoreError when it cannot be read.
 */
export async function versionIn(file: string, { nodeVersion, busyTimeout = 0 }: OpenOptions): Promise<number> {
  const Connection = await loadDriver(nodeVersion);
  let database: Database | undefined;
  try {
    database = new Connection(file, { readonly: true, fileMustExist: true, timeout: busyTimeout });
    return Number(database.pragma('user_version', { simple: true }));
  } catch (error) {
    throw asOpenError(error, file, nodeVersion);
  } finally {
    database?.close();
  }
}

/**
 * The first fault that SQLite finds in a database, in its words; undefined when it finds none. It looks at every page,
 * 0.2 s for 100 MB, but does not compare indices with their tables.
 */
export function contentsFault(database: Database): string | undefined {
  const message = String(database.pragma('quick_check(1)', { simple: true }));
  return message === 'ok' ? undefined : message;
}
