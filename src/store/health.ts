import { findDriver, loadDriver } from './driver/choose.js';
import type { Database } from './driver/port.js';
import { asOpenError, type OpenOptions } from './open.js';

/** The name and version of the SQLite engine in use, or why none works, each in the words of its loader. */
export async function probeEngine(
  nodeVersion: string,
): Promise<{ readonly engine: string } | { readonly fault: string }> {
  const found = await findDriver(nodeVersion);
  return 'fault' in found ? { fault: found.fault } : { engine: found.name };
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
