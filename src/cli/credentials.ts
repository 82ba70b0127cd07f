// The sign-in that is stored here, and whose account it is.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locale } from '#base/locale.js';
import { faultSentence, accountSentences } from '#locale/account.js';
import type { ItemMode } from '#queue/item.js';
import type { ReadOutcome } from '#queue/x-port.js';
import { reasonText } from '#report/reason-text.js';
import { openXClient } from '#x/api/client.js';
import { PRICES } from '#x/api/prices.js';
import { apiOrigin, type Connection } from '#x/api/connection.js';
import type { Account } from '#x/auth/credentials.js';
import { CredentialsError, type XFault } from '#x/auth/fault.js';
import { openKeyring } from '#x/auth/keyring.js';
import { withLock, type LockSetting } from '#x/auth/lock.js';
import { keysIn, type SecretStore, openStore, bearerIn } from '#x/auth/secret-store.js';
import { freshTokens, type Signature } from '#x/auth/token.js';
import { userFolder } from './config-file.js';
import { withHistory, type OpenHistory } from './history-database.js';
import { databaseFile } from './options/common.js';
import type { Shell } from './shell.js';
import { requireProxy } from './proxy.js';
import { EXIT, UserError, type ExitCode } from './user-error.js';

/** What opening the store asks of its caller. */
export interface CredentialFlags {
  /** Where to write what is new: in the keyring, or in the file; where it is already when left out. */
  readonly keyring?: boolean;
}

/** What calls to X are signed with. The account is missing when neither a sign-in nor the keys tell it. */
export interface SignedIn {
  readonly tokens: Signature['tokens'];
  readonly bearer?: string;
  readonly account: Account | undefined;
}

/** After this much silence of X a request is given up, ms. @source own choice */
const SILENCE = 15_000;

/** A fault of the connection to X, with its sentence. */
export class XError extends UserError {
  readonly fault: XFault;

  constructor(fault: XFault, exitCode: ExitCode = EXIT.credentials, cause?: unknown) {
    super((locale) => faultSentence(fault, locale), { exitCode, cause });
    this.fault = fault;
  }
}

/** Does some work on credentials. @throws UserError for their faults (exit 77). */
export async function withCredentials<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof CredentialsError ? new XError(error.fault, EXIT.credentials, error) : error;
  }
}

/** Where the credentials are, or what points to them: what TWEETSPAN_CREDENTIALS names, else in the user's configuration folder. */
export function credentialsFile(shell: Shell): string {
  const named = shell.env['TWEETSPAN_CREDENTIALS'];
  if (named !== undefined && named !== '') return resolve(shell.cwd, named);
  const folder = userFolder(shell);
  if (folder !== undefined) return join(folder, 'credentials.json');
  throw new UserError((locale) => accountSentences(locale).noHome, { exitCode: EXIT.credentials });
}

/**
 * The store of this user's credentials. Nothing is read yet, except where they are.
 * @throws UserError when there is no place for them, or the environment holds only some of the keys.
 */
export function openSecretStore(shell: Shell, { keyring }: CredentialFlags = {}): Promise<SecretStore> {
  return withCredentials(async () => {
    // Keys of the environment need no place.
    const file = keysIn(shell.env) === undefined ? credentialsFile(shell) : '';
    return openStore({
      env: shell.env,
      file,
      uid: shell.uid,
      keyring: () => openKeyring(shell.platform, shell.openSecret, file),
      ...(keyring !== undefined && { isInKeyring: keyring }),
    });
  });
}

/**
 * How X is reached: at its own address, or at that of TWEETSPAN_X_URL; through the proxy of the environment, if one is
 * set.
 * @throws UserError for an address that is not of this machine, and for a proxy that is not one.
 */
