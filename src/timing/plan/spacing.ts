// How far apart posts must be: the one rule of the planner, of the queue when it sends or finds a new slot, and of
// `queue move`.
import type { Zone } from '../clock/zone.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Least times between posts, ms. */
interface Spacing {
  /** Between two posts of one link. */
  readonly gap: number;
  /** Between any two posts of the account. */
  readonly minInterval: number;
  /** The clock by which a gap of days is measured; without it a day has 24 hours. */
  readonly zone?: Pick<Zone, 'localTimeAt' | 'toInstant'> | undefined;
}

/**
 * What distances of at least `gap` are measured by, from instants (ms UTC): a gap of a day or more by what the wall clock
 * shows, as "1d" after 9:00 is 9:00 on the next day, though that day has 23 hours or 25; a shorter one by instants.
 */
export const spacingClock = (gap: number, zone: Spacing['zone']): ((instant: number) => number) =>
  gap >= DAY && zone !== undefined ? zone.localTimeAt : (instant) => instant;

/** The defaults. X publishes no number. @source own choice */
export const SPACING: Spacing = { gap: DAY, minInterval: HOUR };

/** A post at its instant, ms UTC, with the identity of its link. */
export interface PlacedPost {
  readonly at: number;
  readonly link?: string | undefined;
}

/** Least time between two posts, ms: one link's keep its gap, and never less than any two posts of the account. */
export const requiredDistance = (post: PlacedPost, other: PlacedPost, { gap, minInterval }: Spacing): number =>
  post.link !== undefined && other.link === post.link ? Math.max(gap, minInterval) : minInterval;

/** The first instant at a distance after another post's. */
const endOf = (at: number, distance: number, { zone }: Spacing): number =>
  distance >= DAY && zone !== undefined ? zone.toInstant(zone.localTimeAt(at) + distance).at : at + distance;

/** The first of these posts that a post would be too near to; undefined where it keeps its distance from all. */
export const findTooNear = <T extends PlacedPost>(
  post: PlacedPost,
  others: readonly T[],
  spacing: Spacing,
): T | undefined =>
  others.find((other) => {
    const distance = requiredDistance(post, other, spacing);
    const clock = spacingClock(distance, spacing.zone);
    return Math.abs(clock(other.at) - clock(post.at)) < distance;
  });

/** A zone that changes its side of the date line moves its clock by 25 h: so far may wall clock and instants differ. */
const CLOCK_SLACK = 2 * DAY;

/**
 * Whether a post of a link at an instant, ms UTC, would keep its distance from all others: as `findTooNear`, for
 * thousands of instants.
 */
export function distanceTest(
  link: string | undefined,
  others: readonly PlacedPost[],
  spacing: Spacing,
): (at: number) => boolean {
  const isOwn = (other: PlacedPost): boolean => link !== undefined && other.link === link;
  const groups = [others.filter(isOwn), others.filter((other) => !isOwn(other))].map((group) => {
    const distance = Math.max(
      0,
      ...group.slice(0, 1).map((other) => requiredDistance({ at: 0, link }, other, spacing)),
    );
    return { posts: [...group].sort((a, b) => a.at - b.at), reach: distance + (distance >= DAY ? CLOCK_SLACK : 0) };
  });
  return (at) =>
    groups.every(({ posts, reach }) => {
      for (let i = firstFrom(posts, at - reach); i < posts.length; i += 1) {
        const other = posts[i];
        if (other === undefined || other.at > at + reach) break;
        if (findTooNear({ at, link }, [other], spacing) !== undefined) return false;
      }
      return true;
    });
}

