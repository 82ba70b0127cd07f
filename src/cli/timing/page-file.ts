import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../user-error.js';
import type { Shell } from '../shell.js';

const WRITTEN = { en: 'page written to', fr: 'page écrite dans' } as const;

/**
 * Writes a page and says so on standard error.
 * @throws Failure when it cannot be written.
 */
export function writePage(shell: Shell, file: string, page: string, locale: keyof typeof WRITTEN): void {
  try {
    writeFileSync(resolve(shell.cwd, file), page);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new UserError(
      `--html ${file}: the page cannot be written (${code ?? message}); name a file in a folder of yours`,
      {
        cause,
      },
    );
  }
  shell.stderr.write(`tweetspan: ${WRITTEN[locale]} ${file}\n`);
}
