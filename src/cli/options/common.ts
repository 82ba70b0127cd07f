import { InvalidArgumentError, Option, type Command } from 'commander';
import { UI_LANGUAGES, type UiLanguage } from '#lint/message.js';
import { readInstant } from '#history/instants.js';
import type { ExitCode } from '../user-error.js';
import type { Shell } from '../shell.js';

/** How a command makes itself known to the program; what its calls answer goes to `finish`. */
export type Registration = (program: Command, shell: Shell, finish: (exitCode: ExitCode) => void) => void;

/** What `common` adds. */
export interface CommonFlags {
  readonly ui?: UiLanguage;
  readonly color?: boolean;
}

/** Adds the options of every command. */
export const common = (command: Command): Command =>
  command
    .addOption(
      new Option('--ui <language>', 'language of the messages (default: from the environment)').choices(UI_LANGUAGES),
    )
    .option('--color', 'colour, whatever the terminal')
    .option('--no-color', 'no colour');

/** Adds the options of a command that uses the history. */
export const withDatabase = (command: Command): Command =>
  common(command).option('--db <file>', 'file of the history (default: TWEETSPAN_DB, else in the data folder)');

/** The form of an answer, one of those named; the first is the default. */
export const formatOption = (formats: readonly [string, ...string[]], what = 'form of the answer'): Option =>
  new Option('--format <format>', what).choices(formats).default(formats[0]);

/** How many lines a list has at most. */
export const limitOption = (): Option =>
  new Option('-n, --limit <n>', 'how many at most; 0 for all').argParser(readLimit).default(20);

const MAX_INTEGER = 1_000_000;

function readLimit(value: string): number {
  const limit = Number(value);
  if (value.trim() === '' || !Number.isInteger(limit) || limit < 0 || limit > MAX_INTEGER) {
    throw new InvalidArgumentError(`It must be a whole number from 0 to ${MAX_INTEGER}; 0 means all.`);
  }
  return limit === 0 ? MAX_INTEGER : limit;
}

/** A whole number from 1 on. */
export function readCountFlag(value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(count) || count < 1) {
    throw new InvalidArgumentError('It must be a whole number from 1 on.');
  }
  return count;
}

const DAY = 86_400_000;

function parseInstant(value: string): { at: number; isDay: boolean } {
  const { at, precision } = readInstant(value);
  // Months without such a day roll over to the next one: nobody means that.
  const isReal = at !== undefined && (precision !== 'day' || new Date(at).toISOString().startsWith(value));
  if (at === undefined || !isReal) {
    throw new InvalidArgumentError('It must be a day such as 2026-01-31, or a time such as 2026-01-31T18:00Z.');
  }
  return { at, isDay: precision === 'day' };
}

/** From when: the beginning of a day in UTC, or an instant. In ms UTC. */
export const readSince = (value: string): number => parseInstant(value).at;

/** Until when, not inside: the end of a day in UTC, or an instant. In ms UTC. */
export function readUntil(value: string): number {
  const { at, isDay } = parseInstant(value);
  return isDay ? at + DAY : at;
}

/** When something was read that did not change any more on that day: its last second in UTC, or an instant. */
export function readMoment(value: string): number {
  const { at, isDay } = parseInstant(value);
  return isDay ? at + DAY - 1000 : at;
}

const HANDLE = /^@?(\w{1,20})$/;

/** A handle without its `@`. */
export function readHandle(value: string): string {
  const handle = HANDLE.exec(value.trim())?.[1];
  if (handle === undefined) {
    throw new InvalidArgumentError('It must be a handle: letters without accents, digits and _, with or without @.');
  }
  return handle;
}
