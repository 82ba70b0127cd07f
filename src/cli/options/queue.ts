// How the commands on the queue were called.
import { InvalidArgumentError } from 'commander';
import type { ItemState } from '#queue/item.js';
import { isDay } from './arguments.js';
import type { CommonFlags } from './common.js';

/** What every one of them takes. */
export interface QueueFlags extends CommonFlags {
  readonly db?: string;
}

/** How `queue list` was called. */
export interface ListQueueFlags extends QueueFlags {
  readonly state: readonly ItemState[];
  readonly link?: string;
  readonly all?: boolean;
  readonly limit: number;
  readonly format: 'text' | 'json' | 'ics';
}

/** A point of time as it is told: of a clock on the wall, or so much later. */
export type When =
  | { readonly kind: 'wall'; readonly text: string }
  /** In ms for `time`, in days of the calendar for `days`. */
  | { readonly kind: 'later'; readonly unit: 'time' | 'days'; readonly amount: number };

const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})[T ](?:[01]\d|2[0-3]):[0-5]\d$/;
const LATER = /^\+(\d{1,4})\s*([mhdw])$/;
const UNITS = {
  m: ['time', 60_000],
  h: ['time', 3_600_000],
  d: ['days', 1],
  w: ['days', 7],
} as const;

/** Reads `2026-03-05T09:00`, `+90m`, `+2h`, `+1d` or `+1w` of the command line. */
export function readWhen(value: string): When {
  const text = value.trim();
  const day = LOCAL_TIME.exec(text)?.[1];
  if (day !== undefined && isDay(day)) return { kind: 'wall', text: text.replace(' ', 'T') };
  const [, amount, letter] = LATER.exec(text) ?? [];
  if (amount !== undefined && Number(amount) > 0) {
    const [unit, factor] = UNITS[letter as keyof typeof UNITS];
    return { kind: 'later', unit, amount: Number(amount) * factor };
  }
  throw new InvalidArgumentError('It must be a time such as 2026-03-05T09:00, or so much later, such as +2h or +1d.');
}

/** Reads the number of an item. */
export function readItem(value: string): number {
  const id = Number(value);
  if (!/^\d+$/.test(value) || id < 1 || !Number.isSafeInteger(id)) {
    throw new InvalidArgumentError('It must be the number of an item, as tweetspan queue shows it.');
  }
  return id;
}

/** Reads the numbers of several items; each counts once. */
export const readItems = (value: string, before: readonly number[] | undefined): readonly number[] => [
  ...new Set([...(before ?? []), readItem(value)]),
];
