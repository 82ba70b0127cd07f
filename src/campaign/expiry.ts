// Until when a text is true: the day or the hour that it names.
import { lazy } from '#base/lazy.js';
import { openZone, toWeekSlot, type Zone } from '#timing/clock/zone.js';
import { calendarFaults } from '#words/calendar.js';
import { datesIn } from '#words/dates.js';
import type { Lexicon } from '#words/lexicon.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When a text is out of date, ms UTC, and the words by which it is. */
export interface Expiry {
  readonly at: number;
  readonly words: string;
}

/** Whether a text may hold one of the words below, or a weekday; the expressions that find them take 3 ms to build. */
const MAY_NAME_A_DAY =
  /today|tonight|this (?:morning|afternoon|evening)|aujourd|ce (?:soir|matin)|cet apr|tomorrow|demain|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche/i;

/** Words for a day that is counted from today, and how many days ahead. */
const RELATIVE: readonly (readonly [() => RegExp, number])[] = [
  [lazy(() => /\b(?:today|tonight|this (?:morning|afternoon|evening))\b/iu), 0],
  [lazy(() => /(?<!\p{L})(?:aujourd['’]hui|ce (?:soir|matin)|cet après-midi)(?!\p{L})/iu), 0],
  [lazy(() => /\btomorrow\b|(?<!\p{L})demain(?!\p{L})/iu), 1],
];

/** Names of Monday to Sunday. */
const WEEKDAYS = [
  ['monday', 'lundi'],
  ['tuesday', 'mardi'],
  ['wednesday', 'mercredi'],
  ['thursday', 'jeudi'],
  ['friday', 'vendredi'],
  ['saturday', 'samedi'],
  ['sunday', 'dimanche'],
];
const NAME = WEEKDAYS.flat().join('|');
/** A weekday is a day that comes where a word or an hour says so; "our Monday letter" is not. */
const WEEKDAY = lazy(
  () =>
    new RegExp(
      `\\b(?:this|next|until|by|before|on|ce|avant|jusqu['’]à)\\s+(${NAME})\\b|\\b(${NAME})\\s+(?=(?:at|à|from|de|dès)\\s+\\d|\\d{1,2}\\s*(?:h|am|pm)\\b)`,
      'iu',
    ),
);

/** An hour of day: `5pm`, `5:30 pm`, `17:30`, `17 h 30`. */
const CLOCK = lazy(
  () =>
    /(?<![\d.,:/])(\d{1,2})(?:[:.](\d{2}))?\s?(am|pm)\b|(?<![\d.,:/])(\d{1,2})(?::(\d{2})|\s?h(?:\s?(\d{2}))?)(?![\p{L}\d:])/giu,
);

/** The last hour of day that a text names, ms since midnight; undefined without one. */
function lastTimeOfDay(text: string): number | undefined {
  const times = [...text.matchAll(CLOCK())].flatMap(([, half, halfMinutes, part, hour, minutes, frenchMinutes]) => {
    const base = Number(half ?? hour);
    const value = part === undefined ? base : (base % 12) + (part.toLowerCase() === 'pm' ? 12 : 0);
    const minute = Number(halfMinutes ?? minutes ?? frenchMinutes ?? 0);
    return value < 24 && minute < 60 ? [value * HOUR + minute * MINUTE] : [];
  });
  return times.length === 0 ? undefined : Math.max(...times);
}

/**
 * When a text is no longer true: the first coming day that it names is over, or the hour of that day has come; undefined for a
 * text that names none. A day that is counted from today, such as "tomorrow", is counted from `now` (ms UTC).
 */
export function findExpiry(
  text: string,
  { lexicons, zone: name, now }: { readonly lexicons: readonly Lexicon[]; readonly zone: string; readonly now: number },
): Expiry | undefined {
  const zoneAt = (localTime: number): Zone => openZone(name, localTime - 2 * DAY, localTime + 2 * DAY);
  let day: number | undefined;
  const today = (): number => (day ??= Math.floor(zoneAt(now).localTimeAt(now) / DAY) * DAY);
  const ends = [...datedDays(text, lexicons, now), ...comingDays(text, today)].filter(({ end }) => end > today());
  const first = ends.sort((a, b) => a.end - b.end)[0];
  if (first === undefined) return undefined;
  const time = lastTimeOfDay(text);
  const localTime = time === undefined ? first.end : first.end - DAY + time;
  return { at: zoneAt(localTime).toInstant(localTime).at, words: first.words };
}

/** The end of a day on the wall clock, ms, and the words that name it. */
interface NamedDay {
  readonly end: number;
  readonly words: string;
}

/** Days with a date, of this year or the next where it has none. */
function datedDays(text: string, lexicons: readonly Lexicon[], now: number): NamedDay[] {
  if (!/\d/.test(text)) return [];
  return [
    ...[[], ...lexicons.map(({ months }) => months)].flatMap((months) =>
      datesIn(text, months).map(({ end, text: words }) => ({ end, words })),
    ),
    ...lexicons.flatMap(({ language, months: own }) =>
      calendarFaults(text, { language, months: own }, [], now).flatMap((fault) =>
        fault.kind === 'yearless' && fault.end !== undefined ? [{ end: fault.end, words: fault.text }] : [],
      ),
    ),
  ];
}

/** Days that are counted from today. */
function comingDays(text: string, today: () => number): NamedDay[] {
  if (!MAY_NAME_A_DAY.test(text)) return [];
  const found = RELATIVE.flatMap(([expression, days]): NamedDay[] => {
    const words = expression().exec(text)?.[0];
    return words === undefined ? [] : [{ end: today() + (days + 1) * DAY, words }];
  });
  const [, named, timed] = WEEKDAY().exec(text) ?? [];
  const word = named ?? timed;
  if (word === undefined) return found;
  const weekday = WEEKDAYS.findIndex((names) => names.includes(word.toLowerCase()));
  return [...found, { end: today() + (((weekday - toWeekSlot(today()).weekday + 7) % 7) + 1) * DAY, words: word }];
}
