import type { Database } from '../driver/port.js';
import { attachedLink, textKey } from '#tweet/link.js';
import { GONE, METRIC_COLUMNS, ownFigure } from './rows.js';

/** Edited posts: all versions of the chains that were touched, or of all when every post is new. */
const findVersions = (isFirst: boolean): string => `
${isFirst ? FIND_ALL_CHAINS : FIND_CHAINS}
${MARK_VERSIONS}`;
const FIND_ALL_CHAINS = `
INSERT OR IGNORE INTO temp.chains SELECT first_version FROM posts INDEXED BY posts_edited WHERE first_version <> 0;`;
const FIND_CHAINS = `
INSERT OR IGNORE INTO temp.chains
  SELECT first_version FROM posts INDEXED BY posts_edited
  WHERE first_version <> 0 AND key IN (SELECT key FROM temp.touched);
INSERT OR IGNORE INTO temp.chains
  SELECT first_version FROM posts INDEXED BY posts_edited
  WHERE first_version <> 0 AND first_version IN (SELECT key FROM temp.touched);`;
const MARK_VERSIONS = `
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
  ${METRIC_COLUMNS.map((column) => `${column} = ${ownFigure(latest(column))}`).join(',\n  ')}
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
 * Links whose target no source names: found by the short form, which another source resolved, else by another post of the
 * same text. Computed anew for all of them, since any import may resolve any; there are none in an archive.
 */
const FIND_BY_SHORT = `
CREATE TEMP TABLE resolved AS
  SELECT w.post, w.position, w.short, CAST(NULL AS INTEGER) AS link, 0 AS grade FROM post_links w WHERE w.grade < 3;
CREATE INDEX temp.resolved_short ON resolved (short);
CREATE TEMP TABLE known_targets AS
  SELECT s.short AS short, min(l.identity) AS identity FROM post_links s JOIN links l ON l.key = s.link
  WHERE s.grade = 3 AND s.short IN (SELECT short FROM temp.resolved) GROUP BY s.short;
UPDATE temp.resolved SET grade = 2, link = l.key FROM temp.known_targets t JOIN links l ON l.identity = t.identity
  WHERE t.short = resolved.short;
`;

/**
 * What the links that are still unknown are called by the texts of their posts. X adds the address of a picture or a
 * quoted post at the end of a text: one that directly follows another address there, and stands in no other post, leads
 * to no page.
 */
const NAME_BY_TEXT = `
CREATE TEMP TABLE texts AS
  SELECT r.post, r.position, r.short, ${textName('p.text', 'r.position')} AS name
  FROM temp.resolved r JOIN posts p ON p.key = r.post
  WHERE r.grade = 0 AND NOT coalesce(r.position > 0 AND attached_link(p.text) = r.short
    AND NOT EXISTS (SELECT 1 FROM temp.resolved o WHERE o.short = r.short AND o.post <> r.post), false);
CREATE INDEX temp.texts_name ON texts (name);
CREATE INDEX temp.texts_short ON texts (short);
CREATE TEMP TABLE aliases (name TEXT PRIMARY KEY, first TEXT) STRICT, WITHOUT ROWID;
`;
const SHARED_SHORTS = `
SELECT short, name FROM temp.texts WHERE name IS NOT NULL AND short IN (
  SELECT short FROM temp.texts WHERE name IS NOT NULL GROUP BY short HAVING min(name) <> max(name))
GROUP BY short, name ORDER BY min(post), name`;

/** Links known posts of the same texts have in the same place; a text that no known post has becomes a link itself. */
const FIND_BY_TEXT = `
UPDATE temp.texts SET name = a.first FROM temp.aliases a WHERE a.name = texts.name;
UPDATE temp.texts SET name = (SELECT min(o.name) FROM temp.texts o WHERE o.short = texts.short) WHERE name IS NULL;
CREATE TEMP TABLE same_text AS
  SELECT coalesce(a.first, k.name) AS name, min(k.link) AS link FROM (
    SELECT ${textName('p.text', 's.position')} AS name, s.link AS link FROM post_links s JOIN posts p ON p.key = s.post
      WHERE s.grade = 3 AND s.link IS NOT NULL
    UNION
    SELECT ${textName('p.text', 'r.position')}, r.link FROM temp.resolved r JOIN posts p ON p.key = r.post WHERE r.grade = 2
  ) k LEFT JOIN temp.aliases a ON a.name = k.name
  WHERE coalesce(a.first, k.name) IN (SELECT name FROM temp.texts) GROUP BY 1 HAVING min(k.link) = max(k.link);
