import type { Database } from '../driver/port.js';
import type { OptOut } from '#history/ports.js';
import type { ContactOrder, ContactSummary, MetContact } from '#history/query-ports.js';

/** A row of `contacts`, which `contactOf` reads. */
export interface ContactRow {
  readonly handle: string;
  readonly mentions: number;
  readonly replies: number;
  readonly reposts: number;
  readonly first_at: number | null;
  readonly last_at: number | null;
  readonly opted_out: number;
}

export const CONTACT_COLUMNS = `c.handle, c.mentions, c.replies, c.reposts, c.first_at, c.last_at,
  EXISTS (SELECT 1 FROM contact_opt_outs o WHERE o.handle = c.handle) AS opted_out`;

/** Somebody who opted out may never have been met. */
const EVERYBODY = `
SELECT ${CONTACT_COLUMNS} FROM contacts c UNION ALL
SELECT o.handle, 0, 0, 0, NULL, NULL, 1 FROM contact_opt_outs o
WHERE NOT EXISTS (SELECT 1 FROM contacts m WHERE m.handle = o.handle)`;

/** When a contact `c` was last mentioned. Keys of posts are in the order of time: the walk ends at the first mention. */
export const LAST_MENTION = `(
  SELECT p.at FROM post_contacts m JOIN posts p ON p.key = m.post
  WHERE m.contact = c.key AND m.how = 'mention' ORDER BY m.post DESC LIMIT 1)`;

export const toContact = (row: ContactRow): ContactSummary => ({
  handle: row.handle,
  mentions: row.mentions,
  replies: row.replies,
  reposts: row.reposts,
  ...(row.first_at === null ? {} : { firstAt: row.first_at }),
  ...(row.last_at === null ? {} : { lastAt: row.last_at }),
  ...(row.opted_out === 1 ? { optedOut: true as const } : {}),
});

const ORDERS: Readonly<Record<ContactOrder, string>> = {
  often: 'mentions + replies + reposts DESC, handle',
  last: 'last_at DESC, handle',
};

/** The people whom the account met. */
export const listContacts = (database: Database, order: ContactOrder, limit: number): ContactSummary[] =>
  database
    .prepare<[number], ContactRow>(`SELECT * FROM (${EVERYBODY}) ORDER BY ${ORDERS[order]} LIMIT ?`)
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
export const toMetContact = (row: MetRow): MetContact => ({
  ...toContact(row),
  ...(row.last_mention === null ? {} : { lastMentionAt: row.last_mention }),
});

/** The second version: people who do not want to be mentioned or contacted, with when they were noted (ms UTC). */
export const OPT_OUTS = `
CREATE TABLE contact_opt_outs (
  handle TEXT PRIMARY KEY,
  noted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

/** Notes that a person does not want to be mentioned; answers whether that is news. */
export const noteOptOut = (database: Database, handle: string, now: number): boolean =>
  database
    .prepare('INSERT INTO contact_opt_outs (handle, noted_at) VALUES (?, ?) ON CONFLICT DO NOTHING')
    .run(asHandle(handle), now).changes > 0;

/** All of them, by handle. */
export const listOptOuts = (database: Database): OptOut[] =>
  database.prepare<[], OptOut>('SELECT handle, noted_at AS notedAt FROM contact_opt_outs ORDER BY handle').all();

/** Adds an opt-out that was noted elsewhere; of two instants the earlier counts, in whatever order they come. */
export const mergeOptOut = (database: Database, { handle, notedAt }: OptOut): void =>
  void database
    .prepare(
      `INSERT INTO contact_opt_outs (handle, noted_at) VALUES (?, ?)
       ON CONFLICT DO UPDATE SET noted_at = min(noted_at, excluded.noted_at)`,
    )
    .run(asHandle(handle), notedAt);

/** Takes an opt-out back; answers whether there was one. */
export const clearOptOut = (database: Database, handle: string): boolean =>
  database.prepare('DELETE FROM contact_opt_outs WHERE handle = ?').run(asHandle(handle)).changes > 0;
