import { HORIZON_MS } from './curve.js';

/** The counter of one post at one age. */
export interface Observation {
  /** ms since the post was published. */
  readonly age: number;
  /** Reactions (or another metric) counted so far. */
  readonly count: number;
}

/** Observations made fit for the curve, and what had to be repaired for it. */
export interface Snapshots {
  /** Ages in seconds, strictly ascending, at most the horizon. */
  readonly ages: Float64Array;
  /** Counts at those ages, never falling. */
  readonly counts: Float64Array;
  /** Whether the last one stands at the horizon: the total is known. */
  readonly finished: boolean;
  readonly repairs: Repairs;
}

/** What was repaired in a post's observations; all 0 for clean ones. */
export interface Repairs {
  /** Left out: taken before the post was published, so one of two clocks is wrong. */
  readonly beforePublication: number;
  /** Lower than an earlier count (likes taken back): the earlier one was kept. */
  readonly wentDown: number;
}

/** X gives the time of publication in whole seconds: no age can be known better. */
const YOUNGEST = 1000;

/**
 * Sorts observations by age, leaves out those from before publication, lets no count fall, and cuts at 7 days: the
 * first observation at or after the horizon counts as the 7-day total, the highest of those made at the same time.
 * Throws a RangeError for counts that are negative or no finite numbers.
 */
export function toSnapshots(observations: readonly Observation[]): Snapshots {
  for (const { age, count } of observations) {
    if (!Number.isFinite(age) || !Number.isFinite(count) || count < 0) {
      throw new RangeError(
        `Observation {age: ${age}, count: ${count}}: give a finite age in ms and a count of at least 0.`,
      );
    }
  }
  const known = observations.filter(({ age }) => age >= 0).sort((a, b) => a.age - b.age || a.count - b.count);
  const ages: number[] = [];
  const counts: number[] = [];
  let wentDown = 0;
  const end = known.find(({ age }) => age >= HORIZON_MS)?.age;
  for (const { age, count } of known) {
    if (end !== undefined && age > end) break;
    const highest = counts.at(-1) ?? 0;
    if (count < highest) wentDown += 1;
    const seconds = Math.min(Math.max(age, YOUNGEST), HORIZON_MS) / 1000;
    if (ages.at(-1) === seconds) counts[counts.length - 1] = Math.max(highest, count);
    else {
      ages.push(seconds);
      counts.push(Math.max(highest, count));
    }
  }
  return {
    ages: Float64Array.from(ages),
    counts: Float64Array.from(counts),
    finished: end !== undefined,
    repairs: { beforePublication: observations.length - known.length, wentDown },
  };
}