export async function xConnection({ env }: Pick<Shell, 'env'>): Promise<Omit<Connection, 'onAnswer'>> {
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
 * @throws XError with what to do: not signed in (exit 77), or the sign-in cannot be renewed now (75).
 */
export function signedIn(shell: Shell): Promise<SignedIn> {
  return withCredentials(async () => {
    const store = await openSecretStore(shell);
    const outcome = await freshTokens(store, {
      connection: await xConnection(shell),
      ...lockSetting(shell),
    });
    if (outcome.kind !== 'tokens') {
      throw new XError(outcome.fault, outcome.kind === 'later' ? EXIT.tryLater : EXIT.credentials);
    }
    // That of the environment is never written down with the others.
    const bearer = bearerIn(shell.env) ?? outcome.bearer;
    return { tokens: outcome.tokens, ...(bearer !== undefined && { bearer }), account: outcome.account };
  });
}

/** Whether somebody is signed in, by a sign-in or by keys. Nothing is renewed and X is not contacted. */
export async function isSignedIn(shell: Shell): Promise<boolean> {
  try {
    return (await (await openSecretStore(shell)).read()) !== undefined;
  } catch (error) {
    // What cannot be used is no sign-in; `doctor` says why.
    if (error instanceof CredentialsError || error instanceof UserError) return false;
    throw error;
  }
}

/** How posts go out where nobody says it, with every command alike: by the program for those who are signed in. */
export const usualMode = async (shell: Shell): Promise<ItemMode> => ((await isSignedIn(shell)) ? 'api' : 'remind');

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

/** The account of the sign-in that is stored, without a request; `unknown` where it does not tell, undefined without one. */
export async function storedAccount(shell: Shell): Promise<Account | 'unknown' | undefined> {
  const kept = await withCredentials(async () => (await openSecretStore(shell)).read());
  return kept === undefined ? undefined : (kept.account ?? 'unknown');
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
  const client = openXClient({
    tokens,
    connection: await xConnection(shell),
    now: () => shell.now(),
    readFile: () => Promise.reject(new Error('no file belongs to this call')),
  });
  const outcome = await client.me();
  if (outcome.kind === 'done') {
    if (existsSync(databaseFile(shell, db))) {
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

/**
 * X forbids to act as several accounts in concert: a history is that of one.
 * @throws UserError when the history belongs to another account.
 */
export async function checkHistoryOwner(shell: Shell, db: string | undefined, account: Account): Promise<void> {
  const file = databaseFile(shell, db);
  if (!existsSync(file)) return;
  await withHistory(shell, { db, readonly: true }, (history) => requireAccount(account, history));
}

/**
 * Whether an account is that of a history. Ids decide where both tell one, else handles; who tells neither may be
 * anybody.
 */
export function isAccountOf({ id, handle }: Account, { reader }: Pick<OpenHistory, 'reader'>): boolean {
  const known = reader.account();
  if (known === undefined) return true;
  if (known.id !== undefined) return known.id === id;
  return handle === undefined || known.handles.length === 0 || known.handles.includes(handle.toLowerCase());
}

/** Makes a history that is nobody's yet that of an account: what is planned for one never goes out by another. */
export function bindAccount({ id, handle }: Account, { reader, writer }: Pick<OpenHistory, 'reader' | 'writer'>): void {
  if (reader.account()?.id !== undefined) return;
  writer.openImport().commit(undefined, { id, handles: handle === undefined ? [] : [handle] });
}

/**
 * The same as `checkHistoryOwner` for a history that is open.
 * @throws UserError as above.
 */
export function requireAccount(account: Account, { reader, file }: Pick<OpenHistory, 'reader' | 'file'>): void {
  const { id, handle } = account;
  const known = reader.account();
  if (known === undefined || isAccountOf(account, { reader })) return;
  const sentence = (locale: Locale): string => {
    const { otherAccount, accountById } = accountSentences(locale);
    const owner = known.handles[0] === undefined ? accountById(known.id ?? '') : `@${known.handles[0]}`;
    return otherAccount(file, owner, handle === undefined ? accountById(id) : `@${handle}`);
  };
  throw new UserError(sentence, { exitCode: EXIT.credentials });
}

/** What a call to X came to, as the error of a command: why, and what to do. */
export function asCallError({ kind, code, detail }: Exclude<ReadOutcome<never>, { kind: 'done' }>): UserError {
  const isSignIn = code === 'unauthorized' || code === 'signed-out';
  const exitCode = kind === 'later' ? EXIT.tryLater : isSignIn ? EXIT.credentials : EXIT.findings;
  return new UserError((locale) => reasonText({ code, detail }, locale), { exitCode });
}
