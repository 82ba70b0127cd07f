// Arguments and options that commands on the queue share.
import { InvalidArgumentError } from 'commander';
import type { Locale } from '#base/locale.js';
import { queueSentences } from '#locale/queue.js';
import { isZone } from '#base/time-zone.js';
import { isDay } from './arguments.js';
import { option } from './common.js';

/** What every one of them takes. */
export interface QueueFlags {
  readonly db?: string | undefined;
  readonly locale?: Locale | undefined;
  readonly color?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** A point of time as it was given: of a clock, or that much later. */
export type When =
  | { readonly kind: 'local'; readonly text: string }
  /** In ms for `time`, in days of the calendar for `days`. */
  | { readonly kind: 'later'; readonly unit: 'time' | 'days'; readonly amount: number };

const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})[T ](?:[01]\d|2[0-3]):[0-5]\d$/;
const LATER = /^\+(\d{1,4})\s*([mhdjw])$/;
const UNITS = {
  m: ['time', 60_000],
  h: ['time', 3_600_000],
  d: ['days', 1],
  j: ['days', 1],
  w: ['days', 7],
} as const;

/** The reader of `2026-03-05T09:00`, `+90m`, `+2h`, `+1d` or `+1w`. */
export const whenReader =
  (locale: Locale) =>
  (value: string): When => {
    const text = value.trim();
    const day = LOCAL_TIME.exec(text)?.[1];
    if (day !== undefined && isDay(day)) return { kind: 'local', text: text.replace(' ', 'T') };
    const [, amount, letter] = LATER.exec(text) ?? [];
    if (amount !== undefined && Number(amount) > 0) {
      const [unit, factor] = UNITS[letter as keyof typeof UNITS];
      return { kind: 'later', unit, amount: Number(amount) * factor };
    }
    throw new InvalidArgumentError(queueSentences(locale).options.whenInvalid);
  };

/** The reader of the number of an item. */
export const itemReader =
  (locale: Locale) =>
  (value: string): number => {
    const id = Number(value);
    if (!/^\d+$/.test(value) || id < 1 || !Number.isSafeInteger(id)) {
      throw new InvalidArgumentError(queueSentences(locale).options.itemInvalid);
    }
    return id;
  };

/** The reader of the numbers of several items; each counts once. */
export const itemsReader = (locale: Locale) => {
  const read = itemReader(locale);
  return (value: string, before: readonly number[] | undefined): readonly number[] => [
    ...new Set([...(before ?? []), read(value)]),
  ];
};

/** `--zone`, the time zone of a time. */
export const zoneOption = (locale: Locale) => {
  const { zone, zoneInvalid } = queueSentences(locale).options;
  return option('--zone <zone>', zone).argParser((value: string): string => {
    if (isZone(value)) return value;
    throw new InvalidArgumentError(zoneInvalid);
  });
};
