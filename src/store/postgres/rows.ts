// Rows of a queue on a server, and how they are changed. What SQLite has too is read and written by the same code.
import type { Item, NewItem } from '#queue/item.js';
import type { ItemPatch } from '#queue/ports.js';
import type { QueueEvent } from '#queue/event.js';
import { StoreError } from '../errors.js';
import { asJson } from '../queue/connection.js';
import { toPlanner } from '../queue/copy-rows.js';
import { toColumns, toItem, type ItemRow } from '../queue/rows.js';
import type { Transaction, Values } from './connection.js';
import { brokenIndex } from './faults.js';

/** A row of `tweetspan.queue_items`. */
export interface ServerItemRow extends ItemRow {
  readonly planned_by: string;
  readonly planned_on: string;
}

/** A row as an item. */
export const toServerItem = (row: ServerItemRow): Item => ({
  ...toItem(row),
  ...toPlanner(row.planned_by, row.planned_on),
});

/** Who works on this machine, and on which; empty where nobody says so. */
export interface Self {
  readonly person: string;
  readonly host: string;
}

const ADD_EVENT = `
INSERT INTO tweetspan.queue_events (at, name, item, reason, data, account, person, host)
VALUES ($at, $name, $item, $reason, $data, tweetspan.account_id(), $person, $host)`;

/** Writes an event down, by the server's clock and with who did it. Only inside a transaction. */
export async function recordEvent(
  { run, at }: Transaction,
  { name, item, reason, data }: QueueEvent,
  { person, host }: Self,
  of?: number,
): Promise<void> {
  await run(ADD_EVENT, {
    at,
    name,
    item: item ?? of ?? null,
    reason: asJson(reason),
    data: asJson(data),
    person,
    host,
  });
}

/** An item by its number. */
export async function findServerItem({ first }: Pick<Transaction, 'first'>, id: number): Promise<Item | undefined> {
  const row = await first<ServerItemRow>('SELECT * FROM tweetspan.queue_items WHERE id = $id', { id });
  return row && toServerItem(row);
}

/** A change that an index of the server forbids, to be said in words once the transaction is undone. */
class Conflict extends Error {
  override readonly name = 'Conflict';
  readonly index: string;
  readonly id: number;
  readonly patch: ItemPatch;

  constructor(index: string, id: number, patch: ItemPatch, options: ErrorOptions) {
    super(`the index ${index} forbids it`, options);
    this.index = index;
    this.id = id;
    this.patch = patch;
  }
}

/** Begins to watch a post; nothing for one that is or was watched. */
export const START_WATCH = `
INSERT INTO tweetspan.queue_watched (post_id, posted_at, step) VALUES ($postId, $postedAt, 0) ON CONFLICT DO NOTHING`;

/** Of a row of `tweetspan.queue_attempts`: it has not ended by X's own word. An index has such rows. */
export const IS_OPEN_ATTEMPT = "(outcome IS NULL OR outcome = 'unknown')";

const HELD: ReadonlySet<string> = new Set(['claimed', 'sending']);

/** What follows from the new state, whatever else the patch says. */
const impliedAssignments = ({ state, notBefore }: ItemPatch): string[] => [
  'changed_at = CASE WHEN state = $state THEN changed_at ELSE $at END',
  ...(HELD.has(state) ? [] : ['claim_owner = NULL', 'claim_token = NULL', 'claim_until = NULL']),
  ...(state === 'unknown' && notBefore === undefined
    ? ["not_before = CASE WHEN state = 'unknown' THEN not_before ELSE $at END"]
    : []),
];

/** Which item is changed, and under which condition on its row. */
interface ChangeOf {
  readonly id: number;
  readonly where: string;
  readonly values?: Values;
  readonly postedAt?: number;
}

/**
 * Changes an item by a patch, as long as its row fulfils the condition; answers whether it did. One that becomes
 * `posted` is watched from then on. Call it inside a transaction, and write the event in the same.
 * @throws Conflict for what an index forbids.
 */
export async function changeServerItem(
  transaction: Transaction,
  patch: ItemPatch,
  { id, where, values, postedAt = transaction.at }: ChangeOf,
): Promise<boolean> {
  const { at } = transaction;
  const columns = toColumns(patch, postedAt);
  const sets = [...Object.keys(columns).map((column) => `${column} = $${column}`), ...impliedAssignments(patch)];
  const sql = `UPDATE tweetspan.queue_items SET ${sets.join(', ')} WHERE id = $id AND ${where} RETURNING post_id`;
  try {
    const row = await transaction.first<{ post_id: string | null }>(sql, { ...columns, ...values, id, at });
    if (row === undefined) return false;
    if (patch.state === 'posted') await transaction.run(START_WATCH, { postId: row.post_id, postedAt });
    return true;
  } catch (cause) {
    const index = brokenIndex(cause);
    throw index === undefined ? cause : new Conflict(index, id, patch, { cause });
  }
}

/** The error that says that a slot is taken. */
export const takenSlot = (
  { link, requestedTime, zone }: Pick<NewItem, 'link' | 'requestedTime' | 'zone'>,
  cause: unknown,
): StoreError => new StoreError('slot-taken', { link, requestedTime, zone }, { cause });

/**
 * A conflict as the error that names what is taken; any other error as it is.
 * @param find an item by its number, now that the transaction is undone.
 */
export async function asConflictError(
  error: unknown,
  find: (id: number) => Promise<Item | undefined>,
): Promise<unknown> {
  if (!(error instanceof Conflict)) return error;
  const { index, id, patch, cause } = error;
  if (index === 'queue_items_post_id_key') {
    return new StoreError('post-taken', { postId: patch.postId ?? '' }, { cause });
  }
  const item = index === 'queue_items_slot' ? await find(id) : undefined;
  return item === undefined ? cause : takenSlot({ ...item, ...patch.slot }, cause);
}
