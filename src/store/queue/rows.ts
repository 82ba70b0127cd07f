import type { Attempt, Item, ItemMedia, ItemMode, ItemState, MissedPolicy, NewItem } from '#queue/item.js';
import type { Reason } from '#queue/reason.js';
import type { ItemPatch } from '#queue/ports.js';
import { StoreError } from '../errors.js';
import { toExperiment, toExperimentColumns, type ExperimentColumns } from './experiment-columns.js';
import { ACCOUNT, asJson, readJson, type QueueConnection } from './connection.js';

/** A row of `queue_items`, as `toItem` reads it. */
export interface ItemRow extends ExperimentColumns {
  readonly id: number;
  readonly account: string;
  readonly state: ItemState;
  readonly mode: ItemMode;
  readonly link: string;
  readonly text: string;
  readonly media: string;
  readonly due_at: number;
  readonly wish: string;
  readonly zone: string;
  readonly missed: 'skip' | 'next-slot' | 'within';
  readonly missed_within: number | null;
  readonly gap: number;
  readonly until: number | null;
  readonly review: number;
  readonly price: number;
  readonly draft: string;
  readonly created_at: number;
  readonly changed_at: number;
  readonly not_before: number | null;
  readonly claim_owner: string | null;
  readonly claim_token: string | null;
  readonly claim_until: number | null;
  readonly reason: string | null;
  readonly post_id: string | null;
  readonly posted_at: number | null;
  readonly attempts: number;
  readonly checks: number;
}

const toMissedPolicy = ({ missed, missed_within: within }: ItemRow): MissedPolicy =>
  missed === 'within' ? { within: within ?? 0 } : missed;

/** Media of a damaged row: no such file is there, so the item is refused, and never sent without its images. */
const UNREADABLE_MEDIA: ItemMedia[] = [{ file: '/damaged' }];

const readReason = (text: string | null): { readonly reason?: Reason } => {
  const reason = text === null ? undefined : readJson<Reason | undefined>(text, undefined);
  return reason === undefined ? {} : { reason };
};

/** A row as an item. */
export const toItem = (row: ItemRow): Item => ({
  id: row.id,
  account: row.account,
  state: row.state,
  mode: row.mode,
  link: row.link,
  text: row.text,
  media: readJson<ItemMedia[]>(row.media, UNREADABLE_MEDIA),
  dueAt: row.due_at,
  requestedTime: row.wish,
  zone: row.zone,
  missed: toMissedPolicy(row),
  gap: row.gap,
  ...(row.until === null ? {} : { until: row.until }),
  review: row.review === 1,
  price: row.price,
  draft: row.draft,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  ...(row.not_before === null ? {} : { notBefore: row.not_before }),
  ...(row.claim_owner === null || row.claim_token === null || row.claim_until === null
    ? {}
    : { claim: { owner: row.claim_owner, token: row.claim_token, until: row.claim_until } }),
  ...readReason(row.reason),
  ...(row.post_id === null ? {} : { postId: row.post_id }),
  attempts: row.attempts,
  checks: row.checks,
  ...toExperiment(row),
});

/** A post to be planned as the columns of its row. */
export const toNewItemColumns = (item: NewItem, now: number): Readonly<Record<string, string | number | null>> => ({
  state: 'planned',
  mode: item.mode,
  link: item.link,
  text: item.text,
  media: JSON.stringify(item.media),
  due_at: item.dueAt,
  wish: item.requestedTime,
  zone: item.zone,
  missed: typeof item.missed === 'string' ? item.missed : 'within',
  missed_within: typeof item.missed === 'string' ? null : item.missed.within,
  gap: item.gap,
  until: item.until ?? null,
  review: item.review ? 1 : 0,
  price: item.price,
  draft: item.draft,
  created_at: now,
  changed_at: now,
  ...toExperimentColumns(item.experiment),
});

/** A row of `queue_attempts`, as `toAttempt` reads it. */
export interface AttemptRow {
  readonly id: string;
  readonly item: number;
  readonly text: string;
  readonly started_at: number;
  readonly price: number;
}

/** A row as an attempt. */
export const toAttempt = ({ id, item, text, started_at: startedAt, price }: AttemptRow): Attempt => ({
  id,
  item,
  text,
  startedAt,
  price,
});

type Values = Readonly<Record<string, string | number | null>>;

