import type { Coverage } from './ports.js';

/** What a history is good for, for a report to say in words. Counts are of posts. */
export interface Capabilities {
  /** From what best hours can be learnt, with how many posts; `none` names what is missing. */
  readonly bestHours:
    | { readonly from: 'impressions' | 'reactions'; readonly posts: number }
    | { readonly from: 'none'; readonly missing: 'posts' | 'hours' | 'counters' };
  /** Decay needs two observations of a post, at least. */
  readonly decay: { readonly posts: number };
  readonly links: { readonly posts: number };
  /** Whether there is so little that no statistics should be shown. */
  readonly tooLittle: boolean;
}

/** Fewer originals than this say nothing of 168 hours of a week. Ours; the estimator gives its own verdict above it. */
const FEW = 30;

/** What a history allows, from its coverage. Impressions go first: they do not depend on who reacts. */
export function assessCapabilities(coverage: Coverage): Capabilities {
  const { originals, withHour, hoursFromImpressions, hoursFromCounters, withTwoObservations, withLink } = coverage;
  // Half of what has counters must have impressions, or they would speak for a part of the time only.
  const useImpressions = hoursFromImpressions > 0 && hoursFromImpressions * 2 >= hoursFromCounters;
  const posts = useImpressions ? hoursFromImpressions : hoursFromCounters;
  const missing = originals === 0 ? 'posts' : withHour === 0 ? 'hours' : 'counters';
  return {
    bestHours: posts === 0 ? { from: 'none', missing } : { from: useImpressions ? 'impressions' : 'reactions', posts },
    decay: { posts: withTwoObservations },
    links: { posts: withLink },
    tooLittle: posts < FEW,
  };
}
