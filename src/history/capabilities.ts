import type { Coverage } from './ports.js';

/** What a history is good for. Counts are of posts. */
export interface Capabilities {
  /** What best hours can be learned from, with how many posts; `none` names what is missing. */
  readonly bestHours:
    | { readonly from: 'impressions' | 'reactions'; readonly posts: number }
    | { readonly from: 'none'; readonly missing: 'posts' | 'hours' | 'counters' };
  /** Decay needs an observation in a post's first 7 days and one after. */
  readonly decay: { readonly posts: number };
  readonly links: { readonly posts: number };
  /** Whether there are fewer posts than `minPosts`: too few for any statistics. */
  readonly tooLittle: boolean;
  readonly minPosts: number;
}

/**
 * Fewer originals than this say nothing about 168 hours of a week; above it the estimator gives its own verdict.
 * @source own choice
 */
const MIN_POSTS = 30;

/** What can be done with a history, from its coverage. Impressions go first: they do not depend on who reacts. */
export function assessCapabilities(coverage: Coverage): Capabilities {
  const { originals, withHour, hoursFromImpressions, hoursFromCounters, withPace, withLink } = coverage;
  // Half of what has counters must have impressions, or they would speak for a part of the time only.
  const useImpressions = hoursFromImpressions > 0 && hoursFromImpressions * 2 >= hoursFromCounters;
  const posts = useImpressions ? hoursFromImpressions : hoursFromCounters;
  const missing = originals === 0 ? 'posts' : withHour === 0 ? 'hours' : 'counters';
  return {
    bestHours: posts === 0 ? { from: 'none', missing } : { from: useImpressions ? 'impressions' : 'reactions', posts },
    decay: { posts: withPace },
    links: { posts: withLink },
    tooLittle: posts < MIN_POSTS,
    minPosts: MIN_POSTS,
  };
}
