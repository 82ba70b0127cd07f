// A time for an item as a person gives it: of a clock, of a day, or that much later or earlier than its slot.
import { InvalidArgumentError } from 'commander';
import type { Locale } from '#base/locale.js';
import { queueSentences } from '#locale/queue.js';
import type { Item, NewItem } from '#queue/item.js';
import { formatLocalTime, parseLocalTime, type LocalTimeMatch } from '#timing/clock/zone.js';
import { parseLocalMoment, parseTime, parseWeekday } from '../options/times.js';
import type { Clocks } from './open.js';

/** A point of time as it was given. A time of day (`09:00`) that is missing is that of the item. */
export type When =
  | { readonly kind: 'local'; readonly text: string }
  /** In ms for `time`, in days of the calendar for `days`; negative for earlier. */
  | { readonly kind: 'shift'; readonly unit: 'time' | 'days'; readonly amount: number }
  /** So many days after today. */
  | { readonly kind: 'day'; readonly days: number; readonly time?: string }
  /** The next such weekday (Monday 0), today as long as its time is to come. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly time?: string }
  /** The next time that the clock shows it. */
  | { readonly kind: 'clock'; readonly time: string }
  | { readonly kind: 'now' };

const SHIFT = /^([+−-])\s*(\d{1,4})\s*(?:(m|h|d|j|w)|(min|minute|hour|heure|day|jour|week|semaine)s?)$/iu;
const SHIFT_UNITS = {
  m: ['time', 60_000],
  h: ['time', 3_600_000],
  d: ['days', 1],
  j: ['days', 1],
  w: ['days', 7],
  // Of `semaine`.
  s: ['days', 7],
} as const;

const DAYS: readonly (readonly [RegExp, number])[] = [
  [/^(?:today|aujourd['’]hui)$/i, 0],
  [/^(?:tomorrow|demain)$/i, 1],
  [/^après-demain$/i, 2],
];

/**
 * The reader of `2026-03-05T09:00`, `+2h`, `-1h`, `+1d`, `tomorrow 9:00`, `monday`, `17:30` or `now`, as either language
 * writes them (`demain 9h`, `lundi 8h30`, `+2 jours`).
 */
export const whenReader =
  (locale: Locale) =>
  (value: string): When => {
    const when = parseWhen(value.trim(), locale);
    if (when !== undefined) return when;
    throw new InvalidArgumentError(queueSentences(locale).options.whenInvalid);
  };

function parseWhen(text: string, locale: Locale): When | undefined {
  if (/^(?:now|maintenant)$/i.test(text)) return { kind: 'now' };
  const moment = parseLocalMoment(text, locale);
  if (moment?.includes('T')) return { kind: 'local', text: moment };
  const [, sign, amount, letter, word] = SHIFT.exec(text) ?? [];
  if (amount !== undefined && Number(amount) > 0) {
    const [unit, factor] = SHIFT_UNITS[(letter ?? word)?.charAt(0).toLowerCase() as keyof typeof SHIFT_UNITS];
    return { kind: 'shift', unit, amount: Number(amount) * factor * (sign === '+' ? 1 : -1) };
  }
  // `2h` alone could be two o'clock or in two hours.
  const clock = /\d$/.test(text) ? parseTime(text) : undefined;
  if (clock !== undefined && clock !== '24:00') return { kind: 'clock', time: clock };
  return parseDay(text);
}

/** A day by its name, with or without a time of day. */
function parseDay(text: string): When | undefined {
  const [, name = '', written] = /^(\S+)(?:\s+(?:(?:at|à)\s+)?(.+))?$/iu.exec(text) ?? [];
  const time = written === undefined ? undefined : parseTime(written);
  if (written !== undefined && (time === undefined || time === '24:00')) return undefined;
  const days = DAYS.find(([pattern]) => pattern.test(name))?.[1];
  if (days !== undefined) return { kind: 'day', days, ...(time !== undefined && { time }) };
  const weekday = parseWeekday(name);
  return weekday === undefined ? undefined : { kind: 'weekday', weekday, ...(time !== undefined && { time }) };
}

/** A slot, and what the clock did to the requested time. */
export type FoundSlot = Pick<NewItem, 'dueAt' | 'requestedTime' | 'zone'> & { readonly match: LocalTimeMatch };

const DAY = 86_400_000;

/**
 * The slot that is meant. A shift counts from the item's slot, or from now where that has passed. Days are stepped on the
 * clock of the zone, so that the hour stays when the clock changes; hours and minutes are spans of time.
 * @param now ms UTC.
 */
export function resolveSlot(
  when: When,
  zone: string,
  { dueAt, requestedTime }: Pick<Item, 'dueAt' | 'requestedTime'>,
  now: number,
  clocks: Clocks,
): FoundSlot {
  const from = Math.max(dueAt, now);
  const atInstant = (at: number): FoundSlot => ({
    dueAt: at,
    requestedTime: clocks.formatLocalTime(at, zone),
    zone,
    match: 'exact',
  });
  const atLocalTime = (localTime: number): FoundSlot => {
    // By the clock of the time that is meant: that of `now` may end before it.
    const { at, match } = clocks.zone(zone, localTime).toInstant(localTime);
    return { dueAt: at, requestedTime: formatLocalTime(localTime), zone, match };
  };
  const today = Math.floor(clocks.zone(zone, now).localTimeAt(now) / DAY) * DAY;
  const onDay = (days: number, time: string | undefined): FoundSlot =>
    atLocalTime(today + days * DAY + (parseLocalTime(`1970-01-01T${time ?? requestedTime.slice(11)}`) % DAY));
  switch (when.kind) {
    case 'now':
      return atInstant(now);
    case 'local':
      return atLocalTime(parseLocalTime(when.text));
    case 'shift':
      return when.unit === 'time'
        ? atInstant(from + when.amount)
        : atLocalTime(clocks.zone(zone, from).localTimeAt(from) + when.amount * DAY);
    case 'day':
      return onDay(when.days, when.time);
    case 'weekday': {
      // Day 0 of the count was a Thursday.
      const present = (Math.floor(today / DAY) + 3) % 7;
      const days = (when.weekday - present + 7) % 7;
      const slot = onDay(days, when.time);
      return slot.dueAt > now ? slot : onDay(days + 7, when.time);
    }
    case 'clock': {
      const slot = onDay(0, when.time);
      return slot.dueAt > now ? slot : onDay(1, when.time);
    }
  }
}
