import type { Database } from 'better-sqlite3';
import type { PostContact, PostLink, Precision, SourcePost, StagedText } from '../history/ports.js';
import { isMediaLink, linkIdentity } from '../tweet/link.js';
import { firstIdAt } from '../tweet/snowflake.js';
import { hashText } from './hash.js';
import { createRowInsert, OBSERVATION_TYPES } from './row-insert.js';
import { rankOf, readRank } from './rank.js';

/** Columns that the stage and `posts` have in common, the computed ones left out. */
export const FACT_COLUMNS = [
  'key',
  'at',
  'precision',
  'time_rank',
  'kind',
  'quote',
  'language',
  'media',
  'first_version',
  'facts_rank',
  'text',
  'text_rank',
  'links_hash',
  'links_rank',
] as const;
/**
 * Temporary tables: they live in a file of their own that the system removes with the process, so that an import of any
 * size takes little memory, locks nobody out, and leaves nothing when it is given up.
 */
const STAGE = `
PRAGMA temp.journal_mode = OFF;
PRAGMA temp.cache_size = -65536;
DROP TABLE IF EXISTS temp.stage;
DROP TABLE IF EXISTS temp.stage_observations;
DROP TABLE IF EXISTS temp.stage_links;
DROP TABLE IF EXISTS temp.stage_contacts;
DROP TABLE IF EXISTS temp.stage_absences;
DROP TABLE IF EXISTS temp.stage_again;
CREATE TEMP TABLE stage (
  key INTEGER PRIMARY KEY, at INTEGER, precision TEXT, time_rank INTEGER, kind TEXT, quote INTEGER, language TEXT,
  media INTEGER, first_version INTEGER, facts_rank INTEGER, text TEXT, text_rank INTEGER, links_hash INTEGER,
  links_rank INTEGER, ${OBSERVATION_TYPES}
) STRICT;
CREATE TEMP TABLE stage_observations (post INTEGER, ${OBSERVATION_TYPES}) STRICT;
CREATE TEMP TABLE stage_links (
  post INTEGER, position INTEGER, short TEXT, target TEXT, identity TEXT, PRIMARY KEY (post, position)
) STRICT, WITHOUT ROWID;
CREATE TEMP TABLE stage_contacts (post INTEGER, handle TEXT, how TEXT, PRIMARY KEY (post, handle, how)) STRICT, WITHOUT ROWID;
CREATE TEMP TABLE stage_absences (post INTEGER, instant INTEGER) STRICT;
CREATE TEMP TABLE stage_again (post TEXT) STRICT;
`;

/** Rows are written in blocks: a transaction for each row would cost more than the row. */
const BLOCK = 1000;
/** Identities of addresses seen lately. Accounts repeat their links; a bound keeps memory flat. */
const REMEMBERED = 20_000;

const PRECISION: Readonly<Record<Precision, number>> = { day: 0, minute: 1, second: 2, ms: 3 };

const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ');
const asKey = 'CAST(? AS INTEGER)';

/** Temporary tables that hold the posts of one file until they are merged. */
export interface Stage {
  add(post: SourcePost): void;
  addAbsence(id: string, instant: number): void;
  stagedBetween(from: number, to: number): readonly StagedText[];
  completeText(id: string, text: string, links: readonly PostLink[], contacts: readonly PostContact[]): void;
  /** Writes what is still held in memory. */
  flush(): void;
  /**
   * Empties the stage and fills it with the posts that a file holds a second time. False when there are none.
   * Needed because the stage holds one statement about a post: further ones are merged in further rounds.
   */
  nextRound(): boolean;
  /** Ends the use of the stage. */
  clear(): void;
}

