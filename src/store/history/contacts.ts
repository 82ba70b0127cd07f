import type { Database } from '../driver/port.js';
import type { OptOut } from '#history/ports.js';
import type { ContactOrder, ContactSummary, MetContact, ContactFact } from '#history/query-ports.js';
import { toIdentity, toMatch, LOOKED } from './posts.js';

/** A row of `contacts`, which `toContact` reads. */
interface ContactRow {
  readonly handle: string;
  readonly mentions: number;
  readonly replies: number;
  readonly reposts: number;
  readonly first_at: number | null;
  readonly last_at: number | null;
  readonly opted_out: number;
  readonly last_ask?: number | null;
  readonly last_kit?: number | null;
  readonly agreed?: string | null;
}

const CONTACT_COLUMNS = `c.handle, c.mentions, c.replies, c.reposts, c.first_at, c.last_at,
  EXISTS (SELECT 1 FROM contact_opt_outs o WHERE o.handle = c.handle) AS opted_out`;

/** Somebody who opted out, agreed or was asked may never have been met. */
const EVERYBODY = `
SELECT ${CONTACT_COLUMNS} FROM contacts c UNION ALL
SELECT o.handle, 0, 0, 0, NULL, NULL, 1 FROM contact_opt_outs o
WHERE NOT EXISTS (SELECT 1 FROM contacts m WHERE m.handle = o.handle) UNION ALL
SELECT h.handle, 0, 0, 0, NULL, NULL, 0 FROM (SELECT handle FROM outreach UNION SELECT handle FROM ambassadors) h
WHERE NOT EXISTS (SELECT 1 FROM contacts m WHERE m.handle = h.handle)
  AND NOT EXISTS (SELECT 1 FROM contact_opt_outs o WHERE o.handle = h.handle)`;

/** When a person `e` was last asked and given a post, and the day on which they agreed. */
const HELP_COLUMNS = `
  (SELECT max(at) FROM outreach r WHERE r.handle = e.handle AND r.what = 'ask') AS last_ask,
  (SELECT max(at) FROM outreach r WHERE r.handle = e.handle AND r.what = 'kit') AS last_kit,
  (SELECT agreed FROM ambassadors a WHERE a.handle = e.handle) AS agreed`;

/** When a contact `c` was last mentioned. Keys of posts are in the order of time: the walk ends at the first mention. */
const LAST_MENTION = `(
  SELECT p.at FROM post_contacts m JOIN posts p ON p.key = m.post
  WHERE m.contact = c.key AND m.how = 'mention' ORDER BY m.post DESC LIMIT 1)`;

const toContact = (row: ContactRow): ContactSummary => ({
  handle: row.handle,
  mentions: row.mentions,
  replies: row.replies,
  reposts: row.reposts,
  ...(row.first_at === null ? {} : { firstAt: row.first_at }),
  ...(row.last_at === null ? {} : { lastAt: row.last_at }),
  ...(row.opted_out === 1 ? { optedOut: true as const } : {}),
  ...(row.last_ask == null ? {} : { lastAskAt: row.last_ask }),
  ...(row.last_kit == null ? {} : { lastKitAt: row.last_kit }),
  ...(row.agreed == null ? {} : { agreed: row.agreed }),
});

const ORDERS: Readonly<Record<ContactOrder, string>> = {
  often: 'mentions + replies + reposts DESC, handle',
  last: 'last_at DESC, handle',
};

/** The people whom the account met. */
export const listContacts = (database: Database, order: ContactOrder, limit: number): ContactSummary[] =>
  database
    .prepare<[number], ContactRow>(
      `SELECT e.*, ${HELP_COLUMNS} FROM (SELECT * FROM (${EVERYBODY}) ORDER BY ${ORDERS[order]} LIMIT ?) e`,
    )
    .all(limit)
    .map(toContact);

/** A handle as it is kept: lower case, without `@`. */
export const asHandle = (handle: string): string => handle.replace(/^@/, '').toLowerCase();

type MetRow = ContactRow & { readonly last_mention: number | null };

/** One of them by the handle, with or without `@`, in any case; also one who opted out before being met. */
export function findContact(database: Database, handle: string): MetContact | undefined {
  const row = database
    .prepare<[string], MetRow>(
      `SELECT e.*, (SELECT ${LAST_MENTION} FROM contacts c WHERE c.handle = e.handle) AS last_mention
       FROM (${EVERYBODY}) e WHERE e.handle = ?`,
    )
    .get(asHandle(handle));
  return row && toMetContact(row);
}

/** A row with `last_mention` beside the columns of contacts. */
const toMetContact = (row: MetRow): MetContact => ({
  ...toContact(row),
  ...(row.last_mention === null ? {} : { lastMentionAt: row.last_mention }),
});

/** Notes that a person does not want to be mentioned; answers whether that is news. */
export const noteOptOut = (database: Database, handle: string, now: number): boolean =>
  database
    .prepare('INSERT INTO contact_opt_outs (handle, noted_at) VALUES (?, ?) ON CONFLICT DO NOTHING')
    .run(asHandle(handle), now).changes > 0;

/** All of them, by handle. */
export const listOptOuts = (database: Database): OptOut[] =>
  database
    .prepare<[], { handle: string; notedAt: number; forgotten: number }>(
      'SELECT handle, noted_at AS notedAt, forgotten FROM contact_opt_outs ORDER BY handle',
    )
    .all()
    .map(({ handle, notedAt, forgotten }) =>
      forgotten === 1 ? { handle, notedAt, forgotten: true as const } : { handle, notedAt },
    );

/** Adds an opt-out that was noted elsewhere; of two instants the earlier counts, in whatever order they come. */
export const mergeOptOut = (database: Database, { handle, notedAt, forgotten }: OptOut): void =>
  void database
    .prepare(
      `INSERT INTO contact_opt_outs (handle, noted_at, forgotten) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET
       noted_at = min(noted_at, excluded.noted_at), forgotten = max(forgotten, excluded.forgotten)`,
    )
    .run(asHandle(handle), notedAt, forgotten === true ? 1 : 0);

/** Takes an opt-out back; answers whether there was one. */
export const clearOptOut = (database: Database, handle: string): boolean =>
  database.prepare('DELETE FROM contact_opt_outs WHERE handle = ?').run(asHandle(handle)).changes > 0;

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
