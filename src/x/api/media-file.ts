import type { ItemMedia } from '#queue/item.js';
import type { ReadOutcome } from '#queue/x-port.js';
import { identifyMedia, type MediaFile } from '#tweet/media-file.js';
import { oneLine } from './problem.js';

/** Reads a file whole, by its absolute path. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** A file that X takes, ready to be uploaded. */
export interface CheckedMedia {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly category: 'tweet_image' | 'tweet_gif' | 'tweet_video';
  readonly alt: string;
}

type Known = Extract<MediaFile, { readonly type: string }>;
const MEGABYTE = 1_000_000;
const PHOTO = { category: 'tweet_image', largest: 5 * MEGABYTE } as const;

/** What X takes of each type: largest files in bytes (docs.x.com, media best practices). */
const TYPES = {
  png: { ...PHOTO, mime: 'image/png' },
  jpeg: { ...PHOTO, mime: 'image/jpeg' },
  webp: { ...PHOTO, mime: 'image/webp' },
  gif: { category: 'tweet_gif', largest: 15 * MEGABYTE, mime: 'image/gif' },
  mp4: { category: 'tweet_video', largest: 512 * MEGABYTE, mime: 'video/mp4' },
} as const;
/** docs.x.com, as above. */
const MAX_IMAGES = 4;
const MAX_ALT_LENGTH = 1000;
const GIF = { width: 1280, height: 1080 };
/** Bytes from its beginning that tell what a file is. */
const HEAD = 512 * 1024;

type Refused = Extract<ReadOutcome<never>, { kind: 'refused' }>;
const refuse = (detail: string, code: Refused['code'] = 'media-refused'): Refused => ({
  kind: 'refused',
  code,
  detail: oneLine(detail),
});

const inMegabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1);

/** Why X does not take a file, as the detail of a reason; undefined when it does. */
function findProblem(file: string, media: Known, size: number, alt: string): string | undefined {
  const { largest } = TYPES[media.type];
  if (size > largest) return `file-too-large: ${file}, ${inMegabytes(size)} MB > ${inMegabytes(largest)} MB`;
  const { width = 0, height = 0 } = media;
  if (media.type === 'gif' && (width > GIF.width || height > GIF.height)) {
    return `gif-too-large: ${file}, ${width}×${height} > ${GIF.width}×${GIF.height}`;
  }
  const length = [...alt].length;
  return length > MAX_ALT_LENGTH ? `alt-too-long: ${file}, ${length} > ${MAX_ALT_LENGTH}` : undefined;
}

/** Why reading a file failed: its code, such as ENOENT. */
const describeReadError = (error: unknown): string => {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code ?? 'EIO';
};

/** Reads the files of a post and checks them against X's limits, before anything is sent. Never throws. */
export async function checkMedia(
  media: readonly ItemMedia[],
  read: ReadFile,
): Promise<ReadOutcome<readonly CheckedMedia[]>> {
  if (media.length > MAX_IMAGES) return refuse(`too-many-files: ${media.length} > ${MAX_IMAGES}`);
  const checked: CheckedMedia[] = [];
  for (const { file, alt = '' } of media) {
    let bytes: Uint8Array;
    try {
      bytes = await read(file);
    } catch (error) {
      return refuse(`${file}: ${describeReadError(error)}`, 'media-unreadable');
    }
    const head = bytes.subarray(0, HEAD);
    const known = identifyMedia(head, head.length === bytes.length);
    if (known === undefined) {
      const { nameUnsupportedFile } = await import('#tweet/unsupported-file.js');
      return refuse(`file-type: ${file}, ${await nameUnsupportedFile(head)}`);
    }
    if ('damaged' in known) return refuse(`file-incomplete: ${file}, ${known.damaged.toUpperCase()}`);
    const problem = findProblem(file, known, bytes.length, alt);
    if (problem !== undefined) return refuse(problem);
    const { mime, category } = TYPES[known.type];
    checked.push({ bytes, type: mime, category, alt });
  }
  const moving = checked.filter(({ category }) => category !== 'tweet_image').length;
  if (moving > 0 && checked.length > 1) return refuse('file-not-alone');
  return { kind: 'done', value: checked };
}
