import type { Counters, Metric } from '#tweet/counters.js';
import { readText, type ReadableFile } from './container.js';
import { readCount, datePost } from '../values.js';
import type { ObservedAt, PostContact, PostKind, PostLink, SourcePost } from '../ports.js';
import { resolveObservedAt, type ReadContext, type ReadResult, type Remark } from './reader.js';
import { Refusal } from '../refusal.js';
import { collectContacts, distinct, isCutText, isRepostText, linksInText, unescapeText } from './text.js';
import { idAt, isObject, listAt, objectAt, textAt, type Json } from './tweet-object.js';

/** A page has at most 100 posts; many of them saved in one file are still small. */
const MAX_BYTES = 256 * 1024 * 1024;

/** X has two vocabularies for the same: `tweet` and `retweet` of before, `post` and `repost` of now. */
const PUBLIC: Readonly<Record<string, Metric>> = {
  like_count: 'likes',
  retweet_count: 'reposts',
  repost_count: 'reposts',
  reply_count: 'replies',
  quote_count: 'quotes',
  bookmark_count: 'bookmarks',
  impression_count: 'impressions',
};
const PRIVATE: Readonly<Record<string, Metric>> = {
  impression_count: 'impressions',
  url_link_clicks: 'linkClicks',
  user_profile_clicks: 'profileClicks',
  engagements: 'engagements',
};

/** What is known of the account when a page is read; the page itself names ids only. */
export interface ApiContext {
  readonly observed: ObservedAt;
  readonly own: ReadonlySet<string>;
  readonly accountId?: string;
}

function readCounters(post: Json, kind: PostKind): Counters {
  const counters: Partial<Record<Metric, number>> = {};
  const read = (from: string, names: Readonly<Record<string, Metric>>): void => {
    for (const [name, value] of Object.entries(objectAt(post, from))) {
      const metric = names[name];
      const count = readCount(value);
      if (metric !== undefined && count !== undefined) counters[metric] = count;
    }
  };
  read('public_metrics', PUBLIC);
  read('organic_metrics', { ...PUBLIC, ...PRIVATE });
  read('non_public_metrics', PRIVATE);
  // A repost shows how often the other post was reposted.
  if (kind === 'repost') delete counters.reposts;
  return counters;
}

function detectKind(post: Json, text: string, references: readonly Json[], { accountId }: ApiContext): PostKind {
  const isType = (type: string): boolean => references.some((reference) => reference['type'] === type);
  if (isType('retweeted') || isRepostText(text)) return 'repost';
  const answered = textAt(post, 'in_reply_to_user_id');
  if (answered === undefined && !isType('replied_to')) return 'original';
  return answered !== undefined && answered === (accountId ?? textAt(post, 'author_id')) ? 'thread' : 'reply';
}

/** A post as the API answers it. Undefined when it has no id or text. Every private field may be missing. */
export function readApiPost(post: Json, context: ApiContext): SourcePost | undefined {
  const id = idAt(post, 'id');
  const short = textAt(post, 'text');
  if (id === undefined || short === undefined) return undefined;
  const note = isObject(post['note_tweet']) ? post['note_tweet'] : objectAt(post, 'note_post');
  const full = textAt(note, 'text');
  const text = unescapeText(full ?? short);
  const entities = full === undefined ? objectAt(post, 'entities') : objectAt(note, 'entities');
  const references = [...listAt(post, 'referenced_tweets'), ...listAt(post, 'referenced_posts')];
  const kind = detectKind(post, text, references, context);
  const versions = post['edit_history_tweet_ids'] ?? post['edit_history_post_ids'];
  const [first] = Array.isArray(versions) && versions.length > 1 ? (versions as readonly unknown[]) : [];
  const firstVersion = typeof first === 'string' && /^\d{1,19}$/.test(first) ? first : undefined;
  const counters = readCounters(post, kind);
  const { observed } = context;
  const keys = objectAt(post, 'attachments')['media_keys'];
  return {
    id,
    provenance: { source: 'api', ...(observed.certainty === 'unknown' ? {} : { at: observed.instant }) },
    ...datePost(firstVersion ?? id, post['created_at']),
    kind,
    quote: references.some((reference) => reference['type'] === 'quoted'),
    language: textAt(post, 'lang') ?? '',
    media: Array.isArray(keys) ? keys.length : 0,
    ...(firstVersion === undefined ? {} : { firstVersion }),
    text,
    cut: full === undefined && isCutText(text),
    links: readLinks(entities, text),
    contacts: readMentions(entities, kind, context.own),
    observations: Object.keys(counters).length === 0 ? [] : [{ source: 'api', observed, counters }],
  };
}

