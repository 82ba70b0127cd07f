// What the estimates of time need, from what the history holds.
import type { Observation as Reading } from '#history/ports.js';
import type { LinkedPost, ObservedPost, TimedPost, VisitedPost } from '#history/query-ports.js';
import { hourOfDay } from '#timing/decay/growth.js';
import { learnDecay, type LearnedDecay } from '#timing/decay/learn.js';
import { learnLinkSpread, type LinkPair, type LinkSpread } from '#timing/decay/strength.js';
import type { HoursEstimate } from '#timing/hours/hours.js';
import { usualAt } from '#timing/hours/usual.js';
import type { Observation } from '#timing/decay/observation.js';
import type { CountedPost } from '#timing/hours/usable-posts.js';

const DAY = 86_400_000;
const HORIZON = 7 * DAY;
/** From this age on a reading whose hour is unknown is wrong by a third at most. */
const DAY_IS_ENOUGH = 3 * DAY;
/** The newest posts, from which the shape of decay and the usual total are learned: older ones say little of today. */
export const DECAY_SAMPLE = 1000;

/** Likes and reposts; undefined when neither is known. */
export const sumReactions = ({ likes, reposts }: Reading['counters']): number | undefined =>
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

/** Posts with the visits that they brought, as `usablePosts` takes them. */
export function* visitedPosts(posts: Iterable<VisitedPost>): Generator<CountedPost> {
  for (const { at, kind, visits, countedAt } of posts) {
    yield { at, kind: kind === 'thread' ? 'reply' : kind, countedAt, counts: { visits } };
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
 * @param read what is counted of a reading: reactions by default.
 */
export function toObserved({ at, observations }: ObservedPost, now: number, read = sumReactions): Observed {
  const dated: Observation[] = [];
  const loose: Observation[] = [];
  for (const { observed, counters } of observations) {
    const count = read(counters);
    if (count === undefined) continue;
    const age = observed.certainty === 'unknown' ? 0 : observed.instant - at;
    const { certainty } = observed;
    if (certainty === 'exact' || (certainty === 'day' && age >= DAY_IS_ENOUGH)) dated.push({ age, count });
    else loose.push({ age: Math.max(age, now - at), count });
  }
  const isFinished = dated.some(({ age }) => age >= HORIZON);
  // Of readings of unknown time the highest is the total; which of the others came first nobody can tell.
  const complete = isFinished
    ? []
    : loose
        .filter(({ age }) => age >= HORIZON)
        .sort((first, second) => second.count - first.count)
        .slice(0, 1);
  const counts = [...dated, ...loose].map(({ count }) => count);
  return {
    observations: [...dated, ...complete],
    reactions: counts.length === 0 ? undefined : Math.max(...counts),
    undated: complete.length > 0,
  };
}

/** How the account's posts decay: how fast reactions come, how many a post gets, and how its links differ. */
export interface AccountDecay extends LearnedDecay {
  /** How links of the account differ; by its posts as a whole when left out. */
  readonly spread?: LinkSpread;
}

/**
 * Learns an account's decay from its complete posts.
 * @param posts oldest first.
 * @param read what is counted of a reading, as in `toObserved`.
 */
export const learnAccountDecay = (posts: readonly ObservedPost[], now: number, read = sumReactions): AccountDecay =>
  learnDecay(
    posts.map((post) => ({ observations: toObserved(post, now, read).observations, hour: hourOfDay(post.at) })),
  );

/** How links of the account differ, by the reposts that its history has. */
export function learnSpreadOfLinks(linked: Iterable<LinkedPost>, { usual }: HoursEstimate['habit']): LinkSpread {
  const timesUsual = ({ at, reactions }: LinkedPost): number | undefined => {
    const expected = at === undefined ? undefined : usualAt(usual, at);
    return reactions === undefined || expected === undefined || expected <= 0 ? undefined : reactions / expected;
  };
  const pairs: LinkPair[] = [];
  let link: string | undefined;
  let first: number | undefined;
  // Figures alone are kept of each post: a history may have hundreds of thousands of them.
  for (const post of linked) {
    const second = timesUsual(post);
    if (post.link === link && first !== undefined && second !== undefined) pairs.push({ first, second });
    [link, first] = [post.link, second];
  }
  return learnLinkSpread(usual, pairs);
}
