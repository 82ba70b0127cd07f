import type { EUploadMimeType, TwitterApi } from 'twitter-api-v2';
import type { ReadOutcome, RefusalCode } from '../queue/ports.js';
import { identifyMedia } from '../tweet/media-file.js';

const MIB = 1024 * 1024;

type MediaType = 'png' | 'jpeg' | 'gif' | 'webp' | 'mp4';

/** What X takes, in bytes (docs.x.com, media best practices); the longest alt text, in characters. */
export const MOST_BYTES: Readonly<Record<MediaType, number>> = {
  png: 5 * MIB,
  jpeg: 5 * MIB,
  webp: 5 * MIB,
  gif: 15 * MIB,
  mp4: 512 * MIB,
};
export const LONGEST_ALT = 1000;

const MIME: Readonly<Record<MediaType, `${EUploadMimeType}`>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  mp4: 'video/mp4',
};
const CATEGORY = {
  png: 'tweet_image',
  jpeg: 'tweet_image',
  webp: 'tweet_image',
  gif: 'tweet_gif',
  mp4: 'tweet_video',
} as const;

/** A file to upload. */
export interface Upload {
  readonly file: string;
  readonly alt?: string;
}

const refused = (code: RefusalCode, detail: string): { kind: 'refused'; code: RefusalCode; detail: string } => ({
  kind: 'refused',
  code,
  detail,
});

/** The kind of a file by its content, or why X would refuse it; asked before anything is sent. */
export function mediaTypeOf({ file, alt = '' }: Upload, bytes: Uint8Array): ReadOutcome<MediaType> {
  const media = identifyMedia(bytes.subarray(0, 512 * 1024));
  if ('foreign' in media)
    return refused('media-refused', `${file} is ${media.foreign}; X takes PNG, JPEG, WebP, GIF and MP4`);
  const most = MOST_BYTES[media.type];
  if (bytes.length > most) {
    const size = (bytes.length / MIB).toFixed(1);
    return refused(
      'media-refused',
      `${file} has ${size} MiB; X takes ${media.type.toUpperCase()} up to ${most / MIB} MiB: make it smaller`,
    );
  }
  if ([...alt].length > LONGEST_ALT) {
    return refused(
      'media-refused',
      `the alt text of ${file} has ${[...alt].length} characters; X takes ${LONGEST_ALT}`,
    );
  }
  return { kind: 'done', value: media.type };
}

/**
 * Uploads a file in parts, waits until X has processed it, and describes it. Nothing of it is public.
 * @throws errors of twitter-api-v2, and an Error when X could not process it.
 */
export async function uploadMedia(
  api: TwitterApi,
  { alt = '' }: Upload,
  bytes: Uint8Array,
  type: MediaType,
): Promise<string> {
  const id = await api.v2.uploadMedia(Buffer.from(bytes), {
    media_type: MIME[type] as EUploadMimeType,
    media_category: CATEGORY[type],
  });
  if (alt !== '') await api.v2.createMediaMetadata(id, { alt_text: { text: alt } });
  return id;
}
