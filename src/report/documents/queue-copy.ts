// A whole queue as lines of JSON, written and read.
import * as v from 'valibot';
import type { QueueCopy } from '#queue/copy.js';
import { end, header, RECORDS, type RecordKind } from './queue-copy-schema.js';

/** Keys whose values are instants, wherever they stand but in what an event says besides. */
const INSTANTS: ReadonlySet<string> = new Set([
  'at',
  'startedAt',
  'endedAt',
  'dueAt',
  'until',
  'createdAt',
  'changedAt',
  'notBefore',
  'postedAt',
  'notedAt',
  'moment',
  'drawnAt',
  'day',
]);

/** A value with each instant replaced; the plain values of events are left as they are. */
function mapInstants(value: unknown, replace: (instant: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => mapInstants(each, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      INSTANTS.has(key) ? replace(inner) : key === 'data' ? (inner as unknown) : mapInstants(inner, replace),
    ]),
  );
}

const toLine = (value: object): string =>
  `${JSON.stringify(mapInstants(value, (at) => (typeof at === 'number' ? new Date(at).toISOString() : at)))}\n`;

/** The bytes of a file by their SHA-256. */
export interface CopiedMedia {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** A queue as lines, piece by piece. @param media the files that its items need, read as they are walked. */
export function* queueCopyLines(copy: QueueCopy, files: Iterable<CopiedMedia>): Generator<string> {
  const { items, steps, posts, optOuts, outreach: messages, spendings, paidReads, watched: readings, ...about } = copy;
  const { caps, ...rest } = about;
  // Not by its keys: the sums of a day and a month are none of the instants.
  const first = { schema: 'tweetspan/queue-copy@1', ...rest, caps };
  yield `${JSON.stringify(first)}\n`;
  let records = 0;
  const lists: readonly (readonly [RecordKind, readonly object[]])[] = [
    ['item', items],
    ['step', steps],
    ['post', posts],
    ['optOut', optOuts],
    ['outreach', messages],
    ['spending', spendings],
    ['paidRead', paidReads],
    ['watched', readings],
  ];
  for (const [kind, list] of lists) {
    for (const each of list) {
      records += 1;
      yield toLine({ [kind]: each });
    }
  }
  for (const { sha256: name, bytes } of files) {
    records += 1;
    yield toLine({ media: { sha256: name, bytes: Buffer.from(bytes).toString('base64') } });
  }
  yield toLine({ end: { records } });
}

/** What is wrong with the copy of a queue: nothing of it is used. */
export type CopyFault =
  | { readonly code: 'not-a-copy' }
  | { readonly code: 'newer'; readonly schema: string }
  | { readonly code: 'damaged'; readonly line: number }
  /** The last line is missing, or lines before it. */
  | { readonly code: 'cut'; readonly line: number };

/** A queue with its media, or why the text is none that can be used. */
export type ReadCopy =
  { readonly copy: QueueCopy; readonly media: readonly CopiedMedia[] } | { readonly fault: CopyFault };

class Damage extends Error {}

/** The value of a line with its instants in ms. @throws Damage where a text is none that every database keeps. */
function fromLine(value: unknown): unknown {
  // Half of a character, and a zero byte.
  if (/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(JSON.stringify(value))) throw new Damage();
  return mapInstants(value, (text) => {
    const at = typeof text === 'string' ? Date.parse(text) : text;
    if (Number.isNaN(at)) throw new Damage();
    return at;
  });
}

function asJson(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

/** What databases demand of items besides the form of each. */
function contradicts(items: QueueCopy['items']): boolean {
  const seen = new Set<string>();
  const repeats = (name: string): boolean => seen.size === seen.add(name).size;
  return items.some(
    ({ key, number, state, postId: id, postedAt, link, dueAt, attempts }) =>
      (state === 'posted') !== (postedAt !== undefined) ||
      (state === 'posted' && id === undefined) ||
      repeats(`key ${key}`) ||
      repeats(`number ${number}`) ||
      (id !== undefined && repeats(`post ${id}`)) ||
      (!['refused', 'missed', 'cancelled'].includes(state) && repeats(`slot ${dueAt} ${link}`)) ||
      attempts.some((each) => repeats(`attempt ${each.id}`) || repeats(`${key} ${each.number}`)),
  );
}

/** Reads the lines of a copy. It is good as a whole, or not at all. */
export function readQueueCopy(lines: Iterable<string>): ReadCopy {
  let about: v.InferOutput<typeof header> | undefined;
  const records = Object.fromEntries(Object.keys(RECORDS).map((kind) => [kind, [] as unknown[]])) as Record<
    RecordKind,
    unknown[]
  >;
  let [number, read, isComplete] = [0, 0, false];
  try {
    for (const text of lines) {
      number += 1;
      if (text.trim() === '') continue;
      const json = asJson(text);
      if (about === undefined) {
        const schema = json?.['schema'];
        if (typeof schema !== 'string' || !schema.startsWith('tweetspan/queue-copy@'))
          return { fault: { code: 'not-a-copy' } };
        if (schema !== 'tweetspan/queue-copy@1') return { fault: { code: 'newer', schema } };
        about = v.parse(header, json);
        continue;
      }
      if (json === undefined || isComplete) return { fault: { code: 'damaged', line: number } };
      if ('end' in json) {
        if (v.parse(end, json).end.records !== read) return { fault: { code: 'cut', line: number } };
        isComplete = true;
        continue;
      }
      const [[kind, value] = ['', undefined], ...more] = Object.entries(json);
      if (more.length > 0 || !Object.hasOwn(RECORDS, kind)) return { fault: { code: 'damaged', line: number } };
      records[kind as RecordKind].push(fromLine(v.parse(RECORDS[kind as RecordKind], value)));
      read += 1;
    }
  } catch (error) {
    if (error instanceof v.ValiError || error instanceof Damage) return { fault: { code: 'damaged', line: number } };
    throw error;
  }
  if (about === undefined) return { fault: { code: 'not-a-copy' } };
  if (!isComplete) return { fault: { code: 'cut', line: number } };
  const { schema: _schema, ...first } = about;
  // The schemas have checked the form of each.
  const copy = {
    ...first,
    items: records.item,
    steps: records.step,
    posts: records.post,
    optOuts: records.optOut,
    outreach: records.outreach,
    spendings: records.spending,
    paidReads: records.paidRead,
    watched: records.watched,
  } as unknown as QueueCopy;
  if (contradicts(copy.items)) return { fault: { code: 'damaged', line: number } };
  const files = records.media as v.InferOutput<(typeof RECORDS)['media']>[];
  return {
    copy,
    media: files.map(({ sha256: name, bytes }) => ({ sha256: name, bytes: Buffer.from(bytes, 'base64') })),
  };
}
