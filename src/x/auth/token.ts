import type { TwitterApiTokens } from 'twitter-api-v2';
import type { Connection } from '../api/connection.js';
import { CredentialsError, type Account, type Credentials, type Grant } from './credentials.js';
import { withLock, type LockSetting } from './lock.js';
import type { SecretStore } from './secret-store.js';
import { requestTokens, type Granted } from './token-request.js';

/** How long before its end a token is renewed, ms: longer than any call, so that none runs out on its way. Ours. */
const EARLY = 5 * 60_000;

/** What calls to X are signed with, as `connect` takes it. */
export interface Signature {
  readonly tokens: TwitterApiTokens | string;
  readonly bearer?: string;
  readonly account?: Account;
}

/**
 * Whether X can be called now. After `signed-out` only a new sign-in helps; after `later` the same may be tried again.
 * `detail` is one line without secrets, with what to do.
 */
export type TokenOutcome =
  | ({ readonly kind: 'tokens' } & Signature)
  | { readonly kind: 'signed-out'; readonly detail: string }
  | { readonly kind: 'later'; readonly detail: string };

/** What renewing works with. */
export interface Renewal extends LockSetting {
  readonly connection: Connection;
}

const REMEDY = 'run tweetspan login';

/**
 * Tokens that are good for the next minutes. Those of OAuth 2 are renewed when they run out soon, by one process at a
 * time: the token that renews them is good for one use, and a second use of it can end the grant. The new ones are on
 * the disk before they are used.
 * @throws CredentialsError when the store has a fault that its user can mend.
 */
export async function freshTokens(store: SecretStore, renewal: Renewal): Promise<TokenOutcome> {
  const credentials = await store.read();
  if (credentials === undefined) return { kind: 'signed-out', detail: `nobody is signed in to X: ${REMEDY}` };
  if (isGood(credentials, renewal.now())) return asTokens(credentials);
  // Only what is never renewed has no lock.
  const locked = await withLock(store.lock ?? `${store.where}.lock`, renewal, () => renew(store, renewal));
  if ('value' in locked) return locked.value;
  // It is renewed early: until it ends it is good, whoever renews it.
  if (credentials.kind === 'oauth2' && credentials.expiresAt > renewal.now()) return asTokens(credentials);
  const holder = locked.heldBy === undefined ? 'another process' : `process ${locked.heldBy}`;
  return { kind: 'later', detail: `${holder} is renewing the sign-in to X and does not end: try again in a minute` };
}

const isGood = (credentials: Credentials, now: number): boolean =>
  credentials.kind === 'oauth1' || credentials.expiresAt - now > EARLY;

/** To be done under the lock only. */
async function renew(store: SecretStore, { connection, now }: Renewal): Promise<TokenOutcome> {
  // Another process may have been faster, or somebody may have signed out or in.
  const current = await store.read();
  if (current === undefined) return { kind: 'signed-out', detail: `nobody is signed in to X any more: ${REMEDY}` };
  if (current.kind === 'oauth1' || isGood(current, now())) return asTokens(current);
  const isOver = current.expiresAt <= now();
  if (current.refreshToken === undefined) {
    if (!isOver) return asTokens(current);
    const why = 'the sign-in to X has run out, and was granted without offline.access, which renews it';
    return { kind: 'signed-out', detail: `${why}: ${REMEDY}` };
  }

  // A token that is spent and whose successor cannot be kept is lost: whether the store takes writes is tried first.
  const unwritable = await awaitFault(store.write(current));
  if (unwritable !== undefined) {
    return isOver ? { kind: 'later', detail: `the sign-in to X cannot be renewed: ${unwritable}` } : asTokens(current);
  }
  const form = { grant_type: 'refresh_token', refresh_token: current.refreshToken };
  const answer = await requestTokens(current, form, connection, now);
  if (answer.kind === 'refused') {
    // Where a lock was broken another process may have spent the token, and kept its successor.
    const kept = await store.read();
    if (kept !== undefined && isGood(kept, now())) return asTokens(kept);
    const cause = 'it was revoked, or a run ended between X’s answer and its keeping';
    return { kind: 'signed-out', detail: `X no longer takes the sign-in (${answer.detail}; ${cause}): ${REMEDY}` };
  }
  if (answer.kind === 'failed') {
    if (!isOver) return asTokens(current);
    return {
      kind: 'later',
      detail: `the sign-in to X could not be renewed (${answer.detail}); it is kept: try again, and ${REMEDY} if it stays so`,
    };
  }
  const renewed = withGranted(current, answer.granted);
  const lost = await awaitFault(store.write(renewed));
  if (lost !== undefined) {
    return { kind: 'signed-out', detail: `X renewed the sign-in, and it could not be kept (${lost}): ${REMEDY}` };
  }
  return asTokens(renewed);
}

/** A grant after its renewal. X sends a new token for the next time; an answer without one leaves the old one good. */
const withGranted = (grant: Grant, { accessToken, refreshToken, expiresAt, scopes }: Granted): Grant => ({
  ...grant,
  accessToken,
  ...(refreshToken !== undefined && { refreshToken }),
  expiresAt,
  ...(scopes !== undefined && { scopes }),
});

/** Credentials as what calls are signed with. */
function asTokens(credentials: Credentials): { readonly kind: 'tokens' } & Signature {
  const { bearer, account } = credentials;
  const extras = { ...(bearer !== undefined && { bearer }), ...(account !== undefined && { account }) };
  return { kind: 'tokens', tokens: toSigningTokens(credentials), ...extras };
}

/** What calls are signed with, as it is now. */
export function toSigningTokens(credentials: Credentials): Signature['tokens'] {
  if (credentials.kind === 'oauth2') return credentials.accessToken;
  const { appKey, appSecret, accessToken, accessSecret } = credentials;
  return { appKey, appSecret, accessToken, accessSecret };
}

/** The one line of a store's fault; undefined when there is none. */
async function awaitFault(work: Promise<void>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof CredentialsError) return error.message;
    throw error;
  }
}
