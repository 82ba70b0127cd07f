import { BODIES, invalidRequest } from './bodies.js';
import type { Handler, Route } from './routes.js';
import { type FakeMedia, newId } from './state.js';

/** Largest part of an upload that X takes, bytes, with room for the form around it. */
const LARGEST_PART = 5_000_000;

const initialize: Handler = ({ json, now }, { media, processing }) => {
  const { media_type: type, media_category: category, total_bytes: total } = json ?? {};
  if (typeof type !== 'string' || typeof category !== 'string' || typeof total !== 'number') {
    return { status: 400, body: invalidRequest('media_type', String(type), 'media_type, media_category, total_bytes') };
  }
  const id = newId(now);
  const isPhoto = category === 'tweet_image';
  media.set(id, {
    id,
    type,
    category,
    total,
    parts: new Map(),
    finished: false,
    processing: isPhoto ? [] : [...processing],
  });
  return { status: 200, body: { data: { id, media_key: `3_${id}`, expires_after_secs: 86_400 } } };
};

/** The parts of a multipart body by their names. */
function readForm(raw: Buffer, contentType: string): ReadonlyMap<string, Buffer> {
  const boundary = /boundary=(.+)$/.exec(contentType)?.[1];
  const parts = new Map<string, Buffer>();
  if (boundary === undefined) return parts;
  const mark = Buffer.from(`--${boundary}`);
  let at = raw.indexOf(mark);
  while (at >= 0) {
    const next = raw.indexOf(mark, at + mark.length);
    if (next < 0) break;
    const part = raw.subarray(at + mark.length + 2, next - 2);
    const gap = part.indexOf('\r\n\r\n');
    const name = /name="([^"]+)"/.exec(part.subarray(0, gap).toString())?.[1];
    if (name !== undefined) parts.set(name, part.subarray(gap + 4));
    at = next;
  }
  return parts;
}

const append: Handler = ({ raw, headers, params }, { media }) => {
  const file = media.get(params['id'] ?? '');
  const form = readForm(raw, String(headers['content-type']));
  const bytes = form.get('media');
  const index = form.get('segment_index')?.toString();
  if (file === undefined || bytes === undefined || index === undefined || !/^\d+$/.test(index)) {
    return { status: 400, body: invalidRequest('segment_index', String(index), 'media and segment_index are needed') };
  }
  if (bytes.length > LARGEST_PART) return { status: 413, body: { title: 'Payload Too Large', status: 413 } };
  file.parts.set(Number(index), Buffer.from(bytes));
  return { status: 200, body: { data: { expires_at: 86_400 } } };
};

/** The bytes of an upload, in the order of its parts. */
export const joinBytes = ({ parts }: FakeMedia): Buffer =>
  Buffer.concat([...parts].sort(([a], [b]) => a - b).map(([, part]) => part));

function toProcessing({ processing }: FakeMedia): object {
  const [state] = processing;
  if (state === undefined) return {};
  const more = state === 'pending' || state === 'in_progress' ? { check_after_secs: 1 } : {};
  const error = state === 'failed' ? { error: { code: 1, name: 'InvalidMedia', message: 'file cannot be read' } } : {};
  return { processing_info: { state, ...more, ...error } };
}

const describe = (file: FakeMedia): object => ({
  data: { id: file.id, media_key: `3_${file.id}`, size: file.total, ...toProcessing(file) },
});

const finalize: Handler = ({ params }, { media }) => {
  const file = media.get(params['id'] ?? '');
  if (file === undefined || joinBytes(file).length !== file.total) return { status: 400, body: BODIES.badMedia };
  file.finished = file.processing.length === 0;
  return { status: 200, body: describe(file) };
};

const status: Handler = ({ query }, { media }) => {
  const file = media.get(query.get('media_id') ?? '');
  if (file === undefined) return { status: 404, body: BODIES.notFound };
  if (file.processing.length > 1) file.processing.shift();
  if (file.processing[0] === 'succeeded') file.finished = true;
  return { status: 200, body: describe(file) };
};

const metadata: Handler = ({ json }, { media }) => {
  const file = media.get(String(json?.['id']));
  const { alt_text: alt } = (json?.['metadata'] ?? {}) as { readonly alt_text?: { readonly text?: string } };
  if (file === undefined || alt?.text === undefined || alt.text.length > 1000) {
    return { status: 400, body: invalidRequest('id', String(json?.['id']), 'id and alt_text of 1 to 1000 characters') };
  }
  file.alt = alt.text;
  return { status: 200, body: { data: { id: file.id, associated_metadata: { alt_text: alt } } } };
};

/** The routes of uploads. Limits: docs.x.com, rate limits. */
export const MEDIA_ROUTES: Readonly<Record<string, Route>> = {
  'POST /2/media/upload/initialize': { who: 'user', perQuarter: 1875, handle: initialize },
  'POST /2/media/upload/:id/append': { who: 'user', perQuarter: 1875, handle: append },
  'POST /2/media/upload/:id/finalize': { who: 'user', perQuarter: 1875, handle: finalize },
  'GET /2/media/upload': { who: 'user', perQuarter: 1000, handle: status },
  'POST /2/media/metadata': { who: 'user', perQuarter: 500, handle: metadata },
};
