// Readers of times, days, durations and numbers on the command line, as the languages of the program write them: `2d`, `2 days`
// and `2 jours`; `08:00-20:00` and `8h-20h`; `2026-12-31` and, where the language puts the day first, `31/12/2026`.
import { InvalidArgumentError } from 'commander';
import type { Locale } from '#base/locale.js';
import { isDayFirst } from '#locale/format.js';
import { cliSentences } from '#locale/cli.js';
import type { MissedPolicy } from '#queue/item.js';
import { readWindow, type WallWindow } from '#timing/clock/slots.js';
import { isZone, zoneOfCity } from '#base/time-zone.js';
import type { Shell } from '../shell.js';
import { option } from './common.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Units as they may be written, in ms. */
const UNITS: Readonly<Record<string, number>> = {
  m: MINUTE,
  min: MINUTE,
  minute: MINUTE,
  minutes: MINUTE,
  h: HOUR,
  hour: HOUR,
  hours: HOUR,
  heure: HOUR,
  heures: HOUR,
  d: DAY,
  day: DAY,
  days: DAY,
  j: DAY,
  jour: DAY,
  jours: DAY,
  w: 7 * DAY,
  week: 7 * DAY,
  weeks: 7 * DAY,
  semaine: 7 * DAY,
  semaines: 7 * DAY,
};
const DURATION = /^(\d+(?:[.,]\d+)?)\s*([a-z]+)$/i;

/** A duration in ms; undefined for a text that is not one. */
export function parseDuration(text: string): number | undefined {
  const [, amount = '', unit = ''] = DURATION.exec(text.trim()) ?? [];
  const name = unit.toLowerCase();
  return Object.hasOwn(UNITS, name) ? Number(amount.replace(',', '.')) * (UNITS[name] ?? NaN) : undefined;
}

/** The reader of a duration, in ms. */
export const durationReader =
  (locale: Locale, longest = Infinity) =>
  (value: string): number => {
    const duration = parseDuration(value);
    if (duration === undefined || duration > longest)
      throw new InvalidArgumentError(cliSentences(locale).values.duration);
    return duration;
  };

/** A time of day as `08:30`; undefined for a text that is not one. `8h`, `8 h 30`, `8:30` and `08:30` are. */
export function parseTime(text: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})\s*(?:h|:)\s*(\d{2})?$/i.exec(text.trim()) ?? [];
  if (hour === '' || (minute === '' && !/h/i.test(text))) return undefined;
  const isTime = Number(hour) < 24 ? Number(minute) < 60 : Number(hour) === 24 && Number(minute) === 0;
  return isTime ? `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` : undefined;
}

/** An hour of a range, where it can be nothing else: `9`, `9am`, `6:30 pm`, and all that `parseTime` reads. */
function parseHour(text: string): string | undefined {
  const [, hour = '', minute = '00', half = ''] = /^(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?m?\.?$/i.exec(text.trim()) ?? [];
  if (hour === '') return parseTime(text);
  if (half === '') return parseTime(`${hour}:${minute}`);
  if (Number(hour) < 1 || Number(hour) > 12) return undefined;
  return parseTime(`${(Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)}:${minute}`);
}

/** A date as `2026-12-31`; undefined for a text that is not one, or not a day of the calendar. */
function parseDate(text: string, locale: Locale): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? [];
  // Where the month comes first, `03/04/2026` could be meant either way.
  const iso = year !== '' && isDayFirst(locale) ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return /^\d{4}-\d{2}-\d{2}$/.test(iso.trim()) && isDay(iso.trim()) ? iso.trim() : undefined;
}

/** A date, or a date and a time of day, as `2026-12-31` or `2026-12-31T09:30`; undefined for a text that is neither. */
export function parseLocalMoment(text: string, locale: Locale): string | undefined {
  const [, first = '', rest = ''] = /^(\S+?)(?:(?:T|\s+(?:à\s+)?)(\d.*))?$/.exec(text.trim()) ?? [];
  const date = parseDate(first, locale);
  if (date === undefined || rest === '') return date;
  const time = parseTime(rest);
  return time === undefined || time === '24:00' ? undefined : `${date}T${time}`;
}

/** The reader of a day, or a time of a day, of the zone's clock: `2026-12-31` or `2026-12-31T09:30`. */
export const localMomentReader =
  (locale: Locale) =>
  (value: string): string => {
    const moment = parseLocalMoment(value, locale);
    if (moment === undefined) throw new InvalidArgumentError(cliSentences(locale).values.dayOrTime);
    return moment;
  };

/** The hours in which a person at work can post by hand; Monday to Friday. @source own choice */
export const OFFICE_HOURS: WallWindow = { from: 9 * 60, to: 18 * 60 };
const OFFICE_NAMES: ReadonlySet<string> = new Set(['office', 'bureau']);

/** The reader of a range of the day, or of office hours by their name. */
export const windowReader =
  (locale: Locale) =>
  (value: string): WallWindow => {
    if (OFFICE_NAMES.has(value.trim().toLowerCase())) return OFFICE_HOURS;
    const [from, to, ...others] = value.split(/[-–]/).map(parseHour);
    if (from === undefined || to === undefined || from === '24:00' || others.length > 0) {
      throw new InvalidArgumentError(cliSentences(locale).values.window);
    }
    return readWindow(`${from}-${to}`);
  };

