import type { ItemMedia } from '#queue/item.js';
import type { PostRequest, ReadOutcome } from '#queue/x-port.js';
import { type CheckedMedia, checkMedia, type ReadFile } from './media-file.js';
import { isObject, oneLine, textIn } from './problem.js';
import { readUserIds } from './reads.js';
import type { ReadCall, Session } from './session.js';

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

async function upload(session: Session, { bytes, type, category, alt }: CheckedMedia): Promise<ReadOutcome<string>> {
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
  const described = await send('metadata', 'metadata', { id, metadata: { alt_text: { text: alt } } }, () => true);
  return described.kind === 'done' ? ready : described;
}

/** The ids of the people tagged in the media of a post. `known` keeps those found: each look-up is paid for. */
async function tagged(
  session: Session,
  media: readonly ItemMedia[],
  known: Map<string, string>,
): Promise<ReadOutcome<readonly string[]>> {
  const handles = [...new Set(media.flatMap(({ tag = [] }) => tag).map((handle) => handle.toLowerCase()))];
  if (handles.length > MAX_TAGS) {
    const detail = `too-many-tags: ${handles.length} > ${MAX_TAGS}`;
    return { kind: 'refused', code: 'invalid', detail };
  }
  const missing = handles.filter((handle) => !known.has(handle));
  if (missing.length > 0) {
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
): Promise<ReadOutcome<Pick<PostRequest, 'mediaIds' | 'taggedIds'>>> {
  const checked = await checkMedia(media, read);
  if (checked.kind !== 'done') return checked;
  const people = await tagged(session, media, known);
  if (people.kind !== 'done') return people;
  const mediaIds: string[] = [];
  for (const file of checked.value) {
    const uploaded = await upload(session, file);
    if (uploaded.kind !== 'done') return uploaded;
    mediaIds.push(uploaded.value);
  }
  return { kind: 'done', value: { mediaIds, taggedIds: people.value } };
}
