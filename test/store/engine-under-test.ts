import { inject } from 'vitest';
import type { Driver } from '#store/driver/port.js';
import { offeredEngines } from './offered-engines.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The name of the SQLite engine that this run of a test is about. */
    engine: string;
  }
}

/** The SQLite engine that a run of a test is about: `vitest.config.ts` runs those of the store once on each. */
export async function engineUnderTest(): Promise<Driver> {
  const name = inject('engine');
  const engine = (await offeredEngines()).find((offered) => offered.name === name);
  if (engine === undefined) throw new Error(`this Node does not offer ${name}`);
  return engine;
}
