// What a campaign reads of the history and the queue, and what it puts into the queue.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Locale } from '#base/locale.js';
import { toObserved } from '#campaign/account.js';
import type { CampaignHistory } from '#campaign/input.js';
import type { Media } from '#draft/draft.js';
import { slotText } from '#locale/format.js';
import { planSentences } from '#locale/plan.js';
import { budgetAt } from '#queue/budget.js';
import { COMPARED_FOR } from '#queue/guard.js';
import type { Item, ItemMedia, NewItem } from '#queue/item.js';
import { icsCalendar, type CalendarItem } from '#report/export/ics.js';
import { intentLink } from '#x/api/intent.js';
import { withHistory } from './history-database.js';
import { learnFrom, type HoursQuery } from './learned.js';
import { databaseFile } from './options/common.js';
import { OPEN, withQueue, type QueueFlags } from './queue/open.js';
import { bindAccount, requireAccount } from './credentials.js';
import type { Shell } from './shell.js';
import type { Account } from '#x/auth/credentials.js';
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
  { db, dryRun }: { readonly db?: string; readonly dryRun?: boolean },
  {
    link,
    now,
    handles,
    hours,
    replacing,
  }: {
    readonly link: string;
    readonly now: number;
    readonly handles: readonly string[];
    readonly hours: HoursQuery;
    /** The draft whose planned items are to give way to the new ones. */
    readonly replacing?: string | undefined;
  },
): Promise<(CampaignHistory & { readonly replaced: readonly number[] }) | undefined> {
  // Without a history, hours and decay are typical. TWEETSPAN_DB only says where one would be.
  if (!(db !== undefined && dryRun) && !existsSync(databaseFile(shell, db))) return undefined;
  return withHistory(shell, { db, readonly: true }, async (open) => {
    const { reader, queue, queueHistory } = open;
    const learned = learnFrom(open, now);
    const history = reader.postsOfLink(link);
    const planned = await queue.list({ states: OPEN }, MAX_OPEN);
    const replaced = planned.filter((item) => replacing !== undefined && isPlannedFrom(item, link, replacing));
    const read = {
      usable: [],
      hours: learned.hours({ ...hours, metric: 'reactions' }).estimate,
      decay: learned.decay(),
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

/** Whether an item is still to come and was planned from a draft of this name, in whichever folder it was called. */
const isPlannedFrom = ({ state, link, draft }: Item, ofLink: string, name: string): boolean =>
  state === 'planned' && link === ofLink && basename(draft) === basename(name);

const planSignature = (items: readonly Item[]): string => items.map(({ id, dueAt }) => `${id}@${dueAt}`).join(' ');

/**
 * Queues a plan, all of it or nothing.
 * @param open the open items that the plan was made around.
 * @param replaced the planned items that give way to it.
 * @throws UserError when the queue has changed since, or a slot has passed: the user may have thought for long.
 */
export const enqueue = (
  shell: Shell,
  flags: QueueFlags & { readonly locale: Locale; readonly account?: Account | undefined },
  items: readonly NewItem[],
  open: readonly Item[],
  replaced: readonly number[] = [],
): Promise<readonly Item[]> =>
  withQueue(shell, flags, 'make', async ({ store, now, opened }) => {
    const { errors } = planSentences(flags.locale);
    const others = (await store.list({ states: OPEN }, MAX_OPEN)).filter(({ id }) => !replaced.includes(id));
    if (planSignature(others) !== planSignature(open)) {
      throw new UserError(errors.queueChanged);
    }
    const passed = items.find(({ dueAt }) => dueAt <= now);
    if (passed !== undefined) {
      const when = slotText({ localTime: passed.requestedTime, zone: passed.zone }, flags.locale);
      throw new UserError(errors.slotPassed(when));
    }
    if (flags.account !== undefined) requireAccount(flags.account, opened);
    const added = await store.add(items, now, replaced);
    if (flags.account !== undefined) bindAccount(flags.account, opened);
    return added;
  });

/** The SHA-256 of a file's bytes, in hexadecimal digits; undefined when it cannot be read, which is reported elsewhere. */
function hashOf(file: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return undefined;
  }
}

/** Media with absolute paths, as the queue is worked on from anywhere, and with what tells their files from others. */
export const itemMedia = (media: readonly Media[], folder: string): readonly ItemMedia[] =>
  media.map((one) => {
    const file = resolve(folder, one.file);
    const sha256 = hashOf(file);
    return { ...one, file, ...(sha256 !== undefined && { sha256 }) };
  });

/** Items as events of a calendar. Those that are not queued have no number. */
export const calendarItems = (
  items: readonly (Pick<Item, 'dueAt' | 'text' | 'media'> & Partial<Pick<Item, 'id' | 'createdAt' | 'changedAt'>>)[],
  now: number,
): readonly CalendarItem[] =>
  items.map(({ id, createdAt = now, changedAt = now, dueAt, text, media }) => ({
    ...(id !== undefined && { id }),
    createdAt,
    changedAt,
    at: dueAt,
    text,
    intent: intentLink(text),
    media,
  }));

/**
 * Writes a calendar of posts.
 * @throws UserError when it cannot be written.
 */
export function writeCalendar(
  shell: Shell,
  file: string,
  items: Parameters<typeof calendarItems>[0],
  { now, locale, isQueued }: { readonly now: number; readonly locale: Locale; readonly isQueued: boolean },
): void {
  try {
    writeFileSync(resolve(shell.cwd, file), icsCalendar(calendarItems(items, now), { now, locale }));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new UserError(planSentences(locale).errors.calendar(file, code ?? message, isQueued), { cause });
  }
}
