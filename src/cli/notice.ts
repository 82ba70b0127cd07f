import { oneLine, wrap } from '#report/terminal/width.js';
import type { Output } from './output.js';

/**
 * Writes a line about the run to standard error. Whatever it quotes, a file name, a key or a value, stays in that line
 * and moves no cursor: a stranger's draft may be read in the log of somebody else's machine. A terminal, which would break
 * it inside words, gets it broken between them.
 */
export function writeNotice(
  { stderr }: { readonly stderr: Pick<Output, 'write'> & Partial<Pick<Output, 'isTTY' | 'columns'>> },
  text: string,
): void {
  const line = `tweetspan: ${oneLine(text)}`;
  const { isTTY = false, columns } = stderr;
  const lines = isTTY && columns !== undefined ? wrap(line, columns, 'whole') : [line];
  stderr.write(`${lines.join('\n')}\n`);
}
