import { existsSync } from 'node:fs';
import { DECAY_SAMPLE, learnAccountDecay, toObserved } from '#campaign/account.js';
import type { CampaignHistory } from '#campaign/input.js';
import { budgetAt } from '#queue/budget.js';
import { COMPARED_FOR } from '#queue/guard.js';
import { withHistory } from './history-database.js';
import { databaseFile } from './history-file.js';
import { OPEN } from './queue/open.js';
import type { Shell } from './shell.js';

/** Items among which a plan finds its slots: years of posts. */
export const MAX_OPEN = 10_000;

/**
 * Reads what a plan must know of the history and the queue; undefined where there is none.
 * @param handles those that the draft mentions or tags, in lower case.
 * @throws UserError when a history that was named is not there, unless a queue is to be made in it.
 */
export async function readCampaignHistory(
  shell: Shell,
  { db, dryRun }: { readonly db?: string; readonly dryRun?: boolean },
  { link, now, handles }: { readonly link: string; readonly now: number; readonly handles: readonly string[] },
): Promise<CampaignHistory | undefined> {
  // Without a history, hours and decay are typical. TWEETSPAN_DB only says where one would be.
  if (!(db !== undefined && dryRun) && !existsSync(databaseFile(shell, db))) return undefined;
  return withHistory(shell, { db, readonly: true }, ({ reader, timing, queue, queueHistory }) => {
    const history = reader.postsOfLink(link);
    return {
      timed: timing.timedPosts(),
      decay: learnAccountDecay(timing.observedPosts(DECAY_SAMPLE), now),
      posts: history.flatMap(({ at, observations }) =>
        at === undefined ? [] : [{ at, observations: toObserved({ at, observations }, now).observations }],
      ),
      texts: history.map(({ text, at = 0 }) => ({ text, at })),
      posted: queueHistory.textsFor(link, now - COMPARED_FOR),
      open: queue.list({ states: OPEN }, MAX_OPEN),
      budget: budgetAt(queue, now),
      optedOut: queueHistory.optedOut(handles),
    };
  });
}
