import { createReadStream } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Refusal } from '../refusal.js';

/** A file that can be read, once or more, as a stream of bytes. */
export interface ReadableFile {
  /** Path inside its container with `/`, or the name of a file that stands alone. */
  readonly name: string;
  read(): AsyncIterable<Buffer>;
}

/** A folder or a zip: files by name. */
export interface Container {
  readonly label: string;
  readonly files: readonly ReadableFile[];
  close(): void;
}

/** Reading in larger blocks than Node's 64 KB saves turns of the event loop; still larger ones gain nothing. */
export const BLOCK_BYTES = 512 * 1024;
/** Archives hold as many images as the account ever posted: those folders are not even listed. */
const IMAGE_FOLDERS = /_media$|^assets$/;
const MAX_DEPTH = 8;
/** Files of a folder or zip that are no images. @source own choice */
export const MAX_FILES = 100_000;

const readFrom = (path: string): ReadableFile['read'] => {
  return () => createReadStream(path, { highWaterMark: BLOCK_BYTES });
};

/**
 * A file on disk.
 * @throws Refusal for a pipe, a device and the like: opening one may wait forever, and reading one may never end.
 */
export async function openFile(path: string): Promise<ReadableFile> {
  if (!(await stat(path)).isFile()) throw new Refusal('not-regular', { name: basename(path) });
  return { name: basename(path), read: readFrom(path) };
}

/** The files below a folder. Symbolic links are not followed: an export holds none. */
export async function openFolder(path: string): Promise<Container> {
  const files: ReadableFile[] = [];
  const list = async (folder: string, prefix: string, depth: number): Promise<void> => {
    if (depth > MAX_DEPTH) return;
    const folders: string[] = [];
    // Entry by entry: a list of a million names would take more memory than an import.
    for await (const entry of await opendir(folder, { bufferSize: 1024 })) {
      if (entry.isDirectory() && !IMAGE_FOLDERS.test(entry.name)) folders.push(entry.name);
      if (entry.isFile()) files.push({ name: `${prefix}${entry.name}`, read: readFrom(join(folder, entry.name)) });
      if (files.length + folders.length > MAX_FILES) throw new Refusal('folder-too-many-files', { most: MAX_FILES });
    }
    for (const name of folders) await list(join(folder, name), `${prefix}${name}/`, depth + 1);
  };
  await list(path, '', 0);
  files.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { label: basename(path), files, close: () => undefined };
}

/**
 * All of a small file as text.
 * @throws Refusal when it has more than `maxBytes`.
 */
export async function readText(file: ReadableFile, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of file.read()) {
    length += chunk.length;
    if (length > maxBytes) {
      throw new Refusal('file-too-large', { name: file.name, megabytes: Math.round(maxBytes / 1e6) });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

/** The first bytes of a file, at most `bytes` of them. */
export async function readHead(file: ReadableFile, bytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of file.read()) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= bytes) break;
  }
  return Buffer.concat(chunks).subarray(0, bytes);
}
