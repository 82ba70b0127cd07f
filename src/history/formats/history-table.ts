import { csvLines, unguardCell, type CsvCell, type CsvStyle } from '#base/csv.js';
import { METRICS } from '#tweet/counters.js';
import type { ReadableFile } from './container.js';
import { normaliseHeader, readRows } from './csv.js';
import { remarkUnreadable, undated } from './history-lines.js';
import type { HistoryContents, Observation, SourcePost } from '../ports.js';
import { resolveObservedAt, type ReadContext, type ReadResult } from './reader.js';
import { countUnreadable, readRecord, writeObservation, writeRecord } from './record.js';
import { Refusal } from '../refusal.js';
import { textAt, type Json } from './tweet-object.js';

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
const TABLE_COLUMNS: readonly string[] = ['account', ...FACTS, ...OBSERVED];
/** Cells that hold JSON: lists and objects have no other form that can be read back. */
const STRUCTURED = new Set<string>(['links', 'contacts', 'provenance', 'partProvenance', 'more']);

/** A value as a cell; lists and objects as JSON. */
const toCell = (value: unknown): CsvCell => {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** A history as a table, piece by piece: one row for each observation. Records of imports are in the JSON lines only. */
export function writeHistoryTable({ account, posts }: HistoryContents, style?: CsvStyle): Generator<string> {
  const handle = account?.handles[0];
  function* rows(): Generator<readonly CsvCell[]> {
    for (const post of posts) {
      const record = writeRecord(post);
      const facts = FACTS.map((name) => toCell(record[name]));
      const observations = post.observations.length === 0 ? [{}] : post.observations.map(writeObservation);
      for (const observation of observations as readonly Json[]) {
        yield [handle, ...facts, ...OBSERVED.map((name) => toCell(observation[name]))];
      }
    }
  }
  return csvLines(TABLE_COLUMNS, rows(), style);
}

/** Whether a header is that of a table of posts: `id`, `text` and whatever else `readRecord` knows. */
export const isTableHeader = (header: readonly string[]): boolean => {
  const names = new Set(header.map(normaliseHeader));
  return names.has('id') && names.has('text');
};

const NAMES = new Map(TABLE_COLUMNS.map((name) => [name.toLowerCase(), name]));

function rowAsJson(cells: readonly string[], names: readonly (string | undefined)[]): Json {
  const json: Record<string, unknown> = {};
  names.forEach((name, index) => {
    const cell = unguardCell(cells[index] ?? '');
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
  let unreadable = 0;
  let waiting: SourcePost | undefined;
  // One list that grows: a copy for each row would take a time that grows with the square of the rows of a post.
  let observations: Observation[] = [];
  const passOn = (): void => {
    if (waiting) collector.post({ ...waiting, observations });
  };
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
    unreadable += countUnreadable(json);
    const post = readRecord(json, resolveObservedAt(context, undefined), handles);
    if (post === undefined) {
      collector.skip('damaged-id');
      return;
    }
    if (waiting?.id === post.id && waiting.text === post.text) {
      for (const observation of post.observations) observations.push(observation);
      return;
    }
    passOn();
    waiting = post;
    observations = [...post.observations];
  });
  passOn();
  const remarks = remarkUnreadable(unreadable);
  if (unknown.length > 0) remarks.unshift({ id: 'columns-unknown', columns: unknown });
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
