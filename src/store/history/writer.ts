import type { Database } from '../driver/port.js';
import type {
  MergeCounts,
  AccountSign,
  HistoryWriter,
  ImportRecord,
  ImportSession,
  KeywordFigure,
  OptOut,
} from '#history/ports.js';
import type { OutreachContents } from '#history/outreach.js';
import { SEARCH_FORM } from '#tweet/search-text.js';
import { METRIC_COLUMNS, OBSERVATION_COLUMNS, ownFigure } from './rows.js';
import { defineSearchable } from '../migrations.js';
import { FACT_COLUMNS } from './post-insert.js';
import { LINKS_PART, PARTS, stagedWins, TEXT_PART } from './statements.js';
import { StoreError, withStoreErrors } from '../errors.js';
import { readAccount, readCoverage } from './contents.js';
import { addKeywords } from './keywords.js';
import { mergeOptOut } from './contacts.js';
import { mergeOutreach } from './outreach.js';
import { forgetAll } from './forget.js';
import { forgetLearned } from './learned.js';
import { recomputeAggregates } from './aggregates.js';
import { mergeVisits, recomputeLinkVisits } from './visits.js';
import { createStage } from './staging.js';

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
  SELECT ${FACT_COLUMNS.join(', ')}, coalesce(${seenAt('s')}, 0), ${METRIC_COLUMNS.map(ownFigure).join(', ')}
  FROM temp.stage s ${whereNew(isFirst)} ORDER BY key`;

// A small hash keeps memory flat. While a first import writes, nothing is merged: its few segments are as fast to search.
const SMALL_HASH = "INSERT INTO posts_text (posts_text, rank) VALUES ('hashsize', 4194304);";
const setMerging = (segments: number): string =>
  `INSERT INTO posts_text (posts_text, rank) VALUES ('automerge', ${segments});`;
/** How many segments of a size the index merges into one by itself, as it does without a setting. */
const AUTOMERGE = 4;

// In the order of keys: the full-text index takes rows in ascending order several times faster.
const addTexts = (isFirst: boolean): string => `${SMALL_HASH}
${isFirst ? setMerging(0) : ''}
INSERT INTO posts_text (rowid, text)
  SELECT key, CASE search WHEN ${SEARCH_FORM.same} THEN text WHEN ${SEARCH_FORM.lessLink} THEN replace(text, short, '')
    ELSE searchable(text) END
  FROM temp.stage ${whereNew(isFirst)} ORDER BY key;
${isFirst ? setMerging(AUTOMERGE) : ''}`;

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
-- Not those that bring nothing new: alone, a version of an edited post would lose what the others count.
INSERT OR IGNORE INTO temp.recount
  SELECT post FROM temp.stage_observations WHERE post IN (SELECT key FROM temp.added);
`;
const REMEMBER_FIRST = 'INSERT OR IGNORE INTO temp.recount SELECT post FROM temp.stage_observations;';

