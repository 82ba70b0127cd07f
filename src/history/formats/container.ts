import { createReadStream } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Refusal } from '../refusal.js';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';

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
const BLOCK_BYTES = 512 * 1024;
/** Archives hold as many images as the account ever posted: those folders are not even listed. */
const IMAGE_FOLDERS = /_media$|^assets$/;
const MAX_DEPTH = 8;
const MAX_FILES = 100_000;

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

/** Limits against a zip that is made to fill a memory or a disk. @source own choice, far above the largest archives seen */
interface ZipLimits {
  /** Files in the zip; an archive has one for each image. */
  readonly files: number;
  /** Files that are no images. */
  readonly listed: number;
  /** Bytes of one file after unpacking. */
  readonly bytes: number;
  /** How many times larger than packed a file may be; lists of posts reach about 20. */
  readonly ratio: number;
}
const ZIP_LIMITS: ZipLimits = { files: 2_000_000, listed: MAX_FILES, bytes: 16 * 2 ** 30, ratio: 250 };
/** Small files of one repeated word pack well and do no harm. */
const HARMLESS_BYTES = 1024 * 1024;

const damaged = (cause: unknown): Refusal => new Refusal('zip-damaged', {}, { cause });

function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error;
  if (/invalid relative path|absolute path|invalid characters in fileName/i.test(error.message)) {
    return new Refusal('zip-unsafe', {}, { cause: error });
  }
  return damaged(error);
}

function assertHarmless({ fileName, uncompressedSize, compressedSize }: Entry, limits: ZipLimits): void {
  const isBomb = uncompressedSize > HARMLESS_BYTES && uncompressedSize > compressedSize * limits.ratio;
  if (uncompressedSize > limits.bytes || isBomb) {
    throw new Refusal('zip-entry-too-large', { name: fileName, bytes: uncompressedSize });
  }
}

/** The bytes of one entry, unpacked as they are read and checked against its sum at the end. */
async function* readEntry(zip: ZipFile, entry: Entry, limits: ZipLimits): AsyncGenerator<Buffer> {
  assertHarmless(entry, limits);
  if (entry.isEncrypted()) throw new Refusal('zip-locked', {});
  try {
    const stream = await openStream(zip, entry);
    let sum = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (sum !== entry.crc32) throw damaged(new Error(`${entry.fileName}: sum ${sum} instead of ${entry.crc32}`));
  } catch (error) {
    throw asRefusal(error);
  }
}

const openStream = (zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });

const openZipFile = async (path: string): Promise<ZipFile> => {
  const yauzl = await import('yauzl');
  return new Promise((resolve, reject) => {
    // `autoClose` off: entries are read after the list of them was.
    yauzl.default.open(path, { lazyEntries: true, autoClose: false, strictFileNames: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
};

const listEntries = (zip: ZipFile, limits: ZipLimits): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    if (zip.entryCount > limits.files) {
      reject(new Refusal('zip-too-many-files', { files: zip.entryCount }));
      return;
    }
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      // Folders and images: an archive has thousands of them, and none is read.
      if (!/\/$|_media\//.test(entry.fileName)) entries.push(entry);
      if (entries.length > limits.listed) reject(new Refusal('zip-too-many-files', { files: zip.entryCount }));
      else zip.readEntry();
    });
    zip.readEntry();
  });

/**
 * Opens a zip in place: nothing is unpacked to disk, single files are read as streams.
 * @throws Refusal when it is damaged, names paths outside of itself, or would unpack beyond the limits.
 */
export async function openZip(path: string, limits: ZipLimits = ZIP_LIMITS): Promise<Container> {
  let zip: ZipFile | undefined;
  try {
    const opened = await openZipFile(path);
    zip = opened;
    const entries = await listEntries(opened, limits);
    const files = entries.map((entry): ReadableFile => ({
      name: entry.fileName,
      read: () => readEntry(opened, entry, limits),
    }));
    return { label: basename(path), files, close: () => opened.close() };
  } catch (error) {
    zip?.close();
    throw asRefusal(error);
  }
}
