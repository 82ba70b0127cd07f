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
import { CredentialsError } from './fault.js';

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
export function readSecretFile(path: string, uid: number | undefined): string | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return undefined;
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
export function writeSecretFile(path: string, text: string): void {
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
export function removeSecretFile(path: string): boolean {
  try {
    rmSync(realTarget(path));
    return true;
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return false;
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
