// Arguments and options that commands on the queue share.
import { InvalidArgumentError } from 'commander';
import type { Locale } from '#base/locale.js';
import { queueSentences } from '#locale/queue.js';
import { parseLocalMoment, zoneReader } from './times.js';
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

const LATER = /^\+\s*(\d{1,4})\s*(?:(m|h|d|j|w)|(min|minute|hour|heure|day|jour|week|semaine)s?)$/i;
const UNITS = {
  m: ['time', 60_000],
  h: ['time', 3_600_000],
  d: ['days', 1],
  j: ['days', 1],
  w: ['days', 7],
  // Of `semaine`.
  s: ['days', 7],
} as const;

/** The reader of `2026-03-05T09:00`, `+90m`, `+2h`, `+1d` or `+1w`, as either language writes them. */
export const whenReader =
  (locale: Locale) =>
  (value: string): When => {
    const text = value.trim();
    const moment = parseLocalMoment(text, locale);
    if (moment?.includes('T')) return { kind: 'local', text: moment };
    const [, amount, letter, word] = LATER.exec(text) ?? [];
    if (amount !== undefined && Number(amount) > 0) {
      const [unit, factor] = UNITS[(letter ?? word)?.charAt(0).toLowerCase() as keyof typeof UNITS];
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
export const zoneOption = (locale: Locale) =>
  option('--zone <zone>', queueSentences(locale).options.zone).argParser(zoneReader(locale));
