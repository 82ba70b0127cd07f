import type { Item } from '#queue/item.js';
import type { QueueStore } from '#queue/ports.js';
import { toAttempt, type AttemptRow } from '../queue/rows.js';
import type { ServerConnection, Transaction } from './connection.js';
import { brokenIndex } from './faults.js';
import {
  asConflictError,
  changeServerItem,
  findServerItem,
  IS_OPEN_ATTEMPT,
  recordEvent,
  type Self,
  type ServerItemRow,
} from './rows.js';

// All that is compared with the time is compared with the server's, at the moment of the comparison: a transaction may have
// waited for another. A server that is not the one that the queue was accepted on gives no claim, nor does a queue that was
// set aside.
const CLAIM = `
UPDATE tweetspan.queue_items SET state = 'claimed', changed_at = $at, claim_owner = $owner, claim_token = $token,
  claim_until = $at + $lease::bigint, account = $account
WHERE id = $id AND state = 'planned' AND review = 0 AND effective_at <= tweetspan.now_ms() AND account IN ('', $account)
  AND tweetspan.is_at_home() AND NOT tweetspan.is_set_aside()`;

const SEND = `
UPDATE tweetspan.queue_items SET state = 'sending', changed_at = $at, attempts = attempts + 1
WHERE id = $item AND state = 'claimed' AND claim_token = $token AND claim_until > tweetspan.now_ms()
  AND tweetspan.is_at_home() AND NOT tweetspan.is_set_aside()
RETURNING attempts AS number, account`;
const ADD_ATTEMPT = `
INSERT INTO tweetspan.queue_attempts (id, item, number, text, started_at, price, account)
VALUES ($id, $item, $number, $text, $startedAt, $price, $account)`;
const RESERVE = `
INSERT INTO tweetspan.queue_spendings (at, what, amount, item, attempt, account)
VALUES ($startedAt, 'post', $price, $item, $id, $account)`;
const COUNT_ATTEMPT = `
INSERT INTO tweetspan.queue_facts AS f (name, value) VALUES ('generation', '1')
ON CONFLICT (name) DO UPDATE SET value = (f.value::bigint + 1)::text`;

const ITEM_OF_LAST = `
SELECT i.id FROM tweetspan.queue_attempts a JOIN tweetspan.queue_items i ON i.id = a.item AND i.attempts = a.number
WHERE a.id = $attempt`;
const END_ATTEMPT = 'UPDATE tweetspan.queue_attempts SET outcome = $state, ended_at = $at WHERE id = $attempt';

const LEASE_ENDED = 'claim_until <= tweetspan.now_ms()';
const ENDED_LEASES = `
SELECT * FROM tweetspan.queue_items WHERE state IN ('claimed', 'sending') AND ${LEASE_ENDED} ORDER BY due_at, id`;

async function endLease(transaction: Transaction, { id, state }: ServerItemRow, self: Self): Promise<Item | undefined> {
  const { at } = transaction;
  const reason = { code: 'lease-expired' } as const;
  const isSent = state === 'sending';
  const patch = isSent ? ({ state: 'unknown', reason, notBefore: at } as const) : ({ state: 'planned' } as const);
  // Another worker may have been faster, or the claim is another one by now.
  const where = `state = '${state}' AND ${LEASE_ENDED}`;
  if (!(await changeServerItem(transaction, patch, { id, where }))) return undefined;
  await recordEvent(transaction, { at, name: isSent ? 'unknown' : 'released', item: id, reason }, self);
  return findServerItem(transaction, id);
}

/** Claims, and attempts to send: what keeps two workers, or a crash, from sending an item twice. */
export function createServerClaims(
  { read, write }: ServerConnection,
  self: Self,
): Pick<QueueStore, 'claim' | 'journal' | 'finish' | 'expire' | 'lastAttempt' | 'hasOpenAttempt' | 'lastSentAt'> {
  return {
    async claim(id, { owner, token, lease, account }, event) {
      try {
        return await write(async (transaction) => {
          const { at, run } = transaction;
          if ((await run(CLAIM, { id, owner, token, lease, account, at })) !== 1) return false;
          await recordEvent(transaction, event, self, id);
          return true;
        });
      } catch (error) {
        // One item of the account at a time: two workers that decide at the same moment would keep no distance.
        if (brokenIndex(error) === 'queue_items_at_work') return false;
        throw error;
      }
    },
    journal: (token, attempt, event) =>
      write(async (transaction) => {
        const { at, first, run } = transaction;
        const { item, id, text, price, startedAt } = attempt;
        const row = await first<{ number: number; account: string }>(SEND, { item, token, at });
        if (row === undefined) return false;
        const values = { id, item, text, price, startedAt, ...row };
        await run(ADD_ATTEMPT, values);
        await run(RESERVE, values);
        await run(COUNT_ATTEMPT);
        await recordEvent(transaction, event, self, item);
        return true;
      }),
    async finish(attempt, patch, { event, isFree, postedAt }) {
      try {
        return await write(async (transaction) => {
          const { at, first, run } = transaction;
          const last = await first<{ id: number }>(ITEM_OF_LAST, { attempt });
          if (last === undefined) return false;
          const changed = await changeServerItem(transaction, patch, {
            id: last.id,
            where: "state IN ('sending', 'unknown')",
            ...(postedAt === undefined ? {} : { postedAt }),
          });
          if (!changed) return false;
          await run(END_ATTEMPT, { state: patch.state, at, attempt });
          if (isFree) await run('DELETE FROM tweetspan.queue_spendings WHERE attempt = $attempt', { attempt });
          await recordEvent(transaction, event, self, last.id);
          return true;
        });
      } catch (error) {
        throw await asConflictError(error, (id) => read((statements) => findServerItem(statements, id)));
      }
    },
    async expire() {
      // A tick without such leases, which is nearly every one, writes nothing.
      if ((await read(({ all }) => all<ServerItemRow>(ENDED_LEASES))).length === 0) return [];
      return write(async (transaction) => {
        const ended: Item[] = [];
        for (const row of await transaction.all<ServerItemRow>(`${ENDED_LEASES} FOR UPDATE SKIP LOCKED`)) {
          const item = await endLease(transaction, row, self);
          if (item !== undefined) ended.push(item);
        }
        return ended;
      });
    },
    lastSentAt: (before, link) =>
      read(async ({ first }) => {
        const of = link === undefined ? '' : ' AND i.link = $link';
        const sql = `SELECT a.started_at AS at FROM tweetspan.queue_attempts a JOIN tweetspan.queue_items i ON i.id = a.item
          WHERE a.outcome = 'posted' AND a.started_at < $before${of} ORDER BY a.started_at DESC LIMIT 1`;
        return (await first<{ at: number }>(sql, { before, link }))?.at;
      }),
    hasOpenAttempt: (id) =>
      read(async ({ first }) => {
        const sql = `SELECT 1 FROM tweetspan.queue_attempts WHERE item = $id AND ${IS_OPEN_ATTEMPT} LIMIT 1`;
        return (await first(sql, { id })) !== undefined;
      }),
    lastAttempt: (id) =>
      read(async ({ first }) => {
        const sql = 'SELECT * FROM tweetspan.queue_attempts WHERE item = $id ORDER BY number DESC LIMIT 1';
        const row = await first<AttemptRow>(sql, { id });
        return row && toAttempt(row);
      }),
  };
}
