import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a zip, and what its directory says wrongly of it on purpose. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer | string;
  readonly told?: { readonly size?: number; readonly sum?: number };
}

const header = (signature: number, fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer => {
  const buffer = Buffer.alloc(4 + fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let offset = buffer.writeUInt32LE(signature, 0);
  for (const [bytes, value] of fields) {
    offset = bytes === 2 ? buffer.writeUInt16LE(value, offset) : buffer.writeUInt32LE(value >>> 0, offset);
  }
  return buffer;
};

/** Bytes of a zip with these entries, in their order. */
export function buildZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, told = {} } of entries) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const label = Buffer.from(name);
    const [sum, size] = [told.sum ?? crc32(bytes), told.size ?? bytes.length];
    const common = [
      [2, 0x800],
      [2, 8],
      [2, 0],
      [2, 0x5a21],
      [4, sum],
      [4, packed.length],
      [4, size],
      [2, label.length],
      [2, 0],
    ] as const;
    const local = Buffer.concat([header(0x04034b50, [[2, 20], ...common]), label, packed]);
    directory.push(
      header(0x02014b50, [[2, 20], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]),
      label,
    );
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const count = entries.length;
  const end = header(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, list.length],
    [4, offset],
    [2, 0],
  ]);
  return Buffer.concat([...parts, list, end]);
}
