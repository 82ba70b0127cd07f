import type { Database } from 'better-sqlite3';
import { textKey } from '../tweet/text-key.js';
import { METRIC_COLUMNS } from './columns.js';

/** Edited posts: all versions of the chains that were touched. */
const FIND_VERSIONS = `
INSERT OR IGNORE INTO temp.chains
  SELECT first_version FROM posts WHERE first_version <> 0 AND key IN (SELECT key FROM temp.touched);
INSERT OR IGNORE INTO temp.chains
  SELECT first_version FROM posts WHERE first_version <> 0 AND first_version IN (SELECT key FROM temp.touched);
INSERT OR IGNORE INTO temp.recount SELECT key FROM posts WHERE key IN (SELECT key FROM temp.chains);
INSERT OR IGNORE INTO temp.recount
  SELECT key FROM posts WHERE first_version <> 0 AND first_version IN (SELECT key FROM temp.chains);
INSERT OR IGNORE INTO temp.touched SELECT key FROM temp.recount;
UPDATE posts AS p SET superseded = EXISTS (
  SELECT 1 FROM posts later
  WHERE later.first_version <> 0 AND later.first_version = iif(p.first_version = 0, p.key, p.first_version)
    AND later.key > p.key)
WHERE (key IN (SELECT key FROM temp.chains)
  OR first_version <> 0 AND first_version IN (SELECT key FROM temp.chains));
`;

// The latest figure that any source tells, counter by counter: a source that does not know a counter says nothing of it.
const latest = (column: string): string =>
  `(SELECT o.${column} FROM observations o WHERE o.post = p.key AND o.${column} IS NOT NULL
    ORDER BY o.instant DESC, o.certainty DESC, o.source DESC, o.fingerprint DESC LIMIT 1)`;

const RECOUNT = `
UPDATE posts AS p SET
  seen_at = coalesce((SELECT max(CASE o.certainty WHEN 1 THEN o.instant - 86400000 + 1000 ELSE o.instant END)
    FROM observations o WHERE o.post = p.key), 0),
  ${METRIC_COLUMNS.map((column) => `${column} = ${latest(column)}`).join(',\n  ')}
WHERE key IN (SELECT key FROM temp.recount);
`;

/** Each version has counters of its own (docs.x.com, metrics): the last one gets those of all. */
const SUM_VERSIONS = `
UPDATE posts AS p SET (${METRIC_COLUMNS.join(', ')}) = (
  SELECT ${METRIC_COLUMNS.map((column) => `sum(v.${column})`).join(', ')} FROM posts v
  WHERE v.key = p.first_version OR v.first_version <> 0 AND v.first_version = p.first_version)
WHERE superseded = 0 AND first_version <> 0 AND first_version IN (SELECT key FROM temp.chains);
`;

/**
 * Links whose target no source told: found by the short form, which another source resolved, else by another post of the
 * same text. Computed anew for all of them, since any import may resolve any; there are none in an archive.
 */
const RESOLVE_WEAK = `
CREATE TEMP TABLE resolved AS
  SELECT w.post, w.position, w.text_hash, CAST(NULL AS INTEGER) AS link, 0 AS grade, w.short FROM post_links w WHERE w.grade < 3;
CREATE INDEX temp.resolved_short ON resolved (short);
CREATE INDEX temp.resolved_text ON resolved (text_hash, position);
CREATE TEMP TABLE told AS
  SELECT s.short AS short, min(l.identity) AS identity FROM post_links s JOIN links l ON l.key = s.link
  WHERE s.grade = 3 AND s.short IN (SELECT short FROM temp.resolved) GROUP BY s.short;
UPDATE temp.resolved SET grade = 2, link = l.key FROM temp.told t JOIN links l ON l.identity = t.identity
  WHERE t.short = resolved.short;
CREATE TEMP TABLE same_text AS
  SELECT text_hash, position, min(link) AS link FROM (
    SELECT text_hash, position, link FROM post_links
      WHERE grade = 3 AND link IS NOT NULL AND text_hash IN (SELECT text_hash FROM temp.resolved WHERE grade = 0)
    UNION SELECT text_hash, position, link FROM temp.resolved WHERE grade = 2 AND text_hash IS NOT NULL
  ) GROUP BY text_hash, position HAVING count(*) = 1;
UPDATE temp.resolved SET grade = 1, link = t.link FROM temp.same_text t
  WHERE resolved.grade = 0 AND t.text_hash = resolved.text_hash AND t.position = resolved.position;
`;

