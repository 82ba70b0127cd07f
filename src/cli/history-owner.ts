// Whose history it is: X forbids to act as several accounts in concert, so a history is that of one.
import { existsSync } from 'node:fs';
import type { Locale } from '#base/locale.js';
import { accountSentences } from '#locale/account.js';
import type { Account } from '#x/auth/credentials.js';
import { withHistory, type OpenHistory } from './history-database.js';
import { databaseFile } from './options/common.js';
import type { Shell } from './shell.js';
import { EXIT, UserError } from './user-error.js';

/**
 * Makes sure that a history, where there is one, belongs to an account.
 * @throws UserError when it belongs to another.
 */
export async function checkHistoryOwner(shell: Shell, db: string | undefined, account: Account): Promise<void> {
  const file = databaseFile(shell, db);
  if (!existsSync(file)) return;
  await withHistory(shell, { db, readonly: true }, (history) => requireAccount(account, history));
}

type Owned = Pick<OpenHistory, 'reader' | 'team'>;

/**
 * Whether an account is that of a history. Ids decide where both tell one, else handles; who tells neither may be
 * anybody.
 */
export async function isAccountOf({ id, handle }: Account, { reader, team }: Owned): Promise<boolean> {
  const shared = await team?.store.account();
  if (shared !== undefined && shared.id !== id) return false;
  const known = reader.account();
  if (known === undefined) return true;
  if (known.id !== undefined) return known.id === id;
  return handle === undefined || known.handles.length === 0 || known.handles.includes(handle.toLowerCase());
}

/** Makes a history that is nobody's yet that of an account: what is planned for one never goes out by another. */
export async function bindAccount(
  { id, handle }: Account,
  { reader, writer, team }: Owned & Pick<OpenHistory, 'writer'>,
): Promise<void> {
  await team?.store.bind({ id, handle: handle ?? '' });
  if (reader.account()?.id !== undefined) return;
  writer.openImport().commit(undefined, { id, handles: handle === undefined ? [] : [handle] });
}

/**
 * The same as `checkHistoryOwner` for a history that is open.
 * @throws UserError as above.
 */
export async function requireAccount(account: Account, history: Owned & Pick<OpenHistory, 'file'>): Promise<void> {
  const { id, handle } = account;
  const { reader, file, team } = history;
  if (await isAccountOf(account, history)) return;
  const shared = await team?.store.account();
  const isShared = shared !== undefined && shared.id !== id;
  const known = isShared ? { id: shared.id, handles: shared.handle === '' ? [] : [shared.handle] } : reader.account();
  const sentence = (locale: Locale): string => {
    const { otherAccount, accountById } = accountSentences(locale);
    const owner = known?.handles[0] === undefined ? accountById(known?.id ?? '') : `@${known.handles[0]}`;
    const place = isShared ? (team?.place ?? file) : file;
    return otherAccount(place, owner, handle === undefined ? accountById(id) : `@${handle}`);
  };
  throw new UserError(sentence, { exitCode: EXIT.credentials });
}
