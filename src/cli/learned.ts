// What was learned of the account, kept in its database until a newer observation comes: learning anew takes longer than
// all the rest of a command.
import {
  countedPosts,
  DECAY_SAMPLE,
  learnAccountDecay,
  learnSpreadOfLinks,
  visitedPosts,
  type AccountDecay,
} from '#campaign/account.js';
import { postsInWeek } from '#campaign/rhythm.js';
import { estimateHours, learnHabit, type HoursEstimate } from '#timing/hours/hours.js';
import { priorFor } from '#timing/hours/prior.js';
import { METRICS, usablePosts, type Metric, type UsablePosts } from '#timing/hours/usable-posts.js';
import type { WallWindow } from '#timing/clock/slots.js';
import { openHistory, type OpenHistory } from './history-database.js';
import type { Shell } from './shell.js';

const DAY = 86_400_000;
/** Posts whose counts have no date ripen without a new observation: what was learned is renewed after this time, ms. */
const KEPT = 30 * DAY;
/** Reposts of this period show how links differ, ms. */
const SPREAD_PERIOD = 3 * 365 * DAY;

/** What is kept is read by this edition of its form alone. */
const EDITION = 3;

/** What hours are asked for by. */
export interface HoursQuery {
  readonly zone: string;
  readonly seed: number;
  readonly metric?: Metric | undefined;
  readonly window?: WallWindow | undefined;
}

/** Hours with what they were estimated from. */
interface LearnedHours extends Pick<UsablePosts, 'metric' | 'leftOut'> {
  readonly estimate: HoursEstimate;
  /** Metrics that usable posts have, where there is none of the one requested. */
  readonly metrics: readonly Metric[];
}

/** What an open history has taught, now or before. */
export interface Learned {
  readonly hours: (query: HoursQuery) => LearnedHours;
  readonly decay: () => AccountDecay;
  /** Posts in a usual week. */
  readonly postsPerWeek: () => number;
  /** Any other result, by a name that holds all that it depends on besides the history. */
  readonly recall: <T>(name: string, learn: () => T | Promise<T>) => Promise<T>;
  /** Keeps what was learned anew. A database that cannot be written now is left as it is. */
  readonly keep: (shell: Shell, db: string | undefined) => Promise<void>;
}

/** Learns from a history, or recalls what was learned from it before. @param now ms UTC. */
export function learnFrom({ timing, learned }: OpenHistory, now: number): Learned {
  const fresh = new Map<string, string>();
  const keyOf = (name: string): string => `${TWEETSPAN_VERSION}:${EDITION}:${name}`;
  const known = <T>(name: string): { readonly value: T } | undefined => {
    const text = fresh.get(keyOf(name)) ?? learned.read(keyOf(name));
    if (text === undefined) return undefined;
    const { at, value } = JSON.parse(text) as { readonly at: number; readonly value: T };
    return now >= at && now - at < KEPT ? { value } : undefined;
  };
  const note = <T>(name: string, value: T): T => {
    fresh.set(keyOf(name), JSON.stringify({ at: now, value }));
    return value;
  };
  const recallNow = <T>(name: string, learn: () => T): T => {
    const before = known<T>(name);
    return before === undefined ? note(name, learn()) : before.value;
  };
  const posts = () => countedPosts(timing.timedPosts());
  const hours = ({ zone, seed, metric, window }: HoursQuery): LearnedHours =>
    recallNow(JSON.stringify(['hours', zone, seed, metric ?? '', window ?? '']), () => {
      const usable = usablePosts(metric === 'visits' ? visitedPosts(timing.visitedPosts()) : posts(), now, metric);
      // The same posts, whether their count was named or is the one that most of them have.
      if (metric === undefined && usable.metric !== undefined)
        return hours({ zone, seed, window, metric: usable.metric });
      return {
        metric: usable.metric,
        leftOut: usable.leftOut,
        metrics:
          usable.posts.length > 0 ? [] : METRICS.filter((each) => usablePosts(posts(), now, each).posts.length > 0),
        estimate: estimateHours(usable.posts, {
          zone,
          seed,
          prior: priorFor(usable.metric),
          ...(window && { window }),
        }),
      };
    });
  return {
    hours,
    decay: () =>
      recallNow('decay', () => {
        const habit = learnHabit(usablePosts(posts(), now, 'reactions').posts);
        return {
          ...learnAccountDecay(timing.observedPosts(DECAY_SAMPLE), now),
          spread: learnSpreadOfLinks(timing.linkedPosts(now - SPREAD_PERIOD), habit),
        };
      }),
    postsPerWeek: () =>
      recallNow('week', () =>
        postsInWeek(
          [...posts()].flatMap(({ at, kind }) => (at === undefined || kind !== 'original' || at > now ? [] : [at])),
        ),
      ),
    async recall(name, learn) {
      const before = known<Awaited<ReturnType<typeof learn>>>(name);
      return before === undefined ? note(name, await learn()) : before.value;
    },
    async keep(shell, db) {
      if (fresh.size === 0) return;
      try {
        const history = await openHistory(shell, { db, readonly: false, lockWait: 0 });
        try {
          history.learned.write(fresh);
        } finally {
          history.close();
        }
      } catch {
        // Locked, full or read-only: the next run learns it again.
      }
    },
  };
}
