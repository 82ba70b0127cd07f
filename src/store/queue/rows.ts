import type { Attempt, Item, ItemMedia, ItemMode, ItemState, MissedPolicy, NewItem } from '#queue/item.js';
import type { Reason } from '#queue/reason.js';

/** A row of `queue_items`, as `itemOf` reads it. */
export interface ItemRow {
  readonly id: number;
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

/** A row as an item. */
export const toItem = (row: ItemRow): Item => ({
  id: row.id,
  state: row.state,
  mode: row.mode,
  link: row.link,
  text: row.text,
  media: JSON.parse(row.media) as ItemMedia[],
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
  ...(row.reason === null ? {} : { reason: JSON.parse(row.reason) as Reason }),
  ...(row.post_id === null ? {} : { postId: row.post_id }),
  attempts: row.attempts,
  checks: row.checks,
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
});

/** A row of `queue_attempts`, as `attemptOf` reads it. */
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
