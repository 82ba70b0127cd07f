// The documents of commands that post, record or read posts. Amounts are thousandths of a US dollar.
import * as v from 'valibot';
import { ITEM_STATES } from '#queue/item.js';
import { REASON_CODES } from '#queue/reason.js';
import { defineDocument } from './define.js';

/** Why `post` sends nothing before there is an item: reasons of the queue, and `no-link`, `cannot-go-out`. */
const WHY_NOT_POSTED = [...REASON_CODES, 'no-link', 'cannot-go-out', 'not-confirmed'] as const;

/** `post`: what became of a draft. Without an item nothing was sent. */
export const postSchema = defineDocument('post', {
  item: v.nullable(v.number()),
  state: v.nullable(v.picklist(ITEM_STATES)),
  url: v.nullable(v.string()),
  intent: v.nullable(v.string()),
  reason: v.nullable(v.strictObject({ code: v.picklist(WHY_NOT_POSTED), detail: v.nullable(v.string()) })),
});

/** `repost`: whether a post is reposted now. */
export const repostSchema = defineDocument('repost', { post: v.string(), reposted: v.boolean(), cost: v.number() });

/** `record`: a post made by hand, and the item that it belongs to. */
export const recordSchema = defineDocument('record', {
  post: v.string(),
  item: v.nullable(v.number()),
  known: v.boolean(),
});

/** `sync`: what was read from X. */
export const syncSchema = defineDocument('sync', {
  posts: v.number(),
  added: v.number(),
  gone: v.array(v.string()),
  more: v.boolean(),
  cost: v.number(),
});

/** `keywords count`: recent posts that contain each word. */
export const keywordsCountSchema = defineDocument('keywords-count', {
  language: v.nullable(v.string()),
  counts: v.array(v.strictObject({ term: v.string(), posts: v.number() })),
  cost: v.number(),
});

/** `run --once`: what one round did. */
export const runSchema = defineDocument('run', { posted: v.number(), needsAttention: v.number() });

export type PostDocument = v.InferOutput<typeof postSchema>;
export type RepostDocument = v.InferOutput<typeof repostSchema>;
export type RecordDocument = v.InferOutput<typeof recordSchema>;
export type SyncDocument = v.InferOutput<typeof syncSchema>;
export type KeywordsCountDocument = v.InferOutput<typeof keywordsCountSchema>;
export type RunDocument = v.InferOutput<typeof runSchema>;
