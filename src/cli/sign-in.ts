// The sign-in that is stored here. X itself is not reached: its client takes longer to load than most commands take.
import { join, resolve } from 'node:path';
import { accountSentences, faultSentence } from '#locale/account.js';
import type { ItemMode } from '#queue/item.js';
import type { Account } from '#x/auth/credentials.js';
import { CredentialsError, type XFault } from '#x/auth/fault.js';
import { openKeyring } from '#x/auth/keyring.js';
import { keysIn, openStore, type SecretStore } from '#x/auth/secret-store.js';
import type { Shell } from './shell.js';
import { EXIT, UserError, type ExitCode } from './user-error.js';
import { userFolder } from './user-folder.js';

/** What opening the store asks of its caller. */
export interface CredentialFlags {
  /** Where to write what is new: in the keyring, or in the file; where it is already when left out. */
  readonly keyring?: boolean;
}

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

/**
 * Where the credentials are, or what points to them: what TWEETSPAN_CREDENTIALS names, else in the user's configuration
 * folder; undefined without a home.
 */
export function credentialsFile(shell: Shell): string | undefined {
  const named = shell.env['TWEETSPAN_CREDENTIALS'];
  if (named !== undefined && named !== '') return resolve(shell.cwd, named);
  const folder = userFolder(shell);
  return folder === undefined ? undefined : join(folder, 'credentials.json');
}

/** What holds credentials where there is no home: none are there, and none can be written. */
function homelessStore(): SecretStore {
  const refuse = (): Promise<never> => Promise.reject(new UserError((locale) => accountSentences(locale).noHome));
  return {
    place: { kind: 'none' },
    lock: undefined,
    read: async () => undefined,
    write: refuse,
    remove: async () => false,
  };
}

/**
 * The store of this user's credentials. Nothing is read yet, except where they are.
 * @throws UserError when the environment holds only some of the keys.
 */
export function openSecretStore(shell: Shell, { keyring }: CredentialFlags = {}): Promise<SecretStore> {
  return withCredentials(async () => {
    // Keys of the environment need no place.
    const file = keysIn(shell.env) === undefined ? credentialsFile(shell) : '';
    if (file === undefined) return homelessStore();
    return openStore({
      env: shell.env,
      file,
      uid: shell.uid,
      keyring: () => openKeyring(shell.platform, shell.openSecret, file),
      ...(keyring !== undefined && { isInKeyring: keyring }),
    });
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

/** The account of the sign-in that is stored, without a request; `unknown` where it does not tell, undefined without one. */
export async function storedAccount(shell: Shell): Promise<Account | 'unknown' | undefined> {
  const kept = await withCredentials(async () => (await openSecretStore(shell)).read());
  return kept === undefined ? undefined : (kept.account ?? 'unknown');
}
