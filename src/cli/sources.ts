import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileError } from './file-error.js';
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
 * @throws UserError that says why it is none: missing, a folder, too large, binary, not UTF-8, empty.
 */
export async function readSource(shell: Shell, file: string): Promise<string> {
  const bytes = file === '-' ? await readStdin(shell) : readFile(resolve(shell.cwd, file));
  if (bytes.includes(0)) throw fileError('binary', []);
  const text = decode(bytes);
  if (text.trim() === '') throw fileError('empty', []);
  return text;
}

async function readStdin(shell: Shell): Promise<Uint8Array> {
  if (shell.stdin.isTTY) {
    throw fileError('noDraft', []);
  }
  const bytes = await shell.stdin.read(MAX_BYTES);
  if (bytes === undefined) throw fileError('longInput', [sized(MAX_BYTES)]);
  return bytes;
}

// Synchronous: one small file at a time, and the promises of `fs` cost a millisecond to load.
function readFile(path: string): Uint8Array {
  let handle: number | undefined;
  try {
    // Before it is opened: opening a named pipe waits for somebody to write into it.
    const info = statSync(path);
    if (info.isDirectory()) throw fileError('folder', []);
    if (!info.isFile()) throw fileError('notRegular', []);
    handle = openSync(path, 'r');
    // No further than allowed, whatever size is given: the file may be growing.
    const buffer = new Uint8Array(Math.min(info.size, MAX_BYTES) + 1);
    const bytesRead = readSync(handle, buffer, 0, buffer.length, 0);
    const size = Math.max(info.size, bytesRead);
    if (size > MAX_BYTES) throw fileError('largeFile', [sized(size), sized(MAX_BYTES)]);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw readError(cause);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Why a file cannot be read. */
function readError(cause: unknown): UserError {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return fileError('noFile', [], { cause });
  if (code === 'EACCES' || code === 'EPERM') return fileError('noPermission', [], { cause });
  return fileError('unreadable', [code ?? message], { cause });
}

function decode(bytes: Uint8Array): string {
  try {
    // The mark stays: the file is written back with it.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    throw fileError(utf16 ? 'utf16' : 'notUtf8', [], { cause });
  }
}
