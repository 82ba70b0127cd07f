/** What can be counted on a post. Reactions are likes + reposts. */
export type Metric = 'reactions' | 'impressions' | 'clicks';
/** In order of preference: only reactions were tested; no metric is proven to show hours better. */
export const METRICS: readonly Metric[] = ['reactions', 'impressions', 'clicks'];

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
 * without a requested metric, the one that most of them have; on a tie reactions, then impressions.
 * @param now ms UTC.
 */
export function usablePosts(history: readonly CountedPost[], now: number, wanted?: Metric): UsablePosts {
  const originals = history.filter(({ kind }) => kind === 'original');
  const timed = originals.flatMap(({ at, counts, countedAt = now }) =>
    at === undefined ? [] : [{ at, counts, countedAt }],
  );
  const complete = timed.filter(({ at, countedAt }) => Math.min(now, countedAt) - at >= COMPLETE_AFTER);
  const having = (metric: Metric): number => complete.filter(({ counts }) => counts[metric] !== undefined).length;
  const most = Math.max(...METRICS.map(having));
  const metric = wanted ?? (most === 0 ? undefined : METRICS.find((candidate) => having(candidate) === most));
  const posts = complete.flatMap(({ at, counts }) => {
    const value = metric === undefined ? undefined : counts[metric];
    return value === undefined ? [] : [{ at, value }];
  });
  return {
    metric,
    posts,
    leftOut: {
      replies: history.filter(({ kind }) => kind === 'reply').length,
      reposts: history.filter(({ kind }) => kind === 'repost').length,
      unknownHour: originals.length - timed.length,
      young: timed.length - complete.length,
      uncounted: complete.length - posts.length,
    },
  };
}
