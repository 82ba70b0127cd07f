import { existsSync } from 'node:fs';
import type { PastPost } from '#lint/facts.js';
import { budgetAt, type Budget } from '#queue/budget.js';
import { COMPARED_FOR } from '#queue/guard.js';
import type { Item } from '#queue/item.js';
import type { PostedText } from '#queue/ports.js';
import type { LinkPost } from '#timing/decay/link-decay.js';
import { withHistory } from '../history-database.js';
import { databaseFile } from '../history-file.js';
import { OPEN } from '../queue/open.js';
import type { Shell } from '../shell.js';
import type { ScheduleFlags } from '../options/timing.js';
import { learnAccountDecay, type AccountDecay, type countedPosts, DECAY_SAMPLE, toObserved } from './account.js';

/** Items among which a plan finds its slots: years of posts. */
export const MAX_OPEN = 10_000;

/** What history and queue tell for a plan; nothing where there is none. */
export interface Past {
  readonly timed: Parameters<typeof countedPosts>[0];
  readonly decay: AccountDecay;
  /** Posts of the link, for its life and for its texts. */
  readonly posts: readonly LinkPost[];
  readonly texts: readonly PastPost[];
  /** Texts of the account that new ones must not be like. */
  readonly posted: readonly PostedText[];
  /** Items that still take their slots, of all links. */
  readonly open: readonly Item[];
  readonly budget: Budget;
  /** Handles that want to be left alone, in lower case. */
  readonly optedOut: readonly string[];
}

/** What is asked of the past. */
export interface PastQuestion {
  /** Identity of the link. */
  readonly link: string;
  /** ms UTC. */
  readonly now: number;
  /** Handles that the draft calls, in lower case. */
  readonly handles: readonly string[];
}

/**
 * Reads what a plan must know.
 * @throws Failure when a history that was named is not there, unless a queue is to be made in it.
 */
export async function readPast(
  shell: Shell,
  { db, dryRun }: Pick<ScheduleFlags, 'db' | 'dryRun'>,
  { link, now, handles }: PastQuestion,
): Promise<Past | undefined> {
  const isNamed = (db ?? (shell.env['TWEETSPAN_DB'] || undefined)) !== undefined;
  // Without a history, hours and lives are typical.
  if (!(isNamed && dryRun) && !existsSync(databaseFile(shell, db))) return undefined;
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
