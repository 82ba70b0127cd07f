// The documents of the commands on X: the account, what may be spent, what is posted and read. Amounts are thousandths
// of a US dollar; days and months are those of UTC.
import * as v from 'valibot';
import { ITEM_STATES } from '#queue/item.js';
import { REASON_CODES } from '#queue/reason.js';
import { defineDocument } from './define.js';

const KINDS = ['post', 'repost', 'delete', 'media', 'read', 'count', 'user'] as const;

const period = v.strictObject({ begins: v.string(), cap: v.number(), spent: v.number(), left: v.number() });

/** `budget`: caps and spendings. */
export const budgetSchema = defineDocument('budget', {
  now: v.string(),
  day: period,
  month: period,
  spent: v.array(v.strictObject({ kind: v.picklist(KINDS), day: v.number(), month: v.number() })),
});

const place = v.variant('kind', [
  v.strictObject({ kind: v.literal('file'), path: v.string() }),
  v.strictObject({ kind: v.literal('keyring'), platform: v.string() }),
  v.strictObject({ kind: v.literal('environment') }),
  v.strictObject({ kind: v.literal('none') }),
]);
const account = v.strictObject({ id: v.string(), handle: v.nullable(v.string()) });

/** `whoami`: which account is signed in. Nothing of it can be used to call X. */
export const whoamiSchema = defineDocument('whoami', {
  account: v.nullable(account),
  kind: v.picklist(['oauth1', 'oauth2']),
  app: v.string(),
  place,
  expires: v.nullable(v.string()),
  renewed: v.boolean(),
  scopes: v.nullable(v.array(v.string())),
  bearer: v.boolean(),
  queried: v.boolean(),
});

/** `login`: who signed in now; `account` is null where only the app's Bearer token was added. */
export const loginSchema = defineDocument('login', {
  account: v.nullable(account),
  place,
  bearer: v.boolean(),
  cost: v.number(),
});

/** `logout`: whether there was a sign-in. */
export const logoutSchema = defineDocument('logout', { signedOut: v.boolean(), place });

export type BudgetDocument = v.InferOutput<typeof budgetSchema>;
export type WhoAmIDocument = v.InferOutput<typeof whoamiSchema>;
export type LoginDocument = v.InferOutput<typeof loginSchema>;
export type LogoutDocument = v.InferOutput<typeof logoutSchema>;

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
