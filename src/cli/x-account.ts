import { existsSync } from 'node:fs';
import type { Locale } from '#base/locale.js';
import { accountSentences } from '#locale/account.js';
import { reasonText } from '#report/reason-text.js';
import type { ReadOutcome } from '#queue/x-port.js';
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
 * @throws UserError when X does not accept it (exit 77), or cannot be asked now (75).
 */
export async function requestAccount(shell: Shell, tokens: Signature['tokens']): Promise<Required<Account>> {
  const client = openXClient({
    tokens,
    connection: await xConnection(shell),
    now: () => shell.now(),
    readFile: () => Promise.reject(new Error('no file belongs to this call')),
  });
  const outcome = await client.me();
  if (outcome.kind === 'done') return { id: outcome.value.id, handle: outcome.value.handle };
  const why = ({ code, detail }: typeof outcome, locale: Locale): string => reasonText({ code, detail }, locale, true);
  if (outcome.kind === 'later') {
    throw new UserError((locale) => accountSentences(locale).accountLater(why(outcome, locale)), {
      exitCode: EXIT.tryLater,
    });
  }
  throw new UserError((locale) => accountSentences(locale).accountRefused(why(outcome, locale)), {
    exitCode: EXIT.credentials,
  });
}

/**
 * X forbids to act as several accounts in concert: a history is that of one.
 * @throws UserError when the history belongs to another account.
 */
export async function checkHistoryOwner(shell: Shell, db: string | undefined, account: Account): Promise<void> {
  const file = databaseFile(shell, db);
  if (!existsSync(file)) return;
  await withHistory(shell, { db, readonly: true }, (history) => requireAccount(account, history));
}

/**
 * The same for a history that is open. Ids decide where both tell one, else handles; who tells neither may be anybody.
 * @throws UserError as above.
 */
export function requireAccount({ id, handle }: Account, { reader, file }: Pick<OpenHistory, 'reader' | 'file'>): void {
  const known = reader.account();
  if (known === undefined) return;
  const isSame =
    known.id === undefined
      ? handle === undefined || known.handles.length === 0 || known.handles.includes(handle.toLowerCase())
      : known.id === id;
  if (isSame) return;
  const sentence = (locale: Locale): string => {
    const { otherAccount, accountById } = accountSentences(locale);
    const owner = known.handles[0] === undefined ? accountById(known.id ?? '') : `@${known.handles[0]}`;
    return otherAccount(file, owner, handle === undefined ? accountById(id) : `@${handle}`);
  };
  throw new UserError(sentence, { exitCode: EXIT.credentials });
}

/** What a call to X came to, as the error of a command: why, and what to do. */
export function asCallError({ kind, code, detail }: Exclude<ReadOutcome<never>, { kind: 'done' }>): UserError {
  const isSignIn = code === 'unauthorized' || code === 'signed-out';
  const exitCode = kind === 'later' ? EXIT.tryLater : isSignIn ? EXIT.credentials : EXIT.findings;
  return new UserError((locale) => reasonText({ code, detail }, locale), { exitCode });
}
