import type { ReadableFile } from './container.js';
import { decode, normaliseHeader, readRows } from './csv.js';
import type { AccountSign, HistoryContents, ImportRecord, KeywordFigure, OptOut, SourcePost } from '../ports.js';
import { resolveObservedAt, type ReadContext, type ReadResult, type Remark } from './reader.js';
import { readRecord, writeInstant, writeObservation, writeRecord } from './record.js';
import { Refusal } from '../refusal.js';
import { idAt, isObject, listAt, objectAt, textAt, type Json } from './tweet-object.js';
import { readCount, readFigure } from './figures.js';
import { readInstant } from '../instants.js';
import { METRICS } from '#tweet/counters.js';

/** What the first line of an export as JSON lines tells. */
export const HISTORY_SCHEMA = 'tweetspan/history@1';
const SCHEMA_NAME = HISTORY_SCHEMA.slice(0, HISTORY_SCHEMA.indexOf('@'));

const asJson = (text: string): Json | undefined => {
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
};

const writeImport = ({ generatedAt, importedAt, ...rest }: ImportRecord): Json => ({
  ...rest,
  ...(generatedAt === undefined ? {} : { generatedAt: writeInstant(generatedAt) }),
  importedAt: writeInstant(importedAt),
});

/** A history as JSON lines, piece by piece: one line about the whole, one for each figure of demand and each post. It can be imported without loss. */
export function* writeHistoryLines(contents: HistoryContents): Generator<string> {
  const { account, imports, absences, keywords, optOuts, posts } = contents;
  yield `${JSON.stringify({
    schema: HISTORY_SCHEMA,
    ...(account ? { account } : {}),
    imports: imports.map(writeImport),
    absences: absences.map(({ id, instant }) => ({ id, instant: writeInstant(instant) })),
    optOuts: optOuts.map(({ handle, notedAt }) => ({ handle, notedAt: writeInstant(notedAt) })),
  })}\n`;
  for (const { reportedAt, ...figure } of keywords) {
    yield `${JSON.stringify({ ...figure, reportedAt: writeInstant(reportedAt) })}\n`;
  }
  for (const post of posts) yield `${JSON.stringify(writeRecord(post))}\n`;
}

/** Columns of the table: facts of the post, repeated for each observation, then the observation. */
const FACTS = [
  'id',
  'at',
  'precision',
  'kind',
  'quote',
  'language',
  'media',
  'firstVersion',
  'text',
  'cut',
  'links',
  'contacts',
  'provenance',
  'partProvenance',
] as const;
const OBSERVED = ['source', 'certainty', 'observedAt', ...METRICS, 'more'] as const;
/** The columns that a table of posts may have, in any order; `id` and `text` must be there. */
export const TABLE_COLUMNS: readonly string[] = ['account', ...FACTS, ...OBSERVED];
/** Cells that hold JSON: lists and objects have no other form that can be read back. */
const STRUCTURED = new Set<string>(['links', 'contacts', 'provenance', 'partProvenance', 'more']);

const formatCell = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A history as a table, piece by piece: one row for each observation. Records of imports are in the JSON lines only. */
export function* writeHistoryTable({ account, posts }: HistoryContents): Generator<string> {
  const handle = account?.handles[0];
  yield `${TABLE_COLUMNS.join(',')}\n`;
  for (const post of posts) {
    const record = writeRecord(post);
    const facts = FACTS.map((name) => formatCell(record[name]));
    const observations = post.observations.length === 0 ? [{}] : post.observations.map(writeObservation);
    for (const observation of observations as readonly Json[]) {
      yield `${[formatCell(handle), ...facts, ...OBSERVED.map((name) => formatCell(observation[name]))].join(',')}\n`;
    }
  }
}

/** Whether a line begins a file of JSON lines that holds posts: an exported history, or objects with `id` and `text`. */
export function isHistoryLine(line: string): boolean {
  const json = asJson(line);
  if (json === undefined) return false;
  return (
    textAt(json, 'schema')?.startsWith(`${SCHEMA_NAME}@`) === true || (idAt(json, 'id') !== undefined && 'text' in json)
  );
}

