import type { Database } from '../driver/port.js';
import type { PostFilter, PostOrder, PostSummary, TermUse } from '#history/query-ports.js';
import type { PostKind, Precision } from '#history/ports.js';
import { linkIdentity } from '#tweet/link.js';
import { searchablePiece, sortPieces } from '#tweet/search-text.js';
import { firstIdAt } from '#tweet/snowflake.js';
import { GONE, METRIC_COLUMNS, toCounters } from './rows.js';

const asPhrase = (piece: string): string => {
  const isPrefix = piece.length > 1 && piece.endsWith('*');
  const words = piece.replace(/^"|"$/g, '').replace(/\*$/, '').replaceAll('"', ' ');
  return `"${searchablePiece(words)}"${isPrefix ? ' *' : ''}`;
};

/**
 * What people type, in the language of the full-text index: every piece is quoted, so that none of it is an operator of
 * that language. Undefined when there is no word to look for.
 */
export function toMatch(search: string): string | undefined {
  const { wanted, unwanted } = sortPieces(search);
  if (wanted.length === 0) return undefined;
  return [wanted.map(asPhrase).join(' AND '), ...unwanted.map(asPhrase)].join(' NOT ');
}

/** What `toSummary` reads, from `posts p`. */
export const SUMMARY_COLUMNS = `p.id, p.at, p.precision, p.kind, p.quote, p.language, p.media, p.text, ${GONE} AS gone,
  ${METRIC_COLUMNS.map((column) => `p.${column}`).join(', ')}`;

export type SummaryRow = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly at: number | null;
  readonly precision: Precision;
  readonly kind: PostKind;
  readonly quote: number;
  readonly language: string;
  readonly media: number;
  readonly text: string;
  readonly gone: number;
};

/** A row of SUMMARY_COLUMNS as a post. */
export const toSummary = (row: SummaryRow, links: readonly string[]): PostSummary => ({
  id: row.id,
  ...(row.at === null ? {} : { at: row.at }),
  precision: row.precision,
  kind: row.kind,
  quote: row.quote === 1,
  language: row.language,
  media: row.media,
  text: row.text,
  counters: toCounters(row),
  gone: row.gone === 1,
  links,
});

const LINKS_OF = `
SELECT DISTINCT l.identity FROM post_links pl JOIN links l ON l.key = pl.link
WHERE pl.post = CAST(? AS INTEGER) ORDER BY pl.position`;

/** A function that answers the identities that a post points to. */
export const prepareLinkReader = (database: Database): ((id: string) => readonly string[]) => {
  const statement = database.prepare<[string], string>(LINKS_OF).pluck();
  return (id) => statement.all(id);
};

/** A URL or an identity as an identity. */
export const toIdentity = (link: string): string => (link.startsWith('text:') ? link : (linkIdentity(link) ?? link));

const ORDERS: Readonly<Record<PostOrder, string>> = {
  newest: 'p.key DESC',
  oldest: 'p.key',
  likes: 'p.likes DESC NULLS LAST, p.key DESC',
  reposts: 'p.reposts DESC NULLS LAST, p.key DESC',
  replies: 'p.replies DESC NULLS LAST, p.key DESC',
  impressions: 'p.impressions DESC NULLS LAST, p.key DESC',
};
/** The id of an edited post is that of its last version, at most an hour after the first, which tells its time. */
const EDIT_WINDOW = 3_600_000;

interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** `key` is the column by which rows are walked: the index's own when words are searched. */
function toConditions(filter: PostFilter, match: string | undefined, key: string): Condition[] {
  const { kinds, link, since, until, gone, superseded } = filter;
  const conditions: Condition[] = [];
  if (match !== undefined) conditions.push({ sql: 'posts_text MATCH ?', values: [match] });
  if (superseded !== true) conditions.push({ sql: 'p.superseded = 0', values: [] });
  if (kinds && kinds.length > 0) {
    conditions.push({ sql: `p.kind IN (${kinds.map(() => '?').join(', ')})`, values: kinds });
  }
  if (link !== undefined) {
    const posts = 'SELECT pl.post FROM post_links pl JOIN links l ON l.key = pl.link WHERE l.identity = ?';
    conditions.push({ sql: `p.key IN (${posts})`, values: [toIdentity(link)] });
  }
  // Keys are in the order of time: a bound on them lets the walk begin and end at the right place.
  if (since !== undefined) {
    conditions.push({ sql: `${key} >= CAST(? AS INTEGER) AND p.at >= ?`, values: [firstIdAt(since), since] });
  }
  if (until !== undefined) {
    conditions.push({
      sql: `${key} < CAST(? AS INTEGER) AND p.at < ?`,
      values: [firstIdAt(until + EDIT_WINDOW), until],
    });
  }
  if (gone !== undefined) conditions.push({ sql: gone ? GONE : `NOT ${GONE}`, values: [] });
  return conditions;
}

/** Lists posts. With words and by time it reads no more than it answers, however many posts hold the words. */
export function* eachPost(
  database: Database,
  filter: PostFilter,
  order: PostOrder,
  limit: number,
): Generator<PostSummary> {
  const match = filter.search === undefined ? undefined : toMatch(filter.search);
  const isSearch = match !== undefined;
  const conditions = toConditions(filter, match, isSearch ? 'posts_text.rowid' : 'p.key');
  const from = isSearch ? 'posts_text CROSS JOIN posts p ON p.key = posts_text.rowid' : 'posts p';
  // The index walks its own row ids in order without sorting; those of the joined table it would sort.
  const by = isSearch ? ORDERS[order].replace(/^p\.key/, 'posts_text.rowid') : ORDERS[order];
  const where = conditions.map(({ sql }) => `(${sql})`).join(' AND ');
  const rows = database
    .prepare<unknown[], SummaryRow>(
      `SELECT ${SUMMARY_COLUMNS} FROM ${from}${where === '' ? '' : ` WHERE ${where}`} ORDER BY ${by} LIMIT ?`,
    )
    .iterate(...conditions.flatMap(({ values }) => values), limit);
  const readLinks = prepareLinkReader(database);
  for (const row of rows) yield toSummary(row, readLinks(row.id));
}

/** The latest posts are looked at, so that a look-up takes a few ms in a history of any size. */
export const LOOKED = 2000;

const TERM_USE = `
SELECT count(*) AS looked, sum(kind = 'original') AS posts,
  avg(CASE WHEN kind = 'original' AND (likes IS NOT NULL OR reposts IS NOT NULL)
    THEN coalesce(likes, 0) + coalesce(reposts, 0) END) AS mean
FROM (SELECT p.kind, p.likes, p.reposts FROM posts_text CROSS JOIN posts p ON p.key = posts_text.rowid
  WHERE posts_text MATCH ? AND p.superseded = 0 AND NOT ${GONE} ORDER BY posts_text.rowid DESC LIMIT ${LOOKED})`;

/** How the latest posts with a term fared. A term of several words is looked for as they stand. */
export function findTermUse(database: Database, term: string): TermUse {
  const match = toMatch(`"${term.replaceAll('"', ' ')}"`);
  const row =
    match === undefined
      ? undefined
      : database.prepare<[string], { looked: number; posts: number | null; mean: number | null }>(TERM_USE).get(match);
  return {
    term,
    posts: row?.posts ?? 0,
    looked: row?.looked ?? 0,
    ...(row === undefined || row.mean === null ? {} : { meanReactions: row.mean }),
  };
}

const PAST_POSTS = `
SELECT DISTINCT ${SUMMARY_COLUMNS} FROM links l JOIN post_links pl ON pl.link = l.key JOIN posts p ON p.key = pl.post
WHERE l.identity = ? AND p.superseded = 0 AND p.kind <> 'repost' AND NOT ${GONE} ORDER BY pl.post DESC LIMIT ?`;

/** The account's own posts of a link, newest first. */
export function findPastPosts(database: Database, link: string, limit: number): PostSummary[] {
  const readLinks = prepareLinkReader(database);
  return database
    .prepare<[string, number], SummaryRow>(PAST_POSTS)
    .all(toIdentity(link), limit)
    .map((row) => toSummary(row, readLinks(row.id)));
}
