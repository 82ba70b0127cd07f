import { asFailure, openHistory, type OpenHistory } from '../history-database.js';
import type { Shell } from '../shell.js';

/**
 * What some work reads from the history, which is closed after it.
 * @throws Failure for every fault of the database, with its mend.
 */
export async function readHistory<T>(
  shell: Shell,
  db: string | undefined,
  work: (history: Pick<OpenHistory, 'reader' | 'timing'>) => T,
): Promise<T> {
  const history = await openHistory(shell, { db, readonly: true });
  try {
    return work(history);
  } catch (error) {
    throw asFailure(error);
  } finally {
    history.close();
  }
}
