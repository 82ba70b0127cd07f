import { versions } from 'node:process';
import { driverLoaders } from '#store/driver/choose.js';
import type { Driver } from '#store/driver/port.js';

/** The SQLite engines that the Node that runs offers, the preferred one first. */
export async function offeredEngines(): Promise<readonly Driver[]> {
  const engines: Driver[] = [];
  for (const load of driverLoaders(versions.node)) {
    try {
      engines.push(await load(versions.node));
    } catch {
      // Not offered here.
    }
  }
  return engines;
}
