import { isMediaLink } from '#tweet/link.js';
import { readCount, datePost } from '../values.js';
import type { Observation, ObservedAt, PostKind, PostLink, SourcePost, Provenance } from '../ports.js';
import { collectContacts, distinct, isCutText, isRepostText, linksInText, unescapeText, unpackText } from './text.js';

/** What a file says once for all of its posts. */
export interface TweetContext {
  readonly provenance: Provenance;
  /** When counters were read; undefined where the format has none. */
  readonly observed: ObservedAt;
  readonly accountId?: string;
  /** The account's own handles, in lower case. */
  readonly own: ReadonlySet<string>;
  readonly midnightTrap: boolean;
  /** Whether the texts of the object are packed: see `unpackText`. */
  readonly isPacked?: boolean;
}

/** A JSON object of unknown content. */
export type Json = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const textAt = (object: Json, key: string): string | undefined => {
  const value = object[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
export const objectAt = (object: Json, key: string): Json => {
  const value = object[key];
  return isObject(value) ? value : {};
};
const NONE: readonly Json[] = [];
export const listAt = (object: Json, key: string): readonly Json[] => {
  const value = object[key];
  if (!Array.isArray(value) || value.length === 0) return NONE;
  return value.every(isObject) ? value : value.filter(isObject);
};

const DIGITS = /^\d{1,19}$/;
const ON_X = /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/[^/]+\/status(?:es)?\/\d+/i;

const isPostOnX = (url: Json): boolean => {
  const target = textAt(url, 'expanded_url') ?? '';
  return ON_X.test(target) && !isMediaLink(target);
};

/** An id as text. Numbers are never read: beyond 2^53 JSON.parse has rounded them. */
export const idAt = (object: Json, key: string): string | undefined => {
  const value = textAt(object, key);
  return value !== undefined && DIGITS.test(value) ? value : undefined;
};

type ReadText = (object: Json, key: string) => string | undefined;
const packedTextAt: ReadText = (object, key) => {
  const text = textAt(object, key);
  return text === undefined ? undefined : unpackText(text);
};

function readLinks(entities: Json, media: ReadonlySet<string>, escaped: string, read: ReadText): PostLink[] {
  const listed = listAt(entities, 'urls').flatMap((url): PostLink[] => {
    const short = read(url, 'url');
    const target = read(url, 'expanded_url');
    if (target === undefined) return short === undefined ? [] : [{ short }];
    return [short === undefined || short === target ? { target } : { short, target }];
  });
  // Old tweets and cut retweets lack entities for URLs in the text.
  const links = listed.length > 0 ? listed : linksInText(unescapeText(escaped));
  const promoted = links.filter(
    ({ short, target }) => !(short !== undefined && media.has(short)) && !isMediaLink(target ?? ''),
  );
  return distinct(promoted, (link) => link.short ?? link.target ?? '');
}

function readFirstVersion(tweet: Json): string | undefined {
  const info = objectAt(tweet, 'edit_info');
  const edited = idAt(objectAt(info, 'edit'), 'initialTweetId');
  if (edited !== undefined) return edited;
  const versions: unknown = objectAt(info, 'initial')['editTweetIds'];
  const [first] = Array.isArray(versions) && versions.length > 1 ? versions : [];
  return typeof first === 'string' && DIGITS.test(first) ? first : undefined;
}

/** Whether an element names another author than the account: archives of before 2019 hold what people reposted so. */
function isForeign(tweet: Json, { accountId, own }: TweetContext): boolean {
  const user = objectAt(tweet, 'user');
  const id = textAt(user, 'id_str') ?? textAt(user, 'id');
  if (id !== undefined && accountId !== undefined) return id !== accountId;
  const handle = textAt(user, 'screen_name');
  return handle !== undefined && own.size > 0 && !own.has(handle.toLowerCase());
}

function detectKind(tweet: Json, text: string, name: string | undefined, { accountId, own }: TweetContext): PostKind {
  if (isRepostText(text) || isObject(tweet['retweeted_status'])) return 'repost';
  const user = textAt(tweet, 'in_reply_to_user_id_str') ?? textAt(tweet, 'in_reply_to_user_id');
  // An answered id may be a number in the old archive; the name then tells who it is.
  const isReply = user !== undefined || name !== undefined || typeof tweet['in_reply_to_user_id'] === 'number';
  if (!isReply) return 'original';
  const isOwn = (accountId !== undefined && user === accountId) || (name !== undefined && own.has(name.toLowerCase()));
  return isOwn ? 'thread' : 'reply';
}

function readObservations(tweet: Json, { provenance, observed, isPacked }: TweetContext): readonly Observation[] {
  const parseCount = (cell: unknown): number | undefined =>
    readCount(isPacked === true && typeof cell === 'string' ? unpackText(cell) : cell);
  const likes = parseCount(tweet['favorite_count']);
  const reposts = parseCount(tweet['retweet_count']);
  if (likes !== undefined && reposts !== undefined)
    return [{ source: provenance.source, observed, counters: { likes, reposts } }];
  if (likes === undefined && reposts === undefined) return [];
  const counters = { ...(likes === undefined ? {} : { likes }), ...(reposts === undefined ? {} : { reposts }) };
  return [{ source: provenance.source, observed, counters }];
}

const readAuthor = (tweet: Json): readonly string[] => {
  const handle = textAt(objectAt(tweet, 'user'), 'screen_name');
  return handle === undefined ? [] : [handle];
};

/**
 * A tweet as X's archives write it, old or present, with or without its wrapping `tweet`: which of the two is decided
 * for each tweet, as some files hold both. Undefined when it has no id that can be trusted.
 */
export function readTweetObject(element: Json, context: TweetContext): SourcePost | undefined {
  const inner = element['tweet'];
  const tweet = isObject(inner) ? inner : element;
  const id = idAt(tweet, 'id_str') ?? idAt(tweet, 'id');
  const read = context.isPacked === true ? packedTextAt : textAt;
  const escaped = read(tweet, 'full_text') ?? read(tweet, 'text');
  if (id === undefined || escaped === undefined) return undefined;
  const entities = objectAt(tweet, 'entities');
  const extended = listAt(objectAt(tweet, 'extended_entities'), 'media');
  const media = extended.length > 0 ? extended : listAt(entities, 'media');
  const imageUrls = new Set(media.flatMap((item) => read(item, 'url') ?? []));
  // Indices count code points of the escaped text: nothing is cut by them here, so that it can be unescaped at once.
  const text = unescapeText(escaped);
  const answered = read(tweet, 'in_reply_to_screen_name');
  const isOthers = isForeign(tweet, context);
  const kind = isOthers ? 'repost' : detectKind(tweet, text, answered, context);
  const firstVersion = readFirstVersion(tweet);
  const handles = distinct(
    listAt(entities, 'user_mentions').flatMap((mention) => read(mention, 'screen_name') ?? []),
    (handle) => handle.toLowerCase(),
  );
  const urls = listAt(entities, 'urls');
  const { at, precision } = datePost(firstVersion ?? id, tweet['created_at'], context.midnightTrap);
  const post: SourcePost = {
    id,
    provenance: context.provenance,
    at,
    precision,
    kind,
    quote: kind !== 'repost' && urls.some(isPostOnX),
    language: read(tweet, 'lang') ?? '',
    media: media.length,
    text,
    cut: isCutText(text),
    links: readLinks(entities, imageUrls, escaped, read),
    contacts: isOthers
      ? readAuthor(tweet).map((handle) => ({ handle, how: 'repost' as const }))
      : collectContacts(kind, handles, context.own, answered),
    // The counters of another author's post say nothing about the account.
    observations: isOthers ? [] : readObservations(tweet, context),
  };
  return firstVersion === undefined ? post : { ...post, firstVersion };
}
