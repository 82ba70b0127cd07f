import { createHash } from 'node:crypto';
import { oneLine } from '../api/answer.js';
import { CredentialsError, type Place } from './fault.js';

/** One secret in a keyring. Each method throws when there is no keyring, or it stays locked. */
interface SecretEntry {
  /** What is kept; null when nothing is. */
  getPassword(): Promise<string | null>;
  setPassword(secret: string): Promise<void>;
  /** Whether there was a secret to delete. */
  deletePassword(): Promise<boolean>;
}

/** Opens the entry of an account. Throws when the keyring cannot be reached. */
export type OpenEntry = (service: string, account: string) => Promise<SecretEntry>;

/** The system's keyring, as far as one secret of ours goes. */
export interface Keyring {
  readonly place: Place;
  /** @throws CredentialsError when there is no keyring, or it is locked. */
  read(): Promise<string | undefined>;
  /** @throws CredentialsError as above, and when what was written cannot be read again. */
  write(secret: string): Promise<void>;
  /** Whether there was a secret to remove. @throws CredentialsError as above. */
  remove(): Promise<boolean>;
}

/**
 * An entry of the keyring of this system: the Secret Service on Linux, the keychain on macOS, the Credential Manager on
 * Windows.
 * @throws what the package throws; an error with code `ERR_MODULE_NOT_FOUND` or `MODULE_NOT_FOUND` without it.
 */
export const openSystemEntry: OpenEntry = async (service, account) => {
  const { AsyncEntry } = await import('@napi-rs/keyring');
  // Left to choose, it would fall back on the kernel's keyring, which forgets everything at the next start.
  const entry = new AsyncEntry(service, account, { linux: { store: 'secret-service' } });
  return {
    getPassword: () => entry.getPassword(),
    setPassword: (secret) => entry.setPassword(secret),
    deletePassword: () => entry.deletePassword(),
  };
};

/**
 * The keyring of an operating system.
 * @param platform in Node's words: `linux`, `darwin`, `win32` …
 * @param file the credentials file that points to the keyring: each has a secret of its own in it.
 */
export function openKeyring(platform: string, openEntry: OpenEntry, file: string): Keyring {
  const place: Place = { kind: 'keyring', platform };
  const account = createHash('sha256').update(file).digest('hex').slice(0, 16);
  const withEntry = async <T>(work: (entry: SecretEntry) => Promise<T>): Promise<T> => {
    try {
      return await work(await openEntry('tweetspan', account));
    } catch (error) {
      throw asKeyringError(place, error);
    }
  };
  return {
    place,
    read: () => withEntry(async (entry) => (await entry.getPassword()) ?? undefined),
    async write(secret) {
      const kept = await withEntry(async (entry) => {
        await entry.setPassword(secret);
        return entry.getPassword();
      });
      // One that says it kept a secret and did not would cost the sign-in.
      if (kept !== secret) throw new CredentialsError({ code: 'keyring-forgot', place });
    },
    remove: () => withEntry((entry) => entry.deletePassword()),
  };
}

function asKeyringError(place: Place, cause: unknown): CredentialsError {
  const { code, message } = cause as NodeJS.ErrnoException;
  // The second: its part for this system is missing.
  const isMissing = code?.endsWith('MODULE_NOT_FOUND') === true || message.startsWith('Cannot find native binding');
  return isMissing
    ? new CredentialsError({ code: 'keyring-missing', place }, { cause })
    : new CredentialsError({ code: 'keyring-refuses', place, reply: oneLine(message) }, { cause });
}
