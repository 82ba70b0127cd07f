/** Milliseconds of the first instant that an id can hold: 2010-11-04T01:42:54.657Z (docs.x.com, X IDs). */
const EPOCH = 1_288_834_974_657n;
/** Ids below this were handed out one by one before snowflakes began in November 2010: they hold no time. */
const FIRST_SNOWFLAKE = 30_000_000_000n;
const ID = /^[0-9]{1,19}$/;

/**
 * The instant at which a post was created, in ms UTC, read from its id.
 * Undefined for ids that hold no time (before November 2010, or from a test server) and for anything but digits.
 */
export function idToInstant(id: string): number | undefined {
  if (!ID.test(id)) return undefined;
  const number = BigInt(id);
  return number < FIRST_SNOWFLAKE ? undefined : Number((number >> 22n) + EPOCH);
}

/** The smallest id that a post of this instant (ms UTC) can have; for asking a timeline from an instant on. */
export function firstIdAt(instant: number): string {
  const sinceEpoch = BigInt(Math.trunc(instant)) - EPOCH;
  return String(sinceEpoch < 0n ? 0n : sinceEpoch << 22n);
}
