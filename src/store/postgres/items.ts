import type { Item, ItemState, NewItem } from '#queue/item.js';
import type { ItemFilter, ItemStore, QueueStore, Watched } from '#queue/ports.js';
import { StoreError } from '../errors.js';
import { toNewItemColumns } from '../queue/rows.js';
import type { ServerConnection, Transaction, Values } from './connection.js';
import { brokenIndex } from './faults.js';
import {
  asConflictError,
  changeServerItem,
  findServerItem,
  IS_OPEN_ATTEMPT,
  recordEvent,
  START_WATCH,
  takenSlot,
  toServerItem,
  type Self,
  type ServerItemRow,
} from './rows.js';

/** The conditions that a filter sets, and what they compare with. */
function toConditions({ states, link, from, until, inExperiment }: ItemFilter): { sql: string; values: Values } {
  const conditions = [
    ...(states === undefined ? [] : ['state = ANY($states)']),
    // What is over for good is most of an old queue: an index has all else.
    ...(states === undefined || states.includes('posted') ? [] : ["state <> 'posted'"]),
    ...(link === undefined ? [] : ['link = $link']),
    ...(from === undefined ? [] : ['due_at >= $from']),
    ...(until === undefined ? [] : ['due_at < $until']),
    ...(inExperiment === true ? ['experiment_seed IS NOT NULL'] : []),
  ];
  return {
    sql: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
    values: { states: states ?? [], link, from, until },
  };
}

const NUMBERS = 'UPDATE tweetspan.queue_numbers SET last = last + $count::bigint RETURNING last';

async function addItem(transaction: Transaction, id: number, item: NewItem, self: Self): Promise<Item> {
  const { at, first } = transaction;
  const columns = { ...toNewItemColumns(item, at), planned_by: self.person, planned_on: self.host };
  const names = Object.keys(columns);
  const values = names.map((name) => `$${name}`).join(', ');
  const sql = `
INSERT INTO tweetspan.queue_items (id, ${names.join(', ')}, account)
VALUES ($id, ${values}, tweetspan.account_id()) RETURNING *`;
  let row: ServerItemRow | undefined;
  try {
    row = await first<ServerItemRow>(sql, { ...columns, id });
  } catch (error) {
    throw brokenIndex(error) === 'queue_items_slot' ? takenSlot(item, error) : error;
  }
  if (row === undefined) throw new Error('a row that was added is answered');
  const data = { dueAt: item.dueAt, price: item.price };
  await recordEvent(transaction, { at, name: 'added', item: id, data }, self);
  return toServerItem(row);
}

const BY_HAND = { code: 'by-hand' } as const;

/** Cancels a planned item that gives way to others. */
async function replaceItem(transaction: Transaction, id: number, self: Self): Promise<void> {
  const patch = { state: 'cancelled', reason: BY_HAND } as const;
  if (!(await changeServerItem(transaction, patch, { id, where: "state = 'planned'" }))) {
    throw new StoreError('item-changed', { id });
  }
  await recordEvent(transaction, { at: transaction.at, name: 'cancelled', reason: BY_HAND }, self, id);
}

/** The open item that a plan was not made around; undefined when all are as it took them to be. */
async function findNewcomer(
  { all }: Transaction,
  around: readonly Pick<Item, 'id' | 'dueAt'>[],
  replaced: readonly number[],
): Promise<Item | undefined> {
  const known = new Map(around.map(({ id, dueAt }) => [id, dueAt]));
  const rows = await all<ServerItemRow>(
    `SELECT * FROM tweetspan.queue_items
     WHERE state NOT IN ('posted', 'refused', 'missed', 'cancelled') AND NOT id = ANY($replaced::bigint[])
     ORDER BY id DESC`,
    { replaced },
  );
  const other = rows.find(({ id, due_at: dueAt }) => known.get(id) !== dueAt);
  return other && toServerItem(other);
}

// Once for all rows: an index serves a comparison with what does not change from row to row.
const NOW = '(SELECT tweetspan.now_ms())';
const DUE = `
SELECT * FROM tweetspan.queue_items
WHERE state = 'planned' AND review = 0 AND effective_at <= ${NOW} AND ($mode::text IS NULL OR mode = $mode)
ORDER BY effective_at, id LIMIT $limit`;
// Without an instant of the next check, a person has the word.
const UNCHECKED = `
SELECT * FROM tweetspan.queue_items WHERE state = 'unknown' AND not_before <= ${NOW}
ORDER BY not_before, id LIMIT $limit`;
const REMINDED = `
SELECT * FROM tweetspan.queue_items WHERE state = 'reminded' AND changed_at <= ${NOW} - $age::bigint
ORDER BY changed_at, id LIMIT $limit`;
// From the attempts, which are few: an index has those without X's word, whatever was cancelled besides.
const GIVEN_UP = `
SELECT * FROM tweetspan.queue_items WHERE state = 'cancelled' AND id IN (
  SELECT item FROM tweetspan.queue_attempts WHERE ${IS_OPEN_ATTEMPT})
ORDER BY id DESC LIMIT $limit`;
const UNRECORDED = `
SELECT * FROM tweetspan.queue_items WHERE state = 'posted' AND settled = 0 ORDER BY posted_at, id LIMIT $limit`;
const COUNT = `
SELECT state, count(*) AS items FROM tweetspan.queue_items WHERE state <> 'posted' GROUP BY state
UNION ALL SELECT 'posted', n FROM (SELECT count(*) AS n FROM tweetspan.queue_items WHERE state = 'posted') p WHERE n > 0`;

