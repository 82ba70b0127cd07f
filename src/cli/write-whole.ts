import { randomUUID } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Locale } from '#base/locale.js';
import { historySentences } from '#locale/history.js';
import { joinIntoBlocks } from './output.js';
import { EXIT, UserError } from './user-error.js';

/**
 * Writes a file whole or not at all: a new one beside it takes its place at the end.
 * @throws UserError when it cannot be written; the reason of `signal` when it is aborted.
 */
export async function writeWhole(
  path: string,
  pieces: Iterable<string>,
  { signal, locale }: { readonly signal: AbortSignal; readonly locale: Locale },
): Promise<void> {
  const temporaryPath = `${path}.${randomUUID()}.tmp`;
  try {
    const handle = openSync(temporaryPath, 'wx', 0o600);
    try {
      for (const block of joinIntoBlocks(pieces)) {
        writeSync(handle, block);
        // A turn of the event loop, in which an interruption can be heard.
        await new Promise((done) => setImmediate(done));
        signal.throwIfAborted();
      }
    } finally {
      closeSync(handle);
    }
    renameSync(temporaryPath, path);
  } catch (cause) {
    rmSync(temporaryPath, { force: true });
    const { code = '', syscall } = cause as NodeJS.ErrnoException;
    if (syscall === undefined) throw cause;
    const exitCode = code === 'ENOSPC' ? EXIT.tryLater : EXIT.usage;
    throw new UserError(historySentences(locale).notWritten(path, code), { cause, exitCode });
  }
}
