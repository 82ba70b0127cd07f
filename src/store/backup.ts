import { existsSync, rmSync } from 'node:fs';
import type { Database } from './driver/port.js';
import { StoreError, withStoreErrors } from './errors.js';

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
