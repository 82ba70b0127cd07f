import type { QueueStore } from './ports.js';
import type { LaterCode } from './x-port.js';

const HOUR = 3_600_000;
/** No limit of X counts over more than a day: one that would end later is not believed. @source own choice */
const LONGEST = 25 * HOUR;

/** A spent limit of X on making posts, which holds for all items. Instants are ms UTC. */
export interface Hold {
  readonly code: Extract<LaterCode, 'rate-limit' | 'daily-limit'>;
  readonly detail: string;
  readonly since: number;
  readonly until: number;
}

/** The limit that holds at an instant; undefined when none does, or a clock that was wrong has set it. */
export async function readHold(store: Pick<QueueStore, 'fact'>, now: number): Promise<Hold | undefined> {
  const kept = await store.fact('rate-limits');
  if (kept === undefined || kept === '') return undefined;
  let hold: Hold;
  try {
    hold = JSON.parse(kept) as Hold;
  } catch {
    // X says its limit again.
    return undefined;
  }
  return hold.until > now && hold.until <= now + LONGEST && hold.since <= now + HOUR ? hold : undefined;
}

/** Has a limit hold for all items until it is whole again. */
export const setHold = (store: Pick<QueueStore, 'setFact'>, hold: Hold): Promise<void> =>
  store.setFact('rate-limits', JSON.stringify(hold));
