import type { Item, ItemState, NewItem } from '#queue/item.js';
import type { ItemFilter, ItemStore, QueueStore, Watched } from '#queue/ports.js';
import { StoreError } from '../errors.js';
import { asTakenSlot, changeItem, findItem, START_WATCH, toNewItemColumns, toItem, type ItemRow } from './rows.js';
import { ACCOUNT, type QueueConnection } from './connection.js';

const isListed = 'IN (SELECT value FROM json_each($states))';

/** The conditions that a filter sets, and what they compare with. */
function toConditions({ states, link, from, until, inExperiment }: ItemFilter): {
  sql: string;
  values: Record<string, unknown>;
} {
  const conditions = [
    ...(states === undefined ? [] : [`state ${isListed}`]),
    ...(link === undefined ? [] : ['link = $link']),
    ...(from === undefined ? [] : ['due_at >= $from']),
    ...(until === undefined ? [] : ['due_at < $until']),
    ...(inExperiment === true ? ['experiment_seed IS NOT NULL'] : []),
  ];
  return {
    sql: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
    values: { states: JSON.stringify(states ?? []), link, from, until },
  };
}

function addItem({ prepare, record }: QueueConnection, item: NewItem, now: number): number {
  const columns = toNewItemColumns(item, now);
  const names = Object.keys(columns);
  const values = names.map((name) => `$${name}`).join(', ');
  const sql = `INSERT INTO queue_items (${names.join(', ')}, key, account)
    VALUES (${values}, lower(hex(randomblob(16))), ${ACCOUNT})`;
  try {
    const id = Number(prepare(sql).run(columns).lastInsertRowid);
    record({ at: now, name: 'added', item: id, data: { dueAt: item.dueAt, price: item.price } });
    return id;
  } catch (error) {
    throw asTakenSlot(error, item) ?? error;
  }
}

const BY_HAND = { code: 'by-hand' } as const;

/** Cancels a planned item that gives way to others. */
function replaceItem(connection: QueueConnection, id: number, now: number): void {
  const patch = { state: 'cancelled', reason: BY_HAND } as const;
  if (!changeItem(connection, patch, { id, at: now, where: "state = 'planned'" })) {
    throw new StoreError('item-changed', { id });
  }
  connection.record({ at: now, name: 'cancelled', reason: BY_HAND }, id);
}

const NEWCOMER = `
SELECT id, link FROM queue_items q WHERE state NOT IN ('posted', 'refused', 'missed', 'cancelled')
  AND id NOT IN (SELECT value FROM json_each($replaced))
  AND NOT EXISTS (SELECT 1 FROM json_each($around) a WHERE a.value ->> 'id' = q.id AND a.value ->> 'dueAt' = q.due_at)
ORDER BY id DESC LIMIT 1`;

/** @throws StoreError `planned-meanwhile` when an open item is not among those that a plan was made around. */
function requireAround(
  { prepare }: QueueConnection,
  around: readonly Pick<Item, 'id' | 'dueAt'>[],
  replaced: readonly number[],
): void {
  const known = around.map(({ id, dueAt }) => ({ id, dueAt }));
  const values = { around: JSON.stringify(known), replaced: JSON.stringify(replaced) };
  const other = prepare<{ id: number; link: string }>(NEWCOMER).get(values);
  if (other !== undefined) throw new StoreError('planned-meanwhile', other);
}

// By the index made for each question: left to itself SQLite takes that of all states, and sorts all that is planned.
const DUE = `
SELECT * FROM queue_items INDEXED BY queue_items_due WHERE state = 'planned' AND review = 0 AND effective_at <= $now
  AND ($mode IS NULL OR mode = $mode)
ORDER BY effective_at, id LIMIT $limit`;
// Without an instant of the next check, a person has the word.
const UNCHECKED = `
SELECT * FROM queue_items INDEXED BY queue_items_unchecked WHERE state = 'unknown' AND not_before <= ?
ORDER BY not_before, id LIMIT ?`;
const REMINDED = `
SELECT * FROM queue_items INDEXED BY queue_items_reminded WHERE state = 'reminded' AND changed_at <= ?
ORDER BY changed_at, id LIMIT ?`;
const GIVEN_UP = `
SELECT * FROM queue_items i WHERE state = 'cancelled' AND attempts > 0 AND EXISTS (
  SELECT 1 FROM queue_attempts a WHERE a.item = i.id AND coalesce(a.outcome, 'unknown') = 'unknown')
ORDER BY id DESC LIMIT ?`;
const UNRECORDED = `
SELECT * FROM queue_items INDEXED BY queue_items_unsettled WHERE state = 'posted' AND settled = 0
ORDER BY posted_at, id LIMIT ?`;

