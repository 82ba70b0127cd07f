// The files of the user: a draft is read with a bound, a file is written whole or not at all, and each fault has a sentence.
import {
  closeSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  constants,
  copyFileSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Locale } from '#base/locale.js';
import { lintSentences, type LintSentences } from '#locale/lint.js';
import type { Shell } from './shell.js';
import { UserError } from './user-error.js';

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
  const bytes = file === '-' ? await readStdin(shell) : readFile(shell.cwd, file);
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

function readFile(cwd: string, file: string): Uint8Array {
  const path = resolve(cwd, file);
  try {
    // Before it is opened: opening a named pipe waits for somebody to write into it.
    const info = statSync(path);
    if (info.isDirectory()) throw fileError('folder', []);
    if (!info.isFile()) throw fileError('notRegular', []);
    const { bytes, size } = readHead(path, info.size, MAX_BYTES);
    if (size > MAX_BYTES) throw fileError('largeFile', [sized(size), sized(MAX_BYTES)]);
    return bytes;
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw readError(cause, file);
  }
}

// Synchronous: one small file at a time, and the promises of `fs` cost a millisecond to load.
/** The beginning of a file, no more of it than allowed whatever size is given: the file may be growing. */
function readHead(path: string, expected: number, most: number): { bytes: Uint8Array; size: number } {
  const handle = openSync(path, 'r');
  try {
    const buffer = new Uint8Array(Math.min(expected, most) + 1);
    const length = readSync(handle, buffer, 0, buffer.length, 0);
    return { bytes: buffer.subarray(0, Math.min(length, most)), size: Math.max(expected, length) };
  } finally {
    closeSync(handle);
  }
}

/** A stretch of a file, shorter at its end. */
export function readStretch(path: string, at: number, length: number): Uint8Array {
  const handle = openSync(path, 'r');
  try {
    const buffer = new Uint8Array(length);
    return buffer.subarray(0, readSync(handle, buffer, 0, length, at));
  } finally {
    closeSync(handle);
  }
}

/** Why a file that a draft or a configuration names is not read. */
export type Unread = 'missing' | 'outside' | 'notRegular' | { readonly code: string };

/** The beginning of a file that somebody's draft or configuration names, and how large it is; or why it is not read. */
export type NamedFile = { readonly bytes: Uint8Array; readonly size: number } | { readonly unread: Unread };

/**
 * Reads a file that a draft or a configuration names: a regular file, in a folder or below it when one is given, links
 * followed. A stranger's draft must not open devices, nor show what lies elsewhere on this machine.
 */
export function readNamedFile(path: string, most: number, folder?: string): NamedFile {
  try {
    const target = realpathSync(path);
    if (folder !== undefined && relative(realpathSync(folder), target).split(sep)[0] === '..') {
      return { unread: 'outside' };
    }
    const info = statSync(target);
    return info.isFile() ? readHead(target, info.size, most) : { unread: 'notRegular' };
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    return { unread: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : { code: code ?? message } };
  }
}

/** The drafts of a folder and those below it, `.md` and `.txt`, in the order of their names; any other name as it is. */
export function draftsIn(cwd: string, name: string): readonly string[] {
  if (name === '-') return [name];
  const info = statSync(resolve(cwd, name), { throwIfNoEntry: false });
  // A pattern that the shell left as it is, in quotes or where shells expand none.
  if (info === undefined && /[*?]/.test(name)) return matching(cwd, name);
  if (info?.isDirectory() !== true) return [name];
  const found = readdirSync(resolve(cwd, name), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:md|txt)$/i.test(file) && !/(?:^|[\\/])(?:\.|node_modules[\\/])/.test(file))
    .sort()
    .map((file) => join(name, file));
  // An empty folder is refused by its name, as before.
  return found.length === 0 ? [name] : found;
}

