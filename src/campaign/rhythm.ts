// How often an account posts, and how many reposts that bears.

const WEEK = 7 * 86_400_000;
/** Reposts are at most this share of what the account posts in a week. @source own choice */
const SHARE_OF_WEEK = 0.5;
/** The weeks by which the rhythm is taken. */
const WEEKS = 12;

/** What the account posts in a week, and how many reposts that bears. */
export interface Rhythm {
  readonly postsPerWeek: number;
  readonly reposts: number;
}

/** The account's posts in a usual week of its last twelve. @param originals instants, ms UTC, in any order. */
export function postsInWeek(originals: readonly number[]): number {
  const last = originals.reduce((latest, at) => Math.max(latest, at), 0);
  const counts = Array.from({ length: WEEKS }, () => 0);
  for (const at of originals) {
    const week = Math.floor((last - at) / WEEK);
    if (week < WEEKS) counts[week] = (counts[week] ?? 0) + 1;
  }
  const active = counts.filter((count) => count > 0).sort((a, b) => a - b);
  return active[Math.floor(active.length / 2)] ?? 0;
}

/** How many reposts a rhythm bears beside those queued. */
export function measureRhythm(postsPerWeek: number, queued: number): Rhythm {
  return { postsPerWeek, reposts: Math.max(0, Math.max(1, Math.round(SHARE_OF_WEEK * postsPerWeek)) - queued) };
}
