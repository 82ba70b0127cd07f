import { imageSize } from 'image-size';

/** What a media file is by its content, whatever its name says. */
export type MediaFile =
  | { readonly type: 'png' | 'jpeg' | 'gif' | 'webp' | 'mp4'; readonly width?: number; readonly height?: number }
  | { readonly unsupported: string };

/** First bytes that tell a type; `at` is their offset. */
const SIGNATURES: readonly { type: 'png' | 'jpeg' | 'gif' | 'webp' | 'mp4'; at: number; bytes: string }[] = [
  { type: 'png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { type: 'gif', at: 0, bytes: 'GIF8' },
  { type: 'webp', at: 8, bytes: 'WEBP' },
  { type: 'mp4', at: 4, bytes: 'ftyp' },
];
/** What is often mistaken for a picture, by its first bytes. Media types, which are the same in every language. */
const UNSUPPORTED: readonly { at: number; bytes: string; name: string }[] = [
  { at: 0, bytes: '%PDF', name: 'application/pdf' },
  { at: 0, bytes: 'PK\x03\x04', name: 'application/zip' },
  { at: 0, bytes: 'BM', name: 'image/bmp' },
  { at: 0, bytes: 'II*\0', name: 'image/tiff' },
  { at: 0, bytes: 'MM\0*', name: 'image/tiff' },
  { at: 8, bytes: 'avif', name: 'image/avif' },
  { at: 8, bytes: 'heic', name: 'image/heic' },
  { at: 8, bytes: 'mif1', name: 'image/heic' },
];

const latin = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/**
 * The type and size in pixels of a media file, from its first bytes.
 * @param head the beginning of the file; 512 KiB hold the header of nearly every photo, even one full of metadata.
 */
export function identifyMedia(head: Uint8Array): MediaFile {
  const matches = ({ at, bytes }: { at: number; bytes: string }): boolean => latin(head, at, bytes.length) === bytes;
  if (head.length === 0) return { unsupported: 'inode/x-empty' };
  // Before the signatures: HEIC and AVIF share their container with MP4.
  const unsupported = UNSUPPORTED.find(matches);
  if (unsupported !== undefined) return { unsupported: unsupported.name };
  const type = SIGNATURES.find(matches)?.type;
  if (type === undefined) return { unsupported: isText(head) ? 'text/plain' : 'application/octet-stream' };
  if (type === 'mp4') return { type };
  try {
    const { width, height, orientation } = imageSize(head);
    // Orientations 5 to 8 lie on their side: the picture is shown turned.
    const turned = orientation !== undefined && orientation >= 5;
    return turned ? { type, width: height, height: width } : { type, width, height };
  } catch {
    return { type };
  }
}

function isText(head: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head.subarray(0, 512), { stream: true });
    return !text.includes('\0');
  } catch {
    return false;
  }
}
