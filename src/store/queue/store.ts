import type { Database } from '../driver/port.js';
import type { Caps, QueueStore, Spending, SpendingReader } from '#queue/ports.js';
import { ACCOUNT, type QueueConnection, createQueueConnection } from './connection.js';
import { createQueueClaims } from './claims.js';
import { createQueueItems, createQueueWatch } from './items.js';
import { createQueueTraces } from './traces.js';

const SPEND = `
INSERT INTO queue_spendings (at, what, amount, item, account) VALUES ($at, $what, $amount, $item, ${ACCOUNT})`;
const SPENT = 'SELECT coalesce(sum(amount), 0) AS amount FROM queue_spendings WHERE at >= ?';
const NOTE_READ = `
INSERT INTO queue_paid_reads (day, post_id, account) VALUES (?, ?, ${ACCOUNT}) ON CONFLICT DO NOTHING`;
const SET_CAPS = `
INSERT INTO queue_caps (one, day, month, account) VALUES (1, $day, $month, ${ACCOUNT})
ON CONFLICT DO UPDATE SET day = excluded.day, month = excluded.month`;

/** What the account may spend, and what it spent. */
const createQueueMoney = ({
  prepare,
  read,
  write,
}: QueueConnection): Pick<QueueStore, 'caps' | 'setCaps' | 'spend' | 'spentSince' | 'noteReads'> => ({
  // Without a row nothing may be spent: only a damaged database has none.
  caps: () => read(() => prepare<Caps>('SELECT day, month FROM queue_caps').get() ?? { day: 0, month: 0 }),
  setCaps: ({ day, month }) => write(() => void prepare(SET_CAPS).run({ day, month })),
  spend: ({ at, what, amount, item }) => write(() => void prepare(SPEND).run({ at, what, amount, item: item ?? null })),
  spentSince: (instant) => read(() => prepare<{ amount: number }>(SPENT).get(instant)?.amount ?? 0),
  noteReads: (day, ids) => write(() => ids.reduce((fresh, id) => fresh + prepare(NOTE_READ).run(day, id).changes, 0)),
});

const BY_KIND = `
SELECT what, sum(amount) AS amount FROM queue_spendings WHERE at >= ? GROUP BY what HAVING sum(amount) <> 0`;

/** What was paid for, from a database that `openDatabase` opened. */
export const createSpendingReader = (database: Database): SpendingReader => ({
  async spentByKind(since) {
    const rows = database.prepare<[number], { what: Spending['what']; amount: number }>(BY_KIND).all(since);
    return Object.fromEntries(rows.map(({ what, amount }) => [what, amount]));
  },
});

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
