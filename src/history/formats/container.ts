import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Refusal } from '../refusal.js';

/** A file that can be read, once or more, as a stream of bytes. */
export interface ReadableFile {
  /** Path inside its container with `/`, or the name of a file that stands alone. */
  readonly name: string;
  readonly size: number;
  read(): AsyncIterable<Buffer>;
}

/** A folder or a zip: files by name. */
export interface Container {
  readonly label: string;
  readonly files: readonly ReadableFile[];
  close(): void;
}

/** Reading in larger blocks than Node's 64 KB saves turns of the event loop; still larger ones gain nothing. */
const BLOCK_BYTES = 512 * 1024;
/** Archives hold as many images as the account ever posted: those folders are not even listed. */
const IMAGE_FOLDERS = /_media$|^assets$/;
const MAX_DEPTH = 8;
const MAX_FILES = 100_000;

/** A file on disk. */
export async function openFile(path: string): Promise<ReadableFile> {
  const { size } = await stat(path);
  return { name: basename(path), size, read: () => createReadStream(path, { highWaterMark: BLOCK_BYTES }) };
}

/** The files below a folder. Symbolic links are not followed: an export holds none. */
export async function openFolder(path: string): Promise<Container> {
  const files: ReadableFile[] = [];
  const list = async (folder: string, prefix: string, depth: number): Promise<void> => {
    if (depth > MAX_DEPTH) return;
    const entries = await readdir(folder, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const inside = join(folder, entry.name);
      if (entry.isDirectory() && !IMAGE_FOLDERS.test(entry.name))
        await list(inside, `${prefix}${entry.name}/`, depth + 1);
      if (entry.isFile()) files.push({ ...(await openFile(inside)), name: `${prefix}${entry.name}` });
      if (files.length > MAX_FILES) {
        throw new Refusal('folder-too-many-files', { most: MAX_FILES });
      }
    }
  };
  await list(path, '', 0);
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
