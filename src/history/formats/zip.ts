import { basename } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import type { Container, ReadableFile } from './container.js';
import { Refusal } from '../refusal.js';

/** Limits against a zip that is made to fill a memory or a disk. @source own choice, far above the largest archives seen */
export interface ZipLimits {
  /** Files in the zip; an archive has one for each image. */
  readonly files: number;
  /** Bytes of one file after unpacking. */
  readonly bytes: number;
  /** How many times larger than packed a file may be; lists of posts reach about 20. */
  readonly ratio: number;
}
export const ZIP_LIMITS: ZipLimits = { files: 2_000_000, bytes: 16 * 2 ** 30, ratio: 250 };
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
      zip.readEntry();
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
      size: entry.uncompressedSize,
      read: () => readEntry(opened, entry, limits),
    }));
    return { label: basename(path), files, close: () => opened.close() };
  } catch (error) {
    zip?.close();
    throw asRefusal(error);
  }
}
