// What the estimates of time need, from what the history holds.
import type { Observation as Reading } from '#history/ports.js';
import type { ObservedPost, TimedPost } from '#history/query-ports.js';
import { learnEngagementLevel, type EngagementLevel } from '#timing/decay/level.js';
import { builtInPrior, learnDecayPrior, type DecayPrior } from '#timing/decay/prior.js';
import type { Observation } from '#timing/decay/observation.js';
import type { CountedPost } from '#timing/hours/usable-posts.js';

const DAY = 86_400_000;
const HORIZON = 7 * DAY;
/** From this age on a reading whose hour is unknown is wrong by a third at most. */
const DAY_IS_ENOUGH = 3 * DAY;
/** The newest posts, from which the shape of decay and the usual total are learned: older ones say little of today. */
export const DECAY_SAMPLE = 1000;

/** Likes and reposts; undefined when neither is known. */
const sumReactions = ({ likes, reposts }: Reading['counters']): number | undefined =>
  likes === undefined && reposts === undefined ? undefined : (likes ?? 0) + (reposts ?? 0);

/** Posts of the history as `usablePosts` takes them. A post that answers the account itself counts as a reply. */
export function* countedPosts(posts: Iterable<TimedPost>): Generator<CountedPost> {
  for (const { at, kind, counters, countedAt } of posts) {
    const reactions = sumReactions(counters);
    const { impressions, linkClicks } = counters;
    yield {
      at,
      kind: kind === 'thread' ? 'reply' : kind,
      ...(countedAt !== undefined && { countedAt }),
      counts: {
        ...(reactions !== undefined && { reactions }),
        ...(impressions !== undefined && { impressions }),
        ...(linkClicks !== undefined && { clicks: linkClicks }),
      },
    };
  }
}

/** What was observed of a post, as its decay is estimated from it. */
export interface Observed {
  readonly observations: readonly Observation[];
  /** Reactions by the highest reading; undefined when none has any. */
  readonly reactions: number | undefined;
  /** Whether the total rests on a reading of unknown date, made when the post was 7 days old or at any time since. */
  readonly undated: boolean;
}

/**
 * Observations with their ages. A reading of a known instant has one; one of a known day has it from 3 days on; any
 * other only gives the total of a post that is 7 days old by now, which is then marked (`undated`).
 * @param now ms UTC.
 */
export function toObserved({ at, observations }: ObservedPost, now: number): Observed {
  const dated: Observation[] = [];
  const loose: Observation[] = [];
  for (const { observed, counters } of observations) {
    const count = sumReactions(counters);
    if (count === undefined) continue;
    const age = observed.certainty === 'unknown' ? 0 : observed.instant - at;
    const { certainty } = observed;
    if (certainty === 'exact' || (certainty === 'day' && age >= DAY_IS_ENOUGH)) dated.push({ age, count });
    else loose.push({ age: Math.max(age, now - at), count });
  }
  const isFinished = dated.some(({ age }) => age >= HORIZON);
  const complete = isFinished ? [] : loose.filter(({ age }) => age >= HORIZON);
  const counts = [...dated, ...loose].map(({ count }) => count);
  return {
    observations: [...dated, ...complete],
    reactions: counts.length === 0 ? undefined : Math.max(...counts),
    undated: complete.length > 0,
  };
}

/** How the account's posts decay: how fast reactions come, and how many a post gets. */
export interface AccountDecay {
  readonly prior: DecayPrior;
  readonly level: EngagementLevel;
}

const highestCount = (observations: readonly Observation[]): number =>
  Math.max(...observations.map(({ count }) => count));

/**
 * Learns an account's decay from its complete posts: the usual total from all of them, the shape from those that were
 * read on the way as well.
 * @param posts oldest first.
 */
export function learnAccountDecay(posts: readonly ObservedPost[], now: number): AccountDecay {
  const finished = posts
    .map((post) => toObserved(post, now).observations)
    .filter((observations) => observations.some(({ age }) => age >= HORIZON));
  const totals = finished.map(highestCount);
  const middle = [...totals].sort((a, b) => a - b)[Math.floor(totals.length / 2)] ?? 0;
  const onTheWay = finished.filter((observations) => observations.some(({ age }) => age >= 0 && age < HORIZON));
  return { prior: learnDecayPrior(onTheWay, { base: builtInPrior(middle) }), level: learnEngagementLevel(totals) };
}
