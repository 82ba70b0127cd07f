import type { ServerFacts } from '#doctor/facts.js';
import { StoreError } from '#store/errors.js';
import { openServer } from '../history-database.js';
import type { Shell } from '../shell.js';
import { lookAtQueue, type QueueLook } from './database.js';

/** What a server holds. Only `server` is there where it cannot be used. */
export interface ServerLook {
  readonly server: ServerFacts;
  readonly inside?: QueueLook;
  /** ms UTC, by the server's clock where that could be seen. */
  readonly now: number;
}

/** How long a lock is waited for, ms: one that outlasts it is worth reporting. @source own choice */
const LOCK_WAIT = 1000;

/** Where an address ends that names this machine: what goes there passes no network. */
const LOCAL = /@(?:localhost|127\.[\d.]+|\[::1\]|\/[^:]*)(?::\d+)?\//;

/** Looks at the server that holds the queue, which is left as it is; undefined where a file holds it. */
export async function lookAtServer(shell: Shell, db: string | undefined): Promise<ServerLook | undefined> {
  let place = 'postgresql://';
  try {
    const team = await openServer(shell, db, { lockWait: LOCK_WAIT, migrates: false });
    if (team === undefined) return undefined;
    ({ place } = team);
    try {
      const health = await team.health();
      const now = team.now();
      const server = { kind: 'open', place, isLocal: LOCAL.test(place), ...health } as const;
      return { server, inside: await lookAtQueue(team.queue, now), now };
    } finally {
      await team.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { server: { kind: 'fault', place, problem: error.problem, data: error.data }, now: shell.now() };
  }
}
