import type { Database } from 'better-sqlite3';
import { asHandle } from './contacts.js';

/** The second version: people who do not want to be mentioned or asked, with when they were noted (ms UTC). */
export const OPT_OUTS = `
CREATE TABLE contact_opt_outs (
  handle TEXT PRIMARY KEY,
  noted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

/** Notes that somebody does not want to be mentioned; answers whether that is news. */
export const noteOptOut = (database: Database, handle: string, now: number): boolean =>
  database
    .prepare('INSERT INTO contact_opt_outs (handle, noted_at) VALUES (?, ?) ON CONFLICT DO NOTHING')
    .run(asHandle(handle), now).changes > 0;

/** Takes an opt-out back; answers whether there was one. */
export const clearOptOut = (database: Database, handle: string): boolean =>
  database.prepare('DELETE FROM contact_opt_outs WHERE handle = ?').run(asHandle(handle)).changes > 0;
