// Days on which a plan's readers are off, stretches in which nothing goes out, and a time zone that is not the account's.
import { blackoutsWithin, type Blackout } from '#timing/clock/blackout.js';
import type { HoursEstimate } from '#timing/hours/hours.js';
import { parseLocalTime } from '#timing/clock/zone.js';

const DAY = 86_400_000;

/** A public holiday, or a day of school holidays. */
export interface DayOff {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly name: string;
  readonly kind: 'public' | 'school';
}

/** What a configuration says of days without posts, with the days that it names looked up. */
export interface PlanCalendar {
  readonly blackouts: readonly Blackout[];
  readonly daysOff: readonly DayOff[];
  /** Which of them get no post. */
  readonly skip: 'none' | 'public' | 'all';
  /** Years whose school holidays are not known, and of which region. */
  readonly unknown: { readonly region: string; readonly years: readonly number[] } | undefined;
}

/** The dates that get no post. */
export const skippedDates = ({ daysOff, skip }: PlanCalendar): readonly string[] =>
  skip === 'none' ? [] : daysOff.filter(({ kind }) => skip === 'all' || kind === 'public').map(({ date }) => date);

/** Names of skipped days that are shown. @source own choice */
const SHOWN = 3;

/**
 * What is to be known of the calendar: stretches without posts, days off that were skipped, posts on days off.
 * @param period of local times. @param localTimes of the posts, in order.
 */
export function describeCalendar(
  calendar: PlanCalendar | undefined,
  period: { readonly from: string; readonly until: string },
  localTimes: readonly string[],
) {
  if (calendar === undefined) return [];
  const [from, until] = [parseLocalTime(period.from), parseLocalTime(period.until)];
  const skipped = new Set(skippedDates(calendar));
  const ordered = [...calendar.daysOff].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  // A day that is both is a public holiday: those come first.
  const within = ordered.filter(({ date }, index) => {
    if (ordered[index - 1]?.date === date) return false;
    const day = parseLocalTime(date);
    return day < until && day + DAY > from;
  });
  const named = within.filter(({ date }) => skipped.has(date));
  const years = (calendar.unknown?.years ?? []).filter(
    (year) => year >= Number(period.from.slice(0, 4)) && year <= Number(period.until.slice(0, 4)),
  );
  return [
    ...blackoutsWithin(calendar.blackouts, from, until).map(({ why, ...rest }) => ({
      code: 'blackout' as const,
      from: rest.from,
      until: rest.until,
      why,
    })),
    ...(named.length === 0
      ? []
      : [
          {
            code: 'days-off-skipped' as const,
            days: named.length,
            first: named.slice(0, SHOWN).map(({ date, name }) => ({ date, name })),
          },
        ]),
    ...localTimes.flatMap((localTime, index) => {
      const day = within.find(({ date }) => localTime.startsWith(date));
      return day === undefined ? [] : [{ code: 'day-off' as const, posts: [index + 1], ...day }];
    }),
    ...(calendar.unknown === undefined || years.length === 0
      ? []
      : [{ code: 'school-holidays-unknown' as const, region: calendar.unknown.region, years }]),
  ];
}

/** Hours of the night that most accounts are quiet in: the block is looked for, and where it lies by a usual clock. */
const NIGHT = { hours: 6, begins: 0.5 };
/** An account is quiet in its night when it has at most this share of its posts then. @source own choice */
const QUIET = 0.05;
/** So many hours from the usual night, a clock is not the account's own. @source own choice */
const FAR = 4;
/** Fewer posts say nothing of a night. @source own choice */
const MIN_POSTS = 30;

/**
 * The hours of day at which an account posts, where they lie far from any usual day of a zone's clock: the zone is not
 * the one that it has posted in. Undefined where they do not, or too little is known.
 */
export function findFarZone({ bins }: Pick<HoursEstimate, 'bins'>) {
  const byHour = Array.from({ length: 24 }, (_, hour) =>
    bins.reduce((sum, bin) => sum + (bin.hour === hour ? bin.n : 0), 0),
  );
  const posts = byHour.reduce((sum, n) => sum + n, 0);
  if (posts < MIN_POSTS) return undefined;
  const blockAt = (start: number): number =>
    Array.from({ length: NIGHT.hours }, (_, k) => byHour[(start + k) % 24] ?? 0).reduce((sum, n) => sum + n, 0);
  const distance = (start: number): number => Math.abs(((start - NIGHT.begins + 36) % 24) - 12);
  const [night] = byHour
    .map((_, start) => ({ start, n: blockAt(start) }))
    .filter(({ n }) => n <= QUIET * posts)
    .sort((a, b) => distance(a.start) - distance(b.start));
  if (night === undefined || distance(night.start) < FAR) return undefined;
  return { code: 'far-zone' as const, from: (night.start + NIGHT.hours) % 24, to: night.start };
}
