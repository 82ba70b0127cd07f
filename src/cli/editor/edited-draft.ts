// A draft as `compose` edits it: its text without the front matter and the line ends of the file.
import { cleanText, lastLineEnd } from '#compose/text-field.js';
import { readSource } from '../files.js';
import type { Shell } from '../shell.js';
import { UserError } from '../user-error.js';

/** A text as it is edited: without the line ends behind it, of which the file keeps its own. */
export function bodyOf(source: string, head: string): string {
  const body = source.slice(head.length);
  return cleanText(body.slice(0, lastLineEnd(body)));
}

/** The line ends behind a text; one where it has none. */
export const endOf = (body: string): string => body.slice(lastLineEnd(body)) || '\n';

/** The text of a file, which may be empty. @throws UserError where it cannot be read */
export async function readAnything(shell: Shell, path: string): Promise<string> {
  try {
    return await readSource(shell, path);
  } catch (error) {
    if (error instanceof UserError && error.code === 'empty') return '';
    throw error;
  }
}
