// Days that a text names: whether they exist, fit their weekday, and say which year they are of.
import { calendarWordsOf, type CalendarWords } from './calendar-words.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a day that a text names. `weekday` and `day` are words of the text. */
export type CalendarFault = { readonly text: string; readonly span: Stretch } & (
  | { readonly kind: 'impossible' | 'reversed' }
  /** `isoWeekday` is the right one: 1 is Monday. `date` is `YYYY-MM-DD`. */
  | { readonly kind: 'weekday'; readonly date: string; readonly isoWeekday: number }
  /** A day without a year; `dated` is the text with the year of its next time, where `now` is known. */
  | { readonly kind: 'yearless'; readonly dated: string | undefined; readonly end: number | undefined }
);

const DAY = 86_400_000;
/** A day without a year that lies no longer back than this is read as past, not as next year's. */
const RECENT_DAYS = 45;
/** Two ends without years of their own, or with one for both, are at most this far apart. */
const LONGEST_RANGE_DAYS = 200;

interface Day {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
  readonly weekday: number | undefined;
}

type Months = readonly (readonly string[])[];

interface Patterns {
  readonly days: readonly RegExp[];
  readonly ranges: readonly RegExp[];
  readonly monthNumbers: ReadonlyMap<string, number>;
}

/** Of a text without a month. */
const NO_MONTH: Patterns = { days: [], ranges: [], monthNumbers: new Map() };

const patterns = new WeakMap<Months, Patterns>();

function patternsFor(months: Months, words: CalendarWords): Patterns {
  const known = patterns.get(months);
  if (known !== undefined) return known;
  const monthNumbers = new Map(months.flatMap((forms, index) => forms.map((form) => [form, index + 1] as const)));
  const capital = (form: string): string =>
    words.capitalMonths ? `(?:${form.charAt(0).toUpperCase()}${form.slice(1)}|${form.toUpperCase()})` : form;
  const names = [...monthNumbers.keys()].sort((a, b) => b.length - a.length).map(capital);
  const weekdays = words.weekdays.map(capital);
  const build = (source: string): RegExp =>
    new RegExp(
      source.replaceAll('MONTH', `(?:${names.join('|')})`).replaceAll('WEEKDAY', `(?:${weekdays.join('|')})`),
      words.capitalMonths ? 'g' : 'gi',
    );
  const fresh = { days: words.day.map(build), ranges: words.ranges.map(build), monthNumbers };
  patterns.set(months, fresh);
  return fresh;
}

const pad = (value: number): string => String(value).padStart(2, '0');
const exists = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};
/** A year with a February 29. */
const LEAP_YEAR = 2028;
const startOf = ({ month, day }: Day, year: number): number => Date.UTC(year, month - 1, day);
const isoWeekday = (instant: number): number => ((new Date(instant).getUTCDay() + 6) % 7) + 1;

/** The year of the next time of a day, one that has just passed included. */
function nextYear(day: Day, now: number): number {
  const year = new Date(now).getUTCFullYear();
  return startOf(day, year) + RECENT_DAYS * DAY < now ? year + 1 : year;
}

function isReversed(from: Partial<Day>, to: Day): boolean {
  if (from.day === undefined) return false;
  const month = from.month ?? to.month;
  if (from.year !== undefined && to.year !== undefined) {
    return startOf({ ...to, month, day: from.day }, from.year) > startOf(to, to.year);
  }
  const year = to.year ?? LEAP_YEAR - 1;
  const [start, end] = [startOf({ ...to, month, day: from.day }, year), startOf(to, year)];
  if (start <= end) return false;
  // From December to January: the first day is of the year before.
  return from.month === undefined || end + 365 * DAY - start > LONGEST_RANGE_DAYS * DAY;
}

/** The end of a span of days with its year. */
const YEAR_FOLLOWS = /^ ?(?:[-–]|to|until|and|au|et) [^.!?:]{0,24}(?<!\d)(?:19|20)\d\d(?!\d)/;

/**
 * The faults of the days and hours in a text, in its order.
 * @param months names of the twelve months, all in lower case.
 * @param leaveOut stretches that are not looked at: links, quotations.
 * @param now ms UTC; without it no weekday of a day without a year is judged.
 */
