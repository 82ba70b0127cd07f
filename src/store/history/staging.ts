import type { Database } from '../driver/port.js';
import type { PostContact, PostLink, SourcePost, StagedText } from '#history/ports.js';
import type { VisitCount } from '#history/visits.js';
import { isMediaLink, linkIdentity } from '#tweet/link.js';
import { SEARCH_FORM } from '#tweet/search-text.js';
import { firstIdAt } from '#tweet/snowflake.js';
import { hashText, createRowInsert, OBSERVATION_TYPES, toRank, readRank } from './rows.js';
import { createPostInsert, createRivalInsert, type StagedContact, type StagedLink } from './post-insert.js';
import { settleRivals } from './statements.js';

/** Names seen lately. Accounts repeat their links and people; a bound keeps memory flat. */
const REMEMBERED_NAMES = 20_000;

/** Tables of names that the posts of the stage refer to by number. A name may have several. */
const NAME_TABLES = ['stage_identities', 'stage_handles'] as const;

/** Their definition; `found` is the key of the name in the history, once it is merged. */
const CREATE_NAMES = NAME_TABLES.map(
  (table) => `DROP TABLE IF EXISTS temp.${table};
CREATE TEMP TABLE ${table} (key INTEGER PRIMARY KEY, name TEXT, found INTEGER) STRICT;`,
).join('\n');

/** Gives names their numbers in a table: a post holds a number, and each name is looked up in the history once. */
function createNames(database: Database, table: (typeof NAME_TABLES)[number]): (name: string) => number {
  const insert = database.prepare<[string]>(`INSERT INTO temp.${table} (name) VALUES (?)`);
  const numbers = new Map<string, number>();
  return (name) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    if (numbers.size >= REMEMBERED_NAMES) numbers.clear();
    const number = Number(insert.run(name).lastInsertRowid);
    numbers.set(name, number);
    return number;
  };
}

/**
 * Temporary tables: they live in a file of their own that the system removes with the process, so that an import of any
 * size takes little memory, keeps no lock, and leaves nothing when it is given up.
 */
const STAGE = `
PRAGMA temp.journal_mode = OFF;
PRAGMA temp.cache_size = -6144;
DROP TABLE IF EXISTS temp.stage;
DROP TABLE IF EXISTS temp.stage_observations;
DROP VIEW IF EXISTS temp.stage_links;
DROP VIEW IF EXISTS temp.stage_contacts;
DROP TABLE IF EXISTS temp.stage_more_links;
DROP TABLE IF EXISTS temp.stage_more_contacts;
DROP TABLE IF EXISTS temp.stage_absences;
DROP TABLE IF EXISTS temp.stage_rivals;
DROP TABLE IF EXISTS temp.stage_visits;
CREATE TEMP TABLE stage (
  key INTEGER PRIMARY KEY, at INTEGER, precision TEXT, time_rank INTEGER, kind TEXT, quote INTEGER, language TEXT,
  media INTEGER, first_version INTEGER, facts_rank INTEGER, text_rank INTEGER, links_hash INTEGER, links_rank INTEGER,
  handle INTEGER, how TEXT, short TEXT, target TEXT, identity INTEGER, search INTEGER, ${OBSERVATION_TYPES}, text TEXT
) STRICT;
CREATE TEMP TABLE stage_observations (post INTEGER, ${OBSERVATION_TYPES}) STRICT;
CREATE TEMP TABLE stage_more_links (
  post INTEGER, position INTEGER, short TEXT, target TEXT, identity INTEGER, PRIMARY KEY (post, position)
) STRICT, WITHOUT ROWID;
CREATE TEMP VIEW stage_links AS
  SELECT key AS post, 0 AS position, short, target, identity FROM stage WHERE short IS NOT NULL OR target IS NOT NULL
  UNION ALL SELECT post, position, short, target, identity FROM stage_more_links;
CREATE TEMP TABLE stage_more_contacts (
  post INTEGER, handle INTEGER, how TEXT, PRIMARY KEY (post, handle, how)
) STRICT, WITHOUT ROWID;
CREATE TEMP VIEW stage_contacts AS
  SELECT key AS post, handle, how FROM stage WHERE handle IS NOT NULL
  UNION ALL SELECT post, handle, how FROM stage_more_contacts;
${CREATE_NAMES}
CREATE TEMP TABLE stage_absences (post INTEGER, instant INTEGER) STRICT;
CREATE TEMP TABLE stage_visits (
  link TEXT, campaign TEXT, content TEXT, scope TEXT, start INTEGER, span INTEGER, day TEXT, tool TEXT, visits INTEGER
) STRICT;
CREATE TEMP TABLE stage_rivals (
  key INTEGER, at INTEGER, precision TEXT, time_rank INTEGER, kind TEXT, quote INTEGER, language TEXT, media INTEGER,
  first_version INTEGER, facts_rank INTEGER, text TEXT, text_rank INTEGER, links_hash INTEGER, links_rank INTEGER,
  links TEXT, contacts TEXT, digest INTEGER, PRIMARY KEY (key, digest)
) STRICT, WITHOUT ROWID;
`;

