import { readText, type Container, type ReadableFile } from './container.js';
import { normaliseHeader, readRows } from './csv.js';
import { createScriptListReader, GRAILBIRD_OPENING } from './script-list.js';
import { datePost } from '../values.js';
import type { AccountSign, PostKind, PostLink, SourcePost } from '../ports.js';
import { resolveObservedAt, type ReadContext, type ReadResult, type Remark } from './reader.js';
import {
  collectContacts,
  distinct,
  handlesInText,
  isCutText,
  isRepostText,
  linksInText,
  unescapeText,
} from './text.js';
import { isObject, objectAt, readTweetObject, textAt, type TweetContext } from './tweet-object.js';

const MONTH = /^(.*?)data\/js\/tweets\/\d{4}_\d{2}\.js$/;
const SMALL = 1024 * 1024;

/** Where old archives begin inside a container. */
export const findGrailbirds = ({ files }: Container): readonly string[] =>
  [...new Set(files.flatMap(({ name }) => MONTH.exec(name)?.[1] ?? []))].sort();

/** What belongs to an old archive that begins at `prefix`: its scripts and pages, and the table of all tweets. */
export const isOfGrailbird = (name: string, prefix: string): boolean =>
  name.startsWith(prefix) &&
  /^(?:data|css|img|js|lib)\/|^(?:tweets\.csv|[^/]+\.(?:js|html|txt))$/i.test(name.slice(prefix.length));

/** The object of `var name = {…}`; empty when the file is missing or holds something else. */
async function readVariable(file: ReadableFile | undefined): Promise<Readonly<Record<string, unknown>>> {
  if (file === undefined) return {};
  const text = await readText(file, SMALL);
  try {
    const parsed: unknown = JSON.parse(text.slice(text.indexOf('=') + 1).replace(/;\s*$/, ''));
    return isObject(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

/** Whose tweets these are, which each of them says too: of the archive's own file when there is one. */
const readAccountSign = (user: Readonly<Record<string, unknown>>): AccountSign => {
  const id = textAt(user, 'id_str') ?? textAt(user, 'id');
  const handle = textAt(user, 'screen_name');
  return { ...(id === undefined ? {} : { id }), handles: handle === undefined ? [] : [handle] };
};

const isOfOther = (tweet: Readonly<Record<string, unknown>>): boolean =>
  isObject(tweet['retweeted_status']) || isRepostText(textAt(tweet, 'text') ?? '');

async function readMonth(
  file: ReadableFile,
  context: ReadContext,
  account: AccountSign,
  at: number | undefined,
): Promise<AccountSign> {
  const { collector } = context;
  let sign = account;
  let tweets: TweetContext | undefined;
  const elements = createScriptListReader(file.name, GRAILBIRD_OPENING, (element) => {
    if (!isObject(element)) return collector.skip('not-a-post');
    if (sign.id === undefined && sign.handles.length === 0 && !isOfOther(element)) {
      sign = readAccountSign(objectAt(element, 'user'));
    }
    tweets ??= {
      provenance: { source: 'grailbird', ...(at === undefined ? {} : { at }) },
      // Months that other tools appended hold counters; when those were read is not known.
      observed: resolveObservedAt(context, undefined),
      ...(sign.id === undefined ? {} : { accountId: sign.id }),
      own: new Set(sign.handles.map((handle) => handle.toLowerCase())),
      midnightTrap: true,
    };
    const post = readTweetObject(element, tweets);
    return post === undefined ? collector.skip('not-a-post') : collector.post(post);
  });
  for await (const chunk of collector.read(file)) elements.push(chunk);
  elements.end();
  return sign;
}

/** Reads an archive as it was until 2019: a script for each month, and `tweets.csv` for months that are missing. */
export async function readGrailbird(container: Container, prefix: string, context: ReadContext): Promise<ReadResult> {
  const files = new Map(
    container.files.filter(({ name }) => name.startsWith(prefix)).map((file) => [file.name.slice(prefix.length), file]),
  );
  const payload = await readVariable(files.get('data/js/payload_details.js'));
  const generatedAt = datePost('', payload['created_at']).at;
  let account = readAccountSign(await readVariable(files.get('data/js/user_details.js')));
  const months = [...files.keys()].filter((name) => /^data\/js\/tweets\/\d{4}_\d{2}\.js$/.test(name)).sort();
  for (const name of months) {
    const file = files.get(name);
    if (file) account = await readMonth(file, context, account, generatedAt);
  }
  const table = files.get('tweets.csv');
  if (table) await readTable(table, context, account);
  return {
    format: 'grailbird',
    account,
    ...(generatedAt === undefined ? {} : { generatedAt: generatedAt }),
    complete: false,
    remarks: [],
  };
}

/** Reads one month that stands alone. */
export async function readLoneMonth(file: ReadableFile, context: ReadContext): Promise<ReadResult> {
  const account = await readMonth(file, context, { handles: [] }, undefined);
  return { format: 'grailbird', account, complete: false, remarks: [] };
}

/** Whether a header is that of `tweets.csv`. */
export const isGrailbirdHeader = (header: readonly string[]): boolean =>
  normaliseHeader(header[0] ?? '') === 'tweet_id' && header.map(normaliseHeader).includes('expanded_urls');

async function readTable(file: ReadableFile, { collector }: ReadContext, account: AccountSign): Promise<void> {
  const own = new Set(account.handles.map((handle) => handle.toLowerCase()));
  let names: readonly string[] = [];
  await readRows(collector.read(file), (cells, number) => {
    if (number === 1) {
      names = cells.map(normaliseHeader);
      return;
    }
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    const post = asPost(cell, account.id, own);
    if (post === undefined) collector.skip('damaged-id');
    else collector.post(post);
  });
}

/** Reads `tweets.csv` alone. Whose it is, it does not say. */
export async function readGrailbirdTable(file: ReadableFile, context: ReadContext): Promise<ReadResult> {
  await readTable(file, context, { handles: [] });
  const remarks: Remark[] = [];
  return { format: 'grailbird-csv', account: { handles: [] }, complete: false, remarks };
}

function asPost(
  cell: (name: string) => string,
  accountId: string | undefined,
  own: ReadonlySet<string>,
): SourcePost | undefined {
  const id = cell('tweet_id');
  if (!/^\d{1,19}$/.test(id)) return undefined;
  const text = unescapeText(cell('text'));
  const answered = cell('in_reply_to_user_id');
  const isRepost = isRepostText(text) || cell('retweeted_status_id') !== '';
  const reply: PostKind = accountId !== undefined && answered === accountId ? 'thread' : 'reply';
  const kind: PostKind = isRepost ? 'repost' : answered === '' ? 'original' : reply;
  return {
    id,
    provenance: { source: 'grailbird-csv' },
    ...datePost(id, cell('timestamp'), true),
    kind,
    quote: false,
    language: '',
    media: 0,
    text,
    cut: isCutText(text),
    links: splitLinks(cell('expanded_urls'), text),
    contacts: collectContacts(kind, handlesInText(text), own, undefined),
    observations: [],
  };
}

/** Targets are joined by commas, hold commas themselves, and are mostly said twice. */
function splitLinks(expanded: string, text: string): PostLink[] {
  const targets = distinct(
    expanded.split(/,(?=https?:\/\/)/).filter((target) => /^https?:\/\//.test(target)),
    (target) => target,
  );
  const inText = linksInText(text);
  if (targets.length === 0) return inText;
  // Which short form leads where is certain only when both lists are of one length.
  return targets.map((target, index) => {
    const short = targets.length === inText.length ? inText[index]?.short : undefined;
    return short === undefined ? { target } : { short, target };
  });
}