/** The place of the first of posts in ascending order that is not before an instant. */
function firstFrom(posts: readonly PlacedPost[], at: number): number {
  let [low, high] = [0, posts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((posts[middle]?.at ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first instant, ms UTC, from that of a post on, at which it keeps its distance from all others. */
export function nextFreeInstant(post: PlacedPost, others: readonly PlacedPost[], spacing: Spacing): number {
  let { at } = post;
  // In order of what each allows: once past an instant, no earlier one is looked at again.
  const ends = others
    .map((other) => ({ other, end: endOf(other.at, requiredDistance(post, other, spacing), spacing) }))
    .sort((a, b) => a.end - b.end);
  for (const { other, end } of ends) {
    if (findTooNear({ ...post, at }, [other], spacing) !== undefined) at = end;
  }
  return at;
}

/**
 * A post that went out a few minutes late must not push all that follow: a tenth of the distance, 10 min at most.
 * @source own choice
 */
const slackOf = (distance: number): number => Math.min(10 * MINUTE, distance / 10);

/**
 * What lies further ahead than this cannot have been posted: a clock was wrong, and nothing waits for it.
 * @source own choice
 */
export const FUTURE = 2 * HOUR;

/** When the account last posted, and when the link was last posted, ms UTC; attempts of unknown outcome count. */
export interface LastPosts {
  readonly ofAccount: number | undefined;
  readonly ofLink: number | undefined;
}

/**
 * From when on a post of a link may be sent, ms UTC: at its distance after the account's and the link's last post, less
 * a little slack; -Infinity where it need not wait.
 */
export function sendableFrom(last: LastPosts, spacing: Spacing, now: number): number {
  // Without a distance there is nothing to wait for, whatever X's clock says of the last post.
  const after = (at: number | undefined, distance: number): number =>
    at === undefined || distance === 0 || at > now + FUTURE
      ? -Infinity
      : endOf(at, distance, spacing) - slackOf(distance);
  return Math.max(after(last.ofAccount, spacing.minInterval), after(last.ofLink, spacing.gap));
}

/** Sums closer than this count as equal: then the earlier choice stands. */
const TIE = 1e-12;

/**
 * Of instants in ascending order, at most `count` that keep `gap` ms between neighbors and have the highest worth in
 * sum; as many as fit. Exact, by dynamic programming over (how many, up to where); on a tie the earlier ones.
 */
export function chooseSpaced<T extends { readonly at: number }>(
  slots: readonly T[],
  count: number,
  gap: number,
  worth: (slot: T) => number,
): readonly T[] {
  const n = slots.length;
  const worths = Float64Array.from(slots, worth);
  const before = lastBefore(slots, gap);
  // best[k][i]: highest sum of k slots among the first i; -Infinity when k do not fit.
  let previous = new Float64Array(n + 1);
  const taken: Uint8Array[] = [];
  for (let k = 1; k <= Math.min(count, n); k += 1) {
    const best = new Float64Array(n + 1).fill(-Infinity);
    const used = new Uint8Array(n + 1);
    for (let i = 1; i <= n; i += 1) {
      const without = best[i - 1] ?? -Infinity;
      const withIt = (previous[before[i - 1] ?? 0] ?? -Infinity) + (worths[i - 1] ?? 0);
      const takes = withIt > without + TIE;
      best[i] = takes ? withIt : without;
      used[i] = takes ? 1 : 0;
    }
    if (best[n] === -Infinity) break;
    taken.push(used);
    previous = best;
  }
  const chosen: T[] = [];
  let end = n;
  for (const used of taken.toReversed()) {
    while (end > 0 && used[end] !== 1) end -= 1;
    const slot = slots[end - 1];
    if (slot === undefined) break;
    chosen.unshift(slot);
    end = before[end - 1] ?? 0;
  }
  return chosen;
}

/** For each slot, how many slots lie at least `gap` before it. */
function lastBefore(slots: readonly { readonly at: number }[], gap: number): Int32Array {
  const counts = new Int32Array(slots.length);
  let reached = 0;
  for (const [i, { at }] of slots.entries()) {
    while (reached < i && (slots[reached]?.at ?? Infinity) <= at - gap) reached += 1;
    counts[i] = reached;
  }
  return counts;
}
