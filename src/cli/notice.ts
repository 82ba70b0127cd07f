import { oneLine, wrap } from '#report/terminal/width.js';
import type { Output } from './output.js';

type Target = Pick<Output, 'write'> & Partial<Pick<Output, 'isTTY' | 'columns'>>;

/** Lines as a terminal shows them, which would break a long one inside a word; unchanged for a pipe or a file. */
function broken(lines: readonly string[], { isTTY = false, columns }: Target): string {
  const shown = isTTY && columns !== undefined ? lines.flatMap((line) => wrap(line, columns, 'whole')) : lines;
  return shown.map((line) => `${line}\n`).join('');
}

/**
 * Writes a line about the run to standard error. Whatever it quotes, a file name, a key or a value, stays in that line
 * and moves no cursor: a stranger's draft may be read in the log of somebody else's machine.
 */
export const writeNotice = ({ stderr }: { readonly stderr: Target }, text: string): void =>
  stderr.write(broken([`tweetspan: ${oneLine(text)}`], stderr));

/** Writes sentences on what was done to standard output; line ends in them stay. */
export const writeSentences = ({ stdout }: { readonly stdout: Target }, text: string): void =>
  stdout.write(broken(text.split('\n'), stdout));
