import { lazy } from '#base/lazy.js';
import type { Database } from '../driver/port.js';
import type {
  ContactWriter,
  HistoryReader,
  KeywordWriter,
  LinkedPost,
  ObservedPost,
  TimedPost,
  TimingReader,
} from '#history/query-ports.js';
import { readAccount, listImports, readContents, readCoverage } from './contents.js';
import { clearOptOut, findContact, listContacts, noteOptOut, findContactsFor } from './contacts.js';
import { forget } from './forget.js';
import { withStoreErrors } from '../errors.js';
import { eachPost, findPastPosts, findTermUse } from './posts.js';
import { addKeywords, findKeywords, listKeywords } from './keywords.js';
import { countDatedLinks, eachLink, listLinksOf, prepareLinkPostReader } from './links.js';
import { eachVisitedPost, prepareVisitReader } from './visits.js';
import type { Observation, PostKind } from '#history/ports.js';
import { COUNTED_AT, GONE, METRIC_COLUMNS, OBSERVED_ORIGINALS, type ObservationRow, toObservation } from './rows.js';

/** The commands' side of a history kept in a database. */
export function createHistoryReader(database: Database): HistoryReader {
  const guarded = <T>(work: () => T): T => withStoreErrors(database.name, work);
  // Prepared once: a list of links reads the posts of each of them.
  const linkPosts = lazy(() => prepareLinkPostReader(database));
  return {
    account: () => guarded(() => readAccount(database)),
    coverage: (now) => guarded(() => readCoverage(database, now)),
    imports: () => guarded(() => listImports(database)),
    posts: (...query) => guarded(() => [...eachPost(database, ...query)]),
    links: (...query) => guarded(() => [...eachLink(database, ...query)]),
    postsOfLink: (link) => guarded(() => linkPosts()(link)),
    eachPost: (...query) => guardedWalk(database, () => eachPost(database, ...query)),
    countDatedLinks: () => guarded(() => countDatedLinks(database)),
    eachLink: (...query) => guardedWalk(database, () => eachLink(database, ...query)),
    linksOf: (postOrShort) => guarded(() => listLinksOf(database, postOrShort)),
    contacts: (...query) => guarded(() => listContacts(database, ...query)),
    keywords: (limit) => guarded(() => listKeywords(database, limit)),
    contents: () => guarded(() => readContents(database)),
    demand: (term, language) => guarded(() => findKeywords(database, term, language)),
    termUse: (term) => guarded(() => findTermUse(database, term)),
    pastPosts: (link, limit) => guarded(() => findPastPosts(database, link, limit)),
    contactsFor: (draft, limit) => guarded(() => findContactsFor(database, draft, limit)),
    contact: (handle) => guarded(() => findContact(database, handle)),
  };
}

