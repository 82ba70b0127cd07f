import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from './user-error.js';
import type { Shell } from './shell.js';

/** The largest file that is taken for a draft. */
const MAX_BYTES = 256 * 1024;
/** How standard input is called in reports. */
export const STDIN_NAME = '<stdin>';

const sized = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MiB` : `${Math.ceil(bytes / 1024)} KiB`;

/**
 * The text of a draft file, or of standard input for `-`.
 * @throws Failure that says why it is none: missing, a folder, too large, binary, not UTF-8, empty.
 */
export async function readSource(shell: Shell, file: string): Promise<string> {
  const bytes = file === '-' ? await readStdin(shell) : readFile(resolve(shell.cwd, file));
  if (bytes.includes(0)) throw new UserError('a binary file; a draft is a text file in UTF-8');
  const text = decode(bytes);
  if (text.trim() === '') throw new UserError('the draft is empty; write the text of the post, and its link');
  return text;
}

async function readStdin(shell: Shell): Promise<Uint8Array> {
  if (shell.stdin.isTTY) {
    throw new UserError(
      'no draft: name a file (tweetspan lint draft.md) or pipe one in (echo "My post https://…" | tweetspan lint -)',
    );
  }
  const bytes = await shell.stdin.read(MAX_BYTES);
  if (bytes === undefined) throw new UserError(`more than ${sized(MAX_BYTES)} on standard input; a draft is one post`);
  return bytes;
}

// Synchronous: one small file at a time, and the promises of `fs` cost a millisecond to load.
function readFile(path: string): Uint8Array {
  let handle: number | undefined;
  try {
    // Before it is opened: opening a named pipe waits for somebody to write into it.
    const info = statSync(path);
    if (info.isDirectory()) throw new UserError('a folder; name the files in it, such as drafts/*.md');
    if (!info.isFile()) throw new UserError('not a regular file; pipe its text in with -');
    handle = openSync(path, 'r');
    // No further than allowed, whatever size is told: the file may be growing.
    const buffer = new Uint8Array(Math.min(info.size, MAX_BYTES) + 1);
    const bytesRead = readSync(handle, buffer, 0, buffer.length, 0);
    const size = Math.max(info.size, bytesRead);
    if (size > MAX_BYTES)
      throw new UserError(`a file of ${sized(size)}; a draft is one post, ${sized(MAX_BYTES)} at most`);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(describeReadError(cause), { cause });
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Why a file cannot be read, in words. */
export function describeReadError(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'no such file; check the name, or use - for standard input';
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it; change its mode or its owner';
  return `it cannot be read (${code ?? message})`;
}

function decode(bytes: Uint8Array): string {
  try {
    // The mark stays: the file is written back with it.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const received = utf16 ? 'text in UTF-16' : 'text that is not valid UTF-8';
    throw new UserError(`${received}; save the draft as UTF-8`, { cause });
  }
}
