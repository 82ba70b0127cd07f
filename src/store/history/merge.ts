import type { Database } from '../driver/port.js';
import type { MergeCounts } from '#history/ports.js';
import { searchableText } from '#tweet/link.js';
import { METRIC_COLUMNS, OBSERVATION_COLUMNS } from './observations.js';
import { FACT_COLUMNS } from './post-insert.js';

/**
 * The parts of a post that are taken whole from one statement, each with the columns that decide which statement wins.
 * They are compared as row values: the rank first, then the values themselves, so that no tie depends on the order.
 */
const PARTS = [
  { decide: ['time_rank', 'coalesce({}.at, 0)'], take: ['at', 'precision', 'time_rank'] },
  {
    decide: ['facts_rank', 'kind', 'quote', 'language', 'media', 'first_version'],
    take: ['kind', 'quote', 'language', 'media', 'first_version', 'facts_rank'],
  },
  { decide: ['text_rank', 'text'], take: ['text', 'text_rank'] },
  { decide: ['links_rank', 'links_hash'], take: ['links_rank', 'links_hash'] },
] as const;

const toRowSql = (columns: readonly string[], table: string): string =>
  `(${columns.map((column) => (column.includes('{}') ? column.replace('{}', table) : `${table}.${column}`)).join(', ')})`;
const stagedWins = ({ decide }: { readonly decide: readonly string[] }): string =>
  `${toRowSql(decide, 's')} > ${toRowSql(decide, 'p')}`;
const [, , TEXT_PART, LINKS_PART] = PARTS;

const observed = (table: string): string => `EXISTS (
  SELECT 1 FROM observations o WHERE (o.post, o.instant, o.certainty, o.source, o.fingerprint) =
    (${table}.${table === 's' ? 'key' : 'post'}, ${table}.instant, ${table}.certainty, ${table}.source, ${table}.fingerprint))`;

/** Sorts the stage: posts that are new, and known ones with what is new of them. The rest needs no work. */
const SORT = `
DELETE FROM temp.known;
DELETE FROM temp.added;
INSERT INTO temp.known
  SELECT p.key, ${PARTS.map(stagedWins).join(' OR ')}, ${stagedWins(TEXT_PART)}, ${stagedWins(LINKS_PART)},
    (s.certainty IS NOT NULL AND NOT ${observed('s')})
      OR EXISTS (SELECT 1 FROM temp.stage_observations m WHERE m.post = s.key AND NOT ${observed('m')})
  FROM temp.stage s JOIN posts p ON p.key = s.key;
INSERT INTO temp.added SELECT key FROM temp.stage s WHERE NOT EXISTS (SELECT 1 FROM posts p WHERE p.key = s.key);
DELETE FROM temp.known WHERE NOT (facts OR fresh);
-- What the posts that are about to change pointed to: the figures of those links and contacts change too.
INSERT OR IGNORE INTO temp.stale_links
  SELECT link FROM post_links WHERE link IS NOT NULL AND post IN (SELECT key FROM temp.known);
INSERT OR IGNORE INTO temp.stale_contacts SELECT contact FROM post_contacts WHERE post IN (SELECT key FROM temp.known);
`;

const CHANGE_KNOWN = `
INSERT INTO posts_text (posts_text, rowid, text)
  SELECT 'delete', key, searchable(text) FROM posts WHERE key IN (SELECT key FROM temp.known WHERE text) ORDER BY key;
UPDATE posts AS p SET
  ${PARTS.flatMap((part) => part.take.map((column) => `${column} = CASE WHEN ${stagedWins(part)} THEN s.${column} ELSE p.${column} END`)).join(',\n  ')}
FROM temp.stage s WHERE s.key = p.key AND p.key IN (SELECT key FROM temp.known WHERE facts);
INSERT INTO posts_text (rowid, text)
  SELECT key, searchable(text) FROM posts WHERE key IN (SELECT key FROM temp.known WHERE text) ORDER BY key;
DELETE FROM post_links WHERE post IN (SELECT key FROM temp.known WHERE links);
DELETE FROM post_contacts WHERE post IN (SELECT key FROM temp.known WHERE text);
`;

/** In an empty history every staged post is new: neither is looked up. */
const whereNew = (isFirst: boolean): string => (isFirst ? '' : 'WHERE key IN (SELECT key FROM temp.added)');

const addPosts = (isFirst: boolean): string => `
INSERT INTO posts (${FACT_COLUMNS.join(', ')}, seen_at, ${METRIC_COLUMNS.join(', ')})
  SELECT ${FACT_COLUMNS.join(', ')}, coalesce(${seenAt('s')}, 0), ${METRIC_COLUMNS.join(', ')}
  FROM temp.stage s ${whereNew(isFirst)} ORDER BY key`;

