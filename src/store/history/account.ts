import type { Database } from '../driver/port.js';
import type { AccountSign } from '#history/ports.js';
import { StoreError } from '../errors.js';

/** The account that a database serves; undefined before the first import. */
export function readAccount(database: Database): AccountSign | undefined {
  const row = database.prepare<[], { id: string | null }>('SELECT id FROM account').get();
  if (row === undefined) return undefined;
  const handles = database.prepare<[], string>('SELECT handle FROM account_handles ORDER BY handle').pluck().all();
  return { ...(row.id === null ? {} : { id: row.id }), handles };
}

/**
 * Notes the account of an import, and refuses another one than the database's: X forbids coordinated accounts, and
 * figures of two accounts mean nothing together. Ids decide where both tell one, else handles.
 * @throws StoreError `other-account`.
 */
export function requireAccount(database: Database, sign: AccountSign, file: string): void {
  const handles = sign.handles.map((handle) => handle.toLowerCase());
  const present = readAccount(database);
  if (present !== undefined && isOther(present, { ...sign, handles })) {
    // The handle alone does not distinguish two accounts of which one took over the other's.
    const hasIds = present.id !== undefined && sign.id !== undefined;
    const names = ({ handles: known, id }: AccountSign): readonly string[] => [
      ...known.map((handle) => `@${handle}`),
      ...(id !== undefined && (hasIds || known.length === 0) ? [id] : []),
    ];
    throw new StoreError('other-account', { file, received: names(sign), present: names(present) });
  }
  database
    .prepare('INSERT INTO account (one, id) VALUES (1, ?) ON CONFLICT DO UPDATE SET id = coalesce(id, excluded.id)')
    .run(sign.id ?? null);
  const note = database.prepare('INSERT INTO account_handles (handle) VALUES (?) ON CONFLICT DO NOTHING');
  for (const handle of handles) note.run(handle);
}

function isOther(present: AccountSign, sign: AccountSign): boolean {
  if (present.id !== undefined && sign.id !== undefined) return present.id !== sign.id;
  const comparable = present.handles.length > 0 && sign.handles.length > 0;
  return comparable && !sign.handles.some((handle) => present.handles.includes(handle));
}
