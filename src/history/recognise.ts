import { findArchive, readArchive, readLonePart } from './archive.js';
import { readHead, type Container, type ReadableFile } from './container.js';
import type { ReadContext, ReadResult } from './reader.js';
import { Refusal } from './refusal.js';

const HEAD_BYTES = 64 * 1024;

export async function isZip(file: ReadableFile): Promise<boolean> {
  const head = await readHead(file, 4);
  return head.length === 4 && head.readUInt16BE(0) === 0x504b && [0x0304, 0x0506, 0x0708].includes(head.readUInt16BE(2));
}

export async function readLoneFile(file: ReadableFile, context: ReadContext): Promise<ReadResult> {
  const head = (await readHead(file, HEAD_BYTES)).toString('utf8');
  if (head.includes('window.YTD')) return readLonePart(file, context);
  throw new Refusal('unknown-format', 'unknown');
}

export function readContainer(container: Container): { name: string; read(context: ReadContext): Promise<ReadResult> }[] {
  const prefix = findArchive(container);
  if (prefix !== undefined) return [{ name: container.label, read: (context) => readArchive(container, prefix, context) }];
  return container.files.map((file) => ({ name: file.name, read: (context) => readLoneFile(file, context) }));
}
