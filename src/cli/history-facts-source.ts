import { existsSync } from 'node:fs';
import type { Locale } from '#base/locale.js';
import { lintSentences } from '#locale/lint.js';
import type { Facts } from '#lint/facts.js';
import type { Draft } from '#draft/draft.js';
import { Problem } from '#base/problem.js';
import type { DraftContext } from './history-facts.js';
import { databaseFile } from './history-file.js';
import type { Shell } from './shell.js';

/** What the history knows of drafts, for as long as it is open. */
export interface HistoryFacts {
  read(draft: Draft, context: DraftContext): Partial<Facts>;
  close(): void;
}

/** How long lint waits for a program that writes the history, in ms. */
const LOCK_WAIT = 100;

/**
 * Opens the history for `lint`: when it exists, or when it was requested. Undefined when there is none, and when it cannot
 * be read and was not requested: one line says so, and the drafts are scored without it.
 * @throws StoreError when it was requested and cannot be read.
 */
export async function historyFacts(
  shell: Shell,
  {
    facts: requested,
    db,
    locale,
  }: { readonly facts?: boolean | undefined; readonly db?: string | undefined; readonly locale: Locale },
): Promise<HistoryFacts | undefined> {
  // Naming a file requests it.
  const isRequested = requested === true || (requested === undefined && db !== undefined);
  if (requested === false || (!isRequested && !existsSync(databaseFile(shell, db)))) return undefined;
  // Loaded here only: without a history, nothing of the store is read (77 KB, 6 ms).
  const { openHistory } = await import('./history-database.js');
  const { storeProblemSentence } = await import('#locale/history.js');
  const warn = (error: unknown): void => {
    if (isRequested || !(error instanceof Problem)) throw error;
    const { withoutHistory } = lintSentences(locale);
    shell.stderr.write(`tweetspan: ${withoutHistory(storeProblemSentence(error.problem, error.data, locale))}\n`);
  };
  try {
    const history = await openHistory(shell, { db, readonly: true, lockWait: LOCK_WAIT });
    const { factsFromHistory } = await import('./history-facts.js');
    let isBroken = false;
    return {
      read: (draft, context) => {
        if (isBroken) return {};
        try {
          return factsFromHistory(history.reader, draft, context);
        } catch (error) {
          isBroken = true;
          warn(error);
          return {};
        }
      },
      close: () => history.close(),
    };
  } catch (error) {
    warn(error);
    return undefined;
  }
}
