import type { PostContact, PostKind, PostLink, SourcePost } from '../ports.js';
import { linkIdentity } from '#tweet/link.js';
import { idToInstant } from '#tweet/snowflake.js';

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const ESCAPE = /&(?:(lt|gt|quot|apos|amp)|#(\d{2,7})|#x([0-9a-f]{2,6}));/gi;

/**
 * Decodes what X escapes in its texts, once: `&amp;lt;` becomes `&lt;`. Other names are left as they are, since people
 * write them; so is a bare `&`.
 */
export function unescapeText(text: string): string {
  // Not `includes`, here and below: several times slower in the engine, and for each post of an import.
  if (text.indexOf('&') < 0) return text;
  return text.replace(
    ESCAPE,
    (whole, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

const HIGH_BYTE = /[\x80-\xff]/;

/** Decodes a packed text, in which each character stands for one byte of UTF-8. */
export const unpackText = (packed: string): string =>
  HIGH_BYTE.test(packed) ? Buffer.from(packed, 'latin1').toString('utf8') : packed;

/** A retweet by its text. The hand-made ones look alike: neither is the account's own text. */
export const isRepostText = (text: string): boolean => /^RT:? @\w/.test(text);

/** Whether a text ends as X ends one that it cuts. */
export const isCutText = (text: string): boolean =>
  text.indexOf('…') >= 0 && /…(?:\s+https?:\/\/t\.co\/\w+)*$/.test(text);

/** With the dots that a cut URL ends in, so that it is seen to be cut. */
const URL_IN_TEXT = /https?:\/\/[^\s"<>…]+…?/gi;
const CUT_URL = /(?:…|\.{3,})$/;
const SHORT = /^https?:\/\/t\.co\/\w+/i;
const TRAILING = /[.,;:!?)\]}'’»]+$/;

/** The URLs of a text whose source lists no entities. X's short form is a link of unknown target. */
export function linksInText(text: string): PostLink[] {
  if (!/https?:\/\//i.test(text)) return [];
  const whole = (text.match(URL_IN_TEXT) ?? []).filter((url) => !CUT_URL.test(url));
  const links = whole.map((url): PostLink => {
    const short = SHORT.exec(url)?.[0];
    return short === undefined ? { target: url.replace(TRAILING, '') } : { short };
  });
  return distinct(links, (link) => link.short ?? link.target ?? '');
}

const HANDLE = /(?<![\w@/])@(\w{1,15})(?![\w@])/g;

/** The handles that a text names, in its order, each once. */
export const handlesInText = (text: string): string[] =>
  text.indexOf('@') >= 0
    ? distinct(
        Array.from(text.matchAll(HANDLE), ([, handle = '']) => handle),
        lower,
      )
    : [];

const lower = (text: string): string => text.toLowerCase();

/** The first of each key, in their order. */
export function distinct<T>(items: readonly T[], key: (item: T) => string): T[] {
  if (items.length < 2) return [...items];
  const seen = new Set<string>();
  return items.filter((item) => {
    const value = key(item);
    if (seen.has(value)) return false;
    seen.add(value);
    return true;
  });
}

/** How a post is bound to others, as far as a text alone tells. `own` are the account's handles, in lower case. */
export function detectTextKind(text: string, own: ReadonlySet<string>): PostKind {
  if (isRepostText(text)) return 'repost';
  const answered = /^@(\w+)/.exec(text)?.[1];
  if (answered === undefined) return 'original';
  return own.has(answered.toLowerCase()) ? 'thread' : 'reply';
}

/**
 * The people of a post: whom it answers, whose text it repeats, whom it mentions. The text of others names people too,
 * but the account did not: of a repost only the first counts. The account itself is none.
 */
export function collectContacts(
  kind: PostKind,
  handles: readonly string[],
  own: ReadonlySet<string>,
  answered: string | undefined,
): PostContact[] {
  const isOther = (handle: string): boolean => !own.has(handle.toLowerCase());
  if (kind === 'repost')
    return handles
      .slice(0, 1)
      .filter(isOther)
      .map((handle) => ({ handle, how: 'repost' }));
  const first = kind === 'reply' ? (answered ?? handles[0]) : undefined;
  const replied: PostContact[] = first !== undefined && isOther(first) ? [{ handle: first, how: 'reply' }] : [];
  const mentioned = handles.filter((handle) => isOther(handle) && handle.toLowerCase() !== first?.toLowerCase());
  return [...replied, ...mentioned.map((handle): PostContact => ({ handle, how: 'mention' }))];
}

/** A post that the account has just made: what was sent, and when (ms UTC). */
interface OwnPost {
  readonly id: string;
  readonly text: string;
  readonly at: number;
  /** Number of images and videos. */
  readonly media: number;
}

/**
 * A post that the account made through the queue, as the history takes it. It is an original, also where it begins with
 * a handle: it was not sent as a reply. What X says about it later takes precedence.
 * @param own the account's handles, without `@`, in any case.
 */
export function toSourcePost({ id, text, at, media }: OwnPost, own: readonly string[]): SourcePost {
  const handles = new Set(own.map((handle) => handle.toLowerCase()));
  return {
    id,
    provenance: { source: 'record', at },
    at: idToInstant(id) ?? at,
    precision: 'ms',
    kind: 'original',
    quote: false,
    language: '',
    media,
    text,
    cut: false,
    links: linksInText(text),
    contacts: collectContacts('original', handlesInText(text), handles, undefined),
    observations: [],
  };
}

/** An own post as a queue that was brought from elsewhere knows it; `links` are identities. */
interface KnownPost {
  readonly id: string;
  /** ms UTC; undefined where it is not known. */
  readonly at?: number;
  readonly hasHour: boolean;
  readonly text: string;
  readonly links: readonly string[];
}

/** A post of which no more is known than what a queue needs, as the history takes it. What any export says of it takes precedence. */
export function toKnownPost({ id, at, hasHour, text, links }: KnownPost, own: readonly string[]): SourcePost {
  const written = linksInText(text).flatMap(({ target }) => target ?? []);
  const { at: _at, ...post } = toSourcePost({ id, text, at: at ?? 0, media: 0 }, own);
  return {
    ...post,
    provenance: { source: 'record', ...(at === undefined ? {} : { at }) },
    at,
    precision: hasHour ? 'ms' : 'day',
    links: links.map((link) => ({ target: written.find((url) => linkIdentity(url) === link) ?? `https://${link}` })),
  };
}