UPDATE temp.resolved SET grade = 1, link = s.link
  FROM temp.texts t JOIN temp.same_text s ON s.name = t.name
  WHERE t.post = resolved.post AND t.position = resolved.position;
INSERT OR IGNORE INTO links (identity)
  SELECT DISTINCT 'text:' || name FROM temp.texts
  WHERE name IS NOT NULL AND name NOT IN (SELECT name FROM temp.same_text);
UPDATE temp.resolved SET grade = 1, link = l.key
  FROM temp.texts t JOIN links l ON l.identity = 'text:' || t.name
  WHERE resolved.grade = 0 AND t.post = resolved.post AND t.position = resolved.position;
DROP TABLE temp.texts;
DROP TABLE temp.aliases;
DROP TABLE temp.same_text;
`;

const APPLY_WEAK = `
INSERT OR IGNORE INTO temp.stale_links
  SELECT pl.link FROM temp.resolved r JOIN post_links pl USING (post, position) WHERE pl.link IS NOT NULL AND pl.link IS NOT r.link;
INSERT OR IGNORE INTO temp.stale_links
  SELECT r.link FROM temp.resolved r JOIN post_links pl USING (post, position) WHERE r.link IS NOT NULL AND pl.link IS NOT r.link;
UPDATE post_links SET link = r.link, grade = r.grade FROM temp.resolved r
  WHERE r.post = post_links.post AND r.position = post_links.position AND (r.link, r.grade) IS NOT (post_links.link, post_links.grade);
DROP TABLE temp.resolved;
DROP TABLE temp.known_targets;
`;

/** What a link of unknown target is called: several links of one text are distinguished by their place in it. */
function textName(text: string, position: string): string {
  return `text_key(${text}) || iif(${position} = 0, '', ' (' || (${position} + 1) || ')')`;
}

/** Two texts that show one short link lead to one page: all of them are called what the oldest post among them is. */
function joinTextsOfOneShort(database: Database): void {
  const pairs = database.prepare<[], { short: string; name: string }>(SHARED_SHORTS).all();
  const firsts = new Map<string, string>();
  const findFirst = (name: string): string => {
    let first = name;
    for (let next = firsts.get(first); next !== undefined; next = firsts.get(first)) first = next;
    return first;
  };
  const order = new Map(pairs.map(({ name }, index) => [name, index] as const).toReversed());
  const nameOfShort = new Map<string, string>();
  for (const { short, name } of pairs) {
    const known = nameOfShort.get(short);
    if (known === undefined) nameOfShort.set(short, name);
    else {
      const [one, other] = [findFirst(known), findFirst(name)];
      const isEarlier = (order.get(one) ?? 0) <= (order.get(other) ?? 0);
      if (one !== other) firsts.set(isEarlier ? other : one, isEarlier ? one : other);
    }
  }
  const insert = database.prepare('INSERT INTO temp.aliases VALUES (?, ?)');
  for (const name of firsts.keys()) insert.run(name, findFirst(name));
}

function resolveWeakLinks(database: Database): void {
  if (database.prepare('SELECT 1 FROM post_links WHERE grade < 3 LIMIT 1').get() === undefined) return;
  database.exec(FIND_BY_SHORT);
  if (database.prepare('SELECT 1 FROM temp.resolved WHERE grade = 0 LIMIT 1').get() !== undefined) {
    database.defineFunction('text_key', (text) => textKey(String(text)) ?? null);
    database.defineFunction('attached_link', (text) => attachedLink(String(text)) ?? null);
    database.exec(NAME_BY_TEXT);
    joinTextsOfOneShort(database);
    database.exec(FIND_BY_TEXT);
  }
  database.exec(APPLY_WEAK);
}

/** Computes again which links posts of unknown targets have, and the figures of all links; links without posts go. */
export function recountLinks(database: Database): void {
  database.exec('CREATE TEMP TABLE IF NOT EXISTS stale_links (key INTEGER PRIMARY KEY) STRICT');
  resolveWeakLinks(database);
  database.exec(`${deleteUnused('links', true)}${countLinks(true)}`);
}

// A link without figures may be new, and a post that names it may have lost it since: such links go.
const STALE_LINKS = `
INSERT OR IGNORE INTO temp.stale_links
  SELECT link FROM post_links WHERE link IS NOT NULL AND post IN (SELECT key FROM temp.touched);
INSERT OR IGNORE INTO temp.stale_links SELECT key FROM links WHERE posts = 0;
-- A post that this import says is gone need not be in it.
INSERT OR IGNORE INTO temp.stale_links
  SELECT pl.link FROM posts p JOIN post_links pl ON pl.post = p.key WHERE pl.link IS NOT NULL AND ${GONE};
