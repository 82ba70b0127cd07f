import type { TwitterApiTokens } from 'twitter-api-v2';
import type { Connection } from '../api/connection.js';
import type { Account, Credentials, Grant } from './credentials.js';
import { CredentialsError, type CredentialsFault, type SessionFault } from './fault.js';
import { withLock, type LockSetting } from './lock.js';
import type { SecretStore } from './secret-store.js';
import { callX } from '../api/call.js';
import { oneLine, textIn } from '../api/answer.js';

/** How long before its end a token is renewed, ms: longer than any call, so that none runs out on its way. @source own choice */
const EARLY = 5 * 60_000;

/** What calls to X are signed with, as `connect` takes it. */
export interface Signature {
  readonly tokens: TwitterApiTokens | string;
  readonly bearer?: string;
  readonly account?: Account;
}

/** Whether X can be called now. After `signed-out` only a new sign-in helps; after `later` the same may be tried again. */
export type TokenOutcome =
  ({ readonly kind: 'tokens' } & Signature) | { readonly kind: 'signed-out' | 'later'; readonly fault: SessionFault };

/** What renewing works with. */
export interface Renewal extends LockSetting {
  readonly connection: Connection;
  /** Does some work while no other machine of a team does the like. */
  readonly alone?: Alone;
}

/** Does some work while no other machine of a team does the like. */
export type Alone = <T>(work: () => Promise<T>) => Promise<T>;

const later = (fault: SessionFault): TokenOutcome => ({ kind: 'later', fault });
const signedOut = (fault: SessionFault): TokenOutcome => ({ kind: 'signed-out', fault });

/**
 * Tokens that are good for the next minutes. Those of OAuth 2 are renewed when they run out soon, by one process at a
 * time: the token that renews them is good for one use, and a second use of it can end the grant. The new ones are on
 * the disk before they are used.
 * @throws CredentialsError when the store has a fault that its user can fix.
 */
export async function freshTokens(store: SecretStore, renewal: Renewal): Promise<TokenOutcome> {
  const credentials = await store.read();
  if (credentials === undefined) return signedOut({ code: 'not-signed-in' });
  // What has no lock is never renewed.
  if (store.lock === undefined || isGood(credentials, renewal.now())) return asTokens(credentials);
  const { alone = (work) => work() } = renewal;
  const locked = await withLock(store.lock, renewal, () => alone(() => renew(store, renewal)));
  if ('value' in locked) return locked.value;
  // It is renewed early: it stays valid until it ends, even if another process renews it.
  if (credentials.kind === 'oauth2' && credentials.expiresAt > renewal.now()) return asTokens(credentials);
  return later({ code: 'renewal-busy', pid: locked.heldBy });
}

const isGood = (credentials: Credentials, now: number): boolean =>
  credentials.kind === 'oauth1' || credentials.expiresAt - now > EARLY;

/** To be done under the lock only. */
async function renew(store: SecretStore, { connection, now }: Renewal): Promise<TokenOutcome> {
  // Another process may have been faster, or somebody may have signed out or in.
  const current = await store.read();
  if (current === undefined) return signedOut({ code: 'not-signed-in' });
  if (current.kind === 'oauth1' || isGood(current, now())) return asTokens(current);
  const isOver = current.expiresAt <= now();
  if (current.refreshToken === undefined) {
    return isOver ? signedOut({ code: 'sign-in-expired' }) : asTokens(current);
  }

  // A token that is spent and whose successor cannot be kept is lost: whether the store takes writes is tried first.
  const unwritable = await awaitFault(store.write(current));
  if (unwritable !== undefined) {
    return isOver ? later({ code: 'renewal-blocked', because: unwritable }) : asTokens(current);
  }
  const form = { grant_type: 'refresh_token', refresh_token: current.refreshToken };
  const answer = await requestTokens(current, form, connection, now);
  if (answer.kind === 'refused') {
    // Where a lock was broken another process may have spent the token, and kept its successor.
    const kept = await store.read();
    if (kept !== undefined && isGood(kept, now())) return asTokens(kept);
    return signedOut({ code: 'sign-in-revoked', reply: answer.detail });
  }
  if (answer.kind === 'failed') {
    return isOver ? later({ code: 'renewal-failed', reply: answer.detail }) : asTokens(current);
  }
  const renewed = withGranted(current, answer.granted);
  const lost = await awaitFault(store.write(renewed));
  if (lost !== undefined) {
    return signedOut({ code: 'renewal-lost', because: lost });
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

/** A store's fault; undefined when there is none. */
async function awaitFault(work: Promise<void>): Promise<CredentialsFault | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof CredentialsError) return error.fault;
    throw error;
  }
}