type PostedRow = ItemRow & { readonly post_id: string; readonly posted_at: number };

/** The items of a queue: what is planned, looked up and changed. */
export function createQueueItems(connection: QueueConnection): ItemStore {
  const { prepare, read, write, record } = connection;
  const all = (sql: string, ...values: readonly unknown[]): Promise<Item[]> =>
    read(() =>
      prepare<ItemRow>(sql)
        .all(...values)
        .map(toItem),
    );
  return {
    add: (items, now, replaced = [], around) =>
      write(() => {
        if (around !== undefined) requireAround(connection, around, replaced);
        for (const id of replaced) replaceItem(connection, id, now);
        const ids = items.map((item) => addItem(connection, item, now));
        return ids.flatMap((id) => findItem(connection, id) ?? []);
      }),
    get: (id) => read(() => findItem(connection, id)),
    list(filter, limit) {
      const { sql, values } = toConditions(filter);
      return all(`SELECT * FROM queue_items ${sql} ORDER BY due_at, id LIMIT $limit`, { ...values, limit });
    },
    count: () =>
      read(() => {
        const rows = prepare<{ state: ItemState; items: number }>(
          'SELECT state, count(*) AS items FROM queue_items GROUP BY state',
        ).all();
        return Object.fromEntries(rows.map(({ state, items }) => [state, items]));
      }),
    due: (now, limit, mode) => all(DUE, { now, limit, mode: mode ?? null }),
    unchecked: (now, limit) => all(UNCHECKED, now, limit),
    remindedFor: (age, now, limit) => all(REMINDED, now - age, limit),
    givenUp: (limit) => all(GIVEN_UP, limit),
    takenPosts: (ids) =>
      read(() => {
        const sql = 'SELECT post_id AS id FROM queue_items WHERE post_id IN (SELECT value FROM json_each(?))';
        return prepare<{ id: string }>(sql)
          .all(JSON.stringify(ids))
          .map(({ id }) => id);
      }),
    change: (id, from, patch, event, token) =>
      write(() => {
        const isHeld = token === undefined ? '' : ' AND claim_token = $token';
        const { postedAt } = event.data ?? {};
        const changed = changeItem(connection, patch, {
          id,
          at: event.at,
          where: `state ${isListed}${isHeld}`,
          values: { states: JSON.stringify(from), ...(token === undefined ? {} : { token }) },
          ...(typeof postedAt === 'number' ? { postedAt } : {}),
        });
        if (changed) record(event, id);
        return changed;
      }),
    unrecorded: (limit) =>
      read(() =>
        prepare<PostedRow>(UNRECORDED)
          .all(limit)
          .map((row) => Object.assign(toItem(row), { postId: row.post_id, postedAt: row.posted_at })),
      ),
    markRecorded: (id) =>
      write(() => void prepare("UPDATE queue_items SET settled = 1 WHERE id = ? AND state = 'posted'").run(id)),
  };
}

const OPEN = `
SELECT post_id AS postId, posted_at AS postedAt, step FROM queue_watched WHERE step IS NOT NULL
ORDER BY posted_at, post_id LIMIT ?`;

/** Posts whose counters are still to be read, the oldest first. */
export const createQueueWatch = ({
  prepare,
  read,
  write,
}: QueueConnection): Pick<QueueStore, 'watch' | 'watched' | 'watchedTo'> => ({
  watch: (postId, postedAt) => write(() => void prepare(START_WATCH).run(postId, postedAt)),
  watched: (limit) => read(() => prepare<Watched>(OPEN).all(limit)),
  watchedTo: (postId, step) =>
    write(() => {
      // One that has ended stays so.
      const sql = 'UPDATE queue_watched SET step = ? WHERE post_id = ? AND step IS NOT NULL';
      prepare(sql).run(step ?? null, postId);
    }),
});