export function calendarFaults(
  text: string,
  { language, months }: { readonly language: string | undefined; readonly months: Months },
  leaveOut: readonly Stretch[] = [],
  now?: number,
): CalendarFault[] {
  const words = calendarWordsOf(language);
  if (words === undefined || !/\d/.test(text)) return [];
  const lower = text.toLowerCase();
  const { days, ranges, monthNumbers } = months.some((forms) => forms.some((form) => lower.includes(form)))
    ? patternsFor(months, words)
    : NO_MONTH;
  const faults: CalendarFault[] = [];
  const taken: Stretch[] = [...leaveOut];
  const isFree = ({ start, end }: Stretch): boolean => !taken.some((other) => start < other.end && other.start < end);
  const toDay = (groups: Readonly<Record<string, string | undefined>>, suffix = ''): Day => ({
    year: groups[`year${suffix}`] === undefined ? undefined : Number(groups[`year${suffix}`]),
    month: monthNumbers.get(groups[`month${suffix}`]?.toLowerCase().replace(/\.$/, '') ?? '') ?? 0,
    day: Number(groups[`day${suffix}`] ?? 0),
    weekday: weekdayNumber(groups[`weekday${suffix}`], words),
  });
  const judgeDay = (day: Day, found: string, span: Stretch, isRange: boolean): void => {
    if (!exists(day.year ?? LEAP_YEAR, day.month, day.day)) {
      faults.push({ kind: 'impossible', text: found, span });
      return;
    }
    const year = day.year ?? (now === undefined ? undefined : nextYear(day, now));
    const start = year === undefined ? undefined : startOf(day, year);
    if (start !== undefined && day.weekday !== undefined && isoWeekday(start) !== day.weekday) {
      const date = `${year}-${pad(day.month)}-${pad(day.day)}`;
      faults.push({ kind: 'weekday', text: found, span, date, isoWeekday: isoWeekday(start) });
      return;
    }
    const isFeast = !isRange && words.feasts.has(`${day.month}-${day.day}`);
    // "from Monday 11 January to Friday 22 January 2027" names the year once.
    if (
      day.year !== undefined ||
      isFeast ||
      YEAR_FOLLOWS.test(text.slice(span.end)) ||
      words.isName().test(text.slice(0, span.start))
    )
      return;
    const end = start === undefined ? undefined : start + DAY;
    const joint = /[a-z.] \d{1,2}(?:st|nd|rd|th)?$/i.test(found) ? ', ' : ' ';
    const dated = year === undefined ? undefined : `${found.replace(/^(?:ce|cette)\s+/i, '')}${joint}${year}`;
    faults.push({ kind: 'yearless', text: found, span, dated, end });
  };
  for (const pattern of ranges) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const groups = match.groups ?? {};
      if (!isFree(span)) continue;
      taken.push(span);
      const [from, to] = [toDay(groups, 'From'), toDay(groups)];
      const first = {
        ...from,
        month: from.month || to.month,
        year: from.year ?? (from.month === 0 ? to.year : undefined),
      };
      if (isReversed({ ...from, ...(from.month === 0 ? { month: undefined } : {}) } as Partial<Day>, to)) {
        faults.push({ kind: 'reversed', text: match[0], span });
        continue;
      }
      const before = faults.length;
      if (first.year !== undefined || first.weekday !== undefined) judgeDay({ ...first }, match[0], span, true);
      if (faults.length === before) judgeDay(to, match[0], span, true);
    }
  }
  for (const pattern of days) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (!isFree(span)) continue;
      taken.push(span);
      judgeDay(toDay(match.groups ?? {}), match[0], span, false);
    }
  }
  for (const match of /\d ?[h:]/i.test(text) ? text.matchAll(words.impossibleHour()) : []) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (isFree(span)) faults.push({ kind: 'impossible', text: match[0], span });
  }
  return faults.sort((a, b) => a.span.start - b.span.start);
}

const weekdayNumber = (name: string | undefined, { weekdays }: CalendarWords): number | undefined => {
  const index = name === undefined ? -1 : weekdays.indexOf(name.toLowerCase());
  return index < 0 ? undefined : index + 1;
};
