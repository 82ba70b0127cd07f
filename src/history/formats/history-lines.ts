import type { ReadableFile } from './container.js';
import { decode } from './csv.js';
import { readApiPost } from './api-page.js';
import type {
  AccountSign,
  HistoryContents,
  ImportRecord,
  KeywordFigure,
  ObservedAt,
  OptOut,
  SourcePost,
} from '../ports.js';
import { resolveObservedAt, type ReadContext, type ReadResult, type Remark } from './reader.js';
import { readOutreach, writeOutreach } from './outreach-lines.js';
import { countUnreadable, readRecord, writeInstant, writeRecord } from './record.js';
import { BARE_OPENING, createScriptListReader } from './script-list.js';
import { Refusal } from '../refusal.js';
import { idAt, isObject, listAt, objectAt, readTweetObject, textAt, type Json } from './tweet-object.js';
import { VISIT_TOOLS, type VisitCount } from '../visits.js';
import { readCount, readFigure, readInstant } from '../values.js';

/** What the first line of an export as JSON lines tells. */
const HISTORY_SCHEMA = 'tweetspan/history@1';
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

/** A history as JSON lines, piece by piece: one line about the whole, one for each figure of demand, each count of visits and each post. It can be imported without loss. */
export function* writeHistoryLines(contents: HistoryContents): Generator<string> {
  const { account, imports, absences, keywords, optOuts, helpers, visits, posts } = contents;
  yield `${JSON.stringify({
    schema: HISTORY_SCHEMA,
    ...(account ? { account } : {}),
    imports: imports.map(writeImport),
    absences: absences.map(({ id, instant }) => ({ id, instant: writeInstant(instant) })),
    optOuts: optOuts.map(({ notedAt, ...optOut }) => ({ ...optOut, notedAt: writeInstant(notedAt) })),
    ...writeOutreach(helpers),
  })}\n`;
  for (const { reportedAt, ...figure } of keywords) {
    yield `${JSON.stringify({ ...figure, reportedAt: writeInstant(reportedAt) })}\n`;
  }
  for (const { start, ...count } of visits) {
    yield `${JSON.stringify({ ...count, start: writeInstant(start) })}\n`;
  }
  for (const post of posts) yield `${JSON.stringify(writeRecord(post))}\n`;
}

/** Whether an object is a tweet of X's API version 1.1, or a post of its version 2: other programs keep them as lines. */
const isOfOldApi = (json: Json): boolean =>
  idAt(json, 'id_str') !== undefined && ('full_text' in json || 'text' in json);
const isOfApi = (json: Json): boolean => 'public_metrics' in json || 'edit_history_tweet_ids' in json;

/** Whether a line begins a file of JSON lines that holds posts: an exported history, or objects with `id` and `text`. */
export function isHistoryLine(line: string): boolean {
  const json = asJson(line);
  if (json === undefined) return false;
  if (textAt(json, 'schema')?.startsWith(`${SCHEMA_NAME}@`) === true) return true;
  return isOfOldApi(json) || (idAt(json, 'id') !== undefined && 'text' in json);
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
  collector.session.addOutreach(readOutreach(header));
  const account = objectAt(header, 'account');
  const id = textAt(account, 'id');
  const { handles } = account;
  const names = Array.isArray(handles) ? handles.filter((handle): handle is string => typeof handle === 'string') : [];
  return { ...(id === undefined ? {} : { id }), handles: names };
}

function optOutAt(json: Json): OptOut | undefined {
  const handle = textAt(json, 'handle')?.toLowerCase();
  const { at: notedAt } = readInstant(json['notedAt']);
  return handle === undefined || !/^\w{1,20}$/.test(handle) || notedAt === undefined
    ? undefined
    : { handle, notedAt, ...(json['forgotten'] === true ? { forgotten: true } : {}) };
}

function keywordAt(json: Json): KeywordFigure | undefined {
  const [term, source, measure] = [textAt(json, 'term'), textAt(json, 'source'), textAt(json, 'measure')];
  const figure = readFigure(json['figure']);
  const { at: reportedAt } = readInstant(json['reportedAt']);
  if (term === undefined || source === undefined || measure === undefined) return undefined;
  if (figure === undefined || figure < 0 || reportedAt === undefined) return undefined;
  return { term, language: textAt(json, 'language') ?? '', figure, measure, source, reportedAt };
}