// In the order of keys: the full-text index takes rows in ascending order several times faster.
const addTexts = (isFirst: boolean): string => `
INSERT INTO posts_text (rowid, text)
  SELECT key, CASE WHEN instr(text, '://t.co/') > 0 THEN searchable(text) ELSE text END
  FROM temp.stage ${whereNew(isFirst)} ORDER BY key`;

const columnsFrom = OBSERVATION_COLUMNS.join(', ');
const ADD_OBSERVATIONS = [
  `INSERT INTO observations (post, ${columnsFrom})
    SELECT key, ${columnsFrom} FROM temp.stage WHERE certainty IS NOT NULL ORDER BY key ON CONFLICT DO NOTHING`,
  `INSERT INTO observations (post, ${columnsFrom})
    SELECT post, ${columnsFrom} FROM temp.stage_observations WHERE true ON CONFLICT DO NOTHING`,
];

const touchedRows = (isFirst: boolean, part: 'links' | 'text'): string =>
  isFirst ? '' : `(SELECT key FROM temp.added UNION ALL SELECT key FROM temp.known WHERE ${part}) t JOIN`;
const onStagedPost = (isFirst: boolean): string => (isFirst ? '' : 'ON s.post = t.key');

// Names in their order: an index takes them so without jumping about. Those that no post refers to go when it is settled.
const addLinksAndContacts = (isFirst: boolean): string => `
INSERT INTO links (identity)
  SELECT name FROM temp.stage_identities WHERE true GROUP BY name ORDER BY name ON CONFLICT DO NOTHING;
UPDATE temp.stage_identities SET found = (SELECT key FROM links WHERE identity = name);
INSERT INTO post_links (post, position, short, target, grade, link)
  SELECT s.post, s.position, s.short, s.target, CASE WHEN s.target IS NULL THEN 0 ELSE 3 END, n.found
  FROM ${touchedRows(isFirst, 'links')} temp.stage_links s ${onStagedPost(isFirst)}
  LEFT JOIN temp.stage_identities n ON n.key = s.identity;
INSERT INTO contacts (handle)
  SELECT name FROM temp.stage_handles WHERE true GROUP BY name ORDER BY name ON CONFLICT DO NOTHING;
UPDATE temp.stage_handles SET found = (SELECT key FROM contacts WHERE handle = name);
INSERT INTO post_contacts (post, contact, how)
  SELECT s.post, n.found, s.how
  FROM ${touchedRows(isFirst, 'text')} temp.stage_contacts s ${onStagedPost(isFirst)}
  JOIN temp.stage_handles n ON n.key = s.handle WHERE true ON CONFLICT DO NOTHING;
INSERT OR IGNORE INTO absences SELECT post, instant FROM temp.stage_absences;
`;

const REMEMBER = `
INSERT OR IGNORE INTO temp.touched SELECT key FROM temp.added;
INSERT OR IGNORE INTO temp.touched SELECT key FROM temp.known;
INSERT OR IGNORE INTO temp.recount SELECT key FROM temp.known;
INSERT OR IGNORE INTO temp.recount SELECT post FROM temp.stage_observations;
`;
const REMEMBER_FIRST = 'INSERT OR IGNORE INTO temp.recount SELECT post FROM temp.stage_observations;';

/** Tables that say what a commit touches, so that figures are computed again for just that. */
export const MERGE_TABLES = `
CREATE TEMP TABLE IF NOT EXISTS known (
  key INTEGER PRIMARY KEY, facts INTEGER, text INTEGER, links INTEGER, fresh INTEGER
) STRICT;
${['added', 'touched', 'recount', 'stale_links', 'stale_contacts', 'chains']
  .map((name) => `CREATE TEMP TABLE IF NOT EXISTS ${name} (key INTEGER PRIMARY KEY) STRICT;\nDELETE FROM temp.${name};`)
  .join('\n')}
`;

/** The latest instant at which an observation proves that its post existed: a day may have begun two days before. */
function seenAt(table: string): string {
  return `CASE ${table}.certainty WHEN 1 THEN ${table}.instant - 172800000 + 1000 ELSE ${table}.instant END`;
}

/**
 * Merges one round of the stage into the history. `isFirst` says that the history holds no post yet. Call it inside a
 * transaction, after MERGE_TABLES, and settle after the last round.
 */
export function mergeStage(database: Database, isFirst: boolean): MergeCounts {
  database.defineFunction('searchable', (text) => searchableText(String(text)));
  let updated = 0;
  if (!isFirst) {
    database.exec(SORT);
    updated = Number(database.prepare('SELECT count(*) FROM temp.known').pluck().get());
    database.exec(CHANGE_KNOWN);
  }
  const added = database.prepare(addPosts(isFirst)).run().changes;
  database.exec(addTexts(isFirst));
  const observations = ADD_OBSERVATIONS.reduce((sum, sql) => sum + database.prepare(sql).run().changes, 0);
  database.exec(addLinksAndContacts(isFirst));
  database.exec(isFirst ? REMEMBER_FIRST : REMEMBER);
  return { added, updated, observations };
}