/**
 * The text of a post as its author wrote it: short URLs replaced by what they stand for, that of its media left
 * out. Not by where they lead in the end: a post is found again by the words that were sent.
 */
export function sentText(post: Json): string {
  const note = isObject(post['note_tweet']) ? post['note_tweet'] : objectAt(post, 'note_post');
  const full = textAt(note, 'text');
  const entities = full === undefined ? objectAt(post, 'entities') : objectAt(note, 'entities');
  return listAt(entities, 'urls').reduce(
    (text, url) => {
      const short = textAt(url, 'url');
      const isMedia = textAt(url, 'media_key') !== undefined;
      const written = isMedia ? '' : (textAt(url, 'expanded_url') ?? short ?? '');
      return short === undefined ? text : text.replaceAll(short, () => written);
    },
    unescapeText(full ?? textAt(post, 'text') ?? ''),
  );
}

/** Ids of posts that X cannot find any more, by an answer's errors. One that may not be seen is not gone. */
const goneIn = (page: Json): readonly string[] =>
  listAt(page, 'errors').flatMap((error) => {
    const isGone = textAt(error, 'type')?.endsWith('resource-not-found') === true;
    return isGone ? (idAt(error, 'resource_id') ?? []) : [];
  });

function readLinks(entities: Json, text: string): PostLink[] {
  const urls = listAt(entities, 'urls');
  if (urls.length === 0) return linksInText(text);
  const links = urls.flatMap((url): PostLink[] => {
    // A URL with a media key is an attached image.
    if (textAt(url, 'media_key') !== undefined) return [];
    const short = textAt(url, 'url');
    const target = textAt(url, 'unwound_url') ?? textAt(url, 'expanded_url');
    if (target !== undefined) return [short === undefined ? { target } : { short, target }];
    return short === undefined ? [] : [{ short }];
  });
  return distinct(links, (link) => link.short ?? link.target ?? '');
}

function readMentions(entities: Json, kind: PostKind, own: ReadonlySet<string>): PostContact[] {
  const handles = listAt(entities, 'mentions').flatMap(
    (mention) => textAt(mention, 'username') ?? textAt(mention, 'tag') ?? [],
  );
  return collectContacts(
    kind,
    distinct(handles, (handle) => handle.toLowerCase()),
    own,
    undefined,
  );
}

function parsePages(text: string): readonly Json[] {
  const parse = (source: string): unknown => {
    try {
      return JSON.parse(source);
    } catch (error) {
      throw new Refusal('json-damaged', {}, { cause: error });
    }
  };
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isLines = lines.length > 1 && lines.every((line) => line.startsWith('{') && line.trimEnd().endsWith('}'));
  return (isLines ? lines.map(parse) : [parse(text)]).filter(isObject);
}

/** Reads answers of X's API to a request for a timeline, one or several in a file, one a line. */
export async function readApiPages(file: ReadableFile, context: ReadContext): Promise<ReadResult> {
  const { collector } = context;
  const observed = resolveObservedAt(context, undefined);
  const pages = parsePages(await readText({ ...file, read: () => collector.read(file) }, MAX_BYTES));
  const authors = new Set<string>();
  for (const page of pages) {
    let newest = 0;
    for (const item of listAt(page, 'data')) {
      const author = textAt(item, 'author_id');
      if (author !== undefined) authors.add(author);
      if (authors.size > 1) {
        throw new Refusal('several-accounts', { accounts: [...authors] });
      }
      const post = readApiPost(item, {
        observed,
        own: new Set(),
        ...(author === undefined ? {} : { accountId: author }),
      });
      newest = Math.max(newest, post?.at ?? 0);
      if (post === undefined) collector.skip('not-a-post');
      else collector.post(post);
    }
    // What X cannot find any more, of this account or of others. Without an instant of the answer its newest post is one.
    const seenAt = observed.certainty === 'unknown' ? newest : observed.instant;
    if (seenAt > 0) for (const id of goneIn(page)) collector.session.addAbsence(id, seenAt);
  }
  const [id] = authors;
  const remarks: Remark[] = observed.certainty === 'unknown' ? [{ id: 'observed-unknown' }] : [];
  return { format: 'api', account: { ...(id === undefined ? {} : { id }), handles: [] }, complete: false, remarks };
}
