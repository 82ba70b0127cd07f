import { join, resolve } from 'node:path';
import type { Account } from '#x/auth/credentials.js';
import { userFolder } from './config-file.js';
import { EXIT, UserError, type ExitCode } from './user-error.js';
import type { Shell } from './shell.js';
import { keysIn, type SecretStore, openStore, bearerIn } from '#x/auth/secret-store.js';
import { openKeyring } from '#x/auth/keyring.js';
import { apiOrigin, type Connection } from '#x/api/connection.js';
import { withLock, type LockSetting } from '#x/auth/lock.js';
import { freshTokens, type Signature } from '#x/auth/token.js';
import { CredentialsError, type XFault } from '#x/auth/fault.js';
import { faultSentence, accountSentences } from '#locale/account.js';

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
 * How X is reached: at its own address, or at that of TWEETSPAN_X_URL.
 * @throws UserError for an address that is not of this machine.
 */
export async function xConnection({ env }: Pick<Shell, 'env'>): Promise<Omit<Connection, 'onAnswer'>> {
  try {
    return { origin: apiOrigin(env['TWEETSPAN_X_URL']), silenceMs: SILENCE };
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new UserError((locale) => accountSentences(locale).wrongOrigin(env['TWEETSPAN_X_URL'] ?? ''), { cause });
  }
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
