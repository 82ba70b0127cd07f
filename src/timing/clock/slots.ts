import {
  toDayNumber,
  openZone,
  formatLocalTime,
  parseLocalTime,
  toWeekSlot,
  type LocalTimeMatch,
  type Zone,
} from './zone.js';
import { blackoutAt, type Blackout } from './blackout.js';

/** Hours of a week: slot = 24 * weekday + hour, Monday 0 h = 0 … Sunday 23 h = 167. */
export const SLOTS = 168;

/** An hour of the week on the audience's wall clock. */
export interface Slot {
  /** Monday 0 … Sunday 6. */
  readonly weekday: number;
  /** 0..23. */
  readonly hour: number;
}

/** The number of a slot, 0..167. */
export const slotIndex = ({ weekday, hour }: Slot): number => 24 * weekday + hour;

/** The slot of a number 0..167. */
export const slotAt = (index: number): Slot => ({ weekday: Math.floor(index / 24), hour: index % 24 });

/** Hours of the wall clock in which posts may go out, in minutes since midnight: from `from` up to before `to`. */
export interface WallWindow {
  readonly from: number;
  /** At or before `from`: the window goes on past midnight. */
  readonly to: number;
}

const WINDOW = /^(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})$/;

/** The window of `08:00-20:00`. `24:00` is midnight at the end of a day. Throws a RangeError when it is none. */
export function readWindow(text: string): WallWindow {
  const numbers = (WINDOW.exec(text.trim()) ?? []).slice(1).map(Number);
  const [h1 = NaN, m1 = NaN, h2 = NaN, m2 = NaN] = numbers;
  const from = 60 * h1 + m1;
  const to = 60 * h2 + m2;
  if (!(h1 < 24 && m1 < 60 && m2 < 60 && to <= 1440)) {
    throw new RangeError(
      `Window "${text}": give the first and the last time of day, such as 08:00-20:00 or 20:00-02:00.`,
    );
  }
  return { from, to };
}

/** Whether a minute of the day, 0..1439, lies in a window. From equal to to is the whole day. */
export const isInWindow = ({ from, to }: WallWindow, minute: number): boolean =>
  from < to ? minute >= from && minute < to : minute >= from || minute < to;

