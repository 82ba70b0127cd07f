// A calendar of posts that are made by hand. Loaded when one is to be written.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locale } from '#base/locale.js';
import { planSentences } from '#locale/plan.js';
import type { Item } from '#queue/item.js';
import type { NewStep } from '#queue/person-step.js';
import { icsCalendar, type CalendarItem } from '#report/export/ics.js';
import { intentLink } from '#x/api/intent.js';
import { calendarSteps } from './person-steps.js';
import type { Shell } from './shell.js';
import { UserError } from './user-error.js';

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
  {
    now,
    locale,
    isQueued,
    steps = [],
  }: {
    readonly now: number;
    readonly locale: Locale;
    readonly isQueued: boolean;
    readonly steps?: readonly NewStep[];
  },
): void {
  try {
    writeFileSync(
      resolve(shell.cwd, file),
      icsCalendar(calendarItems(items, now), { now, locale }, calendarSteps(steps, { now, locale })),
    );
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new UserError(planSentences(locale).errors.calendar(file, code ?? message, isQueued), { cause });
  }
}
