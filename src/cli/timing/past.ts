import { existsSync } from 'node:fs';
import type { PastPost } from '#lint/facts.js';
import { budgetAt, type Budget } from '#queue/budget.js';
import { COMPARED_FOR } from '#queue/guard.js';
import type { Item } from '#queue/item.js';
import type { PostedText } from '#queue/ports.js';
import type { LinkPost } from '#timing/decay/link-decay.js';
import { databaseFile, withHistory } from '../history-database.js';
import { OPEN } from '../queue/open.js';
import type { Shell } from '../shell.js';
import type { ScheduleFlags } from '../options/timing.js';
import { accountLife, type AccountLife, type countedPosts, LIVES_FROM, observedOf } from './account.js';

/** Items among which a plan finds its slots: years of posts. */
export const MOST_OPEN = 10_000;

/** What history and queue tell for a plan; nothing where there is none. */
export interface Past {
  readonly timed: Parameters<typeof countedPosts>[0];
  readonly life: AccountLife;
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
    const told = reader.postsOfLink(link);
    return {
      timed: timing.timedPosts(),
      life: accountLife(timing.observedPosts(LIVES_FROM), now),
      posts: told.flatMap(({ at, observations }) =>
        at === undefined ? [] : [{ at, observations: observedOf({ at, observations }, now).observations }],
      ),
      texts: told.map(({ text, at = 0 }) => ({ text, at })),
      posted: queueHistory.textsFor(link, now - COMPARED_FOR),
      open: queue.list({ states: OPEN }, MOST_OPEN),
      budget: budgetAt(queue, now),
      optedOut: queueHistory.optedOut(handles),
    };
  });
}