/** The first minute of an hour of day that lies in a window; undefined when none does. */
export function firstMinuteInHour(window: WallWindow, hour: number): number | undefined {
  const start = 60 * hour;
  if (isInWindow(window, start)) return 0;
  return window.from > start && window.from < start + 60 && isInWindow(window, window.from)
    ? window.from - start
    : undefined;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Days on which nothing goes out. */
export interface Blackouts {
  /** Monday 0 … Sunday 6. */
  readonly weekdays?: readonly number[];
  /** `YYYY-MM-DD` on the audience's wall clock. */
  readonly dates?: readonly string[];
  /** Stretches of the wall clock. */
  readonly stretches?: readonly Blackout[];
}

/** An instant at which a post may go out. */
export interface WallSlot extends Slot {
  /** ms UTC. */
  readonly at: number;
  /** What the clock shows then, `2026-03-29T03:00`. */
  readonly localTime: string;
  /** The local time that was requested; not `localTime` only when the clock skips it. */
  readonly requestedTime: string;
  readonly requestedSlot: Slot;
  readonly match: LocalTimeMatch;
}

/** What narrows the slots of a period down. */
interface SlotFilter {
  /** Time of day. Without it `allowed` alone decides. */
  readonly window?: WallWindow | undefined;
  /** Numbers of the slots that may be used; all by default. */
  readonly allowed?: readonly number[] | undefined;
  readonly blackouts?: Blackouts | undefined;
}

/** A requested local time on the zone's clock. */
function resolveLocalTime(zone: Zone, requested: number): WallSlot {
  const { at, match } = zone.toInstant(requested);
  const requestedTime = formatLocalTime(requested);
  const requestedSlot = toWeekSlot(requested);
  const { weekday, hour } = requestedSlot;
  // A year has thousands of them: what the clock shows is read again only where it may be something else.
  if (match !== 'gap') return { at, localTime: requestedTime, weekday, hour, requestedTime, requestedSlot, match };
  const localTime = zone.localTimeAt(at);
  return { at, localTime: formatLocalTime(localTime), ...toWeekSlot(localTime), requestedTime, requestedSlot, match };
}

/** Checks blackouts and gives a test of local days. Throws a RangeError for a weekday or date that is none. */
function blackoutTest({ weekdays = [], dates = [], stretches = [] }: Blackouts): (localTime: number) => boolean {
  const wrong = weekdays.find((weekday) => !(Number.isInteger(weekday) && weekday >= 0 && weekday <= 6));
  if (wrong !== undefined) throw new RangeError(`Weekday ${wrong}: give 0 (Monday) to 6 (Sunday).`);
  const days = new Set(dates.map((date) => toDayNumber(parseLocalTime(date))));
  return (localTime) =>
    weekdays.includes(toWeekSlot(localTime).weekday) ||
    days.has(toDayNumber(localTime)) ||
    blackoutAt(stretches, localTime) !== undefined;
}

/**
 * The instants from `from` to before `until` at which a post may go out, in order, one per hour of the wall clock: at
 * the full hour, or at the first minute that window and period leave of it. Walked by local time, never by adding
 * hours: on the day of a change a skipped hour gives the first instant after the gap, a doubled one its first. One that
 * leaves the window by that is given only where the window has no other.
 * No instant comes twice.
 */
export function wallSlots(
  zoneName: string,
  from: number,
  until: number,
  { window, allowed, blackouts = {} }: SlotFilter,
): readonly WallSlot[] {
  const zone = openZone(zoneName, from, until);
  const isBlack = blackoutTest(blackouts);
  const allowedSlots = allowed === undefined ? undefined : new Set(allowed);
  const earliest = Math.ceil(from / MINUTE) * MINUTE;
  const found = new Map<number, WallSlot>();
  const outside = new Map<number, WallSlot>();
  const firstDay = toDayNumber(zone.localTimeAt(from));
  const lastDay = toDayNumber(zone.localTimeAt(until));
  for (let day = firstDay; day <= lastDay; day += 1) {
    for (let hour = 0; hour < 24; hour += 1) {
      const minute = window === undefined ? 0 : firstMinuteInHour(window, hour);
      if (minute === undefined) continue;
      const full = day * DAY + hour * HOUR + minute * MINUTE;
      // Tested first: reading the clock takes longer.
      if (allowedSlots !== undefined && !allowedSlots.has(slotIndex(toWeekSlot(full)))) continue;
      if (isBlack(full)) continue;
      const asked = resolveLocalTime(zone, full);
      const slot = startedSlot(asked, zone, earliest, window) ?? asked;
      if (slot.at < earliest || slot.at >= until) continue;
      // A zone that skips a whole day has no such hour: a post on another day is not what was asked for.
      if (slot.localTime.slice(0, 10) !== slot.requestedTime.slice(0, 10)) continue;
      // 23:00 to 01:00 holds no 01:00.
      if (slot.match === 'gap' && window !== undefined && !isInWindow(window, minuteOfDay(slot.localTime))) {
        outside.set(slot.at, slot);
        continue;
      }
      // A skipped hour may lead to the next one's instant, which then stands for itself.
      if (slot.match !== 'gap' || !found.has(slot.at)) found.set(slot.at, slot);
    }
  }
  return [...(found.size > 0 ? found : outside).values()].sort((a, b) => a.at - b.at);
}

/** Minutes since midnight of `2026-03-29T03:00`. */
const minuteOfDay = (localTime: string): number =>
  60 * Number(localTime.slice(11, 13)) + Number(localTime.slice(14, 16));

/** The slot of an hour that has begun already: what is left of it, if the window is still open then. */
function startedSlot(
  slot: WallSlot,
  zone: Zone,
  earliest: number,
  window: WallWindow | undefined,
): WallSlot | undefined {
  if (slot.at >= earliest || slot.match !== 'exact') return undefined;
  const localTime = zone.localTimeAt(earliest);
  const now = toWeekSlot(localTime);
  const sameHour = now.weekday === slot.weekday && now.hour === slot.hour && earliest - slot.at < HOUR;
  const minute = Math.floor(localTime / MINUTE) - 1440 * toDayNumber(localTime);
  if (!sameHour || (window !== undefined && !isInWindow(window, minute))) return undefined;
  return resolveLocalTime(zone, localTime);
}

/** A recurring wall-clock time. */
export interface Recurrence {
  readonly zone: string;
  /** `HH:MM` on the wall clock. */
  readonly time: string;
  /** Monday 0 … Sunday 6; every day by default. */
  readonly weekdays?: readonly number[];
}

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
/** Occurrences are searched no further than this: a recurrence on no day at all must come to an end. */
const FURTHEST = 400 * DAY;

/**
 * The next occurrences of a recurring wall-clock time from an instant on (ms UTC), at most `count`. A day on which the
 * time is skipped gives the first instant after the gap, a day on which it comes twice gives the first: one a day.
 * Throws a RangeError for a time or zone that is none.
 */
export function occurrences(
  { zone: zoneName, time, weekdays = slotNumbers(7) }: Recurrence,
  from: number,
  count: number,
): readonly WallSlot[] {
  const [, hour, minute] = TIME.exec(time) ?? [];
  if (hour === undefined || minute === undefined)
    throw new RangeError(`"${time}" is not a time of day: give HH:MM, such as 09:30.`);
  const days = Math.ceil((7 * count) / Math.max(1, weekdays.length)) + 8;
  const until = from + Math.max(FURTHEST, days * DAY);
  const zone = openZone(zoneName, from, until);
  const offset = Number(hour) * HOUR + Number(minute) * MINUTE;
  const found: WallSlot[] = [];
  // A zone may skip a whole day: two requests then meet at one instant, and the post goes out once.
  for (let day = toDayNumber(zone.localTimeAt(from)) - 1; found.length < count && day * DAY < until + DAY; day += 1) {
    if (!weekdays.includes(toWeekSlot(day * DAY).weekday)) continue;
    const slot = resolveLocalTime(zone, day * DAY + offset);
    if (slot.at >= from && slot.at !== found.at(-1)?.at) found.push(slot);
  }
  return found;
}

const slotNumbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