const APPLY_WEAK = `
INSERT OR IGNORE INTO temp.stale_links
  SELECT pl.link FROM temp.resolved r JOIN post_links pl USING (post, position) WHERE pl.link IS NOT NULL AND pl.link IS NOT r.link;
INSERT OR IGNORE INTO temp.stale_links
  SELECT r.link FROM temp.resolved r JOIN post_links pl USING (post, position) WHERE r.link IS NOT NULL AND pl.link IS NOT r.link;
UPDATE post_links SET link = r.link, grade = r.grade FROM temp.resolved r
  WHERE r.post = post_links.post AND r.position = post_links.position AND (r.link, r.grade) IS NOT (post_links.link, post_links.grade);
DROP TABLE temp.resolved;
DROP TABLE temp.told;
DROP TABLE temp.same_text;
`;

/** What a link is called when its target is unknown; no address begins so. */
const TEXT_IDENTITY = 'text:';

function resolveWeakLinks(database: Database): void {
  if (database.prepare('SELECT 1 FROM post_links WHERE grade < 3 LIMIT 1').get() === undefined) return;
  database.exec(RESOLVE_WEAK);
  // The rest is known by its text alone. Several links of one text are told apart by their place in it.
  database.function('text_identity', { deterministic: true }, (text: unknown, position: unknown) => {
    const key = textKey(String(text));
    return key === undefined
      ? null
      : `${TEXT_IDENTITY}${key}${Number(position) === 0 ? '' : ` (${Number(position) + 1})`}`;
  });
  database.exec(`
    CREATE TEMP TABLE by_text AS
      SELECT r.post, r.position, text_identity(p.text, r.position) AS identity
      FROM temp.resolved r JOIN posts p ON p.key = r.post WHERE r.grade = 0 AND r.text_hash IS NOT NULL;
    INSERT OR IGNORE INTO links (identity) SELECT DISTINCT identity FROM temp.by_text WHERE identity IS NOT NULL;
    UPDATE temp.resolved SET grade = 1, link = l.key FROM temp.by_text t JOIN links l ON l.identity = t.identity
      WHERE t.post = resolved.post AND t.position = resolved.position;
    DROP TABLE temp.by_text;
  `);
  database.exec(APPLY_WEAK);
}

const COUNT_LINKS = `
INSERT OR IGNORE INTO temp.stale_links
  SELECT link FROM post_links WHERE link IS NOT NULL AND post IN (SELECT key FROM temp.touched);
DELETE FROM links WHERE key IN (SELECT key FROM temp.stale_links)
  AND NOT EXISTS (SELECT 1 FROM post_links WHERE link = links.key);
UPDATE links SET posts = 0, first_at = NULL, last_at = NULL, likes = NULL, reposts = NULL, replies = NULL,
  impressions = NULL, link_clicks = NULL WHERE key IN (SELECT key FROM temp.stale_links) AND posts > 0;
UPDATE links SET posts = f.posts, first_at = f.first_at, last_at = f.last_at, likes = f.likes, reposts = f.reposts,
  replies = f.replies, impressions = f.impressions, link_clicks = f.link_clicks
FROM (
  SELECT u.link, count(*) AS posts, min(p.at) AS first_at, max(p.at) AS last_at, sum(p.likes) AS likes,
    sum(p.reposts) AS reposts, sum(p.replies) AS replies, sum(p.impressions) AS impressions,
    sum(p.link_clicks) AS link_clicks
  FROM (SELECT DISTINCT link, post FROM post_links WHERE link IN (SELECT key FROM temp.stale_links)) u
  JOIN posts p ON p.key = u.post WHERE p.superseded = 0 AND p.kind <> 'repost' GROUP BY u.link
) f WHERE f.link = links.key;
`;

const COUNT_CONTACTS = `
INSERT OR IGNORE INTO temp.stale_contacts SELECT contact FROM post_contacts WHERE post IN (SELECT key FROM temp.touched);
DELETE FROM contacts WHERE key IN (SELECT key FROM temp.stale_contacts)
  AND NOT EXISTS (SELECT 1 FROM post_contacts WHERE contact = contacts.key);
UPDATE contacts SET mentions = f.mentions, replies = f.replies, reposts = f.reposts, first_at = f.first_at,
  last_at = f.last_at
FROM (
  SELECT pc.contact, sum(pc.how = 'mention' AND NOT p.superseded) AS mentions,
    sum(pc.how = 'reply' AND NOT p.superseded) AS replies, sum(pc.how = 'repost' AND NOT p.superseded) AS reposts,
    min(p.at) AS first_at, max(p.at) AS last_at
  FROM post_contacts pc JOIN posts p ON p.key = pc.post
  WHERE pc.contact IN (SELECT key FROM temp.stale_contacts) GROUP BY pc.contact
) f WHERE f.contact = contacts.key;
`;

/**
 * Computes again what follows from posts and observations, for all that the merges of this transaction touched: current
 * counters, versions of edited posts, links of unknown target, and the figures of links and contacts.
 */
export function settle(database: Database): void {
  database.exec(FIND_VERSIONS);
  database.exec(RECOUNT);
  database.exec(SUM_VERSIONS);
  resolveWeakLinks(database);
  database.exec(COUNT_LINKS);
  database.exec(COUNT_CONTACTS);
}
