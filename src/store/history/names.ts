import type { Database } from '../driver/port.js';

/** Names seen lately. Accounts repeat their links and people; a bound keeps memory flat. */
const REMEMBERED = 20_000;

/** Tables of names that the posts of the stage refer to by number. A name may have several. */
export const NAME_TABLES = ['stage_identities', 'stage_handles'] as const;

/** Their definition; `found` is the key of the name in the history, once it is merged. */
export const CREATE_NAMES = NAME_TABLES.map(
  (table) => `DROP TABLE IF EXISTS temp.${table};
CREATE TEMP TABLE ${table} (key INTEGER PRIMARY KEY, name TEXT, found INTEGER) STRICT;`,
).join('\n');

/** Gives names their numbers in a table: a post holds a number, and each name is looked up in the history once. */
export function createNames(database: Database, table: (typeof NAME_TABLES)[number]): (name: string) => number {
  const insert = database.prepare<[string]>(`INSERT INTO temp.${table} (name) VALUES (?)`);
  const numbers = new Map<string, number>();
  return (name) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    if (numbers.size >= REMEMBERED) numbers.clear();
    const number = Number(insert.run(name).lastInsertRowid);
    numbers.set(name, number);
    return number;
  };
}
