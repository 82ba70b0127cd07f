import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { fileError } from './file-error.js';
import type { UserError } from './user-error.js';

const failed = (cause: unknown): UserError =>
  fileError('unwritable', [String((cause as NodeJS.ErrnoException).code)], { cause });

/** Puts a new file with a mode in the place of one that may be there. What was there is as it was when this throws. */
async function takePlaceOf(target: string, text: string, mode: number): Promise<void> {
  // Loaded here only: it costs 4 ms, and most runs write nothing.
  const { randomUUID } = await import('node:crypto');
  const beside = `${target}.${randomUUID()}.tmp`;
  try {
    // Exclusive, under a name that cannot be known: a link laid here beforehand would be written through.
    const file = openSync(beside, 'wx');
    try {
      writeFileSync(file, text);
      // Whatever the umask takes away.
      fchmodSync(file, mode);
      // The name must not be on the disk before the text is: a power cut would leave an empty file.
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, target);
  } catch (cause) {
    rmSync(beside, { force: true });
    throw cause;
  }
}

/**
 * Writes a file whole or not at all: a new one beside it takes its place and its mode. A symbolic link stays one.
 * @throws UserError when it cannot be written; the file is as it was then.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  try {
    const target = realpathSync(path);
    await takePlaceOf(target, text, statSync(target).mode);
  } catch (cause) {
    throw failed(cause);
  }
}

/**
 * Writes a file with a mode, whole or not at all, and makes its folder. A symbolic link stays one.
 * @throws UserError when it cannot be written; what was there is as it was then.
 */
export async function putFile(path: string, text: string, mode: number): Promise<void> {
  try {
    mkdirSync(dirname(path), { recursive: true });
    await takePlaceOf(existsSync(path) ? realpathSync(path) : path, text, mode);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw fileError('unwritableFile', [path, code ?? message], { cause });
  }
}

/** Names tried for a backup: whoever has a hundred of them wants to be told, not to get one more. */
const MAX_BACKUPS = 100;

/**
 * Copies a file to the first free of `<path>.bak`, `<path>.bak.1`, … and answers where. No backup is ever overwritten.
 * @throws UserError when none can be made.
 */
export function backUp(path: string): string {
  for (let index = 0; index < MAX_BACKUPS; index += 1) {
    const backup = index === 0 ? `${path}.bak` : `${path}.bak.${index}`;
    try {
      copyFileSync(path, backup, constants.COPYFILE_EXCL);
      return backup;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw failed(cause);
    }
  }
  throw fileError('manyBackups', [MAX_BACKUPS]);
}
