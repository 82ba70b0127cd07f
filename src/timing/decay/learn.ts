import type { Growth } from './growth.js';
import { type CompletePost, learnGrowth } from './learn-growth.js';
import { type EngagementLevel, learnEngagementLevel } from './level.js';
import { HORIZON_MS } from './curve.js';
import { builtInPrior, type DecayPrior, learnDecayPrior } from './prior.js';

/** The newest posts that the shape is learned from: older ones say little of today. */
const NEWEST = 1000;

/** How an account's posts decay, as forecasts are made with it. Plain data. */
export interface LearnedDecay {
  readonly prior: DecayPrior;
  readonly level: EngagementLevel;
  /** Undefined with too few complete posts that were read on the way. */
  readonly growth?: Growth;
}

/**
 * Learns an account's decay from its complete posts, oldest first: the usual total from all of them, shape and growth
 * from those that were read on the way as well. This is what ships, and what the benchmark measures.
 */
export function learnDecay(posts: readonly CompletePost[]): LearnedDecay {
  const complete = posts.filter(({ observations }) => observations.some(({ age }) => age >= HORIZON_MS));
  const totals = complete.map(({ observations }) => observations.reduce((most, { count }) => Math.max(most, count), 0));
  const onTheWay = complete
    .filter(({ observations }) => observations.some(({ age }) => age >= 0 && age < HORIZON_MS))
    .slice(-NEWEST);
  const level = learnEngagementLevel(totals);
  const learned = learnDecayPrior(onTheWay.map(({ observations }) => observations));
  const isLearned = (learned.learnedFrom ?? 0) > 0;
  const middle = [...totals].sort((a, b) => a - b)[Math.floor(totals.length / 2)] ?? 0;
  const prior = isLearned ? learned : builtInPrior(middle);
  const growth = isLearned ? learnGrowth(onTheWay, { prior, level }) : undefined;
  return { prior, level, ...(growth && { growth }) };
}
