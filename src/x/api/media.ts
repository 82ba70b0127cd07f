import type { ItemMedia } from '#queue/item.js';
import type { ReadOutcome, PostRequest } from '#queue/x-port.js';
import { identifyMedia, type MediaFile } from '#tweet/media-file.js';
import { oneLine, isObject, textIn } from './answer.js';
import { readUserIds } from './reads.js';
import { createHash } from 'node:crypto';
import { PRICES } from './prices.js';
import type { ReadCall, Session } from './session.js';

/** Reads a file whole, by its absolute path. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** Told of a cost, thousandths of a US dollar, before the call that X takes it for: what is broken off was paid all the same. */
export type Pay = (what: 'media' | 'user', amount: number) => Promise<void>;

/** A file that X takes, ready to be uploaded. */
interface CheckedMedia {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly category: 'tweet_image' | 'tweet_gif' | 'tweet_video';
  readonly alt: string;
}

type Known = Extract<MediaFile, { readonly type: string }>;
const MEGABYTE = 1024 * 1024;
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
async function checkMedia(media: readonly ItemMedia[], read: ReadFile): Promise<ReadOutcome<readonly CheckedMedia[]>> {
  if (media.length > MAX_IMAGES) return refuse(`too-many-files: ${media.length} > ${MAX_IMAGES}`);
  const checked: CheckedMedia[] = [];
  for (const { file, alt = '', sha256 } of media) {
    let bytes: Uint8Array;
    try {
      bytes = await read(file);
    } catch (error) {
      return refuse(`${file}: ${describeReadError(error)}`, 'media-unreadable');
    }
    if (sha256 !== undefined && createHash('sha256').update(bytes).digest('hex') !== sha256) {
      return refuse(file, 'media-changed');
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

/** Bytes of a part: what twitter-api-v2 itself takes. */
const PART = 1024 * 1024;
/** People who can be tagged in the pictures of one post (docs.x.com, create post). */
const MAX_TAGS = 10;
/** How long to wait for a processing that names no time, s. @source own choice */
const SHORT_WAIT = 1;

const readData = (data: unknown): Readonly<Record<string, unknown>> | undefined =>
  isObject(data) && isObject(data['data']) ? data['data'] : undefined;

/** A refusal of a file is one of media, whatever X calls it. */
const asMedia = <T>(outcome: ReadOutcome<T>): ReadOutcome<T> =>
  outcome.kind === 'refused' && outcome.code !== 'forbidden' ? { ...outcome, code: 'media-refused' } : outcome;

/** How the processing of an upload stands; undefined when there is none, or it has succeeded. */
interface Processing {
  readonly state: string;
  readonly seconds: number;
  readonly error: string;
}

function readProcessing(data: Readonly<Record<string, unknown>>): Processing | undefined {
  const info = data['processing_info'];
  if (!isObject(info) || info['state'] === 'succeeded') return undefined;
  const seconds = info['check_after_secs'];
  const { error } = info;
  return {
    state: textIn(info, 'state'),
    seconds: typeof seconds === 'number' && seconds > 0 ? seconds : SHORT_WAIT,
    error: textIn(error, 'message') || textIn(error, 'name'),
  };
}

/**
 * Waits until X has processed an upload. twitter-api-v2's own way takes a film that is still pending for ready when X
 * names no time to wait, and waits without an end.
 */
async function processed(
  session: Session,
  id: string,
  first: Processing | undefined,
  left: () => number,
): Promise<ReadOutcome<string>> {
  let waited = 0;
  let processing = first;
  while (processing !== undefined) {
    const { state, seconds, error } = processing;
    if (state === 'failed') {
      const detail = oneLine(`processing-failed: ${error || id}`);
      return { kind: 'refused', code: 'media-refused', detail };
    }
    waited += seconds * 1000;
    if (waited > left()) {
      return { kind: 'later', code: 'server-error', retryAt: session.now() + 60_000, detail: 'still-processing' };
    }
    await session.wait(seconds * 1000);
    const status = await session.read({
      endpoint: 'GET /2/media/upload',
      request: (api) => api.v2.get('media/upload', { command: 'STATUS', media_id: id }),
      read: readData,
    });
    if (status.kind !== 'done') return asMedia(status);
    processing = readProcessing(status.value);
  }
  return { kind: 'done', value: id };
}

async function upload(
  session: Session,
  { bytes, type, category, alt }: CheckedMedia,
  pay: Pay,
): Promise<ReadOutcome<string>> {
  // One deadline for all requests of a file: a claim on the post does not last for ever.
  const end = performance.now() + session.deadlines.upload;
  const left = (): number => Math.max(1, end - performance.now());
  const send = async <T>(
    step: string,
    path: string,
    body: Record<string, unknown>,
    read: ReadCall<T>['read'],
    isForm = false,
  ): Promise<ReadOutcome<T>> =>
    asMedia(
      await session.read<T>({
        endpoint: `POST /2/media/${step}`,
        deadline: left(),
        request: (api) => api.v2.post(`media/${path}`, body, isForm ? { forceBodyMode: 'form-data' } : {}),
        read,
      }),
    );
  const initialize = { media_type: type, media_category: category, total_bytes: bytes.length };
  const begun = await send('upload/initialize', 'upload/initialize', initialize, (data) => {
    const id = textIn(readData(data), 'id');
    return /^\d{1,19}$/.test(id) ? id : undefined;
  });
  if (begun.kind !== 'done') return begun;
  const id = begun.value;
  for (let part = 0; part * PART < bytes.length; part += 1) {
    const media = Buffer.from(bytes.subarray(part * PART, (part + 1) * PART));
    // X may answer a part with nothing at all.
    const body = { segment_index: part, media };
    const sent = await send('upload/:id/append', `upload/${id}/append`, body, () => true, true);
    if (sent.kind !== 'done') return sent;
  }
  const finished = await send('upload/:id/finalize', `upload/${id}/finalize`, {}, readData);
  if (finished.kind !== 'done') return finished;
  const ready = await processed(session, id, readProcessing(finished.value), left);
  // X takes descriptions of photos and GIFs only.
  if (ready.kind !== 'done' || alt === '' || category === 'tweet_video') return ready;
  await pay('media', PRICES.mediaMetadata);
  const described = await send('metadata', 'metadata', { id, metadata: { alt_text: { text: alt } } }, () => true);
  return described.kind === 'done' ? ready : described;
}

/** The ids of the people tagged in the media of a post. `known` keeps those found: each look-up is paid for. */
async function tagged(
  session: Session,
  media: readonly ItemMedia[],
  known: Map<string, string>,
  pay: Pay,
): Promise<ReadOutcome<readonly string[]>> {
  const handles = [...new Set(media.flatMap(({ tag = [] }) => tag).map((handle) => handle.toLowerCase()))];
  if (handles.length > MAX_TAGS) {
    const detail = `too-many-tags: ${handles.length} > ${MAX_TAGS}`;
    return { kind: 'refused', code: 'invalid', detail };
  }
  const missing = handles.filter((handle) => !known.has(handle));
  if (missing.length > 0) {
    await pay('user', PRICES.user * missing.length);
    const found = await readUserIds(session, missing);
    if (found.kind !== 'done') return found;
    for (const [handle, id] of found.value) known.set(handle, id);
  }
  const nobody = handles.filter((handle) => !known.has(handle));
  if (nobody.length > 0) {
    const names = nobody.map((handle) => `@${handle}`).join(', ');
    const detail = oneLine(`no-such-account: ${names}`);
    return { kind: 'refused', code: 'invalid', detail };
  }
  return { kind: 'done', value: handles.flatMap((handle) => known.get(handle) ?? []) };
}

/**
 * Uploads the media of a post and finds the people tagged in them. Files and tags are checked before anything is
 * sent; nothing of it is public. Never throws.
 */
export async function prepareMedia(
  session: Session,
  media: readonly ItemMedia[],
  read: ReadFile,
  known: Map<string, string>,
  pay: Pay = async () => undefined,
): Promise<ReadOutcome<Pick<PostRequest, 'mediaIds' | 'taggedIds'>>> {
  const checked = await checkMedia(media, read);
  if (checked.kind !== 'done') return checked;
  const people = await tagged(session, media, known, pay);
  if (people.kind !== 'done') return people;
  const mediaIds: string[] = [];
  for (const file of checked.value) {
    const uploaded = await upload(session, file, pay);
    if (uploaded.kind !== 'done') return uploaded;
    mediaIds.push(uploaded.value);
  }
  return { kind: 'done', value: { mediaIds, taggedIds: people.value } };
}
