// How numbers, amounts of money, durations, dates, plurals and lists read in each language of the program.
//
// The formatters of Intl are built on first use and kept: the first number takes 15 ms and the first date 16 ms on
// Node 20.20, which a run that shows neither does not pay. Figures under a thousand need no grouping and so no Intl.

import type { Locale } from '#base/locale.js';

/** Ties a figure to its unit: no line ends between them. */
const NBSP = '\u00a0';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What Intl does not know of a language, or knows differently from one ICU to the next. */
interface Conventions {
  readonly decimalMark: string;
  /** With the blank before it. */
  readonly percentSign: string;
  readonly colon: string;
  /** An amount of US dollars, its figure given. */
  readonly dollars: (amount: string) => string;
  readonly underAMinute: string;
  readonly day: readonly [one: string, other: string];
  /** Of a clock, `08` and `30`. */
  readonly time: (hour: string, minute: string) => string;
  readonly dateAndTime: (date: string, time: string) => string;
  /** Whether `03/04/2026` is a day in April, and not one in March. */
  readonly isDayFirst: boolean;
  /** The figures from 0 to 999 that take the singular. No others need the rules of Intl, which take 0.3 ms to build. */
  readonly singular: readonly number[];
}

const CONVENTIONS: Readonly<Record<Locale, Conventions>> = {
  en: {
    decimalMark: '.',
    percentSign: '%',
    colon: ': ',
    dollars: (amount) => `$${amount}`,
    underAMinute: `under 1${NBSP}min`,
    day: ['day', 'days'],
    time: (hour, minute) => `${hour}:${minute}`,
    dateAndTime: (day, clock) => `${day}, ${clock}`,
    isDayFirst: false,
    singular: [1],
  },
  fr: {
    decimalMark: ',',
    percentSign: '\u202f%',
    colon: `${NBSP}: `,
    dollars: (amount) => `${amount}${NBSP}$US`,
    underAMinute: `moins d’1${NBSP}min`,
    day: ['jour', 'jours'],
    time: (hour, minute) => `${Number(hour)}${NBSP}h${minute === '00' ? '' : `${NBSP}${minute}`}`,
    dateAndTime: (day, clock) => `${day} à ${clock}`,
    isDayFirst: true,
    singular: [0, 1],
  },
};

/** One formatter of each kind and language, built when it is first needed. */
function keepOne<T>(build: (locale: Locale) => T): (locale: Locale) => T {
  const built: Partial<Record<Locale, T>> = {};
  return (locale) => (built[locale] ??= build(locale));
}

const wholeNumbers = keepOne((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
const shares = keepOne((locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }));
const changes = keepOne(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }),
);
const amounts = keepOne(
  (locale) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', maximumFractionDigits: 3 }),
);
const pluralRules = keepOne((locale) => new Intl.PluralRules(locale));
const conjunctions = keepOne((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const disjunctions = keepOne((locale) => new Intl.ListFormat(locale, { type: 'disjunction' }));
const weekdays = keepOne((locale) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' }));
const dates = keepOne(
  (locale) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }),
);
const months = keepOne(
  (locale) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' }),
);
const datesWithWeekday = keepOne(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    }),
);

/** Intl writes negative figures with a hyphen, and before % whichever blank its release of ICU prefers. */
const withOurSigns = (text: string): string => text.replace('-', '−').replace(`${NBSP}%`, '\u202f%');

/** A whole number, rounded: `1,234` or `1 234`. */
export function count(value: number, locale: Locale): string {
  const whole = Math.round(value);
  return Math.abs(whole) < 1000 ? withOurSigns(String(whole)) : withOurSigns(wholeNumbers(locale).format(whole));
}

/** A number with a fixed number of decimals, not grouped: `78.5` or `78,5`. */
export function decimal(value: number, locale: Locale, digits = 1): string {
  const text = value.toFixed(digits).replace('.', CONVENTIONS[locale].decimalMark);
  return Number(value.toFixed(digits)) === 0 ? text.replace('-', '') : withOurSigns(text);
}

/** An expected count: one decimal below 10, as whole counts would hide what small ones mean; whole from there on. */
export const approximate = (value: number, locale: Locale): string =>
  value < 9.95 ? decimal(value, locale) : count(value, locale);

/** A change in per cent, with its sign: `+12%`, `−3 %`, `0%`. */
export function percent(value: number, locale: Locale): string {
  const whole = Math.round(value) || 0;
  if (Math.abs(whole) >= 1000) return withOurSigns(changes(locale).format(whole / 100));
  return `${whole > 0 ? '+' : whole < 0 ? '−' : ''}${Math.abs(whole)}${CONVENTIONS[locale].percentSign}`;
}

/** A part of a whole in per cent, without a sign; a part that is not the whole is never 100: `99%`, `99 %`. */
export function share(part: number, whole: number, locale: Locale): string {
  const ratio = whole === 0 ? 0 : part / whole;
  return withOurSigns(shares(locale).format(ratio < 1 ? Math.min(0.99, ratio) : 1));
}

/** A correlation with its sign: `+0.12` or `−0,12`. */
export function correlation(value: number, locale: Locale): string {
  const digits = decimal(Math.abs(value), locale, 2);
  return Number(value.toFixed(2)) === 0 ? digits : `${value < 0 ? '−' : '+'}${digits}`;
}