UPDATE links SET posts = 0, first_at = NULL, last_at = NULL, likes = NULL, reposts = NULL, replies = NULL,
  impressions = NULL, link_clicks = NULL WHERE key IN (SELECT key FROM temp.stale_links) AND posts > 0;
`;
const deleteUnused = (table: 'links' | 'contacts', isFirst: boolean): string => {
  const [name, kind] = table === 'links' ? ['link', 'post_links'] : ['contact', 'post_contacts'];
  return `DELETE FROM ${table} WHERE ${isFirst ? '' : `key IN (SELECT key FROM temp.stale_${table}) AND`}
  NOT EXISTS (SELECT 1 FROM ${kind} WHERE ${name} = ${table}.key);`;
};

// A post counts once for a link that it holds twice. Of all posts they are read in their order, of some links by link.
const STALE_PAIRS = `(SELECT DISTINCT link, post FROM post_links WHERE link IN (SELECT key FROM temp.stale_links)) u
  JOIN posts p ON p.key = u.post WHERE`;
const ALL_PAIRS = `post_links u CROSS JOIN posts p ON p.key = u.post WHERE u.link IS NOT NULL AND (u.position = 0
  OR NOT EXISTS (SELECT 1 FROM post_links e WHERE e.post = u.post AND e.position < u.position AND e.link = u.link)) AND`;
const countLinks = (isFirst: boolean): string => `
UPDATE links SET posts = f.posts, first_at = f.first_at, last_at = f.last_at, likes = f.likes, reposts = f.reposts,
  replies = f.replies, impressions = f.impressions, link_clicks = f.link_clicks
FROM (
  SELECT u.link, count(*) AS posts, min(p.at) AS first_at, max(p.at) AS last_at, sum(p.likes) AS likes,
    sum(p.reposts) AS reposts, sum(p.replies) AS replies, sum(p.impressions) AS impressions,
    sum(p.link_clicks) AS link_clicks
  FROM ${isFirst ? ALL_PAIRS : STALE_PAIRS} p.superseded = 0 AND p.kind <> 'repost' AND NOT ${GONE} GROUP BY u.link
) f WHERE f.link = links.key;
`;

const STALE_CONTACTS = `
INSERT OR IGNORE INTO temp.stale_contacts SELECT contact FROM post_contacts WHERE post IN (SELECT key FROM temp.touched);
INSERT OR IGNORE INTO temp.stale_contacts SELECT key FROM contacts WHERE mentions + replies + reposts = 0;
`;
const countContacts = (isFirst: boolean): string => `
UPDATE contacts SET mentions = f.mentions, replies = f.replies, reposts = f.reposts, first_at = f.first_at,
  last_at = f.last_at
FROM (
  SELECT pc.contact, sum(pc.how = 'mention' AND NOT p.superseded) AS mentions,
    sum(pc.how = 'reply' AND NOT p.superseded) AS replies, sum(pc.how = 'repost' AND NOT p.superseded) AS reposts,
    min(p.at) AS first_at, max(p.at) AS last_at
  FROM post_contacts pc ${isFirst ? 'CROSS' : ''} JOIN posts p ON p.key = pc.post
  ${isFirst ? '' : 'WHERE pc.contact IN (SELECT key FROM temp.stale_contacts)'} GROUP BY pc.contact
) f WHERE f.contact = contacts.key;
`;

/**
 * Computes again what follows from posts and observations, for all that the merges of this transaction touched: current
 * counters, versions of edited posts, links of unknown target, and the figures of links and contacts.
 * @param restoreIndexes for a history that was empty before, all of which was touched: makes its indexes.
 */
export function recomputeAggregates(database: Database, restoreIndexes: (() => void) | undefined): void {
  const isFirst = restoreIndexes !== undefined;
  database.exec(findVersions(isFirst));
  database.exec(RECOUNT);
  database.exec(SUM_VERSIONS);
  resolveWeakLinks(database);
  const count = (): void => {
    database.exec(countLinks(isFirst));
    database.exec(countContacts(isFirst));
  };
  // Without indexes the figures of all are written fastest; what no post refers to is found by them.
  if (isFirst) count();
  else database.exec(`${STALE_LINKS}${STALE_CONTACTS}`);
  restoreIndexes?.();
  database.exec(`${deleteUnused('links', isFirst)}${deleteUnused('contacts', isFirst)}`);
  if (!isFirst) count();
}