/** An app as X knows it. Only one that can keep a secret has one. */
export interface App {
  readonly clientId: string;
  readonly clientSecret?: string;
}

/** What X grants for a code or for a refresh token. */
interface Granted {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** ms UTC. */
  readonly expiresAt: number;
  readonly scopes?: readonly string[];
}

/** `refused` is X's last word; after `failed` the same may be asked again. `detail` is one line without secrets. */
export type TokenAnswer =
  | { readonly kind: 'granted'; readonly granted: Granted }
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'failed'; readonly detail: string };

/** Where tokens are given out, at X's origin (docs.x.com, OAuth 2.0). */
const TOKEN_URL = 'https://api.x.com/2/oauth2/token';
/** How long a request may take as a whole, ms. @source own choice */
const DEADLINE = 20_000;
/** How long a token is good for where X does not say, s (docs.x.com: two hours). */
const DEFAULT_LIFETIME = 7200;

/** Asks X for tokens, once. `form` is what the grant needs besides the app. Never throws. */
export async function requestTokens(
  app: App,
  form: Readonly<Record<string, string>>,
  connection: Connection,
  now: () => number,
): Promise<TokenAnswer> {
  // Not the library's own calls: 1.29 sends these as JSON (it looks for the path in the password of the address), where
  // RFC 6749 wants a form; and it throws the tokens away when the answer names no scopes, which it need not.
  const answer = await callX({ tokens: { ...app }, connection, deadlineMs: DEADLINE }, (api) =>
    api.post<unknown>(TOKEN_URL, { ...form, client_id: app.clientId }, { forceBodyMode: 'url' }),
  );
  if (answer.kind === 'failed') return { kind: 'failed', detail: oneLine(answer.cause) };
  const { status, data } = answer;
  if (answer.kind === 'answered' && status < 400) {
    const granted = grantedIn(data, now());
    return granted === undefined
      ? // As a sign-in page of the network answers.
        { kind: 'failed', detail: `HTTP ${status}` }
      : { kind: 'granted', granted };
  }
  const code = textIn(data, 'error');
  const reply = [code, textIn(data, 'error_description')].filter((part) => part !== '').map(oneLine);
  // The errors of RFC 6749 §5.2; without one, a 4xx can be an outage of X or a limit.
  const isRefusal = answer.kind === 'answered' && (status === 400 || status === 401) && code !== '';
  return { kind: isRefusal ? 'refused' : 'failed', detail: [...reply, `HTTP ${status}`].join(', ') };
}

function grantedIn(answer: unknown, now: number): Granted | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const fields = answer as Readonly<Record<string, unknown>>;
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: lifetime, scope } = fields;
  if (typeof accessToken !== 'string' || accessToken === '') return undefined;
  const seconds = typeof lifetime === 'number' && lifetime > 0 ? lifetime : DEFAULT_LIFETIME;
  return {
    accessToken,
    ...(typeof refreshToken === 'string' && refreshToken !== '' && { refreshToken }),
    expiresAt: now + Math.round(seconds * 1000),
    ...(typeof scope === 'string' && { scopes: scope.split(' ').filter((one) => one !== '') }),
  };
}
