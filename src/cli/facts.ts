import { resolve } from 'node:path';
import type { AmbassadorFacts, Facts, MediaFacts } from '#lint/facts.js';
import type { Draft } from '#draft/draft.js';
import { identifyMedia } from '#tweet/media-file.js';
import { fileError, readNamedFile, readStretch, type Unread } from './files.js';

/** Bytes that are read of an image: its header, even behind the metadata that cameras write. */
const HEAD_BYTES = 512 * 1024;
/** The largest list of ambassadors that is read. */
const MAX_LIST_BYTES = 1024 * 1024;

/** Why an image is not read, in the language of the run. */
export type MediaReasons = Readonly<Record<'outside' | 'notRegular', string>>;

/**
 * What the rules know of the world around a draft: the present instant, and what its files hold.
 * @param folder the one that the draft's file names are relative to.
 * @param reasons why files that are not read are not.
 * @throws UserError when the list of ambassadors cannot be read; images that cannot be read are findings, not errors.
 */
export async function gatherFacts(draft: Draft, folder: string, now: number, reasons: MediaReasons): Promise<Facts> {
  const { media = [], campaign } = draft;
  const list = campaign?.ambassadors;
  return {
    now,
    ...(media.length > 0 && {
      media: await Promise.all(media.map(({ file }) => mediaFacts(resolve(folder, file), folder, reasons))),
    }),
    ...(typeof list === 'string' && { ambassadors: await readAmbassadors(resolve(folder, list), folder, list) }),
  };
}

async function mediaFacts(path: string, folder: string, reasons: MediaReasons): Promise<MediaFacts> {
  const read = readNamedFile(path, HEAD_BYTES, folder);
  if ('unread' in read) return toUnreadMedia(read.unread, reasons);
  const { bytes: head, size } = read;
  const media = identifyMedia(head, head.length === size);
  if (media === undefined) {
    // 8 ms to load, for files that are not to be posted.
    const { nameUnsupportedFile } = await import('#tweet/unsupported-file.js');
    return { state: 'foreign', looksLike: await nameUnsupportedFile(head) };
  }
  if ('damaged' in media) return { state: 'damaged', type: media.damaged };
  const moving = media.type === 'jpeg' ? {} : await readMotion(path, media.type, head, size);
  return { state: 'known', bytes: size, ...media, ...moving };
}

/** The largest GIF that X takes is read to its end: its pictures are counted one by one. */
const MAX_GIF_BYTES = 16 * 1024 * 1024;

/** How a file moves: the pictures of a GIF, the length of a film, or that a PNG or WebP is animated. */
async function readMotion(
  path: string,
  type: 'png' | 'webp' | 'gif' | 'mp4',
  head: Uint8Array,
  size: number,
): Promise<{ frames?: number; seconds?: number; animated?: boolean }> {
  // Only these letters make a picture one that moves; nearly all are still.
  const isStill = (type === 'png' && !holds(head, 'acTL')) || (type === 'webp' && !holds(head, 'ANIM'));
  if (isStill) return { animated: false };
  const { countFrames, filmSeconds, isAnimated } = await import('#tweet/moving-media.js');
  if (type === 'png' || type === 'webp') return { animated: isAnimated(head, type) };
  if (type === 'gif') {
    const whole = size <= head.length || size > MAX_GIF_BYTES ? head : readStretch(path, 0, size);
    return { frames: countFrames(whole) };
  }
  const seconds = filmSeconds((at, length) => readStretch(path, at, length), size);
  return seconds === undefined ? {} : { seconds };
}

const holds = (bytes: Uint8Array, letters: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(letters, 0, 'latin1');

function toUnreadMedia(unread: Unread, reasons: MediaReasons): MediaFacts {
  if (unread === 'missing') return { state: 'missing' };
  return { state: 'unreadable', reason: typeof unread === 'string' ? reasons[unread] : unread.code };
}

const HANDLE = /^@?(\w{1,20})$/;

const IS_HANDLE = /^(?:@|handle|account|user|compte|identifiant)$/i;
const IS_TEXT = /^(?:text|texte|post)$/i;

/**
 * The people of a list, one a line: a handle, then, where there is one, their text. A first line of names is a header, which
 * tells the columns: the table of a team for `kit` is such a list, too.
 */
async function readAmbassadors(path: string, folder: string, name: string): Promise<AmbassadorFacts[]> {
  const read = readNamedFile(path, MAX_LIST_BYTES, folder);
  if ('unread' in read) {
    const { unread } = read;
    if (unread === 'missing') throw fileError('noAmbassadors', [name]);
    if (unread === 'outside') throw fileError('outsideAmbassadors', [name]);
    if (unread === 'notRegular') throw fileError('notRegularAmbassadors', [name]);
    throw fileError('badAmbassadors', [name, unread.code]);
  }
  if (read.size > MAX_LIST_BYTES) throw fileError('largeAmbassadors', [name]);
  const text = new TextDecoder().decode(read.bytes);
  const { parseCsv } = await import('#history/formats/csv.js');
  const rows = await parseCsv(text);
  const header = (rows[0] ?? []).map((cell) => cell.trim());
  const named = header.findIndex((cell) => IS_HANDLE.test(cell));
  const isHeader = named >= 0;
  const place = Math.max(0, named);
  const texts = isHeader && header.length > 2 ? header.findIndex((cell) => IS_TEXT.test(cell)) : 1;
  return rows.slice(isHeader ? 1 : 0).map((cells, index) => {
    const [handle = '', words = ''] = [cells[place], cells[texts]];
    const valid = HANDLE.exec(handle.trim())?.[1];
    if (valid === undefined) {
      const row = index + (isHeader ? 2 : 1);
      throw fileError('badHandle', [name, row]);
    }
    return { handle: valid, ...(words.trim() !== '' && { text: words.trim() }) };
  });
}
