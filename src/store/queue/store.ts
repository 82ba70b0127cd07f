import type { Database } from '../driver/port.js';
import type { QueueStore } from '#queue/ports.js';
import { createQueueClaims } from './claims.js';
import { createQueueConnection } from './connection.js';
import { createQueueItems } from './items.js';
import { createQueueMoney } from './money.js';
import { createQueueTraces } from './traces.js';
import { createQueueWatch } from './items.js';

/**
 * The queue kept in a database that `openDatabase` opened. Each call is one transaction, and each change of an item has
 * its event in the same. Which state may follow which is the caller's matter.
 * @throws StoreError from any call, with the mend: `locked` by another program, `full`, `read-only`.
 */
export function createQueueStore(database: Database): QueueStore {
  const connection = createQueueConnection(database);
  return {
    ...createQueueItems(connection),
    ...createQueueClaims(connection),
    ...createQueueWatch(connection),
    ...createQueueMoney(connection),
    ...createQueueTraces(connection),
  };
}
