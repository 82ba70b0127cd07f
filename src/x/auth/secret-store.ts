import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { CredentialsError, type Place } from './fault.js';
import {
  KEY_NAMES,
  findKeyFault,
  parseKept,
  serialize,
  readTokenAccount,
  type Credentials,
  type Keys,
} from './credentials.js';
import type { Keyring } from './keyring.js';

const errorCode = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

const unreadable = (path: string, cause: unknown): CredentialsError =>
  new CredentialsError({ code: 'file-unreadable', path, cause: errorCode(cause) }, { cause });

/** What a group or anybody may do with a file. */
const OTHERS = 0o077;

/**
 * The text of a file that only its owner may read; undefined when there is none.
 * @param uid the user that runs the program; undefined where files have no such owners.
 * @throws CredentialsError when others can read it, when it belongs to another user, when it cannot be read.
 */
function readSecretFile(path: string, uid: number | undefined): string | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT' || errorCode(cause) === 'ENOTDIR') return undefined;
    throw unreadable(path, cause);
  }
  try {
    // Of what was opened, not of the name: that can come to mean another file in between.
    const { mode, uid: owner } = fstatSync(file);
    if (uid !== undefined && owner !== uid) {
      throw new CredentialsError({ code: 'file-of-other-user', path, owner, user: uid });
    }
    if (uid !== undefined && (mode & OTHERS) !== 0) {
      throw new CredentialsError({ code: 'file-open-to-others', path, mode: (mode & 0o777).toString(8) });
    }
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof CredentialsError) throw cause;
    throw unreadable(path, cause);
  } finally {
    closeSync(file);
  }
}

/**
 * Writes a file whole or not at all, for its owner only, and makes its folder. On the disk when this returns.
 * @throws CredentialsError when it cannot be written; what was there is untouched then.
 */
function writeSecretFile(path: string, text: string): void {
  let temporaryPath: string | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const target = realTarget(path);
    temporaryPath = `${target}.${randomUUID()}.tmp`;
    // Exclusive: nobody can have laid a file or a link of that name here.
    const file = openSync(temporaryPath, 'wx', 0o600);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporaryPath, target);
    syncFolder(dirname(target));
  } catch (cause) {
    if (temporaryPath !== undefined) rmSync(temporaryPath, { force: true });
    throw new CredentialsError({ code: 'file-unwritable', path, cause: errorCode(cause) }, { cause });
  }
}

/**
 * Removes a file; answers whether there was one.
 * @throws CredentialsError when it cannot be removed.
 */
function removeSecretFile(path: string): boolean {
  try {
    rmSync(realTarget(path));
    return true;
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT' || errorCode(cause) === 'ENOTDIR') return false;
    throw new CredentialsError({ code: 'file-kept', path, cause: errorCode(cause) }, { cause });
  }
}

/** Where a symbolic link leads: it stays one. */
function realTarget(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The new name of a file is on the disk only when its folder is. Some systems cannot do that for folders. */
function syncFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch {
    // The file itself is whole in any case.
  }
}

