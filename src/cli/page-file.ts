// A page as a file of the user.
import { realpathSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locale } from '#base/locale.js';
import { timingSentences } from '#locale/timing.js';
import { takePlaceOf } from './files.js';
import { writeNotice } from './notice.js';
import type { Shell } from './shell.js';
import { UserError } from './user-error.js';

/**
 * Writes a page whole or not at all, and says so on standard error.
 * @throws UserError when it cannot be written; what was there is as it was then.
 */
export async function writePage(shell: Shell, file: string, page: string, locale: Locale): Promise<void> {
  const { errors, pageWritten } = timingSentences(locale);
  const path = resolve(shell.cwd, file);
  try {
    const info = statSync(path, { throwIfNoEntry: false });
    // A named pipe waits for somebody to read from it.
    if (info?.isFIFO() === true) throw new UserError(errors.pageInPipe(file));
    if (info === undefined || info.isFile()) {
      await takePlaceOf(info === undefined ? path : realpathSync(path), page, info?.mode);
    } else writeFileSync(path, page);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new UserError(errors.page(file, code ?? message), { cause });
  }
  writeNotice(shell, pageWritten(file));
}
