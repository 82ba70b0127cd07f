import { close, closeSync, fstatSync, openSync, read, readSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import type { Entry, RandomAccessReader, ZipFile } from 'yauzl';
import { Refusal } from '../refusal.js';
import { BLOCK_BYTES, MAX_FILES, type Container, type ReadableFile } from './container.js';

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

const readBytes = promisify(read);

async function* readRange(descriptor: number, start: number, end: number): AsyncGenerator<Buffer> {
  for (let position = start; position < end;) {
    const block = Buffer.allocUnsafe(Math.min(BLOCK_BYTES, end - position));
    const { bytesRead } = await readBytes(descriptor, block, 0, block.length, position);
    // The file was cut while it is read: yauzl misses the rest.
    if (bytesRead === 0) return;
    yield block.subarray(0, bytesRead);
    position += bytesRead;
  }
}

type Done = (error: Error | null, bytesRead?: number) => void;

/**
 * Reads a zip for yauzl, at once and through a block: yauzl looks at the disk twice for each file of the list, which
 * for a million files takes half a minute.
 */
function createBlockReader(Reader: typeof RandomAccessReader, descriptor: number): RandomAccessReader {
  let block: Buffer = Buffer.alloc(0);
  let start = 0;
  const fill = (position: number): void => {
    const next = Buffer.allocUnsafe(BLOCK_BYTES);
    block = next.subarray(0, readSync(descriptor, next, 0, BLOCK_BYTES, position));
    start = position;
  };
  return new (class extends Reader {
    override read(buffer: Buffer, offset: number, length: number, position: number, done: Done): void {
      try {
        if (position < start || position + length > start + block.length) fill(position);
        const from = position - start;
        done(null, block.copy(buffer, offset, from, from + length));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    }
    override createReadStream({ start: first, end }: { start: number; end: number }): Readable {
      return Readable.from(readRange(descriptor, first, end), { objectMode: false });
    }
    override close(done: Done): void {
      close(descriptor, done);
    }
  })();
}

const openZipFile = async (path: string): Promise<ZipFile> => {
  const { default: yauzl } = await import('yauzl');
  const descriptor = openSync(path, 'r');
  const reader = createBlockReader(yauzl.RandomAccessReader, descriptor);
  const { size } = fstatSync(descriptor);
  return new Promise((resolve, reject) => {
    // `autoClose` off: entries are read after the list of them was.
    const options = { lazyEntries: true, autoClose: false, strictFileNames: false };
    yauzl.fromRandomAccessReader(reader, size, options, (error, zip) => {
      if (!error) return resolve(zip);
      closeSync(descriptor);
      reject(error);
    });
  });
};

const listEntries = (zip: ZipFile, limits: ZipLimits): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    const refuse = (): void => reject(new Refusal('zip-too-many-files', { files: zip.entryCount }));
    if (zip.entryCount > limits.files) return refuse();
    let [isReading, hasEntry] = [false, false];
    // A loop instead of a call for each event: entries come at once, and a million calls inside each other are too many.
    const readOn = (): void => {
      isReading = true;
      do {
        hasEntry = false;
        zip.readEntry();
      } while (hasEntry && entries.length <= limits.listed);
      isReading = false;
      if (entries.length > limits.listed) refuse();
    };
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      hasEntry = true;
      // Folders and images: an archive has thousands of them, and none is read.
      if (!/\/$|_media\//.test(entry.fileName)) entries.push(entry);
      if (!isReading) readOn();
    });
    readOn();
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