/** What a patch writes, by columns. */
export function toColumns(patch: ItemPatch, postedAt: number): Values {
  const { state, reason, notBefore, postId, slot, text, media, price, review, checks } = patch;
  return {
    state,
    ...(reason === undefined ? {} : { reason: asJson(reason) }),
    ...(notBefore === undefined ? {} : { not_before: notBefore }),
    ...(postId === undefined ? {} : { post_id: postId }),
    ...(slot === undefined ? {} : { due_at: slot.dueAt, wish: slot.requestedTime, zone: slot.zone }),
    ...(text === undefined ? {} : { text }),
    ...(media === undefined ? {} : { media: JSON.stringify(media) }),
    ...(price === undefined ? {} : { price }),
    ...(review === undefined ? {} : { review: review ? 1 : 0 }),
    ...(checks === undefined ? {} : { checks }),
    ...(state === 'posted' ? { posted_at: postedAt } : {}),
  };
}

const HELD: ReadonlySet<ItemState> = new Set(['claimed', 'sending']);

/** What follows from the new state, whatever else the patch says. */
const impliedAssignments = ({ state, notBefore }: ItemPatch): string[] => [
  'changed_at = iif(state = $state, changed_at, $at)',
  ...(HELD.has(state) ? [] : ['claim_owner = NULL', 'claim_token = NULL', 'claim_until = NULL']),
  // Without it nobody would ever look for the post: an outcome that has just become unknown is checked at once.
  ...(state === 'unknown' && notBefore === undefined ? ["not_before = iif(state = 'unknown', not_before, $at)"] : []),
];

/** Begins to watch a post; nothing for one that is or was watched. */
export const START_WATCH = `INSERT INTO queue_watched (post_id, posted_at, step, account) VALUES (?, ?, 0, ${ACCOUNT}) ON CONFLICT DO NOTHING`;

/** Which item is changed, when, and under which condition on its row. */
interface ChangeOf {
  readonly id: number;
  readonly at: number;
  readonly where: string;
  readonly values?: Values;
  readonly postedAt?: number;
}

/** An item by its number. */
export function findItem({ prepare }: QueueConnection, id: number): Item | undefined {
  const row = prepare<ItemRow>('SELECT * FROM queue_items WHERE id = ?').get(id);
  return row && toItem(row);
}

/**
 * Changes an item by a patch, as long as its row fulfils the condition; answers whether it did. One that becomes
 * `posted` is watched from then on. Call it inside a transaction, and write the event in the same.
 * @throws StoreError `slot-taken` when its link has another post at that instant, `post-taken` when the post on X is
 * that of another item.
 */
export function changeItem(connection: QueueConnection, patch: ItemPatch, change: ChangeOf): boolean {
  const { id, at, where, values, postedAt = at } = change;
  const columns = toColumns(patch, postedAt);
  const sets = [...Object.keys(columns).map((column) => `${column} = $${column}`), ...impliedAssignments(patch)];
  const sql = `UPDATE queue_items SET ${sets.join(', ')} WHERE id = $id AND ${where} RETURNING post_id`;
  try {
    const row = connection.prepare<{ post_id: string | null }>(sql).get({ ...columns, ...values, id, at });
    if (row === undefined) return false;
    if (patch.state === 'posted') connection.prepare(START_WATCH).run(row.post_id, postedAt);
    return true;
  } catch (error) {
    throw asConflict(connection, id, patch, error);
  }
}

/** Whether an error is that of a unique index that holds this column. */
export const isBrokenIndex = (error: unknown, column: string): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'SQLITE_CONSTRAINT_UNIQUE' &&
  error.message.includes(column);

/** The error that says that a slot is taken, for the one that its index gives; undefined for any other. */
export function asTakenSlot(
  error: unknown,
  { link, requestedTime, zone }: Pick<NewItem, 'link' | 'requestedTime' | 'zone'>,
): StoreError | undefined {
  if (!isBrokenIndex(error, 'queue_items.due_at')) return undefined;
  return new StoreError('slot-taken', { link, requestedTime, zone }, { cause: error });
}

function asConflict(connection: QueueConnection, id: number, patch: ItemPatch, error: unknown): unknown {
  if (isBrokenIndex(error, 'queue_items.post_id')) {
    return new StoreError('post-taken', { postId: patch.postId ?? '' }, { cause: error });
  }
  const item = findItem(connection, id);
  return (item && asTakenSlot(error, { ...item, ...patch.slot })) ?? error;
}