/** Tables that say what a commit touches, so that figures are computed again for just that. */
const MERGE_TABLES = `
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
 * Merges the stage into the history. `isFirst` says that the history holds no post yet. Call it inside a transaction,
 * after MERGE_TABLES, and recompute the aggregates after it.
 */
function mergeStage(database: Database, isFirst: boolean): Omit<MergeCounts, 'visits'> {
  defineSearchable(database);
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

/** Indexes whose rows come in no order: to make them of all rows at once takes a fraction of the time and memory. */
const SCATTERED = ['post_links_by_link', 'post_contacts_by_contact', 'links_by_posts', 'links_by_last'];

/** Takes those indexes away from a history that is still empty; what is returned makes them again. */
function setIndexesAside(database: Database): () => void {
  const definition = database.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck();
  const definitions = SCATTERED.flatMap((name) => definition.get(name) ?? []);
  database.exec(SCATTERED.map((name) => `DROP INDEX IF EXISTS ${name};`).join('\n'));
  return () => database.exec(definitions.join(';\n'));
}

/**
 * Notes the account of an import, and refuses another one than the database's: X forbids coordinated accounts, and
 * figures of two accounts mean nothing together. Ids decide where both tell one, else handles.
 * @throws StoreError `other-account`.
 */
function requireAccount(database: Database, sign: AccountSign, file: string): void {
  const handles = sign.handles.map((handle) => handle.toLowerCase());
  const present = readAccount(database);
  if (present !== undefined && isOther(present, { ...sign, handles })) {
    // The handle alone does not distinguish two accounts of which one took over the other's.
    const hasIds = present.id !== undefined && sign.id !== undefined;
    const names = ({ handles: known, id }: AccountSign): readonly string[] => [
      ...known.map((handle) => `@${handle}`),
      ...(id !== undefined && (hasIds || known.length === 0) ? [id] : []),
    ];
    const decidedBy = hasIds ? 'id' : 'handle';
    throw new StoreError('other-account', { file, received: names(sign), present: names(present), decidedBy });
  }
  database
    .prepare('INSERT INTO account (one, id) VALUES (1, ?) ON CONFLICT DO UPDATE SET id = coalesce(id, excluded.id)')
    .run(sign.id ?? null);
  const note = database.prepare('INSERT INTO account_handles (handle) VALUES (?) ON CONFLICT DO NOTHING');
  for (const handle of handles) note.run(handle);
}

function isOther(present: AccountSign, sign: AccountSign): boolean {
  if (present.id !== undefined && sign.id !== undefined) return present.id !== sign.id;
  const comparable = present.handles.length > 0 && sign.handles.length > 0;
  return comparable && !sign.handles.some((handle) => present.handles.includes(handle));
}

const RECORD = `
INSERT INTO imports (digest, format, name, generated_at, complete, rows, imported_at)
VALUES ($digest, $format, $name, $generatedAt, $complete, $rows, $importedAt)
ON CONFLICT DO UPDATE SET imported_at = min(imported_at, excluded.imported_at), name = min(name, excluded.name),
  generated_at = coalesce(max(generated_at, excluded.generated_at), generated_at, excluded.generated_at),
  complete = max(complete, excluded.complete)`;

/** What a file brings besides posts. */
interface Extras {
  readonly records: readonly ImportRecord[];
  readonly keywords: readonly KeywordFigure[];
  readonly optOuts: readonly OptOut[];
  readonly helpers: readonly OutreachContents[];
}

function commitStage(database: Database, extras: Extras, account: AccountSign): MergeCounts {
  const { records, keywords, optOuts, helpers } = extras;
  requireAccount(database, account, database.name);
  database.exec(MERGE_TABLES);
  const isFirst = database.prepare('SELECT 1 FROM posts LIMIT 1').get() === undefined;
  const restoreIndexes = isFirst ? setIndexesAside(database) : undefined;
  const merged = mergeStage(database, isFirst);
  // Before what follows from them: a complete export tells what is gone.
  const note = database.prepare(RECORD);
  for (const record of records) {
    note.run({ ...record, generatedAt: record.generatedAt ?? null, complete: record.complete ? 1 : 0 });
  }
  for (const optOut of optOuts) mergeOptOut(database, optOut);
  // After the opt-outs: nothing is kept of who is to be forgotten.
  for (const contents of helpers) mergeOutreach(database, contents);
  forgetAll(database);
  recomputeAggregates(database, restoreIndexes);
  forgetLearned(database);
  const visits = mergeVisits(database);
  recomputeLinkVisits(database);
  if (keywords.length > 0) addKeywords(database, keywords);
  return { ...merged, visits };
}

/** The importers' side of a history kept in a database. One import at a time on one connection. */
export function createHistoryWriter(database: Database): HistoryWriter {
  const file = database.name;
  const guarded = <T>(work: () => T): T => withStoreErrors(file, work);
  return {
    openImport(): ImportSession {
      const stage = guarded(() => createStage(database));
      const records: ImportRecord[] = [];
      const keywords: KeywordFigure[] = [];
      const optOuts: OptOut[] = [];
      const helpers: OutreachContents[] = [];
      return {
        add: (post) => guarded(() => stage.add(post)),
        stagedBetween: (from, to) => guarded(() => stage.stagedBetween(from, to)),
        completeText: (...text) => guarded(() => stage.completeText(...text)),
        addVisits: (count) => guarded(() => stage.addVisits(count)),
        addAbsence: (id, instant) => guarded(() => stage.addAbsence(id, instant)),
        addRecord: (record) => void records.push(record),
        addKeyword: (figure) => void keywords.push(figure),
        addOptOut: (optOut) => void optOuts.push(optOut),
        addOutreach: (contents) => void helpers.push(contents),
        commit: (record, account) =>
          guarded(() => {
            try {
              stage.flush();
              // What is inserted below comes from joins with the rows it refers to: looking each up again would take a
              // tenth of the time. Outside of the transaction, where alone this setting counts.
              database.pragma('foreign_keys = OFF');
              return database.transact(() => {
                const all = record ? [...records, record] : records;
                return commitStage(database, { records: all, keywords, optOuts, helpers }, account);
              });
            } finally {
              database.pragma('foreign_keys = ON');
              stage.clear();
            }
          }),
        discard: () => guarded(() => stage.clear()),
      };
    },
    coverage: (now) => guarded(() => readCoverage(database, now)),
  };
}
