import { findField, isCounter } from './analytics-columns.js';
import { findLayout, readAnalytics } from './analytics.js';
import { readApiPages } from './api-page.js';
import { findArchives, isArchivePart, isOfArchive, MANIFEST, readArchive, readLonePart } from './archive.js';
import { readHead, type Container, type ReadableFile } from './container.js';
import { decode, detectEncoding, normaliseHeader, readRows } from './csv.js';
import {
  findGrailbirds,
  isGrailbirdHeader,
  isOfGrailbird,
  readGrailbird,
  readGrailbirdTable,
  readLoneMonth,
} from './grailbird.js';
import { isHistoryLine, readHistoryLines, readPostList } from './history-lines.js';
import { isTableHeader, readHistoryTable } from './history-table.js';
import type { ReadContext, ReadResult } from './reader.js';
import { findVisitLayout, readWebStatistics, withoutRemarks } from './web-statistics.js';
import { BARE_OPENING } from './script-list.js';
import { Refusal } from '../refusal.js';

/** One thing to import, with the name it is reported by. */
export interface Unit {
  readonly name: string;
  read(context: ReadContext): Promise<ReadResult>;
}

const HEAD_BYTES = 256 * 1024;
const SCRIPT_PART = /^\s*window\.YTD\.(?:community_)?tweets?\.part\d+\s*=\s*\[/;
/** A list of tweets as archives hold them, without the script around it. */
const BARE_LIST = /^\s*\[\s*\{[^]*"(?:id_str|full_text)"\s*:/;
/** A list of posts with `id` and `text`, as the API and other programs write them. */
const LIST_START = /^\s*\[\s*\{/;
const POST_ID = /"id"\s*:\s*"\d{1,19}"/;
const POST_TEXT = /"text"\s*:/;
const OTHER_PART = /^\s*window\.(?:YTD\.(\w+)|__THAR_CONFIG)/;
const QUEUE_COPY = /^\{"schema"\s*:\s*"tweetspan\/queue-copy@/;
const MONTH = /^\s*Grailbird\.data\.tweets_\d{4}_\d{2}\s*=\s*\[/;
const IMPORTABLE = /\.(?:csv|tsv|txt|jsonl?|ndjson|js)$/i;

/** Whether a file is a zip, by its first bytes. */
export async function isZip(file: ReadableFile): Promise<boolean> {
  const head = await readHead(file, 4);
  return head.length === 4 && [0x504b0304, 0x504b0506, 0x504b0708].includes(head.readUInt32BE(0));
}

async function* only(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function decodeHead(head: Buffer, isWhole: boolean): Promise<string> {
  // A character may be cut at the end of the head: the last bytes of a part are left out.
  const part = isWhole ? head : head.subarray(0, Math.max(head.lastIndexOf(0x0a), 0) || head.length);
  if (part.includes(0) && detectEncoding(part) === 'utf-8') {
    throw new Refusal('not-text', {});
  }
  let text = '';
  for await (const piece of decode(only(part))) text += piece;
  return text.replace(/^\uFEFF/, '');
}

/** GA4 puts up to a dozen remarks before its header. */
const MAX_HEAD_ROWS = 20;

/** The first rows of a table, from its beginning. */
async function firstRows(text: string): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  try {
    await readRows(only(Buffer.from(text.slice(0, 32 * 1024))), (cells) => {
      if (rows.length < MAX_HEAD_ROWS) rows.push(cells);
    });
  } catch (error) {
    // A text in quotes may be cut here: the rows before it are what was wanted.
    if (!(error instanceof Refusal)) throw error;
  }
  return rows;
}

/** Exports that look like posts and are not: read as posts they would invent some. */
function refuseTable(header: readonly string[]): never {
  const names = header.map(normaliseHeader);
  const [first = ''] = names;
  if (/^video overview$/.test(first) || (first === 'date' && names.includes('watch time (ms)'))) {
    throw new Refusal('video', {});
  }
  if (first === 'date' && names.includes('tweets published')) {
    throw new Refusal('daily-totals', {});
  }
  if (first === 'date' && names.some((name) => ['unfollows', 'create post', 'profile visits'].includes(name))) {
    throw new Refusal('overview', {});
  }
  if (names.some((name) => /^followers?( count)?$/.test(name))) {
    throw new Refusal('followers', {});
  }
  const unknown = header.filter((name) => {
    const field = findField(name);
    return field === undefined || !isCounter(field);
  });
  const columns = (unknown.length > 0 ? unknown : header).slice(0, 6).map((name) => name.trim().slice(0, 40));
  throw new Refusal('unknown-columns', { columns });
}

async function readTableFile(file: ReadableFile, text: string, context: ReadContext): Promise<ReadResult> {
  const [header = [], first] = withoutRemarks(await firstRows(text));
  if (isGrailbirdHeader(header)) return readGrailbirdTable(file, context);
  const layout = findLayout(header, first);
  if (layout) return readAnalytics(file, layout, context);
  if (isTableHeader(header)) return readHistoryTable(file, context);
  const statistics = findVisitLayout(header);
  if (statistics) return readWebStatistics(file, statistics, context);
  return refuseTable(header);
}

/** How far a JSON file of no known kind is read to see whether it was cut, bytes. @source own choice */
const MAX_SEARCHED_BYTES = 64 * 1024 * 1024;
const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPENING, CLOSING] = [new Set(Buffer.from('[{')), new Set(Buffer.from(']}'))];

/** Whether a JSON file ends inside a text, a list or an object; not found out of one beyond the limit. */
async function endsOpen(file: ReadableFile): Promise<boolean> {
  let [depth, length, inText, isEscaped] = [0, 0, false, false];
  for await (const chunk of file.read()) {
    length += chunk.length;
    if (length > MAX_SEARCHED_BYTES) return false;
    for (const byte of chunk) {
      if (isEscaped) isEscaped = false;
      else if (inText) [inText, isEscaped] = [byte !== QUOTE, byte === BACKSLASH];
      else if (byte === QUOTE) inText = true;
      else if (OPENING.has(byte)) depth += 1;
      else if (CLOSING.has(byte)) depth -= 1;
    }
  }
  return inText || depth > 0;
}

/**
 * Reads one file by what its beginning is, whatever its name.
 * @throws Refusal for anything but an export of posts, naming what it is as far as that shows.
 */
export async function readLoneFile(file: ReadableFile, context: ReadContext): Promise<ReadResult> {
  const head = await readHead(file, HEAD_BYTES);
  if (head.length === 0) throw new Refusal('empty', {});
  const text = await decodeHead(head, head.length < HEAD_BYTES);
  if (SCRIPT_PART.test(text)) return readLonePart(file, context);
  if (MONTH.test(text)) return readLoneMonth(file, context);
  const other = OTHER_PART.exec(text);
  if (other) {
    throw new Refusal('private', { part: other[1] ?? 'manifest' });
  }
  if (/^\s*<(?:!doctype|html|\?xml|head|body)/i.test(text)) {
    throw new Refusal('web-page', {});
  }
  const [line = ''] = text.trimStart().split('\n', 1);
  if (QUEUE_COPY.test(line)) throw new Refusal('queue-copy', {});
  if (isHistoryLine(line)) return readHistoryLines(file, context);
  if (/^\s*\{/.test(text) && /"data"\s*:\s*\[|"errors"\s*:|"meta"\s*:/.test(text)) return readApiPages(file, context);
  if (BARE_LIST.test(text)) return readLonePart(file, context, BARE_OPENING);
  if (LIST_START.test(text) && POST_ID.test(text) && POST_TEXT.test(text)) return readPostList(file, context);
  if (/^\s*[[{]/.test(text)) {
    throw new Refusal((await endsOpen(file)) ? 'json-cut' : 'unknown-json', {});
  }
  if (
    /^\s*(?:\/[/*]|['"]use strict|(?:window|var|let|const|function|class|import|export|module|Object)\b)/.test(text)
  ) {
    throw new Refusal('other-code', {});
  }
  return readTableFile(file, text, context);
}

/** A name does not prove it: without a list of its parts, one of them must begin as a part does. */
async function isArchive({ files }: Container, prefix: string): Promise<boolean> {
  const parts = files.filter(({ name }) => isArchivePart(name, prefix));
  if (files.some(({ name }) => name === `${prefix}${MANIFEST}`)) return true;
  for (const part of parts) {
    if (SCRIPT_PART.test((await readHead(part, 4096)).toString('utf8').replace(/^\uFEFF/, ''))) return true;
  }
  return false;
}

/** More archives, or files that may be exports, than anyone keeps together: each is opened. @source own choice */
const MAX_ARCHIVES = 100;
const MAX_CANDIDATES = 10_000;

/** What a folder or zip holds, and the zips in it, by name, which are opened by themselves. */
export interface Contents {
  readonly units: readonly Unit[];
  readonly zips: readonly string[];
}

/**
 * What a folder or zip holds: each archive is one unit, and so is each other file that may be an export.
 * @throws Refusal when there is nothing of the kind, or far too much.
 */
export async function listUnits(container: Container): Promise<Contents> {
  const names = container.files.map(({ name }) => name);
  const olds = findGrailbirds(container);
  const archives: string[] = [];
  const prefixes = findArchives(container);
  if (olds.length + prefixes.length > MAX_ARCHIVES) {
    throw new Refusal('too-many-archives', { archives: olds.length + prefixes.length, most: MAX_ARCHIVES });
  }
  for (const prefix of prefixes) if (await isArchive(container, prefix)) archives.push(prefix);
  const isTaken = (name: string): boolean =>
    olds.some((prefix) => isOfGrailbird(name, prefix)) || archives.some((prefix) => isOfArchive(name, prefix));
  const unitName = (prefix: string): string =>
    prefix === '' ? container.label : `${container.label}/${prefix.slice(0, -1)}`;
  const files = container.files.filter(({ name }) => IMPORTABLE.test(name) && !isTaken(name));
  if (files.length > MAX_CANDIDATES) {
    throw new Refusal('too-many-exports', { files: files.length, most: MAX_CANDIDATES });
  }
  const units: readonly Unit[] = [
    ...olds.map((prefix) => ({
      name: unitName(prefix),
      read: (context: ReadContext) => readGrailbird(container, prefix, context),
    })),
    ...archives.map((prefix) => ({
      name: unitName(prefix),
      read: (context: ReadContext) => readArchive(container, prefix, context),
    })),
    ...files.map((file) => ({ name: file.name, read: (context: ReadContext) => readLoneFile(file, context) })),
  ];
  const zips = names.filter((name) => /\.zip$/i.test(name) && !isTaken(name));
  if (units.length === 0 && zips.length === 0) throw new Refusal('no-posts', { name: container.label });
  return { units, zips };
}
