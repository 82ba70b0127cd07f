// How the values of options on the history are read from the command line.
import { InvalidArgumentError } from 'commander';
import type { Locale } from '#base/locale.js';
import { readInstant } from '#history/values.js';
import { historySentences } from '#locale/history.js';
import { openZone } from '#timing/clock/zone.js';
import { linkIdentity } from '#tweet/link.js';
import { isLanguageCode } from '#tweet/language.js';

const DAY = 86_400_000;

/** A day, by the instant of its midnight in UTC, or an instant; ms UTC. */
export interface DayOrInstant {
  readonly at: number;
  readonly isDay: boolean;
}

/** Reads `2026-01-31` or `2026-01-31T18:00Z`. */
export const readDayOrInstant =
  (locale: Locale) =>
  (value: string): DayOrInstant => {
    const { at, precision } = readInstant(value);
    // Months without such a day roll over to the next one: nobody means that.
    const isReal = at !== undefined && (precision !== 'day' || new Date(at).toISOString().startsWith(value));
    if (at === undefined || !isReal) throw new InvalidArgumentError(historySentences(locale).values.since);
    return { at, isDay: precision === 'day' };
  };

const startIn = (zone: string, day: number): number => openZone(zone, day, day).toInstant(day).at;

/** From when: the beginning of a day in a time zone, or an instant. In ms UTC. */
export const toSince = ({ at, isDay }: DayOrInstant, zone: string): number => (isDay ? startIn(zone, at) : at);

/** Until when, not inside: the end of a day in a time zone, or an instant. In ms UTC. */
export const toUntil = ({ at, isDay }: DayOrInstant, zone: string): number => (isDay ? startIn(zone, at + DAY) : at);

/** When something was read that did not change any more on that day: its last second in UTC, or an instant. */
export const toMoment = ({ at, isDay }: DayOrInstant): number => (isDay ? at + DAY - 1000 : at);

/** A reader of whole numbers from 1 up. */
export const readPositive =
  (locale: Locale) =>
  (value: string): number => {
    const count = Number(value);
    if (!/^\d+$/.test(value) || !Number.isSafeInteger(count) || count < 1) {
      throw new InvalidArgumentError(historySentences(locale).values.count);
    }
    return count;
  };

const HANDLE = /^@?(\w{1,20})$/;

/** A reader of handles, which come out without their `@`. */
export const readHandle =
  (locale: Locale) =>
  (value: string): string => {
    const handle = HANDLE.exec(value.trim())?.[1];
    if (handle === undefined) throw new InvalidArgumentError(historySentences(locale).values.handle);
    return handle;
  };

/** A reader of language codes. */
export const readLanguage =
  (locale: Locale) =>
  (value: string): string => {
    if (!isLanguageCode(value)) throw new InvalidArgumentError(historySentences(locale).values.language);
    return value;
  };

/** A reader of the name of a site, which comes out as its host: `blog.example`. */
export const readSite =
  (locale: Locale) =>
  (value: string): string => {
    const identity = linkIdentity(value.trim());
    if (identity === undefined) throw new InvalidArgumentError(historySentences(locale).values.site);
    return identity.split(/[/?#]/, 1)[0] ?? identity;
  };
