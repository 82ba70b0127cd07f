import { oneLine } from '#report/terminal/width.js';
import type { Output } from './output.js';

/**
 * Writes a line about the run to standard error. Whatever it quotes, a file name, a key or a value, stays in that line
 * and moves no cursor: a stranger's draft may be read in the log of somebody else's machine.
 */
export const writeNotice = ({ stderr }: { readonly stderr: Pick<Output, 'write'> }, text: string): void =>
  stderr.write(`tweetspan: ${oneLine(text)}\n`);
