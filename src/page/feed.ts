import { parseFeed } from 'feedsmith';
import { cleanText } from './element.js';
import { toAddress } from './metadata.js';

/** An entry of a feed: what is needed to read its page, and to know it again. */
export interface FeedEntry {
  /** What the feed knows it by; its link where the feed gives it no name of its own. */
  readonly id: string;
  readonly link: string;
  readonly title?: string;
  readonly summary?: string;
  /** Day on which it was published, `YYYY-MM-DD`. */
  readonly published?: string;
  readonly keywords?: readonly string[];
}

/** The text is not a feed that is read: RSS, RDF, Atom or JSON Feed. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
}

/** What is used of an entry, over the kinds of feeds. */
interface AnyEntry {
  readonly id?: unknown;
  readonly guid?: { readonly value?: unknown; readonly isPermaLink?: boolean };
  readonly link?: unknown;
  readonly url?: unknown;
  readonly external_url?: unknown;
  readonly links?: readonly { readonly href?: unknown; readonly rel?: unknown }[];
  readonly title?: unknown;
  readonly description?: unknown;
  readonly summary?: unknown;
  readonly pubDate?: unknown;
  readonly published?: unknown;
  readonly updated?: unknown;
  readonly date_published?: unknown;
  readonly dc?: { readonly date?: unknown };
  readonly categories?: readonly unknown[];
  readonly tags?: readonly unknown[];
}

const string = (value: unknown): string | undefined => {
  const inner = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  return typeof inner === 'string' && inner.trim() !== '' ? inner.trim() : undefined;
};

const plain = (value: unknown): string | undefined => {
  const raw = string(value);
  if (raw === undefined) return undefined;
  const text = cleanText(raw.replace(/<[^>]{0,500}>/g, ' ')).replace(/ (?=[.,;])/g, '');
  return text === '' ? undefined : text;
};

/** The entries of a feed that lead to a page, in the feed's order. @throws FeedError */
export function readFeed(text: string, { url }: { readonly url?: string | undefined } = {}): readonly FeedEntry[] {
  const { format, feed } = parse(text);
  const entries = (format === 'rss' || format === 'rdf' || format === 'json' ? feed.items : feed.entries) ?? [];
  return entries.flatMap((entry) => {
    const link = toAddress(findLink(entry), url);
    if (link === undefined) return [];
    const published = toDay(entry);
    const title = plain(entry.title);
    const summary = plain(entry.summary) ?? plain(entry.description);
    const keywords = [...(entry.categories ?? []), ...(entry.tags ?? [])].flatMap((each) => toKeyword(each) ?? []);
    return [
      {
        id: string(entry.guid?.value) ?? string(entry.id) ?? link,
        link,
        ...(title !== undefined && { title }),
        ...(summary !== undefined && { summary }),
        ...(published !== undefined && { published }),
        ...(keywords.length > 0 && { keywords: keywords.slice(0, 6) }),
      },
    ];
  });
}

interface AnyFeed {
  readonly format: string;
  readonly feed: { readonly items?: readonly AnyEntry[]; readonly entries?: readonly AnyEntry[] };
}

function parse(text: string): AnyFeed {
  try {
    return parseFeed(text) as unknown as AnyFeed;
  } catch (cause) {
    throw new FeedError('no feed', { cause });
  }
}

function findLink(entry: AnyEntry): string | undefined {
  const alternate = entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate');
  const permanent = entry.guid?.isPermaLink === false ? undefined : string(entry.guid?.value);
  return string(entry.link) ?? string(alternate?.href) ?? string(entry.url) ?? string(entry.external_url) ?? permanent;
}

const toKeyword = (value: unknown): string | undefined => {
  if (typeof value === 'object' && value !== null) {
    const { name, term, label } = value as { name?: unknown; term?: unknown; label?: unknown };
    return plain(name) ?? plain(label) ?? plain(term);
  }
  return plain(value);
};

function toDay(entry: AnyEntry): string | undefined {
  const written =
    string(entry.pubDate) ??
    string(entry.published) ??
    string(entry.date_published) ??
    string(entry.dc?.date) ??
    string(entry.updated);
  if (written === undefined) return undefined;
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(written)?.[0];
  if (iso !== undefined) return iso;
  // RFC 822: "Mon, 02 Mar 2026 10:00:00 +0100".
  const [, day = '', month = '', year = ''] = /(\d{1,2}) (\w{3})\w* (\d{4})/.exec(written) ?? [];
  const index = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf(month.toLowerCase());
  return index < 0 ? undefined : `${year}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
