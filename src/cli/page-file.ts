import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locale } from '#base/locale.js';
import { timingSentences } from '#locale/timing.js';
import { UserError } from './user-error.js';
import type { Shell } from './shell.js';

/**
 * Writes a page and says so on standard error.
 * @throws UserError when it cannot be written.
 */
export function writePage(shell: Shell, file: string, page: string, locale: Locale): void {
  const { errors, pageWritten } = timingSentences(locale);
  try {
    writeFileSync(resolve(shell.cwd, file), page);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new UserError(errors.page(file, code ?? message), { cause });
  }
  shell.stderr.write(`tweetspan: ${pageWritten(file)}\n`);
}