/** Addresses seen lately, with what they are counted as. */
const REMEMBERED = 20_000;

const placeholders = (count: number): string => Array.from({ length: count }, () => '?').join(', ');
const asKey = 'CAST(? AS INTEGER)';

/** Temporary tables that hold the posts of one file until they are merged. */
export interface Stage {
  add(post: SourcePost): void;
  addAbsence(id: string, instant: number): void;
  addVisits(count: VisitCount): void;
  stagedBetween(from: number, to: number): readonly StagedText[];
  completeText(id: string, text: string, links: readonly PostLink[], contacts: readonly PostContact[]): void;
  /** Settles what a file says of a post more than once, and ends the transaction of the stage: another may begin. */
  flush(): void;
  /** Ends the use of the stage. */
  clear(): void;
}

/** URLs that no post promotes: X's own short form that leads nowhere known, posts on X, attached images. */
const NOT_PROMOTED = /^https?:\/\/(?:t\.co\/|(?:www\.|mobile\.)?(?:twitter|x)\.com\/[^/]+\/status(?:es)?\/\d)/i;
const SHORT = /^https?:\/\/t\.co\//i;

/** A link as it is kept. A target that is X's short form again tells nothing: the link is as unknown as without it. */
interface KnownLink {
  readonly short: string | null;
  readonly target: string | null;
}
const asKnown = ({ short, target }: PostLink): KnownLink =>
  target === undefined || SHORT.test(target)
    ? { short: short ?? target ?? null, target: null }
    : { short: short ?? null, target };

const isResolved = (links: readonly KnownLink[]): boolean => links.every(({ target }) => target !== null);
const hashLinks = (links: readonly KnownLink[]): number =>
  links.length === 0 ? 0 : hashText(links.map(({ short, target }) => `${short ?? ''} ${target ?? ''}`).join('\n'));

