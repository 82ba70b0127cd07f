import type { Database } from '../driver/port.js';
import type { Observation } from '#history/ports.js';
import type { LinkFilter, LinkGrade, LinkOrder, LinkPost, LinkSummary } from '#history/query-ports.js';
import type { Metric } from '#tweet/counters.js';
import { columnName, GONE, METRIC_COLUMNS, type ObservationRow, toObservation } from './rows.js';
import { toIdentity, prepareLinkReader, toSummary, SUMMARY_COLUMNS, type SummaryRow } from './posts.js';

interface LinkRow {
  readonly identity: string;
  readonly posts: number;
  readonly first_at: number | null;
  readonly last_at: number | null;
  readonly likes: number | null;
  readonly reposts: number | null;
  readonly replies: number | null;
  readonly impressions: number | null;
  readonly link_clicks: number | null;
  readonly visits: number | null;
  /** Of links of unknown target in a list: as their newest post shows them. */
  readonly text?: string | null;
  readonly short?: string | null;
}

const TOTALS = ['likes', 'reposts', 'replies', 'impressions', 'linkClicks'] as const satisfies readonly Metric[];

function asSummary(row: LinkRow): LinkSummary {
  const totals: Partial<Record<(typeof TOTALS)[number], number>> = {};
  for (const metric of TOTALS) {
    const figure = row[columnName(metric) as keyof LinkRow];
    if (typeof figure === 'number') totals[metric] = figure;
  }
  return {
    identity: row.identity,
    posts: row.posts,
    ...(row.first_at === null ? {} : { firstAt: row.first_at }),
    ...(row.last_at === null ? {} : { lastAt: row.last_at }),
    totals,
    byText: row.identity.startsWith('text:'),
    ...(row.visits === null ? {} : { visits: row.visits }),
    ...(typeof row.text === 'string' ? { text: row.text } : {}),
    ...(typeof row.short === 'string' ? { short: row.short } : {}),
  };
}

const ORDERS: Readonly<Record<LinkOrder, string>> = {
  posts: 'posts DESC, identity',
  last: 'last_at DESC, identity',
  visits: 'visits DESC NULLS LAST, identity',
};

const OF_NEWEST_POST = 'FROM post_links n WHERE n.link = l.key ORDER BY n.post DESC LIMIT 1';
const IS_BY_TEXT = "l.identity GLOB 'text:*'";
const LIST_COLUMNS = `l.*, (SELECT v.visits FROM link_visits v WHERE v.link = l.identity) AS visits,
  iif(${IS_BY_TEXT}, (SELECT (SELECT p.text FROM posts p WHERE p.key = n.post) ${OF_NEWEST_POST}), NULL) AS text,
  iif(${IS_BY_TEXT}, (SELECT n.short ${OF_NEWEST_POST}), NULL) AS short`;

/** Lists links with their figures, which were computed when their posts were merged. */
export function* eachLink(
  database: Database,
  filter: LinkFilter,
  order: LinkOrder,
  limit: number,
): Generator<LinkSummary> {
  const { search, minPosts = 1, visited = false } = filter;
  const where = `${search === undefined ? '' : 'AND instr(identity, ?) > 0'} ${visited ? 'AND visits IS NOT NULL' : ''}`;
  const rows = database
    .prepare<unknown[], LinkRow>(
      `SELECT ${LIST_COLUMNS} FROM links l WHERE posts >= ? ${where} ORDER BY ${ORDERS[order]} LIMIT ?`,
    )
    .iterate(minPosts, ...(search === undefined ? [] : [search.toLowerCase()]), limit);
  for (const row of rows) yield asSummary(row);
}

/** How many links have a post of a known time. */
export const countDatedLinks = (database: Database): number =>
  Number(database.prepare('SELECT count(*) FROM links WHERE last_at IS NOT NULL').pluck().get());

const LINKS_OF_POST = 'SELECT link FROM post_links WHERE post = CAST(? AS INTEGER) AND link IS NOT NULL';
const LINKS_OF_SHORT = 'SELECT link FROM post_links WHERE short = ? AND link IS NOT NULL';

/** The links of a post by its id, or those that a short URL stands for. */
export function listLinksOf(database: Database, postOrShort: string): LinkSummary[] {
  const isId = /^\d{1,19}$/.test(postOrShort);
  return database
    .prepare<[string], LinkRow>(
      `SELECT * FROM links WHERE key IN (${isId ? LINKS_OF_POST : LINKS_OF_SHORT}) ORDER BY ${ORDERS.posts}`,
    )
    .all(postOrShort)
    .map(asSummary);
}

const POSTS_OF_LINK = `
SELECT ${SUMMARY_COLUMNS}, p.first_version <> 0 AS edited, max(pl.grade) AS grade,
  (SELECT count(DISTINCT link) FROM post_links WHERE post = p.key) AS links
FROM links l JOIN post_links pl ON pl.link = l.key JOIN posts p ON p.key = pl.post
WHERE l.identity = ? AND p.superseded = 0 AND p.kind <> 'repost' AND NOT ${GONE} GROUP BY p.key ORDER BY p.key`;

const OBSERVATIONS_OF = `
SELECT instant, certainty, source, ${METRIC_COLUMNS.join(', ')}, more FROM observations
WHERE post = CAST(? AS INTEGER) ORDER BY instant, certainty, source, fingerprint`;

/** Each version has counters of its own: those that one source read at one instant are added up. */
const OBSERVATIONS_OF_VERSIONS = `
SELECT o.instant, o.certainty, o.source, ${METRIC_COLUMNS.map((column) => `sum(o.${column}) AS ${column}`).join(', ')},
  CAST(NULL AS TEXT) AS more
FROM posts p JOIN posts v ON v.first_version = p.first_version AND v.first_version <> 0 OR v.key = p.first_version
JOIN observations o ON o.post = v.key
WHERE p.key = CAST(? AS INTEGER) GROUP BY o.instant, o.certainty, o.source ORDER BY o.instant, o.certainty, o.source`;

const GRADES: Readonly<Record<number, LinkGrade>> = { 3: 'target', 2: 'short', 1: 'text' };

/** Prepares to read the posts of a link, a URL or an identity: oldest first, with all observations. */
export function prepareLinkPostReader(database: Database): (link: string) => LinkPost[] {
  const readLinks = prepareLinkReader(database);
  const plain = database.prepare<[string], ObservationRow>(OBSERVATIONS_OF);
  const summed = database.prepare<[string], ObservationRow>(OBSERVATIONS_OF_VERSIONS);
  const readObservations = (id: string, edited: boolean): Observation[] =>
    (edited ? summed : plain).all(id).map(toObservation);
  const posts = database.prepare<
    [string],
    SummaryRow & { readonly edited: number; readonly grade: number; readonly links: number }
  >(POSTS_OF_LINK);
  return (link) =>
    posts.all(toIdentity(link)).map((row) =>
      Object.assign(toSummary(row, readLinks(row.id)), {
        grade: GRADES[row.grade] ?? 'text',
        linkCount: row.links,
        observations: readObservations(row.id, row.edited === 1),
      }),
    );
}
