import { existsSync } from 'node:fs';
import type { Account } from '#x/auth/credentials.js';
import type { Signature } from '#x/auth/token.js';
import { xConnection } from './credentials.js';
import { EXIT, UserError } from './user-error.js';
import { withHistory, type OpenHistory } from './history-database.js';
import { databaseFile } from './history-file.js';
import type { Shell } from './shell.js';
import { openXClient } from '#x/api/client.js';

/**
 * Asks X whose account something signs for. This costs `PRICES.user`.
 * @throws Failure when X does not take it (exit 77), or cannot be asked now (75).
 */
export async function requestAccount(shell: Shell, tokens: Signature['tokens']): Promise<Required<Account>> {
  const client = openXClient({
    tokens,
    connection: await xConnection(shell),
    now: () => shell.now(),
    readFile: () => Promise.reject(new Error('who somebody is takes no file')),
  });
  const outcome = await client.me();
  if (outcome.kind === 'done') return { id: outcome.value.id, handle: outcome.value.handle };
  if (outcome.kind === 'later') {
    throw new UserError(`X cannot be asked whose account this is (${outcome.detail}): try again later`, {
      exitCode: EXIT.tryLater,
    });
  }
  throw new UserError(`X does not say whose account this is: ${outcome.detail}`, { exitCode: EXIT.credentials });
}

/**
 * X forbids to act as several accounts in concert: a history is that of one.
 * @throws Failure with the mend when the history belongs to another account.
 */
export async function checkHistoryOwner(shell: Shell, db: string | undefined, account: Account): Promise<void> {
  const file = databaseFile(shell, db);
  if (!existsSync(file)) return;
  await withHistory(shell, { db, readonly: true }, (history) => requireAccount(account, history));
}

/**
 * The same for a history that is open. Ids decide where both tell one, else handles; who tells neither may be anybody.
 * @throws Failure as above.
 */
export function requireAccount({ id, handle }: Account, { reader, file }: Pick<OpenHistory, 'reader' | 'file'>): void {
  const known = reader.account();
  if (known === undefined) return;
  const isSame =
    known.id === undefined
      ? handle === undefined || known.handles.length === 0 || known.handles.includes(handle.toLowerCase())
      : known.id === id;
  if (isSame) return;
  const other = known.handles[0] === undefined ? `account ${known.id}` : `@${known.handles[0]}`;
  const self = handle === undefined ? `account ${id}` : `@${handle}`;
  throw new UserError(
    `${file} is the history of ${other}, and this is ${self}: log in as ${other}, or name another history with --db; nothing was changed`,
    { exitCode: EXIT.credentials },
  );
}
