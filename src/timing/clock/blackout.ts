// Stretches of time in which nothing goes out, with their reasons: restraint before an election, mourning.
import { openZone, parseLocalTime } from './zone.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** A stretch in which nothing goes out, on the wall clock of the caller: `YYYY-MM-DD`, or with `THH:MM`. */
export interface Blackout {
  readonly from: string;
  /** A last day, or a last minute, is inside. */
  readonly until: string;
  readonly why: string;
}

/** The local times of a blackout, ms on the wall clock; the end is not inside. */
const bounds = ({ from, until }: Blackout): { readonly start: number; readonly end: number } => ({
  start: parseLocalTime(from),
  end: parseLocalTime(until) + (until.length === 10 ? DAY : MINUTE),
});

/** The blackout that holds at a local time (ms on the wall clock); undefined where none does. */
export const blackoutAt = (blackouts: readonly Blackout[], localTime: number): Blackout | undefined =>
  blackouts.find((blackout) => {
    const { start, end } = bounds(blackout);
    return localTime >= start && localTime < end;
  });

/** A blackout that holds now, and when it ends. */
export interface HeldBlackout {
  readonly why: string;
  /** The first instant after it and all that follow without a break, ms UTC. */
  readonly until: number;
}

/**
 * What holds a post back at an instant (ms UTC), by the clock of its zone; undefined where nothing does. Blackouts that
 * touch or overlap are waited for together.
 */
export function findBlackout(
  blackouts: readonly Blackout[],
  instant: number,
  zoneName: string,
): HeldBlackout | undefined {
  if (blackouts.length === 0) return undefined;
  const zone = openZone(zoneName, instant - DAY, instant + DAY);
  const first = blackoutAt(blackouts, zone.localTimeAt(instant));
  if (first === undefined) return undefined;
  let { end } = bounds(first);
  // Each one is passed once at most.
  for (let next = blackoutAt(blackouts, end); next !== undefined; next = blackoutAt(blackouts, end)) {
    end = bounds(next).end;
  }
  return { why: first.why, until: openZone(zoneName, end - DAY, end + DAY).toInstant(end).at };
}

/** The blackouts that touch a period of local times, with their days as they are shown. */
export const blackoutsWithin = (blackouts: readonly Blackout[], from: number, until: number): readonly Blackout[] =>
  blackouts.filter((blackout) => {
    const { start, end } = bounds(blackout);
    return start < until && end > from;
  });
