// Puts a plan into the queue, and into a calendar.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locale } from '#base/locale.js';
import type { Media } from '#draft/draft.js';
import { slotText } from '#locale/format.js';
import { planSentences } from '#locale/plan.js';
import type { Item, ItemMedia, NewItem } from '#queue/item.js';
import { icsCalendar, type CalendarItem } from '#report/export/ics.js';
import { intentLink } from '#x/api/intent.js';
import { MAX_OPEN } from './campaign-history.js';
import type { QueueFlags } from './options/queue.js';
import { OPEN, withQueue } from './queue/open.js';
import type { Shell } from './shell.js';
import { UserError } from './user-error.js';

const planSignature = (items: readonly Item[]): string => items.map(({ id, dueAt }) => `${id}@${dueAt}`).join(' ');

/**
 * Queues a plan, all of it or nothing.
 * @param open the open items that the plan was made around.
 * @throws UserError when the queue has changed since, or a slot has passed: the user may have thought for long.
 */
export const enqueue = (
  shell: Shell,
  flags: QueueFlags & { readonly locale: Locale },
  items: readonly NewItem[],
  open: readonly Item[],
): Promise<readonly Item[]> =>
  withQueue(shell, flags, 'make', ({ store, now }) => {
    const { errors } = planSentences(flags.locale);
    if (planSignature(store.list({ states: OPEN }, MAX_OPEN)) !== planSignature(open)) {
      throw new UserError(errors.queueChanged);
    }
    const passed = items.find(({ dueAt }) => dueAt <= now);
    if (passed !== undefined) {
      const when = slotText({ localTime: passed.requestedTime, zone: passed.zone }, flags.locale);
      throw new UserError(errors.slotPassed(when));
    }
    return store.add(items, now);
  });

/** Media with absolute paths: the queue is worked on from anywhere. */
export const itemMedia = (media: readonly Media[], folder: string): readonly ItemMedia[] =>
  media.map((one) => ({ ...one, file: resolve(folder, one.file) }));

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
