/** Milliseconds between probes: no zone of the IANA database has two changes within a week that undo each other. */
const PROBE = 7 * 86_400_000;
const DAY = 86_400_000;
const HOUR = 3_600_000;

/** How a requested local time met the clock: it exists once, was skipped, or happens twice. */
export type LocalTimeMatch = 'exact' | 'gap' | 'overlap';

/** The clock of an IANA zone over a period. Local times are the clock's reading taken as if it were UTC, in ms. */
export interface Zone {
  readonly name: string;
  /** The local time at an instant (ms UTC). */
  readonly localTimeAt: (instant: number) => number;
  /**
   * The instant of a local time. One that is skipped gives the first instant after the gap; one that happens twice,
   * the first of the two.
   */
  readonly toInstant: (localTime: number) => { readonly at: number; readonly match: LocalTimeMatch };
}

function offsetReader(name: string): (instant: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      // `hour12: false` prints midnight as 24:00.
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (cause) {
    throw new RangeError(
      `Unknown time zone "${name}": give an IANA name such as Europe/Paris, America/New_York or UTC.`,
      {
        cause,
      },
    );
  }
  return (instant) => {
    const numbers = (format.format(instant).match(/\d+/g) ?? []).map(Number);
    const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = numbers;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  };
}

/** First instant, to the second, at which the offset is no longer that of `before`. */
function changeBetween(before: number, after: number, offsetAt: (instant: number) => number): number {
  const old = offsetAt(before);
  let low = Math.floor(before / 1000);
  let high = Math.floor(after / 1000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * 1000) === old) low = middle;
    else high = middle;
  }
  return high * 1000;
}

/**
 * The clock of a zone, good for instants from `from` to `until` (ms UTC) and a few days around. The changes of its
 * offset are looked up once: reading a million instants then takes some 20 ms instead of seconds.
 * Throws a RangeError that names the zone when it is unknown.
 */
export function openZone(name: string, from: number, until: number): Zone {
  const offsetAt = offsetReader(name);
  const starts = [-Infinity];
  const start = Math.floor((from - 3 * DAY) / 1000) * 1000;
  const offsets = [offsetAt(start)];
  for (let probe = start; probe < until + 3 * DAY; probe += PROBE) {
    let reached = probe;
    const next = probe + PROBE;
    while (offsetAt(next) !== offsets.at(-1)) {
      reached = changeBetween(reached, next, offsetAt);
      starts.push(reached);
      offsets.push(offsetAt(reached));
    }
  }
  const periodStart = (k: number): number => starts[k] ?? Infinity;
  const periodOffset = (k: number): number => offsets[k] ?? 0;

  /** The last period that begins at or before an instant. */
  const periodAt = (instant: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (periodStart(middle) <= instant) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const toInstant = (localTime: number): { at: number; match: LocalTimeMatch } => {
    const last = periodAt(localTime + DAY);
    let found: number | undefined;
    for (let k = periodAt(localTime - DAY); k <= last; k += 1) {
      const instant = localTime - periodOffset(k);
      if (instant < periodStart(k) || instant >= periodStart(k + 1)) continue;
      if (found !== undefined) return { at: found, match: 'overlap' };
      found = instant;
    }
    if (found !== undefined) return { at: found, match: 'exact' };
    // Skipped: by the clock before the change it lies after it, by the clock after the change before it.
    for (let k = periodAt(localTime - DAY); k < last; k += 1) {
      const change = periodStart(k + 1);
      if (localTime - periodOffset(k) >= change && localTime - periodOffset(k + 1) < change)
        return { at: change, match: 'gap' };
    }
    throw new Error(`zone ${name}: no instant for wall time ${new Date(localTime).toISOString()}`);
  };

  return { name, localTimeAt: (instant) => instant + periodOffset(periodAt(instant)), toInstant };
}

/** The years that posts can be of: reading a clock over all that a date can hold would not end. */
export const POSTS_FROM = Date.UTC(1900, 0, 1);
const POSTS_UNTIL = Date.UTC(2200, 0, 1);

/** Whether an instant (ms UTC) can be that of a post: finite, and of the years 1900 to 2199. */
export const isInstantOfPost = (instant: number): boolean => instant >= POSTS_FROM && instant < POSTS_UNTIL;

/** Weekday (Monday 0) and hour of a wall time. */
export function toWeekSlot(localTime: number): { readonly weekday: number; readonly hour: number } {
  const hours = Math.floor(localTime / HOUR);
  const days = Math.floor(hours / 24);
  // 1970-01-01 was a Thursday.
  return { weekday: (((days + 3) % 7) + 7) % 7, hour: hours - 24 * days };
}

/** Days since 1970-01-01 on the wall clock. */
export const toDayNumber = (localTime: number): number => Math.floor(localTime / DAY);

/** `2026-03-29T02:30` of a wall time. */
export const formatLocalTime = (localTime: number): string => new Date(localTime).toISOString().slice(0, 16);

const LOCAL_TIME = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?$/;

/** The local time of `2026-03-29T02:30`, or of the start of `2026-03-29`. @throws RangeError for a date that does not exist. */
export function parseLocalTime(text: string): number {
  const [, year, month, day, hour = '00', minute = '00'] = LOCAL_TIME.exec(text) ?? [];
  const localTime = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
  // Date.parse takes 2026-02-31 for March 3.
  if (Number.isNaN(localTime) || !formatLocalTime(localTime).startsWith(`${year}-${month}-${day}`)) {
    throw new RangeError(`"${text}" is not a date: give YYYY-MM-DD, or YYYY-MM-DDTHH:MM, of a day that exists.`);
  }
  return localTime;
}
