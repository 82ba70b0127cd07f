import { fileTypeFromBuffer } from 'file-type/core';
import { containerBrand } from './media-file.js';

/** Brands that file-type takes for videos (ISO/IEC 23008-12, annex B; ISO/IEC 15444-1, annex I). */
const STILL_BRANDS: readonly (readonly [RegExp, string])[] = [
  [/^he(?:ic|im|is|ix|vc|vm|vs|vx)$/, 'image/heic'],
  [/^jp[2mx] $/, 'image/jp2'],
];

/**
 * The media type of a file that X does not take, such as `image/heic`, from its first bytes; for an unknown one
 * `application/octet-stream`.
 */
export async function nameUnsupportedFile(head: Uint8Array): Promise<string> {
  if (head.length === 0) return 'inode/x-empty';
  const brand = containerBrand(head);
  const still = STILL_BRANDS.find(([pattern]) => brand !== undefined && pattern.test(brand));
  if (still !== undefined) return still[1];
  const found = await fileTypeFromBuffer(head);
  // Its answer for every container brand that it does not know.
  if (found !== undefined && found.mime !== 'video/mp4') return found.mime;
  return isText(head) ? 'text/plain' : 'application/octet-stream';
}

function isText(head: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head.subarray(0, 512), { stream: true });
    return !text.includes('\0');
  } catch {
    return false;
  }
}
