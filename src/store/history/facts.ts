import type { Database } from '../driver/port.js';
import type { ContactFact, PostSummary, TermUse } from '#history/query-ports.js';
import { CONTACT_COLUMNS, LAST_MENTION, toMetContact } from './contacts.js';
import { toIdentity, toMatch, prepareLinkReader, toSummary, SUMMARY_COLUMNS, type SummaryRow } from './posts.js';

/** The latest posts are looked at, so that a look-up takes a few ms in a history of any size. */
const LOOKED = 2000;

const TERM_USE = `
SELECT count(*) AS looked, sum(kind = 'original') AS posts,
  avg(CASE WHEN kind = 'original' AND (likes IS NOT NULL OR reposts IS NOT NULL)
    THEN coalesce(likes, 0) + coalesce(reposts, 0) END) AS mean
FROM (SELECT p.kind, p.likes, p.reposts FROM posts_text CROSS JOIN posts p ON p.key = posts_text.rowid
  WHERE posts_text MATCH ? AND p.superseded = 0 ORDER BY posts_text.rowid DESC LIMIT ${LOOKED})`;

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
WHERE l.identity = ? AND p.superseded = 0 AND p.kind <> 'repost' ORDER BY pl.post DESC LIMIT ?`;

/** The account's own posts of a link, newest first. */
export function findPastPosts(database: Database, link: string, limit: number): PostSummary[] {
  const readLinks = prepareLinkReader(database);
  return database
    .prepare<[string, number], SummaryRow>(PAST_POSTS)
    .all(toIdentity(link), limit)
    .map((row) => toSummary(row, readLinks(row.id)));
}

const byMeetings = 'ORDER BY count(*) DESC, c.last_at DESC, c.handle LIMIT ?';
const MET_WITH_LINK = `
SELECT ${CONTACT_COLUMNS}, ${LAST_MENTION} AS last_mention FROM links l JOIN post_links pl ON pl.link = l.key
JOIN post_contacts pc ON pc.post = pl.post JOIN contacts c ON c.key = pc.contact
WHERE l.identity = ? GROUP BY c.key ${byMeetings}`;
const MET_ON_SUBJECT = `
SELECT ${CONTACT_COLUMNS}, ${LAST_MENTION} AS last_mention FROM (SELECT rowid FROM posts_text WHERE posts_text MATCH ? ORDER BY rowid DESC LIMIT ${LOOKED}) f
JOIN post_contacts pc ON pc.post = f.rowid JOIN contacts c ON c.key = pc.contact GROUP BY c.key ${byMeetings}`;

/** People met with a link, then in the latest posts that hold any of the words; nobody twice. */
export function findContactsFor(
  database: Database,
  { link, words }: { readonly link?: string; readonly words: readonly string[] },
  limit: number,
): ContactFact[] {
  const match = words.flatMap((word) => toMatch(`"${word.replaceAll('"', ' ')}"`) ?? []).join(' OR ');
  const find = (sql: string, value: string, because: ContactFact['because']): ContactFact[] =>
    database
      .prepare<[string, number], Parameters<typeof toMetContact>[0]>(sql)
      .all(value, limit)
      .map((row) => Object.assign(toMetContact(row), { because }));
  const withLink = link === undefined ? [] : find(MET_WITH_LINK, toIdentity(link), 'link');
  const met = new Set(withLink.map(({ handle }) => handle));
  const onSubject = match === '' ? [] : find(MET_ON_SUBJECT, match, 'subject');
  return [...withLink, ...onSubject.filter(({ handle }) => !met.has(handle))].slice(0, limit);
}
