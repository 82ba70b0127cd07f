// The documents on the account at X. Amounts are thousandths of a US dollar; days and months are those of UTC.
import * as v from 'valibot';
import { defineDocument } from './define.js';

const KINDS = ['post', 'repost', 'media', 'read', 'count', 'user'] as const;

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
