import type { Database } from 'better-sqlite3';
import type { ContactOrder, ContactSummary } from '../history/query-ports.js';

/** A row of `contacts`, which `contactOf` reads. */
export interface ContactRow {
  readonly handle: string;
  readonly mentions: number;
  readonly replies: number;
  readonly reposts: number;
  readonly first_at: number | null;
  readonly last_at: number | null;
}

export const CONTACT_COLUMNS = 'c.handle, c.mentions, c.replies, c.reposts, c.first_at, c.last_at';

export const contactOf = (row: ContactRow): ContactSummary => ({
  handle: row.handle,
  mentions: row.mentions,
  replies: row.replies,
  reposts: row.reposts,
  ...(row.first_at === null ? {} : { firstAt: row.first_at }),
  ...(row.last_at === null ? {} : { lastAt: row.last_at }),
});

const ORDERS: Readonly<Record<ContactOrder, string>> = {
  often: 'c.mentions + c.replies + c.reposts DESC, c.handle',
  last: 'c.last_at DESC, c.handle',
};

/** The people whom the account met. */
export const listContacts = (database: Database, order: ContactOrder, limit: number): ContactSummary[] =>
  database
    .prepare<[number], ContactRow>(`SELECT ${CONTACT_COLUMNS} FROM contacts c ORDER BY ${ORDERS[order]} LIMIT ?`)
    .all(limit)
    .map(contactOf);

/** One of them by the handle, with or without `@`, in any case. */
export function findContact(database: Database, handle: string): ContactSummary | undefined {
  const row = database
    .prepare<[string], ContactRow>(`SELECT ${CONTACT_COLUMNS} FROM contacts c WHERE c.handle = ?`)
    .get(handle.replace(/^@/, '').toLowerCase());
  return row && contactOf(row);
}
