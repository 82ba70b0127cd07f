import type { Watched } from './ports.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Ages at which an own post's counters are read, ms: seven readings lose nothing measurable against 23 for the estimate
 * of its life (our measurements on repost and reply cascades).
 */
export const READ_AT: readonly number[] = [15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY];

/** A reading that would be due soon is made together with one that is due: this share of its age early. @source own choice */
const EARLY = 0.1;

/** A post to read now, and how far its readings are after it; undefined after the last. */
export interface DueReading {
  readonly postId: string;
  readonly next: number | undefined;
}

/**
 * The readings to make now: those that are due, and with them, in the same request, those that nearly are. One reading
 * stands for all that were missed, as after a sleep: what a counter was then can no longer be read.
 */
export function dueReadings(watched: readonly Watched[], now: number): readonly DueReading[] {
  const readings = (early: number): DueReading[] =>
    watched.flatMap(({ postId, postedAt, step }) => {
      const age = now - postedAt;
      const passed = READ_AT.filter((at) => at * (1 - early) <= age).length;
      return passed > step ? [{ postId, next: passed < READ_AT.length ? passed : undefined }] : [];
    });
  return readings(0).length === 0 ? [] : readings(EARLY);
}

/** When the next reading of any post is due, ms UTC; undefined when none is. */
export const nextReadingAt = (watched: readonly Watched[]): number | undefined =>
  watched.reduce<number | undefined>((soonest, { postedAt, step }) => {
    const at = postedAt + (READ_AT[step] ?? Infinity);
    return soonest === undefined || at < soonest ? at : soonest;
  }, undefined);

/** One request for a stretch of the account's timeline: ids above `after`, up to `through`. */
export interface ReadRange {
  readonly after: string;
  readonly through: string;
}

/**
 * Stretches of the timeline that hold the wanted posts and no other of the account that X would charge for: requests
 * are free, posts are not, so neighbours share a request only where nothing lies between.
 * @param ids posts wanted. @param others further posts of the account that are known to lie about.
 */
export function readRanges(ids: readonly string[], others: readonly string[]): readonly ReadRange[] {
  const wanted = new Set(ids);
  const all = [...new Set([...ids, ...others])].map(BigInt).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const ranges: { after: bigint; through: bigint }[] = [];
  let isOpen = false;
  for (const id of all) {
    const isWanted = wanted.has(String(id));
    const last = ranges.at(-1);
    if (isWanted && isOpen && last !== undefined) last.through = id;
    else if (isWanted) ranges.push({ after: id - 1n, through: id });
    isOpen = isWanted;
  }
  return ranges.map(({ after, through }) => ({ after: String(after), through: String(through) }));
}
