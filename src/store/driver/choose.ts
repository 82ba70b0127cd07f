import { StoreError } from '../errors.js';
import { loadBetterSqlite3 } from './better-sqlite3.js';
import { loadNodeSqlite } from './node-sqlite.js';
import type { Driver } from './port.js';

/** What helps where no engine works, in one line. `import`, `doctor` and the end of `npm ci` give it. */
export const ENGINE_ADVICE =
  'use Node 22.16 or later, which brings SQLite along, or install Python, make and a C++ compiler and run npm ci again';

/** How to load each engine, the preferred one first. Each throws an Error that says in a few words why it cannot. */
export const DRIVER_LOADERS: readonly ((nodeVersion: string) => Driver | Promise<Driver>)[] = [
  loadBetterSqlite3,
  loadNodeSqlite,
];

/**
 * Loads the first SQLite engine that works on a version of Node, such as `20.20.2`.
 * @throws StoreError `no-native-part` when none does, with the reasons and what helps.
 */
export async function loadDriver(nodeVersion: string): Promise<Driver> {
  const reasons: string[] = [];
  for (const load of DRIVER_LOADERS) {
    try {
      return await load(nodeVersion);
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  const message = `no database engine works on Node ${nodeVersion} (${reasons.join('; ')}): ${ENGINE_ADVICE}`;
  throw new StoreError('no-native-part', message);
}