/** The files that a pattern with `*`, `?` and `**` names, in their order; the pattern itself where there are none. */
function matching(cwd: string, pattern: string): readonly string[] {
  const parts = pattern.split('/');
  const fixed = parts
    .slice(
      0,
      parts.findIndex((part) => /[*?]/.test(part)),
    )
    .join('/');
  const folder = fixed === '' && pattern.startsWith('/') ? '/' : fixed;
  const source = parts
    .slice(folder === '' ? 0 : folder === '/' ? 1 : folder.split('/').length)
    .map((part) => part.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*+|\?/g, (sign) => SIGNS[sign] ?? '[^/]*'))
    .join('/')
    .replaceAll('.*/', '(?:.*/)?');
  const wanted = new RegExp(`^${source}$`);
  try {
    const names = readdirSync(resolve(cwd, folder), {
      recursive: parts.length > 1,
      encoding: 'utf8',
      withFileTypes: true,
    });
    const found = names
      .filter((entry) => entry.isFile())
      .map((entry) => relative(resolve(cwd, folder), join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((file) => wanted.test(file) && !/(?:^|\/)(?:\.|node_modules\/)/.test(file))
      .sort();
    return found.length === 0 ? [pattern] : found.map((file) => join(folder, file));
  } catch {
    // A folder that is not there, or not open to us: the pattern is reported like a file of its name.
    return [pattern];
  }
}

/** What the signs of a pattern stand for. */
const SIGNS: Readonly<Record<string, string>> = { '**': '.*', '?': '[^/]' };

/** Why a file cannot be read. */
function readError(cause: unknown, file: string): UserError {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG')
    return fileError(isPostText(file) ? 'textAsFile' : 'noFile', [], { cause });
  if (code === 'EACCES' || code === 'EPERM') return fileError('noPermission', [], { cause });
  return fileError('unreadable', [code ?? message], { cause });
}

/** Whether what was given as a file name is a text to be posted: it has a URL in it, or many words. */
const isPostText = (name: string): boolean => /:\/\/|(?:\S\s+){4}/.test(name);

/** UTF-16 by its byte-order mark, as PowerShell writes it. */
function findUtf16([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function decode(bytes: Uint8Array): string {
  const utf16 = findUtf16(bytes);
  if (utf16 === undefined && bytes.includes(0)) throw fileError('binary', []);
  try {
    // The mark stays: the file is written back with it, in UTF-8.
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw fileError('notUtf8', [], { cause });
  }
}

const failed = (cause: unknown): UserError =>
  fileError('unwritable', [String((cause as NodeJS.ErrnoException).code)], { cause });

/**
 * Puts a new file in the place of one that may be there. What was there is as it was when this throws.
 * @param mode what the umask leaves when left out.
 */
export async function takePlaceOf(target: string, text: string, mode?: number): Promise<void> {
  // Loaded here only: it costs 4 ms, and most runs write nothing.
  const { randomUUID } = await import('node:crypto');
  const beside = `${target}.${randomUUID()}.tmp`;
  try {
    // Exclusive, under a name that cannot be known: a link laid here beforehand would be written through.
    const file = openSync(beside, 'wx');
    try {
      writeFileSync(file, text);
      // Whatever the umask takes away.
      if (mode !== undefined) fchmodSync(file, mode);
      // The name must not be on the disk before the text is: a power cut would leave an empty file.
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, target);
  } catch (cause) {
    rmSync(beside, { force: true });
    throw cause;
  }
}

/**
 * Writes a file whole or not at all: a new one beside it takes its place and its mode. A symbolic link stays one.
 * @throws UserError when it cannot be written; the file is as it was then.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  try {
    const target = realpathSync(path);
    await takePlaceOf(target, text, statSync(target).mode);
  } catch (cause) {
    throw failed(cause);
  }
}

/**
 * Writes a file with a mode, whole or not at all, and makes its folder. A symbolic link stays one.
 * @throws UserError when it cannot be written; what was there is as it was then.
 */
export async function putFile(path: string, text: string, mode: number): Promise<void> {
  try {
    mkdirSync(dirname(path), { recursive: true });
    await takePlaceOf(existsSync(path) ? realpathSync(path) : path, text, mode);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw fileError('unwritableFile', [path, code ?? message], { cause });
  }
}

/** Names tried for a backup: with a hundred of them, an error helps more than another file. */
const MAX_BACKUPS = 100;

/**
 * Copies a file to the first free of `<path>.bak`, `<path>.bak.1`, … and answers where. No backup is ever overwritten.
 * @throws UserError when none can be made.
 */
export function backUp(path: string): string {
  for (let index = 0; index < MAX_BACKUPS; index += 1) {
    const backup = index === 0 ? `${path}.bak` : `${path}.bak.${index}`;
    try {
      copyFileSync(path, backup, constants.COPYFILE_EXCL);
      return backup;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw failed(cause);
    }
  }
  throw fileError('manyBackups', [MAX_BACKUPS]);
}

type Errors = LintSentences['errors'];

/** An error about a draft or a file that belongs to it, by the code of its sentence in the catalog. */
export function fileError<Code extends keyof Errors>(
  code: Code,
  values: Parameters<Errors[Code]>,
  options: ErrorOptions = {},
): UserError {
  const sentence = (locale: Locale): string =>
    (lintSentences(locale).errors[code] as (...each: readonly (string | number)[]) => string)(...values);
  return new UserError(sentence, { ...options, code });
}
