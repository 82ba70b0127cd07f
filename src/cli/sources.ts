import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Failure } from './failure.js';
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
  const bytes = file === '-' ? await readStdin(shell) : await readFile(resolve(shell.cwd, file));
  if (bytes.includes(0)) throw new Failure('a binary file; a draft is a text file in UTF-8');
  const text = decode(bytes);
  if (text.trim() === '') throw new Failure('the draft is empty; write the text of the post, and its link');
  return text;
}

async function readStdin(shell: Shell): Promise<Uint8Array> {
  if (shell.stdin.isTTY) {
    throw new Failure(
      'no draft: name a file (tweetspan lint draft.md) or pipe one in (echo "My post https://…" | tweetspan lint -)',
    );
  }
  const bytes = await shell.stdin.read(MAX_BYTES);
  if (bytes === undefined) throw new Failure(`more than ${sized(MAX_BYTES)} on standard input; a draft is one post`);
  return bytes;
}

async function readFile(path: string): Promise<Uint8Array> {
  try {
    const { size } = await checkedStat(path);
    if (size > MAX_BYTES)
      throw new Failure(`a file of ${sized(size)}; a draft is one post, ${sized(MAX_BYTES)} at most`);
    // Read through one handle and no further than allowed: a device or a growing file has no true size.
    const handle = await open(path, 'r');
    try {
      const buffer = new Uint8Array(MAX_BYTES + 1);
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
      if (bytesRead > MAX_BYTES) throw new Failure(`more than ${sized(MAX_BYTES)}; a draft is one post`);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure(reasonOf(cause), { cause });
  }
}

async function checkedStat(path: string): Promise<{ size: number }> {
  const info = await stat(path);
  if (info.isDirectory()) throw new Failure('a folder; name the files in it, such as drafts/*.md');
  if (!info.isFile()) throw new Failure('not a regular file; pipe its text in with -');
  return info;
}

/** Why a file cannot be read, in words. */
export function reasonOf(cause: unknown): string {
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
    throw new Failure(`${received}; save the draft as UTF-8`, { cause });
  }
}
