// What calls to X are signed with.
import { existsSync } from 'node:fs';
import type { Locale } from '#base/locale.js';
import { accountSentences } from '#locale/account.js';
import type { ReadOutcome } from '#queue/x-port.js';
import { reasonText } from '#report/reason-text.js';
import { PRICES } from '#x/api/prices.js';
import type { Connection } from '#x/api/connection.js';
import type { Account } from '#x/auth/credentials.js';
import { withLock, type LockSetting } from '#x/auth/lock.js';
import { bearerIn, type SecretStore } from '#x/auth/secret-store.js';
import type { Alone, Signature } from '#x/auth/token.js';
import { isOnServer, withHistory } from './history-database.js';
import { databaseFile } from './options/common.js';
import { requireProxy } from './proxy.js';
import type { Shell } from './shell.js';
import { openSecretStore, withCredentials, XError } from './sign-in.js';
import { EXIT, UserError } from './user-error.js';

/** What calls to X are signed with. The account is missing when neither a sign-in nor the keys tell it. */
export interface SignedIn {
  readonly tokens: Signature['tokens'];
  readonly bearer?: string;
  readonly account: Account | undefined;
}

/** After this much silence of X a request is given up, ms. @source own choice */
const SILENCE = 15_000;

/**
 * How X is reached: at its own address, or at that of TWEETSPAN_X_URL; through the proxy of the environment, if one is
 * set.
 * @throws UserError for an address that is not of this machine, and for a proxy that is not one.
 */
export async function xConnection({ env }: Pick<Shell, 'env'>): Promise<Omit<Connection, 'onAnswer'>> {
  // The client of X is loaded where X is spoken to: 45 ms of every other command on the queue.
  const { apiOrigin } = await import('#x/api/connection.js');
  try {
    const origin = apiOrigin(env['TWEETSPAN_X_URL']);
    const agent = await findAgent(origin, env);
    return { origin, silenceMs: SILENCE, ...(agent !== undefined && { agent }) };
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new UserError((locale) => accountSentences(locale).wrongOrigin(env['TWEETSPAN_X_URL'] ?? ''), { cause });
  }
}

/** @throws UserError for a setting that is not the URL of a proxy. */
async function findAgent(origin: string, env: Shell['env']): Promise<Connection['agent']> {
  const proxy = requireProxy(origin, env);
  if (proxy === undefined) return undefined;
  // Loaded here only: most networks have no proxy.
  return (await import('#web/tunnel.js')).createSecureTunnel(proxy);
}

const lockSetting = (shell: Shell): LockSetting => ({
  now: () => shell.now(),
  pid: shell.pid,
  isRunning: (pid) => shell.isRunning(pid),
  sleep: async (ms) => {
    const { setTimeout: after } = await import('node:timers/promises');
    await after(ms);
  },
});

/**
 * Changes what is kept while no process renews it: that would write over it what it has just replaced.
 * @throws UserError when another process does not end (exit 75), and for faults of the store.
 */
export function changeStore<T>(shell: Shell, store: SecretStore, work: () => Promise<T>): Promise<T> {
  return withCredentials(async () => {
    // What has no lock refuses every change by itself.
    if (store.lock === undefined) return work();
    const outcome = await withLock(store.lock, lockSetting(shell), work);
    if ('value' in outcome) return outcome.value;
    throw new XError({ code: 'renewal-busy', pid: outcome.heldBy }, EXIT.tryLater);
  });
}

/**
 * What to call X with, good for the next minutes: ask again before each batch of calls.
 * @param alone has one machine of a team at a time renew what is good for one use.
 * @throws XError with what to do: not signed in (exit 77), or the sign-in cannot be renewed now (75).
 */
export function signedIn(shell: Shell, alone?: Alone): Promise<SignedIn> {
  return withCredentials(async () => {
    const store = await openSecretStore(shell);
    const { freshTokens } = await import('#x/auth/token.js');
    const outcome = await freshTokens(store, {
      connection: await xConnection(shell),
      ...lockSetting(shell),
      ...(alone !== undefined && { alone }),
    });
    if (outcome.kind !== 'tokens') {
      throw new XError(outcome.fault, outcome.kind === 'later' ? EXIT.tryLater : EXIT.credentials);
    }
    if (shell.profile !== undefined) (await import('./profile.js')).assertAccount(shell, outcome.account?.handle);
    // That of the environment is never written down with the others.
    const bearer = bearerIn(shell.env) ?? outcome.bearer;
    return { tokens: outcome.tokens, ...(bearer !== undefined && { bearer }), account: outcome.account };
  });
}

/**
 * The app's own token, which counts of posts need and nothing else does.
 * @throws UserError with how to give it (exit 77).
 */
export function appBearer(shell: Shell): Promise<string> {
  return withCredentials(async () => {
    const bearer = bearerIn(shell.env) ?? (await (await openSecretStore(shell)).read())?.bearer;
    if (bearer !== undefined) return bearer;
    throw new UserError((locale) => accountSentences(locale).bearerMissing, { exitCode: EXIT.credentials });
  });
}

/**
 * Asks X whose account something signs for. This costs `PRICES.user`, which is noted in the history where there is one.
 * @throws UserError when X does not accept it (exit 77), or cannot be asked now (75).
 */
export async function requestAccount(
  shell: Shell,
  tokens: Signature['tokens'],
  db?: string,
): Promise<Required<Account>> {
  const { openXClient } = await import('#x/api/client.js');
  const client = openXClient({
    tokens,
    connection: await xConnection(shell),
    now: () => shell.now(),
    readFile: () => Promise.reject(new Error('no file belongs to this call')),
  });
  const outcome = await client.me();
  if (outcome.kind === 'done') {
    if (existsSync(databaseFile(shell, db)) || (await isOnServer(shell, db))) {
      await withHistory(shell, { db, readonly: false }, ({ queue }) =>
        queue.spend({ at: shell.now(), what: 'user', amount: PRICES.user }),
      );
    }
    return { id: outcome.value.id, handle: outcome.value.handle };
  }
  const why = ({ code, detail }: typeof outcome, locale: Locale): string => reasonText({ code, detail }, locale, true);
  if (outcome.kind === 'later') {
    throw new UserError((locale) => accountSentences(locale).accountLater(why(outcome, locale)), {
      exitCode: EXIT.tryLater,
    });
  }
  throw new UserError((locale) => accountSentences(locale).accountRefused(why(outcome, locale)), {
    exitCode: EXIT.credentials,
  });
}

/** What a call to X came to, as the error of a command: why, and what to do. */
export function asCallError({ kind, code, detail }: Exclude<ReadOutcome<never>, { kind: 'done' }>): UserError {
  const isSignIn = code === 'unauthorized' || code === 'signed-out';
  const exitCode = kind === 'later' ? EXIT.tryLater : isSignIn ? EXIT.credentials : EXIT.findings;
  return new UserError((locale) => reasonText({ code, detail }, locale), { exitCode });
}
