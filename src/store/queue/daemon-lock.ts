import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { loadDriver } from '../driver/choose.js';
import type { Database } from '../driver/port.js';
import { asOpenError, type OpenOptions } from '../database.js';

/** A lock that is held until it is released, or until its process ends in whatever way. */
export interface DaemonLock {
  /** Gives the lock up. A second time does nothing. */
  release(): void;
}

/** Connections that hold a lock: one that is garbage-collected is closed, and its lock is lost without a word. */
const held = new Set<Database>();

/** The file that a database goes by, whatever the path leads through: two names must not make two daemons. */
function trueName(file: string): string {
  if (existsSync(file)) return realpathSync(file);
  return existsSync(dirname(file)) ? join(realpathSync(dirname(file)), basename(file)) : file;
}

/** The file whose lock says that a daemon works on a database. */
export const daemonLockFile = (file: string): string => `${trueName(file)}.daemon.lock`;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

/**
 * Takes the lock that one daemon has on a database; undefined when another process has it. The operating system frees
 * it when its process ends, killed or not, so that no stale lock is ever to be removed. The file stays: to delete it
 * would let a daemon that has it open and one that makes it anew both believe that they are alone. Nothing else in this
 * process may open and close the file: on POSIX systems that frees the lock.
 * @throws StoreError when the file cannot be made or no engine works.
 */
export async function takeDaemonLock(
  file: string,
  { nodeVersion, driver }: Pick<OpenOptions, 'nodeVersion' | 'driver'>,
): Promise<DaemonLock | undefined> {
  const engine = driver ?? (await loadDriver(nodeVersion));
  const lockFile = daemonLockFile(file);
  let database: Database | undefined;
  try {
    // No waiting: who has the lock keeps it for days.
    const opened = engine.open(lockFile, { busyTimeout: 0 });
    database = opened;
    // In WAL mode, an exclusive transaction would let others begin.
    opened.pragma('journal_mode = DELETE');
    opened.exec('BEGIN EXCLUSIVE');
    held.add(opened);
    return {
      release() {
        if (!held.delete(opened)) return;
        // Ends the transaction too.
        opened.close();
      },
    };
  } catch (error) {
    database?.close();
    if (isBusy(error)) return undefined;
    throw asOpenError(error, lockFile);
  }
}
