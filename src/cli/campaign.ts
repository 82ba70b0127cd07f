// What a campaign reads of the history and the queue.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locale } from '#base/locale.js';
import { toObserved } from '#campaign/account.js';
import type { CampaignHistory } from '#campaign/input.js';
import { planSentences } from '#locale/plan.js';
import { budgetAt } from '#queue/budget.js';
import { COMPARED_FOR } from '#queue/guard.js';
import { OPEN, type Item } from '#queue/item.js';
import { HOURS_BAR } from '#timing/hours/hours.js';
import { isOnServer, withHistory } from './history-database.js';
import { learnFrom, type HoursQuery, type Learned } from './learned.js';
import { databaseFile } from './options/common.js';
import type { Shell } from './shell.js';
import { UserError } from './user-error.js';

/** Items among which a plan finds its slots: years of posts. */
export const MAX_OPEN = 10_000;

/**
 * Reads what a plan must know of the history and the queue; undefined where there is none.
 * @param handles those that the draft mentions or tags, in lower case.
 * @throws UserError when a history that was named is not there, unless a queue is to be made in it.
 */
export async function readCampaignHistory(
  shell: Shell,
  { db, dryRun, together }: { readonly db?: string; readonly dryRun?: boolean; readonly together?: boolean },
  {
    link,
    now,
    handles,
    hours,
    replacing,
    locale,
  }: {
    readonly link: string;
    readonly now: number;
    readonly handles: readonly string[];
    readonly hours: HoursQuery;
    /** The draft whose planned items are to give way to the new ones. */
    readonly replacing?: string | undefined;
    readonly locale: Locale;
  },
): Promise<(CampaignHistory & { readonly replaced: readonly number[] }) | undefined> {
  // Without a history, hours and decay are typical. TWEETSPAN_DB only says where one would be.
  const isThere = existsSync(databaseFile(shell, db)) || (await isOnServer(shell, db));
  if (!(db !== undefined && dryRun) && !isThere) return undefined;
  return withHistory(shell, { db, readonly: true, queueOnly: true }, async (open) => {
    const { reader, queue, queueHistory } = open;
    const learned = learnFrom(open, now);
    const history = reader.postsOfLink(link);
    const planned = await queue.list({ states: OPEN }, MAX_OPEN);
    const replaced = planned.filter((item) => replacing !== undefined && isPlannedFrom(item, link, replacing));
    const read = {
      usable: [],
      hours: learned.hours({ ...hours, metric: 'reactions' }).estimate,
      ...otherHours(learned, hours, locale),
      decay: learned.decay(),
      ...(together && { postsPerWeek: learned.postsPerWeek() }),
      posts: history.flatMap(({ at, observations }) =>
        at === undefined ? [] : [{ at, observations: toObserved({ at, observations }, now).observations }],
      ),
      texts: history.map(({ text, at = 0 }) => ({ text, at })),
      posted: await queueHistory.textsFor(link, now - COMPARED_FOR),
      open: planned.filter((item) => !replaced.includes(item)),
      replaced: replaced.map(({ id }) => id),
      budget: await budgetAt(queue, now),
      optedOut: await queueHistory.optedOut(handles),
    };
    await learned.keep(shell, db);
    return read;
  });
}

/** Other counts whose hours are looked at beside those of reactions, in this order. */
const BESIDE = ['clicks', 'visits'] as const;

/**
 * What ranks slots where it is not reactions, and what is shown beside reactions otherwise.
 * @throws UserError for a requested count that no post has.
 */
function otherHours(learned: Learned, query: HoursQuery, locale: Locale): Pick<CampaignHistory, 'ranking' | 'beside'> {
  const { metric } = query;
  if (metric !== undefined && metric !== 'reactions') {
    const { estimate, metrics } = learned.hours(query);
    if (estimate.n === 0) throw new UserError(planSentences(locale).errors.noMetric(metric, metrics));
    return { ranking: { metric, hours: estimate } };
  }
  for (const each of BESIDE) {
    const { estimate } = learned.hours({ ...query, metric: each });
    if (estimate.n >= HOURS_BAR.posts) return { beside: { metric: each, hours: estimate } };
  }
  return {};
}

/** Whether an item is still to come and was planned from a draft of this name, in whichever folder it was called. */
const isPlannedFrom = ({ state, link, draft }: Item, ofLink: string, name: string): boolean =>
  state === 'planned' && link === ofLink && basename(draft) === basename(name);
