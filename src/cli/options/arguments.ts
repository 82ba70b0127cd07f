import { isZone } from '#base/time-zone.js';
import { InvalidArgumentError } from 'commander';
import type { Shell } from '../shell.js';

const SPANS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
const DURATION = /^(\d+(?:\.\d+)?)\s*([mhdw])$/;

/** `2d`, `36h`, `90m` or `1w` of the command line, in ms. */
export function readDuration(value: string): number {
  const [, amount, unit] = DURATION.exec(value.trim()) ?? [];
  const span = SPANS[unit as keyof typeof SPANS] as number | undefined;
  if (amount === undefined || span === undefined) {
    throw new InvalidArgumentError('It must be a duration such as 2d, 36h or 1w.');
  }
  return Number(amount) * span;
}

/** A reader of whole numbers between two bounds. */
export const readCount =
  (least: number, most: number) =>
  (value: string): number => {
    const count = Number(value);
    if (value.trim() === '' || !Number.isInteger(count) || count < least || count > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }
    return count;
  };

/** The reader of `--seed`: mulberry32 takes 32 bits. */
export const readSeed = readCount(0, 2 ** 32 - 1);

/** Whether a text begins with a day that exists, `2026-02-28`. */
export const isDay = (text: string): boolean => {
  const at = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  // Date.parse takes 2026-02-31 for March 3.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text.slice(0, 10));
};

/** An IANA zone of the command line. */
export function readZone(value: string): string {
  if (isZone(value)) return value;
  throw new InvalidArgumentError('Unknown time zone: give an IANA name such as Europe/Paris or UTC.');
}

/** The zone of hours and dates: the one asked for, else TZ, else that of the machine. */
export function resolveZone({ env }: Pick<Shell, 'env'>, ...candidates: readonly (string | undefined)[]): string {
  const chosen = candidates.find((zone) => zone !== undefined);
  // POSIX lets a colon stand before the name.
  const machine = env['TZ']?.replace(/^:/, '');
  if (chosen !== undefined) return chosen;
  return machine !== undefined && isZone(machine) ? machine : new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