function visitsAt(json: Json): VisitCount | undefined {
  const { at: start } = readInstant(json['start']);
  const tool = VISIT_TOOLS.find((known) => known === json['tool']);
  const [visits, span, day] = [readCount(json['visits']), readCount(json['span']), textAt(json, 'day')];
  if (start === undefined || tool === undefined || visits === undefined || span === undefined || day === undefined) {
    return undefined;
  }
  return {
    link: textAt(json, 'link') ?? '',
    campaign: textAt(json, 'campaign') ?? '',
    content: textAt(json, 'content') ?? '',
    scope: json['scope'] === 'all' ? 'all' : 'part',
    start,
    span,
    day,
    tool,
    visits,
  };
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

/** Who wrote a post of the API, as far as its line says. */
function authorOf(json: Json): AccountSign {
  if (isOfOldApi(json)) return { handles: [] };
  const id = isOfApi(json) ? textAt(json, 'author_id') : undefined;
  return { ...(id === undefined ? {} : { id }), handles: [] };
}

function requireSameAccount(known: AccountSign, author: AccountSign): AccountSign {
  if (author.id === undefined) return known;
  if (known.id !== undefined && known.id !== author.id) {
    throw new Refusal('several-accounts', { accounts: [known.id, author.id] });
  }
  return { ...known, id: author.id };
}

function readLine(json: Json, observed: ObservedAt, account: AccountSign): SourcePost | undefined {
  const own = new Set(account.handles.map((handle) => handle.toLowerCase()));
  const sign = { observed, own, ...(account.id === undefined ? {} : { accountId: account.id }) };
  if (isOfApi(json)) return readApiPost(json, sign);
  if (isOfOldApi(json)) return readTweetObject(json, { ...sign, provenance: { source: 'table' }, midnightTrap: false });
  return readRecord(json, observed, own);
}

/** Reads JSON lines: a history that was exported, or objects of other make. */
export async function readHistoryLines(file: ReadableFile, context: ReadContext): Promise<ReadResult> {
  const { collector } = context;
  let account: AccountSign = { handles: [] };
  let isOurs = false;
  let number = 0;
  let unreadable = 0;
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
    const visits = isOurs && 'visits' in json ? visitsAt(json) : undefined;
    if (visits) {
      collector.visits(visits.visits);
      collector.session.addVisits(visits);
      continue;
    }
    const figure = isOurs && !('id' in json) ? keywordAt(json) : undefined;
    if (figure) {
      collector.session.addKeyword(figure);
      continue;
    }
    if (!isOurs) {
      account = requireSameAccount(account, authorOf(json));
      unreadable += countUnreadable(json);
    }
    const post = readLine(json, resolveObservedAt(context, undefined), account);
    if (post === undefined) collector.skip('damaged-id');
    else collector.post(post);
  }
  return {
    format: isOurs ? 'history' : 'table',
    account,
    complete: false,
    remarks: isOurs ? [] : [...remarkUnreadable(unreadable), ...undated(context)],
  };
}

/** Reads a JSON list of posts: the objects that stand one a line in other files. */
export async function readPostList(file: ReadableFile, context: ReadContext): Promise<ReadResult> {
  const { collector } = context;
  let account: AccountSign = { handles: [] };
  let unreadable = 0;
  const observed = resolveObservedAt(context, undefined);
  const list = createScriptListReader(file.name, BARE_OPENING, (element) => {
    const json = isObject(element) ? element : {};
    account = requireSameAccount(account, authorOf(json));
    unreadable += countUnreadable(json);
    const post = readLine(json, observed, account);
    if (post === undefined) collector.skip('damaged-id');
    else collector.post(post);
  });
  for await (const chunk of collector.read(file)) list.push(chunk);
  list.end();
  return { format: 'table', account, complete: false, remarks: [...remarkUnreadable(unreadable), ...undated(context)] };
}

/** What is said of cells that should be counters and are not; nothing where there are none. */
export const remarkUnreadable = (cells: number): Remark[] =>
  cells === 0 ? [] : [{ id: 'counters-unreadable', cells }];

/** What is said of a file that does not say when its counters were read, unless its user did. */
export const undated = (context: ReadContext): Remark[] =>
  context.observedAt === undefined ? [{ id: 'observed-unknown' }] : [];