/** Where credentials are kept. Faults that a user can fix are CredentialsErrors. */
export interface SecretStore {
  read(): Promise<Credentials | undefined>;
  write(credentials: Credentials): Promise<void>;
  /** Answers whether there were any. */
  remove(): Promise<boolean>;
  readonly place: Place;
  /** A file that processes sharing these credentials can lock; undefined where they are never renewed. */
  readonly lock: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of the four keys. */
const VARIABLES: Readonly<Record<(typeof KEY_NAMES)[number], string>> = {
  appKey: 'TWEETSPAN_APP_KEY',
  appSecret: 'TWEETSPAN_APP_SECRET',
  accessToken: 'TWEETSPAN_ACCESS_TOKEN',
  accessSecret: 'TWEETSPAN_ACCESS_SECRET',
};

/** All variables that give a key or a token. */
export const KEY_VARIABLES: readonly string[] = [...Object.values(VARIABLES), 'TWEETSPAN_BEARER'];

function variableIn(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  if (value === undefined || value === '') return undefined;
  const fault = findKeyFault(value);
  if (fault !== undefined) throw new CredentialsError({ code: 'environment-key', name, fault });
  return value;
}

/**
 * The app's own token that the environment gives.
 * @throws CredentialsError for one that cannot be a token.
 */
export const bearerIn = (env: Environment): string | undefined => variableIn(env, 'TWEETSPAN_BEARER');

/**
 * The four keys that the environment gives; undefined when it gives none of them.
 * @throws CredentialsError when some are missing, which names them, and for what cannot be a key.
 */
export function keysIn(env: Environment): Keys | undefined {
  const found = KEY_NAMES.map((name) => variableIn(env, VARIABLES[name]));
  if (found.every((key) => key === undefined)) return undefined;
  const [appKey, appSecret, accessToken, accessSecret] = found;
  if (appKey === undefined || appSecret === undefined || accessToken === undefined || accessSecret === undefined) {
    const missing = KEY_NAMES.filter((_, index) => found[index] === undefined).map((name) => VARIABLES[name]);
    throw new CredentialsError({ code: 'environment-incomplete', missing });
  }
  const account = readTokenAccount(accessToken);
  return { kind: 'oauth1', appKey, appSecret, accessToken, accessSecret, ...(account !== undefined && { account }) };
}

/** What stores are made of. */
export interface StoreSetting {
  readonly env: Environment;
  /** The credentials file. */
  readonly file: string;
  /** The user that runs the program; undefined where files have no such owners. */
  readonly uid: number | undefined;
  /** Opened only when something is, or is to be, in it. */
  readonly keyring: () => Keyring;
  /** Where to write what is new; where it is already when left out. */
  readonly isInKeyring?: boolean;
}

/**
 * The store of this user: the environment if it gives keys, else the file, else the keyring that the file points to.
 * @throws CredentialsError when the environment gives a part of the keys.
 */
export function openStore({ env, file, uid, keyring, isInKeyring }: StoreSetting): SecretStore {
  const keys = keysIn(env);
  if (keys !== undefined) return environmentStore(keys);

  const kept = () => {
    const text = readSecretFile(file, uid);
    return text === undefined ? undefined : parseKept(text, { kind: 'file', path: file });
  };
  // Asked each time: another process may have moved them to the keyring since, and a secret must not go back on the disk.
  const isThere = (): boolean => isInKeyring ?? isKeyring(kept);
  return {
    get place() {
      return isThere() ? keyring().place : ({ kind: 'file', path: file } as const);
    },
    lock: `${file}.lock`,
    async read() {
      const found = kept();
      if (found !== 'keyring') return found;
      const { place, read } = keyring();
      const text = await read();
      const inside = text === undefined ? undefined : parseKept(text, place);
      if (inside === 'keyring') throw new CredentialsError({ code: 'keyring-empty', place });
      return inside;
    },
    async write(credentials) {
      if (!isThere()) return writeSecretFile(file, serialize(credentials));
      await keyring().write(serialize(credentials));
      // The pointer last: it must never point to nothing.
      if (isInKeyring === true) writeSecretFile(file, serialize('keyring'));
    },
    async remove() {
      const wasInKeyring = isThere() && (await keyring().remove());
      return removeSecretFile(file) || wasInKeyring;
    },
  };
}

/** What is damaged or open to others must be replaceable and removable too. */
function isKeyring(kept: () => Credentials | 'keyring' | undefined): boolean {
  try {
    return kept() === 'keyring';
  } catch (error) {
    if (error instanceof CredentialsError) return false;
    throw error;
  }
}

function environmentStore(keys: Keys): SecretStore {
  const fixed = (): Promise<never> => Promise.reject(new CredentialsError({ code: 'environment-fixed' }));
  return { place: { kind: 'environment' }, lock: undefined, read: async () => keys, write: fixed, remove: fixed };
}
