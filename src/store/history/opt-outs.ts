import type { Database } from '../driver/port.js';
import type { OptOut } from '#history/ports.js';
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

/** All of them, by handle. */
export const listOptOuts = (database: Database): OptOut[] =>
  database.prepare<[], OptOut>('SELECT handle, noted_at AS notedAt FROM contact_opt_outs ORDER BY handle').all();

/** Adds one that was noted elsewhere; of two instants the earlier counts, in whatever order they come. */
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
