// The file in which a machine keeps what it knows of a queue, outside of the queue itself.
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { fileError } from '../files.js';
import type { Shell } from '../shell.js';

/** What is kept of a queue: its file, and how many attempts were written down in it, the latest with their instants. */
export interface Entry {
  readonly file: string;
  readonly generation: number;
  readonly sendings: readonly (readonly [generation: number, at: number])[];
}

/** Attempts whose instants are kept: some months of a busy account. @source own choice */
export const MAX_SENDINGS = 500;

/** The user's own folder for what a program remembers (XDG base directories: a relative path is to be ignored). */
export function stateFolder({ env }: Pick<Shell, 'env'>): string | undefined {
  const configured = env['XDG_STATE_HOME'];
  if (configured !== undefined && isAbsolute(configured)) return join(configured, 'tweetspan');
  const home = env['HOME'];
  return home === undefined || home === '' ? undefined : join(home, '.local', 'state', 'tweetspan');
}

/** The entry of a file of the state folder; `damaged` when it holds none, undefined when there is no file. */
export function readEntry(path: string): Entry | 'damaged' | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : 'damaged';
  }
  try {
    const { file, generation, sendings } = JSON.parse(text) as Partial<Entry>;
    if (typeof file !== 'string' || typeof generation !== 'number' || !Array.isArray(sendings)) return 'damaged';
    return { file, generation, sendings };
  } catch {
    return 'damaged';
  }
}

/**
 * Writes an entry in one step, on the disk when it returns: half of one, or none, would stop the queue.
 * @throws UserError where the state folder cannot be written: a home that is read-only, a full disk.
 */
export function writeEntry(path: string, entry: Entry): void {
  try {
    replaceEntry(path, entry);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw fileError('unwritableFile', [path, code ?? message], { cause });
  }
}

function replaceEntry(path: string, entry: Entry): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, JSON.stringify(entry));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

/** The file of the state folder that belongs to a queue by its name; undefined where there is no such folder, or no name. */
export function entryPath(shell: Pick<Shell, 'env'>, identity: string): string | undefined {
  const folder = stateFolder(shell);
  return folder === undefined || identity === '' ? undefined : join(folder, 'queues', `${identity}.json`);
}
