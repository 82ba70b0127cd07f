/** What can be counted on a post. Reactions are likes + reposts. */
export type Metric = 'reactions' | 'impressions' | 'clicks' | 'visits';
/** In order of preference: only reactions were tested; no metric is proven to show hours better. */
export const METRICS: readonly Metric[] = ['reactions', 'impressions', 'clicks'];
/** Those that may be requested: visits are known of posts with a campaign tag alone, and never chosen unasked. */
export const REQUESTABLE: readonly Metric[] = [...METRICS, 'visits'];

/** A post of the history, as far as hours are concerned. */
export interface CountedPost {
  /** ms UTC; undefined when only the day is known. */
  readonly at: number | undefined;
  readonly kind: 'original' | 'reply' | 'repost';
  /** When its counts were read at the latest, ms UTC; any time up to now when left out. */
  readonly countedAt?: number;
  readonly counts: Readonly<Partial<Record<Metric, number>>>;
}

/** Posts that hours may be estimated from, and why the others were left out. */
export interface UsablePosts {
  /** The chosen metric; undefined when no post has any. */
  readonly metric: Metric | undefined;
  readonly posts: readonly { readonly at: number; readonly value: number }[];
  readonly leftOut: {
    readonly replies: number;
    readonly reposts: number;
    /** The hour of publication is not known. */
    readonly unknownHour: number;
    /** Younger than 72 h, now or when it was counted: still counting. */
    readonly young: number;
    /** Without a count of the chosen metric. */
    readonly uncounted: number;
  };
}

/** A younger post has not yet got most of its reactions. */
const COMPLETE_AFTER = 72 * 3_600_000;

/**
 * Chooses the posts that tell of hours: originals of a known hour, at least 72 h old when counted, counted in the metric.
 * Without a requested metric, the one that most of them have; on a tie reactions, then impressions.
 * @param history is walked once, and only figures are kept of it: it may be long.
 * @param now ms UTC.
 */
export function usablePosts(history: Iterable<CountedPost>, now: number, wanted?: Metric): UsablePosts {
  const kinds = { original: 0, reply: 0, repost: 0 };
  let [unknownHour, young] = [0, 0];
  const instants: number[] = [];
  const values: Readonly<Record<Metric, number[]>> = { reactions: [], impressions: [], clicks: [], visits: [] };
  const having: Record<Metric, number> = { reactions: 0, impressions: 0, clicks: 0, visits: 0 };
  for (const { at, kind, counts, countedAt = now } of history) {
    kinds[kind] += 1;
    if (kind !== 'original') continue;
    if (at === undefined) unknownHour += 1;
    else if (Math.min(now, countedAt) - at < COMPLETE_AFTER) young += 1;
    else {
      instants.push(at);
      for (const metric of REQUESTABLE) {
        values[metric].push(counts[metric] ?? NaN);
        if (counts[metric] !== undefined) having[metric] += 1;
      }
    }
  }
  const most = Math.max(...METRICS.map((metric) => having[metric]));
  const metric = wanted ?? (most === 0 ? undefined : METRICS.find((candidate) => having[candidate] === most));
  const posts: { at: number; value: number }[] = [];
  if (metric !== undefined) {
    instants.forEach((at, index) => {
      const value = values[metric][index] ?? NaN;
      if (!Number.isNaN(value)) posts.push({ at, value });
    });
  }
  const { reply: replies, repost: reposts } = kinds;
  return {
    metric,
    posts,
    leftOut: { replies, reposts, unknownHour, young, uncounted: instants.length - posts.length },
  };
}