/** What is read on each walk, with the faults of the database as StoreErrors. */
const guardedWalk = <T>(database: Database, open: () => Iterable<T>): Iterable<T> => ({
  *[Symbol.iterator]() {
    const items = withStoreErrors(database.name, open)[Symbol.iterator]();
    try {
      for (;;) {
        const next = withStoreErrors(database.name, () => items.next());
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      items.return?.();
    }
  },
});

/** The side of a database that takes figures of keywords. */
export const createKeywordWriter = (database: Database): KeywordWriter => ({
  addKeywords: (figures) => withStoreErrors(database.name, () => addKeywords(database, figures)),
});

/** The side of a database that notes who does not want to be mentioned. */
export const createContactWriter = (database: Database): ContactWriter => ({
  optOut: (handle, now) => withStoreErrors(database.name, () => noteOptOut(database, handle, now)),
  forget: (handle, now) => withStoreErrors(database.name, () => forget(database, handle, now)),
  optIn: (handle) => withStoreErrors(database.name, () => clearOptOut(database, handle)),
});

interface TimedRow {
  readonly id: string;
  readonly at: number | null;
  readonly kind: PostKind;
  readonly likes: number | null;
  readonly reposts: number | null;
  readonly impressions: number | null;
  readonly link_clicks: number | null;
  readonly counted_at: number | null;
}

const TIMED_POSTS = `
SELECT p.id, iif(p.precision = 'day', NULL, p.at) AS at, p.kind, p.likes, p.reposts, p.impressions, p.link_clicks,
  iif(p.kind = 'original', ${COUNTED_AT}, NULL) AS counted_at
FROM posts p WHERE p.superseded = 0 AND NOT ${GONE} ORDER BY p.key`;

function* eachTimed(database: Database): Generator<TimedPost> {
  for (const row of database.prepare<[], TimedRow>(TIMED_POSTS).iterate()) yield asTimed(row);
}

const asTimed = ({ id, at, kind, likes, reposts, impressions, link_clicks, counted_at }: TimedRow): TimedPost => ({
  id,
  at: at ?? undefined,
  kind,
  counters: {
    ...(likes === null ? {} : { likes }),
    ...(reposts === null ? {} : { reposts }),
    ...(impressions === null ? {} : { impressions }),
    ...(link_clicks === null ? {} : { linkClicks: link_clicks }),
  },
  countedAt: counted_at ?? undefined,
});

const LINKED_POSTS = `
SELECT l.identity AS link, p.id, iif(p.precision = 'day', NULL, p.at) AS at, p.kind, p.text, p.likes, p.reposts,
  (SELECT iif(o.certainty >= 1, o.instant, NULL) FROM observations o WHERE o.post = p.key
    ORDER BY o.instant DESC, o.certainty DESC LIMIT 1) AS counted_at
FROM links l JOIN post_links pl ON pl.link = l.key JOIN posts p ON p.key = pl.post
WHERE l.last_at >= ? AND p.superseded = 0 AND p.kind <> 'repost' AND NOT ${GONE} GROUP BY l.key, p.key ORDER BY l.key, p.key`;

type LinkedRow = Omit<TimedRow, 'impressions' | 'link_clicks'> & { readonly link: string; readonly text: string };

function* eachLinked(database: Database, since: number): Generator<LinkedPost> {
  for (const row of database.prepare<[number], LinkedRow>(LINKED_POSTS).iterate(Math.round(since))) yield asLinked(row);
}

const asLinked = ({ link, id, at, kind, text, likes, reposts, counted_at }: LinkedRow): LinkedPost => ({
  link,
  id,
  at: at ?? undefined,
  kind,
  text,
  reactions: likes === null && reposts === null ? undefined : (likes ?? 0) + (reposts ?? 0),
  countedAt: counted_at ?? undefined,
});

/** Edited posts are left out: each of their versions has counters of its own. */
const OBSERVED_POSTS = `
SELECT p.id, p.at AS published, o.instant, o.certainty, o.source, ${METRIC_COLUMNS.map((column) => `o.${column}`).join(', ')}, o.more
FROM (${OBSERVED_ORIGINALS}) p
JOIN observations o ON o.post = p.key ORDER BY p.key, o.instant, o.certainty, o.source, o.fingerprint`;

type ObservedRow = ObservationRow & { readonly id: string; readonly published: number };

function readObserved(database: Database, limit: number): ObservedPost[] {
  const posts = new Map<string, { at: number; observations: Observation[] }>();
  for (const row of database.prepare<[object], ObservedRow>(OBSERVED_POSTS).iterate({ limit })) {
    const post = posts.get(row.id) ?? { at: row.published, observations: [] };
    post.observations.push(toObservation(row));
    posts.set(row.id, post);
  }
  return [...posts.values()];
}

/** The side of a history kept in a database that hours and decay are estimated from. */
export function createTimingReader(database: Database): TimingReader {
  const guarded = <T>(work: () => T): T => withStoreErrors(database.name, work);
  return {
    account: () => guarded(() => readAccount(database)),
    visitsOfLinks: () => guarded(() => prepareVisitReader(database)),
    visitedPosts: () => guardedWalk(database, () => eachVisitedPost(database)),
    timedPosts: () => guardedWalk(database, () => eachTimed(database)),
    observedPosts: (limit) => guarded(() => readObserved(database, limit)),
    linkedPosts: (since) => guardedWalk(database, () => eachLinked(database, since)),
    countLinksBefore: (instant) =>
      guarded(
        () =>
          database
            .prepare<[number], { readonly links: number }>('SELECT count(*) AS links FROM links WHERE last_at < ?')
            .get(Math.round(instant))?.links ?? 0,
      ),
  };
}
