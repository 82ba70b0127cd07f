import type { Database } from '../driver/port.js';
import type { LinkVisits, VisitedPost } from '#history/query-ports.js';
import type { VisitCount } from '#history/visits.js';
import { GONE } from './rows.js';
import { readCampaignTag, tagKey } from '#tweet/campaign-tag.js';

// Visits never go back: of two exports the later one has all that the earlier one had.
const MERGE = `
INSERT INTO visits (link, campaign, content, scope, start, span, day, tool, visits)
  SELECT link, campaign, content, scope, start, span, day, tool, max(visits) FROM temp.stage_visits
  WHERE true GROUP BY link, campaign, content, scope, start, span, day, tool
ON CONFLICT DO UPDATE SET visits = excluded.visits WHERE excluded.visits > visits.visits`;

/** Merges the visits of the stage; answers how many counts are new or higher. */
export const mergeVisits = (database: Database): number => database.prepare(MERGE).run().changes;

/** All counts of web statistics, in an order of their own. */
export function* eachVisitCount(database: Database): Generator<VisitCount> {
  const columns = 'link, campaign, content, scope, start, span, day, tool, visits';
  yield* database.prepare<[], VisitCount>(`SELECT ${columns} FROM visits ORDER BY ${columns}`).iterate();
}

interface TaggedLink {
  readonly post: string;
  readonly target: string;
  readonly identity: string;
}

const TAGGED_LINKS = `
SELECT CAST(pl.post AS TEXT) AS post, pl.target, l.identity FROM post_links pl JOIN links l ON l.key = pl.link
JOIN posts p ON p.key = pl.post
WHERE pl.target IS NOT NULL AND instr(pl.target, 'utm_') > 0 AND p.kind <> 'repost' AND p.superseded = 0 AND NOT ${GONE}`;

interface Tagged {
  readonly links: ReadonlySet<string>;
  readonly posts: ReadonlySet<string>;
}

/** What the tags of the history's links lead to, by `tagKey`. */
function readTags(database: Database): ReadonlyMap<string, Tagged> {
  const tags = new Map<string, { links: Set<string>; posts: Set<string> }>();
  for (const { post, target, identity } of database.prepare<[], TaggedLink>(TAGGED_LINKS).iterate()) {
    const key = tagKey(readCampaignTag(target));
    if (key === '\n') continue;
    const tagged = tags.get(key) ?? { links: new Set(), posts: new Set() };
    tagged.links.add(identity);
    tagged.posts.add(post);
    tags.set(key, tagged);
  }
  return tags;
}

/**
 * Of one page, program and day there may be a count of the whole day and counts by hour, one of the page and others by
 * campaign, of the campaign with its page and without: each of these kinds counts a visit once, and the highest sum is
 * the most complete. Of several programs the one that saw most counts. So no visit is counted twice.
 */
const LINK_VISITS = `
DELETE FROM link_visits;
INSERT INTO link_visits
  SELECT link, max(total) FROM (
    SELECT link, sum(most) AS total FROM (
      SELECT link, tool, max(visits) AS most FROM (
        SELECT coalesce(t.link, v.link) AS link, v.tool, v.day, sum(v.visits) AS visits
        FROM visits v LEFT JOIN temp.tag_links t ON v.link = '' AND (t.campaign, t.content) = (v.campaign, v.content)
        WHERE v.link <> '' OR t.link IS NOT NULL
        GROUP BY coalesce(t.link, v.link), v.tool, v.day, v.span, v.scope, v.link = '')
      GROUP BY link, tool, day)
    GROUP BY link, tool)
  GROUP BY link;
DROP TABLE temp.tag_links;
`;

/** Computes again the visits of each link. A campaign that leads to several pages tells of none. */
export function recomputeLinkVisits(database: Database): void {
  if (database.prepare('SELECT 1 FROM visits LIMIT 1').get() === undefined) return;
  database.exec(`DROP TABLE IF EXISTS temp.tag_links;
    CREATE TEMP TABLE tag_links (campaign TEXT, content TEXT, link TEXT, PRIMARY KEY (campaign, content)) STRICT`);
  const insert = database.prepare('INSERT INTO temp.tag_links VALUES (?, ?, ?)');
  for (const [key, { links }] of readTags(database)) {
    const [link, ...others] = links;
    if (others.length === 0 && link !== undefined) insert.run(...key.split('\n'), link);
  }
  database.exec(LINK_VISITS);
}

const COUNTED = 'SELECT link, campaign, content, scope, start, span, day, tool, visits FROM visits WHERE';

/** Prepares to read what web statistics count of a link, by its identity. Campaigns of several links tell of none. */
export function prepareVisitReader(database: Database): (link: string) => LinkVisits {
  const ofPage = database.prepare<[string], VisitCount>(`${COUNTED} link = ?`);
  const ofTag = database.prepare<[string, string], VisitCount>(`${COUNTED} link = '' AND campaign = ? AND content = ?`);
  const tags = readTags(database);
  const keysOf = new Map<string, string[]>();
  for (const [key, { links }] of tags) {
    const [link, ...others] = links;
    if (link !== undefined && others.length === 0) keysOf.set(link, [...(keysOf.get(link) ?? []), key]);
  }
  return (link) => {
    const own = keysOf.get(link) ?? [];
    const owners = own.flatMap((key): [string, string][] => {
      const [post, ...others] = tags.get(key)?.posts ?? [];
      return post === undefined || others.length > 0 ? [] : [[key, post]];
    });
    const tagged = own.flatMap((key) => {
      const [campaign = '', content = ''] = key.split('\n');
      return ofTag.all(campaign, content);
    });
    return { counts: [...ofPage.all(link), ...tagged], owners: new Map(owners) };
  };
}

const POST_AT = `
SELECT id, at, kind FROM posts WHERE key = CAST(? AS INTEGER) AND at IS NOT NULL AND precision <> 'day'`;
const TAG_VISITS = `
SELECT tool, max(visits) AS visits FROM (
  SELECT tool, sum(most) AS visits FROM (
    SELECT tool, day, max(visits) AS most FROM (
      SELECT tool, day, sum(visits) AS visits FROM visits WHERE (campaign, content) = (?, ?)
      GROUP BY tool, day, span, link = '')
    GROUP BY tool, day)
  GROUP BY tool)`;
const TOOL_ENDS = 'SELECT max(start + span) AS until FROM visits WHERE tool = ?';

/** Posts with the visits that their campaign tag brought. A tag that several posts share tells of none of them. */
export function* eachVisitedPost(database: Database): Generator<VisitedPost> {
  const post = database.prepare<[string], { id: string; at: number; kind: VisitedPost['kind'] }>(POST_AT);
  const visited = database.prepare<unknown[], { tool: string | null; visits: number | null }>(TAG_VISITS);
  const end = database.prepare<[string], { until: number }>(TOOL_ENDS);
  for (const [key, { posts }] of readTags(database)) {
    const [id = '', ...others] = posts;
    const row = others.length === 0 ? post.get(id) : undefined;
    const { tool, visits } = visited.get(...key.split('\n')) ?? {};
    if (row === undefined || typeof tool !== 'string' || typeof visits !== 'number') continue;
    yield { ...row, visits, countedAt: end.get(tool)?.until ?? row.at };
  }
}