type PostedRow = ServerItemRow & { readonly post_id: string; readonly posted_at: number };

/** The items of a queue on a server: what is planned, looked up and changed. */
export function createServerItems({ read, write }: ServerConnection, self: Self): ItemStore {
  const all = (sql: string, values: Values): Promise<Item[]> =>
    read(async (statements) => (await statements.all<ServerItemRow>(sql, values)).map(toServerItem));
  const get = (id: number): Promise<Item | undefined> => read((statements) => findServerItem(statements, id));
  return {
    add: (items, _, replaced = [], around) =>
      write(async (transaction) => {
        // One at a time from here on: two people who plan at the same moment see each other's plan.
        const numbers = await transaction.first<{ last: number }>(NUMBERS, { count: items.length });
        const newcomer = around && (await findNewcomer(transaction, around, replaced));
        if (newcomer !== undefined) {
          const { id, link, planner } = newcomer;
          throw new StoreError('planned-meanwhile', { id, link, ...(planner !== undefined && { planner }) });
        }
        for (const id of replaced) await replaceItem(transaction, id, self);
        const added: Item[] = [];
        let id = (numbers?.last ?? 0) - items.length;
        for (const item of items) added.push(await addItem(transaction, (id += 1), item, self));
        return added;
      }),
    get,
    list(filter, limit) {
      const { sql, values } = toConditions(filter);
      return all(`SELECT * FROM tweetspan.queue_items ${sql} ORDER BY due_at, id LIMIT $limit`, { ...values, limit });
    },
    count: () =>
      read(async (statements) => {
        const rows = await statements.all<{ state: ItemState; items: number }>(COUNT);
        return Object.fromEntries(rows.map(({ state, items }) => [state, items]));
      }),
    due: (_, limit, mode) => all(DUE, { limit, mode }),
    unchecked: (_, limit) => all(UNCHECKED, { limit }),
    remindedFor: (age, _, limit) => all(REMINDED, { age, limit }),
    givenUp: (limit) => all(GIVEN_UP, { limit }),
    takenPosts: (ids) =>
      read(async (statements) => {
        const sql = 'SELECT post_id AS id FROM tweetspan.queue_items WHERE post_id = ANY($ids)';
        return (await statements.all<{ id: string }>(sql, { ids })).map(({ id }) => id);
      }),
    async change(id, from, patch, event, token) {
      const isHeld = token === undefined ? '' : ' AND claim_token = $token';
      const { postedAt } = event.data ?? {};
      try {
        return await write(async (transaction) => {
          const changed = await changeServerItem(transaction, patch, {
            id,
            where: `state = ANY($from)${isHeld}`,
            values: { from, token },
            ...(typeof postedAt === 'number' ? { postedAt } : {}),
          });
          if (changed) await recordEvent(transaction, event, self, id);
          return changed;
        });
      } catch (error) {
        throw await asConflictError(error, get);
      }
    },
    unrecorded: (limit) =>
      read(async (statements) =>
        (await statements.all<PostedRow>(UNRECORDED, { limit })).map((row) =>
          Object.assign(toServerItem(row), { postId: row.post_id, postedAt: row.posted_at }),
        ),
      ),
    markRecorded: (id) =>
      write(async ({ run }) => {
        await run("UPDATE tweetspan.queue_items SET settled = 1 WHERE id = $id AND state = 'posted'", { id });
      }),
  };
}

const OPEN_WATCHES = `
SELECT post_id AS "postId", posted_at AS "postedAt", step FROM tweetspan.queue_watched WHERE step IS NOT NULL
ORDER BY posted_at, post_id COLLATE "C" LIMIT $limit`;

/** Posts whose counters are still to be read, the oldest first. */
export const createServerWatch = ({
  read,
  write,
}: ServerConnection): Pick<QueueStore, 'watch' | 'watched' | 'watchedTo'> => ({
  watch: (postId, postedAt) => write(async ({ run }) => void (await run(START_WATCH, { postId, postedAt }))),
  watched: (limit) => read(({ all }) => all<Watched>(OPEN_WATCHES, { limit })),
  watchedTo: (postId, step) =>
    write(async ({ run }) => {
      // One that has ended stays so.
      const sql = 'UPDATE tweetspan.queue_watched SET step = $step WHERE post_id = $postId AND step IS NOT NULL';
      await run(sql, { step, postId });
    }),
});
