import { imageSize } from 'image-size';

/** The types that X takes. */
type MediaType = 'png' | 'jpeg' | 'gif' | 'webp' | 'mp4';

/** What a media file is by its content, whatever its name says. */
export type MediaFile =
  | { readonly type: MediaType; readonly width?: number; readonly height?: number }
  /** It begins like a file of that type and ends before it holds anything. */
  | { readonly damaged: MediaType };

/** First bytes of the types; `at` is their offset. */
const SIGNATURES: readonly { type: MediaType; at: number; bytes: string }[] = [
  { type: 'png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { type: 'gif', at: 0, bytes: 'GIF8' },
  { type: 'webp', at: 8, bytes: 'WEBP' },
];
/**
 * Brands of MP4 videos (registered at mp4ra.org). A list of what is a video, as photos (HEIC, AVIF), audio and raw files
 * share the container and new brands of them appear every year.
 */
const VIDEO_BRAND = /^(?:isom|iso[2-9abc]|mp4[12]|mp71|avc1|M4V[ HP]|mmp4|MSNV|XAVC|dash|cmf[c2]|[fF]4[vV] )$/;

const latin = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/**
 * The brand of a file in the ISO base media format (MP4, HEIC, AVIF, M4A …), four characters; undefined for other files.
 * @source ISO/IEC 14496-12, 4.3
 */
export const containerBrand = (head: Uint8Array): string | undefined =>
  latin(head, 4, 4) === 'ftyp' ? latin(head, 8, 4) : undefined;

/**
 * The type and size in pixels of a media file that X takes, from its first bytes; undefined for any other file.
 * @param head the beginning of the file; 512 KiB hold the header of nearly every photo, even one full of metadata.
 * @param isWhole whether that is all of the file: a picture without a header is damaged then.
 */
export function identifyMedia(head: Uint8Array, isWhole: boolean): MediaFile | undefined {
  const brand = containerBrand(head);
  if (brand !== undefined) return VIDEO_BRAND.test(brand) ? { type: 'mp4' } : undefined;
  const type = SIGNATURES.find(({ at, bytes }) => latin(head, at, bytes.length) === bytes)?.type;
  if (type === undefined) return undefined;
  try {
    const { width, height, orientation } = imageSize(head);
    if (width === 0 || height === 0) return { damaged: type };
    // Orientations 5 to 8 lie on their side: the picture is shown turned.
    const isTurned = orientation !== undefined && orientation >= 5;
    return isTurned ? { type, width: height, height: width } : { type, width, height };
  } catch {
    return isWhole ? { damaged: type } : { type };
  }
}
