import { existsSync } from 'node:fs';
import type { Facts } from '#lint/facts.js';
import type { Draft } from '#draft/draft.js';
import { Problem } from '#base/problem.js';
import { storeProblemSentence, storeSentences } from '#locale/store.js';
import { localeInArguments } from './options/locale.js';
import type { DraftContext } from './history-facts.js';
import { databaseFile, openHistory } from './history-database.js';
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
 * @throws StoreError when it was requested and cannot be read.
 */
export async function historyFacts(
  shell: Shell,
  { facts: requested, db }: { readonly facts?: boolean; readonly db?: string },
): Promise<HistoryFacts | undefined> {
  // A file that was named is one that was asked for.
  const isRequested = requested === true || (requested === undefined && db !== undefined);
  if (requested === false || (!isRequested && !existsSync(databaseFile(shell, db)))) return undefined;
  const warn = (error: unknown): void => {
    if (isRequested || !(error instanceof Problem)) throw error;
    const locale = localeInArguments(shell);
    const reason = storeProblemSentence(error.problem, error.data, locale);
    shell.stderr.write(`tweetspan: ${storeSentences(locale).judgedWithout(reason)}\n`);
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
