import type { QueueStore, SpendingReader } from '#queue/ports.js';
import { createServerClaims } from './claims.js';
import type { ServerConnection } from './connection.js';
import { createServerItems, createServerWatch } from './items.js';
import { createServerMoney, createServerTraces } from './traces.js';
import type { Self } from './rows.js';

/**
 * The queue kept on a server. Each call is one transaction, and each change of an item has its event in the same. Instants
 * are those of the server's clock, whatever the caller's says. Which state may follow which is the caller's matter.
 * @param self who works here: each event and each item that is added names the person.
 * @throws StoreError from any call, with what to do.
 */
export function createServerStore(connection: ServerConnection, self: Self): QueueStore & SpendingReader {
  return {
    ...createServerItems(connection, self),
    ...createServerClaims(connection, self),
    ...createServerWatch(connection),
    ...createServerMoney(connection),
    ...createServerTraces(connection, self),
  };
}