/** Makes an empty stage on a connection. There is one at a time. */
export function createStage(database: Database): Stage {
  database.exec(STAGE);
  const insertPost = createPostInsert(database);
  const insertObservation = createRowInsert(
    database,
    (columns) =>
      `INSERT INTO temp.stage_observations (${['post', ...columns].join(', ')}) VALUES (${asKey}, ${placeholders(columns.length)})`,
  );
  const insertLink = database.prepare(`INSERT INTO temp.stage_more_links VALUES (${asKey}, ?, ?, ?, ?)`);
  const insertContact = database.prepare(
    `INSERT INTO temp.stage_more_contacts VALUES (${asKey}, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const insertVisits = database.prepare(
    'INSERT INTO temp.stage_visits VALUES ($link, $campaign, $content, $scope, $start, $span, $day, $tool, $visits)',
  );
  const insertRival = createRivalInsert(database);
  let hasRivals = false;
  const nameIdentity = createNames(database, 'stage_identities');
  const nameHandle = createNames(database, 'stage_handles');
  const identities = new Map<string, number | null>();
  let isOpen = false;

  const internIdentity = (target: string): number | null => {
    const remembered = identities.get(target);
    if (remembered !== undefined) return remembered;
    const name = NOT_PROMOTED.test(target) || isMediaLink(target) ? undefined : linkIdentity(target);
    const identity = name === undefined ? null : nameIdentity(name);
    if (identities.size >= REMEMBERED) identities.clear();
    identities.set(target, identity);
    return identity;
  };

  const asStaged = ({ short, target }: KnownLink): StagedLink => ({
    short,
    target,
    identity: target === null ? null : internIdentity(target),
  });
  const asStagedContact = ({ handle, how }: PostContact): StagedContact => ({
    handle: nameHandle(handle.toLowerCase()),
    how,
  });

  /** Links and contacts beyond the first, which stand in the row of the post. */
  const writeMore = (
    id: string,
    links: readonly KnownLink[],
    contacts: readonly PostContact[],
    first: StagedContact | undefined,
  ): void => {
    links.slice(1).forEach((link, index) => {
      const { short, target, identity } = asStaged(link);
      insertLink.run(id, index + 1, short, target, identity);
    });
    for (const { handle, how } of contacts.slice(1).map(asStagedContact)) {
      if (how !== first?.how || handle !== first.handle) insertContact.run(id, handle, how);
    }
  };

  const write = (post: SourcePost): void => {
    const { id, contacts, observations } = post;
    const links = post.links.map(asKnown);
    const link = links[0] && asStaged(links[0]);
    const contact = contacts[0] && asStagedContact(contacts[0]);
    const added = insertPost({
      post,
      observation: observations[0],
      linksHash: hashLinks(links),
      resolved: isResolved(links),
      link,
      contact,
    });
    if (added.changes === 0) {
      // Readings add up whatever else is said.
      for (const observation of observations) insertObservation(observation, [id]);
      insertRival(
        { post, linksHash: hashLinks(links), resolved: isResolved(links) },
        links.map(asStaged),
        contacts.map(asStagedContact),
      );
      hasRivals = true;
      return;
    }
    if (links.length > 1 || contacts.length > 1) writeMore(id, links, contacts, contact);
    for (let index = 1; index < observations.length; index += 1) insertObservation(observations[index], [id]);
  };

  const open = (): void => {
    // Inside another transaction, all is done in that.
    if (isOpen || database.inTransaction) return;
    database.exec('BEGIN');
    isOpen = true;
  };
  // Never rolled back: the temporary tables have no journal, and nothing else is written.
  const close = (): void => {
    if (isOpen && database.inTransaction) database.exec('COMMIT');
    isOpen = false;
  };

  return {
    add(post) {
      open();
      write(post);
    },
    addVisits(count) {
      open();
      insertVisits.run({ ...count });
    },
    addAbsence(id, instant) {
      database.prepare(`INSERT INTO temp.stage_absences VALUES (${asKey}, ?)`).run(id, instant);
    },
    stagedBetween(from, to) {
      return database
        .prepare<[string, string], StagedText>(
          `SELECT CAST(key AS TEXT) AS id, text FROM temp.stage WHERE key >= ${asKey} AND key < ${asKey}`,
        )
        .all(firstIdAt(from), firstIdAt(to + 1));
    },
    completeText(id, text, sourceLinks, contacts) {
      const links = sourceLinks.map(asKnown);
      const link = links[0] && asStaged(links[0]);
      const contact = contacts[0] && asStagedContact(contacts[0]);
      database.prepare(`DELETE FROM temp.stage_more_links WHERE post = ${asKey}`).run(id);
      database.prepare(`DELETE FROM temp.stage_more_contacts WHERE post = ${asKey}`).run(id);
      const { text_rank: textRank, links_rank: linksRank } = database
        .prepare<[string], { text_rank: number; links_rank: number }>(
          `SELECT text_rank, links_rank FROM temp.stage WHERE key = ${asKey}`,
        )
        .get(id) ?? { text_rank: 0, links_rank: 0 };
      database
        .prepare(
          `UPDATE temp.stage SET text = ?, text_rank = ?, links_hash = ?, links_rank = ?, short = ?, target = ?,
            identity = ?, handle = ?, how = ?, search = ? WHERE key = ${asKey}`,
        )
        .run(
          text,
          toRank(readRank(textRank).provenance, true),
          hashLinks(links),
          toRank(readRank(linksRank).provenance, isResolved(links)),
          link?.short ?? null,
          link?.target ?? null,
          link?.identity ?? null,
          contact?.handle ?? null,
          contact?.how ?? null,
          SEARCH_FORM.other,
          id,
        );
      writeMore(id, links, contacts, contact);
    },
    flush() {
      if (hasRivals) settleRivals(database);
      hasRivals = false;
      close();
    },
    // The tables stay until the next import makes its own, or the connection closes: dropping them takes time now.
    clear: close,
  };
}