async function* splitLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of decode(bytes)) {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function readHeader(header: Json, { collector }: ReadContext): AccountSign {
  if (header['schema'] !== HISTORY_SCHEMA) {
    throw new Refusal('newer-export', { schema: String(header['schema']), known: HISTORY_SCHEMA });
  }
  for (const item of listAt(header, 'imports')) {
    const record = importRecordAt(item);
    if (record) collector.session.addRecord(record);
  }
  for (const item of listAt(header, 'absences')) {
    const { at } = readInstant(item['instant']);
    const id = idAt(item, 'id');
    if (id !== undefined && at !== undefined) collector.session.addAbsence(id, at);
  }
  for (const item of listAt(header, 'optOuts')) {
    const optOut = optOutAt(item);
    if (optOut) collector.session.addOptOut(optOut);
  }
  const account = objectAt(header, 'account');
  const id = textAt(account, 'id');
  const { handles } = account;
  const names = Array.isArray(handles) ? handles.filter((handle): handle is string => typeof handle === 'string') : [];
  return { ...(id === undefined ? {} : { id }), handles: names };
}

function optOutAt(json: Json): OptOut | undefined {
  const handle = textAt(json, 'handle')?.toLowerCase();
  const { at: notedAt } = readInstant(json['notedAt']);
  return handle === undefined || !/^\w{1,20}$/.test(handle) || notedAt === undefined ? undefined : { handle, notedAt };
}

function keywordAt(json: Json): KeywordFigure | undefined {
  const [term, source, measure] = [textAt(json, 'term'), textAt(json, 'source'), textAt(json, 'measure')];
  const figure = readFigure(json['figure']);
  const { at: reportedAt } = readInstant(json['reportedAt']);
  if (term === undefined || source === undefined || measure === undefined) return undefined;
  if (figure === undefined || figure < 0 || reportedAt === undefined) return undefined;
  return { term, language: textAt(json, 'language') ?? '', figure, measure, source, reportedAt };
}

function importRecordAt(json: Json): ImportRecord | undefined {
  const [digest, format, name] = [textAt(json, 'digest'), textAt(json, 'format'), textAt(json, 'name')];
  const { at: importedAt } = readInstant(json['importedAt']);
  const { at: generatedAt } = readInstant(json['generatedAt']);
  const rows = readCount(json['rows']);
  if (
    digest === undefined ||
    format === undefined ||
    name === undefined ||
    importedAt === undefined ||
    rows === undefined
  )
    return undefined;
  return {
    digest,
    format,
    name,
    importedAt,
    rows,
    complete: json['complete'] === true,
    ...(generatedAt === undefined ? {} : { generatedAt }),
  };
}

/** Reads JSON lines: a history that was exported, or objects of other make. */
export async function readHistoryLines(file: ReadableFile, context: ReadContext): Promise<ReadResult> {
  const { collector } = context;
  let account: AccountSign = { handles: [] };
  let isOurs = false;
  let number = 0;
  for await (const line of splitLines(collector.read(file))) {
    number += 1;
    if (line.trim() === '') continue;
    const json = asJson(line);
    if (json === undefined) throw new Refusal('line-damaged', { line: number });
    if (number === 1 && 'schema' in json) {
      account = readHeader(json, context);
      isOurs = true;
      continue;
    }
    const figure = isOurs && !('id' in json) ? keywordAt(json) : undefined;
    if (figure) {
      collector.session.addKeyword(figure);
      continue;
    }
    const post = readRecord(json, resolveObservedAt(context, undefined), new Set(account.handles));
    if (post === undefined) collector.skip('damaged-id');
    else collector.post(post);
  }
  return { format: isOurs ? 'history' : 'table', account, complete: false, remarks: isOurs ? [] : undated(context) };
}

const undated = (context: ReadContext): Remark[] =>
  context.observedAt === undefined ? [{ id: 'observed-unknown' }] : [];

/** Whether a header is that of a table of posts: `id`, `text` and whatever else `readRecord` knows. */
export const isTableHeader = (header: readonly string[]): boolean => {
  const names = new Set(header.map(normaliseHeader));
  return names.has('id') && names.has('text');
};

const NAMES = new Map(TABLE_COLUMNS.map((name) => [name.toLowerCase(), name]));

function rowAsJson(cells: readonly string[], names: readonly (string | undefined)[]): Json {
  const json: Record<string, unknown> = {};
  names.forEach((name, index) => {
    const cell = cells[index] ?? '';
    if (name === undefined || cell === '') return;
    if (STRUCTURED.has(name) && /^[[{]/.test(cell)) json[name] = JSON.parse(cell) as unknown;
    else if (name === 'links') json[name] = cell.split(/\s+/);
    else if (name === 'quote' || name === 'cut') json[name] = cell === 'true';
    else json[name] = cell;
  });
  return json;
}

/** Reads a table of posts. Rows of one post that follow each other are its observations. */
export async function readHistoryTable(file: ReadableFile, context: ReadContext): Promise<ReadResult> {
  const { collector } = context;
  const handles = new Set<string>();
  let names: readonly (string | undefined)[] = [];
  let unknown: readonly string[] = [];
  let waiting: SourcePost | undefined;
  await readRows(collector.read(file), (cells, number) => {
    if (number === 1) {
      names = cells.map((header) => NAMES.get(normaliseHeader(header)));
      unknown = cells.filter((_, index) => names[index] === undefined);
      return;
    }
    const json = rowToJson(cells, names, number);
    const handle = textAt(json, 'account');
    if (handle !== undefined) handles.add(handle.toLowerCase());
    if (handles.size > 1) {
      throw new Refusal('several-accounts', { accounts: [...handles].map((name) => `@${name}`) });
    }
    const post = readRecord(json, resolveObservedAt(context, undefined), handles);
    if (post === undefined) {
      collector.skip('damaged-id');
      return;
    }
    if (waiting?.id === post.id && waiting.text === post.text) {
      waiting = { ...waiting, observations: [...waiting.observations, ...post.observations] };
      return;
    }
    if (waiting) collector.post(waiting);
    waiting = post;
  });
  if (waiting) collector.post(waiting);
  const remarks: Remark[] = unknown.length > 0 ? [{ id: 'columns-unknown', columns: unknown }] : [];
  if (!names.includes('observedAt')) remarks.push(...undated(context));
  return { format: 'table', account: { handles: [...handles] }, complete: false, remarks };
}

function rowToJson(cells: readonly string[], names: readonly (string | undefined)[], number: number): Json {
  try {
    return rowAsJson(cells, names);
  } catch (error) {
    throw new Refusal('row-damaged', { row: number }, { cause: error });
  }
}
