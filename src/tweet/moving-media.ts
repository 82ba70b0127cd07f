// How long films last and how many pictures animations hold, from their files.

/** Reads a stretch of a file; shorter at its end. */
export type ReadBytes = (at: number, length: number) => Uint8Array;

const latin = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));
const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** More boxes than any film has at one level. */
const MAX_BOXES = 500;

/** The place of a box's content between two offsets of a file. */
function findBox(read: ReadBytes, name: string, from: number, to: number): { start: number; end: number } | undefined {
  let at = from;
  for (let turn = 0; turn < MAX_BOXES && at + 8 <= to; turn += 1) {
    const head = read(at, 16);
    if (head.length < 8) return undefined;
    const short = view(head).getUint32(0);
    // 1: its length is in the next eight bytes; 0: to the end of the file.
    const long = short === 1 && head.length === 16;
    const length = long ? Number(view(head).getBigUint64(8)) : short === 0 ? to - at : short;
    const header = long ? 16 : 8;
    if (length < header) return undefined;
    if (latin(head, 4, 4) === name) return { start: at + header, end: Math.min(to, at + length) };
    at += length;
  }
  return undefined;
}

/**
 * How long an MP4 film lasts, in seconds; undefined when its header does not tell.
 * @param size of the file in bytes.
 * @source ISO/IEC 14496-12, 8.2.2 (movie header box)
 */
export function filmSeconds(read: ReadBytes, size: number): number | undefined {
  const movie = findBox(read, 'moov', 0, size);
  const header = movie && findBox(read, 'mvhd', movie.start, movie.end);
  if (header === undefined) return undefined;
  const bytes = read(header.start, 32);
  if (bytes.length < 32) return undefined;
  const fields = view(bytes);
  const isLong = bytes[0] === 1;
  const scale = fields.getUint32(isLong ? 20 : 12);
  const duration = isLong ? Number(fields.getBigUint64(24)) : fields.getUint32(16);
  return scale === 0 ? undefined : duration / scale;
}

/**
 * How many pictures a GIF holds, as far as its bytes go.
 * @source CompuServe, GIF89a specification
 */
export function countFrames(bytes: Uint8Array): number {
  const colors = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + colors(bytes[10] ?? 0);
  let frames = 0;
  const skipBlocks = (): void => {
    while (at < bytes.length && bytes[at] !== 0) at += (bytes[at] ?? 0) + 1;
    at += 1;
  };
  while (at < bytes.length) {
    if (bytes[at] === 0x2c) {
      frames += 1;
      // The head of a picture, its colors, the size of its first code, its blocks.
      at += 10 + colors(bytes[at + 9] ?? 0) + 1;
      skipBlocks();
    } else if (bytes[at] === 0x21) {
      at += 2;
      skipBlocks();
    } else break;
  }
  return frames;
}

/** Whether a PNG or a WebP is animated, from its beginning. @source W3C, PNG 3 (acTL); Google, WebP container (VP8X) */
export function isAnimated(head: Uint8Array, type: 'png' | 'webp'): boolean {
  if (type === 'webp') return latin(head, 12, 4) === 'VP8X' && ((head[20] ?? 0) & 2) !== 0;
  let at = 8;
  for (let turn = 0; turn < MAX_BOXES && at + 8 <= head.length; turn += 1) {
    const name = latin(head, at + 4, 4);
    // It must come before the picture.
    if (name === 'acTL' || name === 'IDAT') return name === 'acTL';
    at += 12 + view(head).getUint32(at);
  }
  return false;
}
