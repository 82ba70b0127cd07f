import type { Database } from '../driver/port.js';
import type { Spending } from '#queue/ports.js';
import type { SpendingReader } from '#queue/spending-port.js';

const BY_KIND = `
SELECT what, sum(amount) AS amount FROM queue_spendings WHERE at >= ? GROUP BY what HAVING sum(amount) <> 0`;

/** What was paid for, from a database that `openDatabase` opened. */
export const createSpendingReader = (database: Database): SpendingReader => ({
  spentByKind: (since) => {
    const rows = database.prepare<[number], { what: Spending['what']; amount: number }>(BY_KIND).all(since);
    return Object.fromEntries(rows.map(({ what, amount }) => [what, amount]));
  },
});
