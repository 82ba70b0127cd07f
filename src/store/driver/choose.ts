import { StoreError } from '../errors.js';
import { loadBetterSqlite3 } from './better-sqlite3.js';
import { loadNodeSqlite } from './node-sqlite.js';
import type { Driver } from './port.js';

type LoadDriver = (nodeVersion: string) => Driver | Promise<Driver>;

/**
 * How to load each engine, the preferred one for a version of Node first: Node's own from Node 24 on, where it is no
 * longer experimental. Each throws an Error that says in a few words why it cannot be used.
 */
export const driverLoaders = (nodeVersion: string): readonly LoadDriver[] =>
  Number(nodeVersion.split('.')[0]) < 24 ? [loadBetterSqlite3, loadNodeSqlite] : [loadNodeSqlite, loadBetterSqlite3];

/** The first SQLite engine that works on a version of Node, such as `20.20.2`, or why none does, in a few words. */
export async function findDriver(nodeVersion: string): Promise<Driver | { readonly fault: string }> {
  const reasons: string[] = [];
  for (const load of driverLoaders(nodeVersion)) {
    try {
      return await load(nodeVersion);
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  return { fault: reasons.join('; ') };
}

/**
 * Loads the first SQLite engine that works on a version of Node.
 * @throws StoreError `no-native-part` when none does, with the reasons.
 */
export async function loadDriver(nodeVersion: string): Promise<Driver> {
  const found = await findDriver(nodeVersion);
  if ('fault' in found) throw new StoreError('no-native-part', { nodeVersion, why: found.fault });
  return found;
}

/** The name and version of the SQLite engine in use, or why none works, each in the words of its loader. */
export async function probeEngine(
  nodeVersion: string,
): Promise<{ readonly engine: string } | { readonly fault: string }> {
  const found = await findDriver(nodeVersion);
  return 'fault' in found ? { fault: found.fault } : { engine: found.name };
}
