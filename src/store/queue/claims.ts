import type { Item } from '#queue/item.js';
import type { QueueStore } from '#queue/ports.js';
import { changeItem, findItem, isBrokenIndex, toAttempt, type AttemptRow, type ItemRow } from './rows.js';
import type { QueueConnection } from './connection.js';

// Its instant is compared again: since it was found to be due, somebody may have moved it. One item of the account at a
// time: two workers that decide at the same moment would keep no distance between their posts. An index sees to it.
// Nothing is claimed or sent of a queue that was handed over to another place, or has just come from one.
const IS_HERE = `NOT EXISTS (SELECT 1 FROM queue_pause WHERE code IN ('handed-over', 'imported', 'copied'))`;
const CLAIM = `
UPDATE queue_items SET state = 'claimed', changed_at = $at, claim_owner = $owner, claim_token = $token,
  claim_until = $at + $lease, account = $account
WHERE id = $id AND state = 'planned' AND review = 0 AND effective_at <= $at AND account IN ('', $account)
  AND ${IS_HERE}`;

const SEND = `
UPDATE queue_items SET state = 'sending', changed_at = $at, attempts = attempts + 1
WHERE id = $item AND state = 'claimed' AND claim_token = $token AND claim_until > $at AND ${IS_HERE}`;
const ADD_ATTEMPT = `
INSERT INTO queue_attempts (id, item, number, text, started_at, price, account)
SELECT $id, id, attempts, $text, $startedAt, $price, account FROM queue_items WHERE id = $item`;
const RESERVE = `
INSERT INTO queue_spendings (at, what, amount, item, attempt, account)
SELECT $startedAt, 'post', $price, id, $id, account FROM queue_items WHERE id = $item`;

const COUNT_ATTEMPT = `
INSERT INTO queue_facts (name, value) VALUES ('generation', '1')
ON CONFLICT DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)`;

const ITEM_OF_LAST = `
SELECT i.id FROM queue_attempts a JOIN queue_items i ON i.id = a.item AND i.attempts = a.number WHERE a.id = ?`;
const END_ATTEMPT = 'UPDATE queue_attempts SET outcome = ?, ended_at = ? WHERE id = ?';

const ENDED_LEASES = `
SELECT * FROM queue_items INDEXED BY queue_items_leased WHERE state IN ('claimed', 'sending')
  -- A clock that was ahead when the claim was given would hold it for as long: such a claim has ended too.
  AND (claim_until <= $now OR changed_at > $now + 7200000)
ORDER BY due_at, id`;

/** Claims, and attempts to send: what keeps two workers, or a crash, from sending an item twice. */
export function createQueueClaims(
  connection: QueueConnection,
): Pick<QueueStore, 'claim' | 'journal' | 'finish' | 'expire' | 'lastAttempt' | 'hasOpenAttempt' | 'lastSentAt'> {
  const { prepare, read, write, record } = connection;

  const endLease = ({ id, state }: Pick<ItemRow, 'id' | 'state'>, at: number): Item | undefined => {
    const reason = { code: 'lease-expired' } as const;
    const where = '(claim_until <= $at OR changed_at > $at + 7200000)';
    if (state === 'claimed') {
      changeItem(connection, { state: 'planned' }, { id, at, where });
      record({ at, name: 'released', item: id, reason });
    } else {
      changeItem(connection, { state: 'unknown', reason, notBefore: at }, { id, at, where });
      record({ at, name: 'unknown', item: id, reason });
    }
    return findItem(connection, id);
  };

  return {
    claim: (id, { owner, token, lease, account }, event) =>
      write(() => {
        try {
          const claimed = prepare(CLAIM).run({ id, owner, token, lease, account, at: event.at }).changes === 1;
          if (claimed) record(event, id);
          return claimed;
        } catch (error) {
          if (isBrokenIndex(error, 'queue_items.account')) return false;
          throw error;
        }
      }),
    journal: (token, attempt, event) =>
      write(() => {
        if (prepare(SEND).run({ item: attempt.item, token, at: event.at }).changes !== 1) return false;
        prepare(ADD_ATTEMPT).run(attempt);
        prepare(RESERVE).run(attempt);
        prepare(COUNT_ATTEMPT).run();
        record(event, attempt.item);
        return true;
      }),
    finish: (attempt, patch, { event, isFree, postedAt }) =>
      write(() => {
        const last = prepare<{ id: number }>(ITEM_OF_LAST).get(attempt);
        if (last === undefined) return false;
        const changed = changeItem(connection, patch, {
          id: last.id,
          at: event.at,
          where: "state IN ('sending', 'unknown')",
          ...(postedAt === undefined ? {} : { postedAt }),
        });
        if (!changed) return false;
        prepare(END_ATTEMPT).run(patch.state, event.at, attempt);
        if (isFree) prepare('DELETE FROM queue_spendings WHERE attempt = ?').run(attempt);
        record(event, last.id);
        return true;
      }),
    async expire(now) {
      const find = (): ItemRow[] => prepare<ItemRow>(ENDED_LEASES).all({ now });
      // A tick without such leases, which is nearly every one, waits for no other program's lock.
      if ((await read(find)).length === 0) return [];
      return write(() => find().flatMap((row) => endLease(row, now) ?? []));
    },
    lastSentAt: (before, link) =>
      read(() => {
        const of = link === undefined ? '' : ' AND i.link = $link';
        const sql = `SELECT max(a.started_at) AS at FROM queue_attempts a JOIN queue_items i ON i.id = a.item
          WHERE a.outcome = 'posted' AND a.started_at < $before${of}`;
        return prepare<{ at: number | null }>(sql).get({ before, link })?.at ?? undefined;
      }),
    hasOpenAttempt: (id) =>
      read(() => {
        const sql = "SELECT 1 FROM queue_attempts WHERE item = ? AND coalesce(outcome, 'unknown') = 'unknown' LIMIT 1";
        return prepare(sql).get(id) !== undefined;
      }),
    lastAttempt: (id) =>
      read(() => {
        const sql = 'SELECT * FROM queue_attempts WHERE item = ? ORDER BY number DESC LIMIT 1';
        const row = prepare<AttemptRow>(sql).get(id);
        return row && toAttempt(row);
      }),
  };
}