/** Names of Monday to Sunday, whole and short. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['mon', 'monday', 'lun', 'lundi'],
  ['tue', 'tuesday', 'mar', 'mardi'],
  ['wed', 'wednesday', 'mer', 'mercredi'],
  ['thu', 'thursday', 'jeu', 'jeudi'],
  ['fri', 'friday', 'ven', 'vendredi'],
  ['sat', 'saturday', 'sam', 'samedi'],
  ['sun', 'sunday', 'dim', 'dimanche'],
];
/** Days of a range at most: a year. */
const MAX_RANGE = 366;

/** Days on which nothing goes out. */
export interface SkippedDays {
  /** Monday 0 … Sunday 6. */
  readonly weekdays: readonly number[];
  /** `YYYY-MM-DD`. */
  readonly dates: readonly string[];
}

/** A weekday by its name, whole or short, in either language: Monday 0 … Sunday 6; undefined for any other text. */
export function parseWeekday(text: string): number | undefined {
  const name = text.trim().toLowerCase().replace(/\.$/, '');
  const weekday = WEEKDAYS.findIndex(
    (names) => names.includes(name) || names.some((each) => each.length > 3 && `${each}s` === name),
  );
  return weekday < 0 ? undefined : weekday;
}

/** The weekdays or dates of one part of a list: a day, or a range of days with both ends inside. */
function parseDays(part: string, locale: Locale): SkippedDays | undefined {
  // A hyphen stands inside ISO dates: there a range has dots.
  const ends = part.includes('..') ? part.split('..') : /^\s*\d{4}-/.test(part) ? [part] : part.split(/[-–]/);
  const [from = '', to = from, ...others] = ends;
  if (others.length > 0) return undefined;
  const [firstWeekday, lastWeekday] = [parseWeekday(from), parseWeekday(to)];
  if (firstWeekday !== undefined && lastWeekday !== undefined) {
    const length = ((lastWeekday - firstWeekday + 7) % 7) + 1;
    return { weekdays: Array.from({ length }, (_, index) => (firstWeekday + index) % 7), dates: [] };
  }
  const [first, last] = [parseDate(from, locale), parseDate(to, locale)];
  if (first === undefined || last === undefined) return undefined;
  const length = (Date.parse(last) - Date.parse(first)) / DAY + 1;
  if (!(length >= 1 && length <= MAX_RANGE)) return undefined;
  return {
    weekdays: [],
    dates: Array.from({ length }, (_, index) => new Date(Date.parse(first) + index * DAY).toISOString().slice(0, 10)),
  };
}

/** The reader of days to skip: `sat,sun`, `lun-ven`, `2026-12-24..2027-01-02`; each use of the option adds to it. */
export const skippedDaysReader =
  (locale: Locale) =>
  (value: string, before: SkippedDays): SkippedDays => {
    const parts = value.split(',').map((part) => parseDays(part, locale));
    return parts.reduce<SkippedDays>((all, part) => {
      if (part === undefined) throw new InvalidArgumentError(cliSentences(locale).values.skippedDays);
      return { weekdays: [...all.weekdays, ...part.weekdays], dates: [...all.dates, ...part.dates] };
    }, before);
  };

/** The reader of what becomes of a post whose time has passed. */
export const missedPolicyReader =
  (locale: Locale) =>
  (value: string): MissedPolicy => {
    if (value === 'skip' || value === 'next-slot') return value;
    const within = parseDuration(value);
    if (within === undefined) throw new InvalidArgumentError(cliSentences(locale).values.missed);
    return { within };
  };

const zoneReader =
  (locale: Locale) =>
  (value: string): string => {
    const zone = isZone(value) ? value : zoneOfCity(value);
    if (zone === undefined) throw new InvalidArgumentError(cliSentences(locale).values.zone);
    return zone;
  };

/** `--zone`; `description` says whose time zone it is. */
export const zoneOption = (locale: Locale, description: string) =>
  option('--zone <zone>', description).argParser(zoneReader(locale));

/** The reader of whole numbers between two bounds. */
export const wholeNumberReader =
  (locale: Locale, least: number, most: number) =>
  (value: string): number => {
    const number = Number(value);
    if (value.trim() === '' || !Number.isInteger(number) || number < least || number > most) {
      throw new InvalidArgumentError(cliSentences(locale).values.wholeNumber(least, most));
    }
    return number;
  };

/** The reader of a seed: the generator takes 32 bits. */
export const seedReader = (locale: Locale): ((value: string) => number) => wholeNumberReader(locale, 0, 2 ** 32 - 1);

/** Whether a text begins with a day that exists, `2026-02-28`. */
const isDay = (text: string): boolean => {
  const at = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  // Date.parse takes 2026-02-31 for March 3.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text.slice(0, 10));
};

/** The zone of hours and dates: the requested one, else TZ, else that of the machine. */
export function resolveZone({ env }: Pick<Shell, 'env'>, ...candidates: readonly (string | undefined)[]): string {
  const chosen = candidates.find((zone) => zone !== undefined);
  // POSIX lets a colon stand before the name.
  const machine = env['TZ']?.replace(/^:/, '');
  if (chosen !== undefined) return chosen;
  return machine !== undefined && isZone(machine) ? machine : new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
