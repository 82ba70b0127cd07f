import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Item, NewItem } from '#queue/item.js';
import { icsCalendar, type CalendarItem } from '#report/export/ics.js';
import { intentLink } from '#x/api/intent.js';
import { UserError } from '../user-error.js';
import type { QueueFlags } from '../options/queue.js';
import { OPEN, withQueue } from '../queue/open.js';
import type { Shell } from '../shell.js';
import { MAX_OPEN } from './past.js';

const planSignature = (items: readonly Item[]): string => items.map(({ id, dueAt }) => `${id}@${dueAt}`).join(' ');

/**
 * Queues a plan, all of it or nothing.
 * @param open the open items that the plan was made around.
 * @throws Failure when the queue has changed since, or a slot has passed: somebody may have thought for long.
 */
export const enqueue = (
  shell: Shell,
  flags: QueueFlags,
  items: readonly NewItem[],
  open: readonly Item[],
): Promise<readonly Item[]> =>
  withQueue(shell, flags, 'make', ({ store, now }) => {
    if (planSignature(store.list({ states: OPEN }, MAX_OPEN)) !== planSignature(open)) {
      throw new UserError(
        'the queue has changed since the plan was made; nothing was queued: schedule the draft again',
      );
    }
    const passed = items.find(({ dueAt }) => dueAt <= now);
    if (passed !== undefined) {
      throw new UserError(
        `${passed.requestedTime} ${passed.zone} has passed meanwhile; nothing was queued: schedule the draft again`,
      );
    }
    return store.add(items, now);
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
    media: media.map(({ file }) => file),
  }));

/**
 * Writes a calendar of posts.
 * @throws Failure when it cannot be written.
 */
export function writeCalendar(
  shell: Shell,
  file: string,
  items: Parameters<typeof calendarItems>[0],
  { now, locale, isQueued }: { readonly now: number; readonly locale: 'en' | 'fr'; readonly isQueued: boolean },
): void {
  try {
    writeFileSync(resolve(shell.cwd, file), icsCalendar(calendarItems(items, now), { now, locale }));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const remedy = isQueued
      ? 'the posts are queued all the same: tweetspan queue --format ics writes it too'
      : 'name a file in a folder of yours';
    throw new UserError(`--ics ${file}: the calendar cannot be written (${code ?? message}); ${remedy}`, { cause });
  }
}
