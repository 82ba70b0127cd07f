import { existsSync } from 'node:fs';
import type { Facts } from '#lint/facts.js';
import type { Draft } from '#draft/draft.js';
import { EXIT, UserError } from './user-error.js';
import type { DraftContext } from './history-facts.js';
import { asFailure, databaseFile, openHistory } from './history-database.js';
import type { Shell } from './shell.js';

/** What the history tells of drafts, for as long as it is open. */
export interface HistoryFacts {
  read(draft: Draft, context: DraftContext): Partial<Facts>;
  close(): void;
}

/** A judgement does not wait for whoever writes the history, in ms. */
const LOCK_WAIT = 100;

/**
 * Opens the history for `lint`: when it exists, or when it was asked for. Undefined when there is none, and when it cannot
 * be read though nobody asked for it: one line says so, and the drafts are judged without.
 * @throws Failure when it was asked for and cannot be read.
 */
export async function historyFacts(
  shell: Shell,
  { facts: requested, db }: { readonly facts?: boolean; readonly db?: string },
): Promise<HistoryFacts | undefined> {
  // A file that was named is one that was asked for.
  const isRequested = requested === true || (requested === undefined && db !== undefined);
  if (requested === false || (!isRequested && !existsSync(databaseFile(shell, db)))) return undefined;
  const warn = (error: unknown): void => {
    if (isRequested || !(error instanceof UserError) || error.exitCode === EXIT.bug) throw error;
    shell.stderr.write(`tweetspan: judged without the history: ${error.message}\n`);
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
          warn(asFailure(error));
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
