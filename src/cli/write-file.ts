import {
  chmodSync,
  copyFileSync,
  constants,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { draftError, type UserError } from './user-error.js';

const failed = (cause: unknown): UserError =>
  draftError('unwritable', [String((cause as NodeJS.ErrnoException).code)], { cause });

/**
 * Writes a file whole or not at all: a new one beside it takes its place and its mode. A symbolic link stays one.
 * @throws UserError when it cannot be written; the file is as it was then.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  // Loaded here only: it costs 4 ms, and most runs write nothing.
  const { randomUUID } = await import('node:crypto');
  let temporaryPath: string | undefined;
  try {
    const target = realpathSync(path);
    temporaryPath = `${target}.${randomUUID()}.tmp`;
    const { mode } = statSync(target);
    writeFileSync(temporaryPath, text);
    chmodSync(temporaryPath, mode);
    renameSync(temporaryPath, target);
  } catch (cause) {
    if (temporaryPath !== undefined) rmSync(temporaryPath, { force: true });
    throw failed(cause);
  }
}

/**
 * Writes a file with a mode, whole or not at all, and makes its folder. A symbolic link stays one.
 * @throws UserError when it cannot be written; what was there is as it was then.
 */
export async function putFile(path: string, text: string, mode: number): Promise<void> {
  const { randomUUID } = await import('node:crypto');
  let temporaryPath: string | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const target = existsSync(path) ? realpathSync(path) : path;
    temporaryPath = `${target}.${randomUUID()}.tmp`;
    writeFileSync(temporaryPath, text, { flag: 'wx' });
    // Whatever the umask takes away.
    chmodSync(temporaryPath, mode);
    renameSync(temporaryPath, target);
  } catch (cause) {
    if (temporaryPath !== undefined) rmSync(temporaryPath, { force: true });
    const { code, message } = cause as NodeJS.ErrnoException;
    throw draftError('unwritableFile', [path, code ?? message], { cause });
  }
}

/** Names tried for a backup: with a hundred of them, one more helps no one. */
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
  throw draftError('manyBackups', [MAX_BACKUPS]);
}