/** Addresses that no post promotes: X's own short form that leads nowhere known, posts on X, attached pictures. */
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
  const insertPost = createRowInsert(
    database,
    (columns) =>
      `INSERT INTO temp.stage (${[...FACT_COLUMNS, ...columns].join(', ')}) VALUES (${asKey}, ?, ?, ?, ?, ?, ?, ?, ${asKey}, ${marks(5 + columns.length)}) ON CONFLICT DO NOTHING`,
  );
  const insertObservation = createRowInsert(
    database,
    (columns) =>
      `INSERT INTO temp.stage_observations (${['post', ...columns].join(', ')}) VALUES (${asKey}, ${marks(columns.length)})`,
  );
  const insertLink = database.prepare(`INSERT INTO temp.stage_links VALUES (${asKey}, ?, ?, ?, ?)`);
  const insertContact = database.prepare(
    `INSERT INTO temp.stage_contacts VALUES (${asKey}, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const insertAgain = database.prepare('INSERT INTO temp.stage_again VALUES (?)');
  const identities = new Map<string, string | null>();
  let waiting: SourcePost[] = [];

  const identityOf = (target: string): string | null => {
    const remembered = identities.get(target);
    if (remembered !== undefined) return remembered;
    const identity = NOT_PROMOTED.test(target) || isMediaLink(target) ? null : (linkIdentity(target) ?? null);
    if (identities.size >= REMEMBERED) identities.clear();
    identities.set(target, identity);
    return identity;
  };

  const writeLinks = (id: string, links: readonly KnownLink[]): void => {
    links.forEach(({ short, target }, position) => {
      insertLink.run(id, position, short, target, target === null ? null : identityOf(target));
    });
  };

  const write = (post: SourcePost): void => {
    const { id, told, partsTold, text } = post;
    const [first, ...more] = post.observations;
    const links = post.links.map(asKnown);
    const added = insertPost(first, [
      id,
      post.at ?? null,
      post.precision,
      // The version chain tells the time of the first version: better than the own id of a later one.
      rankOf(
        { source: (partsTold?.time ?? told).source },
        post.at === undefined ? 0 : 1 + PRECISION[post.precision] * 2 + (post.firstVersion === undefined ? 0 : 1),
      ),
      post.kind,
      post.quote ? 1 : 0,
      post.language,
      post.media,
      post.firstVersion ?? '0',
      rankOf(told, true),
      text,
      rankOf(partsTold?.text ?? told, !post.cut),
      hashLinks(links),
      rankOf(partsTold?.links ?? told, isResolved(links)),
    ]);
    if (added.changes === 0) {
      insertAgain.run(JSON.stringify(post));
      return;
    }
    writeLinks(id, links);
    for (const { handle, how } of post.contacts) insertContact.run(id, handle.toLowerCase(), how);
    for (const observation of more) insertObservation(observation, [id]);
  };

  const writeAll = database.transaction((posts: readonly SourcePost[]) => posts.forEach(write));
  const flush = (): void => {
    const posts = waiting;
    waiting = [];
    if (posts.length > 0) writeAll(posts);
  };
  const empty = (): void => {
    for (const table of ['stage', 'stage_observations', 'stage_links', 'stage_contacts', 'stage_absences']) {
      database.exec(`DELETE FROM temp.${table}`);
    }
  };

  return {
    add(post) {
      waiting.push(post);
      if (waiting.length >= BLOCK) flush();
    },
    addAbsence(id, instant) {
      database.prepare(`INSERT INTO temp.stage_absences VALUES (${asKey}, ?)`).run(id, instant);
    },
    stagedBetween(from, to) {
      flush();
      return database
        .prepare<[string, string], StagedText>(
          `SELECT CAST(key AS TEXT) AS id, text FROM temp.stage WHERE key >= ${asKey} AND key < ${asKey}`,
        )
        .all(firstIdAt(from), firstIdAt(to + 1));
    },
    completeText(id, text, sourceLinks, contacts) {
      const links = sourceLinks.map(asKnown);
      database.prepare(`DELETE FROM temp.stage_links WHERE post = ${asKey}`).run(id);
      database.prepare(`DELETE FROM temp.stage_contacts WHERE post = ${asKey}`).run(id);
      const { text_rank: textRank, links_rank: linksRank } = database
        .prepare<[string], { text_rank: number; links_rank: number }>(
          `SELECT text_rank, links_rank FROM temp.stage WHERE key = ${asKey}`,
        )
        .get(id) ?? { text_rank: 0, links_rank: 0 };
      database
        .prepare(`UPDATE temp.stage SET text = ?, text_rank = ?, links_hash = ?, links_rank = ? WHERE key = ${asKey}`)
        .run(
          text,
          rankOf(readRank(textRank).told, true),
          hashLinks(links),
          rankOf(readRank(linksRank).told, isResolved(links)),
          id,
        );
      writeLinks(id, links);
      for (const { handle, how } of contacts) insertContact.run(id, handle.toLowerCase(), how);
    },
    flush,
    nextRound() {
      const again = database.prepare<[], string>('SELECT post FROM temp.stage_again').pluck().all();
      if (again.length === 0) return false;
      empty();
      database.exec('DELETE FROM temp.stage_again');
      for (const post of again) write(JSON.parse(post) as SourcePost);
      return true;
    },
    // The tables stay until the next import makes its own, or the connection closes: dropping them takes time now.
    clear() {
      waiting = [];
    },
  };
}