/** A probability to three digits: `0.002` or `0,002`. */
export const probability = (value: number, locale: Locale): string => decimal(value, locale, 3);

/** An amount in thousandths of a US dollar, of which X's prices are multiples: `$0.015`, `0,20 $US`. */
export function money(thousandths: number, locale: Locale): string {
  if (!Number.isInteger(thousandths) || thousandths < 0 || thousandths >= 1_000_000) {
    return withOurSigns(amounts(locale).format(thousandths / 1000));
  }
  const digits = (thousandths / 1000).toFixed(3).replace(/0$/, '');
  return CONVENTIONS[locale].dollars(digits.replace('.', CONVENTIONS[locale].decimalMark));
}

/** Which form of a noun goes with a number: `3 posts`, `1 post`; French has one form for 0 and 1. */
export const plural = (value: number, one: string, other: string, locale: Locale): string =>
  `${count(value, locale)} ${pluralForm(value, one, other, locale)}`;

/** The form of a noun alone, where the number is written elsewhere. */
export function pluralForm(value: number, one: string, other: string, locale: Locale): string {
  if (Number.isInteger(value) && value >= 0 && value < 1000)
    return CONVENTIONS[locale].singular.includes(value) ? one : other;
  return pluralRules(locale).select(value) === 'one' ? one : other;
}

/** How long, rounded to what matters: `52 min`, `2.5 h`, `13 h`, `3 days`. */
export function span(ms: number, locale: Locale): string {
  const { underAMinute, day } = CONVENTIONS[locale];
  if (ms < MINUTE) return underAMinute;
  if (ms < 1.5 * HOUR) return `${Math.round(ms / MINUTE)}${NBSP}min`;
  if (ms < 10 * HOUR) {
    const hours = Math.round(ms / (HOUR / 2)) / 2;
    return `${decimal(hours, locale, Number.isInteger(hours) ? 0 : 1)}${NBSP}h`;
  }
  if (ms < 2 * DAY) return `${Math.round(ms / HOUR)}${NBSP}h`;
  const days = Math.round(ms / DAY);
  return `${count(days, locale)}${NBSP}${pluralForm(days, ...day, locale)}`;
}

/** `Mon` or `lun.` of Monday 0 … Sunday 6. */
export const weekdayName = (weekday: number, locale: Locale): string =>
  // 1970-01-05 was a Monday.
  weekdays(locale).format((4 + weekday) * DAY);

/** Read as if it were UTC: only the calendar matters. */
const toCalendar = (localTime: string): number => Date.parse(`${localTime.slice(0, 10)}T00:00Z`);

/** `Nov 29, 2026` or `29 nov. 2026` of a day or a local time, `2026-11-29` or `2026-11-29T20:00`. */
export const date = (localTime: string, locale: Locale): string => dates(locale).format(toCalendar(localTime));

/** A day or a month, `2026-11-29` or `2026-11`: `Nov 29, 2026`, `November 2026`. */
export const dayOrMonth = (begins: string, locale: Locale): string =>
  begins.length === 7 ? months(locale).format(toCalendar(`${begins}-01`)) : date(begins, locale);

/** `Sun, Nov 29, 2026` or `dim. 29 nov. 2026` of a day or a local time. */
export const dateWithWeekday = (localTime: string, locale: Locale): string =>
  datesWithWeekday(locale).format(toCalendar(localTime));

/** `20:00` or `20 h`, of a clock's `20:00`. */
export function time(clock: string, locale: Locale): string {
  const [hour = '', minute = '00'] = clock.split(':');
  return CONVENTIONS[locale].time(hour, minute);
}

/** `Sun, Nov 29, 2026, 20:00` or `dim. 29 nov. 2026 à 20 h`, of a local time, `2026-11-29T20:00`. */
export const moment = (localTime: string, locale: Locale): string =>
  CONVENTIONS[locale].dateAndTime(dateWithWeekday(localTime, locale), time(localTime.slice(11, 16), locale));

/** `moment` and the time zone: `Sun, Nov 29, 2026, 20:00 (Europe/Paris)`. */
export const slotText = (
  { localTime, zone }: { readonly localTime: string; readonly zone: string },
  locale: Locale,
): string => `${moment(localTime, locale)} (${zone})`;

/** An hour of the day from its beginning to its end: `20:00–21:00` or `20 h–21 h`. */
export const hourRange = (hour: number, locale: Locale): string =>
  [hour, (hour + 1) % 24].map((each) => time(String(each).padStart(2, '0'), locale)).join('–');

/** `a, b, and c` or `a, b et c`; with `or`: `a, b, or c`, `a, b ou c`. */
export const list = (parts: readonly string[], locale: Locale, joint: 'and' | 'or' = 'and'): string =>
  (joint === 'and' ? conjunctions : disjunctions)(locale).format(parts);

/** Enumerated without a conjunction, where parts hold one of their own: `a, b, c`. */
export const listed = (parts: readonly string[]): string => parts.join(', ');

/** A colon as each language sets it, and the blank after it. */
export const colon = (locale: Locale): string => CONVENTIONS[locale].colon;

/** Whether readers of a language write the day of a date before its month, as in `31/12/2026`. */
export const isDayFirst = (locale: Locale): boolean => CONVENTIONS[locale].isDayFirst;
