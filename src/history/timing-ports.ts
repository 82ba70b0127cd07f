import type { CurrentCounters } from './query-ports.js';
import type { AccountSign, Observation, PostKind } from './ports.js';

/** A post as far as hours are concerned. */
export interface TimedPost {
  readonly id: string;
  /** ms UTC; undefined when its hour is not known. */
  readonly at: number | undefined;
  readonly kind: PostKind;
  readonly counters: Pick<CurrentCounters, 'likes' | 'reposts' | 'impressions' | 'linkClicks'>;
  /** When its latest counters were read at the latest, ms UTC; undefined when no source tells. */
  readonly countedAt: number | undefined;
}

/** A post with all that was observed of it. */
export interface ObservedPost {
  /** ms UTC. */
  readonly at: number;
  readonly observations: readonly Observation[];
}

/** What the estimates of hours and decay ask of a history. */
export interface TimingReader {
  account(): AccountSign | undefined;
  /** All posts but older versions of edited ones, oldest first. */
  timedPosts(): readonly TimedPost[];
  /** The newest `limit` originals of a known hour that were observed, with their observations; oldest first. */
  observedPosts(limit: number): readonly ObservedPost[];
}
