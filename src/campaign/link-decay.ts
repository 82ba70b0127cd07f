// How the posts of one link decay, and whether to post it again: figures and codes, ready for a document.
import type { LinkPost as HistoryPost, LinkSummary } from '#history/query-ports.js';
import type { ObservedPost } from '#history/query-ports.js';
import { adviseRepost, type Advice } from '#timing/decay/advice.js';
import type { WallSlot } from '#timing/clock/slots.js';
import { typicalDecay, type DecayEstimate } from '#timing/decay/decay.js';
import { type EstimatedPost, estimatePosts, linkCurve, linkDecay } from '#timing/decay/link-decay.js';
import type { HoursEstimate } from '#timing/hours/hours.js';
import { judgeShelfLife } from '#words/shelf-life.js';
import { type AccountDecay, type Observed, sumReactions, toObserved } from './account.js';

const DAY = 86_400_000;
const HORIZON = 7 * DAY;
/** Points of a curve: two dots for each of a hundred columns. */
const CURVE_POINTS = 200;

/** A link by its identity; `byText` where its page is not known. */
export type LinkName = Pick<LinkSummary, 'identity' | 'byText'>;

/** A link with its posts as the history has them and as they were estimated, oldest first. */
export interface EstimatedLink {
  readonly name: LinkName;
  readonly posts: readonly { readonly history: HistoryPost; readonly observed: Observed }[];
  readonly estimated: readonly EstimatedPost[];
  /** Posts whose hour is not known, which no estimate uses. */
  readonly untimed: number;
}

/** Estimates a link's posts; undefined when none has a known hour. */
export function estimateNamedLink(
  name: LinkName,
  history: readonly HistoryPost[],
  {
    now,
    decay,
    seed,
    totalsOnly = false,
    read = sumReactions,
  }: {
    readonly now: number;
    readonly decay: AccountDecay;
    readonly seed: number;
    readonly totalsOnly?: boolean;
    /** What is counted of a reading; reactions by default. */
    readonly read?: typeof sumReactions;
  },
): EstimatedLink | undefined {
  const timed = history
    .flatMap((post): (HistoryPost & ObservedPost)[] =>
      post.at === undefined || post.precision === 'day' || post.at > now ? [] : [Object.assign(post, { at: post.at })],
    )
    .sort((a, b) => a.at - b.at);
  if (timed.length === 0) return undefined;
  const posts = timed.map((post) => ({ history: post, observed: toObserved(post, now, read) }));
  const estimated = estimatePosts(
    timed.map(({ at }, index) => ({ at, observations: posts[index]?.observed.observations ?? [] })),
    { ...decay, seed, totalsOnly },
  );
  return { name, posts, estimated, untimed: history.length - timed.length };
}

/** When a share of a complete post's reactions was seen, ms of age: between two readings. */
interface SeenSpan {
  /** Interpolated; null when it came before the first reading. */
  readonly age: number | null;
  readonly after: number;
  readonly before: number;
}

/** How long reactions took, and whose pace that is: this post's, the account's, or other accounts'. */
export interface ReactionTimes {
  readonly basis: 'own' | 'account' | 'typical';
  readonly t50: DecayEstimate['t50'];
  readonly t90: DecayEstimate['t90'];
  /** Of complete posts that were read on the way: to be preferred. */
  readonly seen: { readonly t50: SeenSpan; readonly t90: SeenSpan } | null;
}

/** With what a link is estimated. */
export interface LinkSetting {
  readonly now: number;
  readonly hours: HoursEstimate;
  readonly decay: AccountDecay;
  /** What the clock of the audience shows at an instant, `2026-03-05T20:00`. */
  readonly formatLocalTime: (instant: number) => string;
  /** The slots that advice chooses from (`adviceSlots`), for callers with many links. */
  readonly slots?: readonly WallSlot[];
  /** Whether each post and the curve are wanted too. */
  readonly withDetail: boolean;
}

const hasShape = ({ observations }: Observed): boolean => observations.some(({ age }) => age >= 0 && age < HORIZON);

/** A link's totals, times and advice; with `withDetail` its posts and its curve as well. */
export function describeLink({ name, posts, estimated, untimed }: EstimatedLink, setting: LinkSetting) {
  const { now, hours, decay, formatLocalTime, withDetail } = setting;
  const { total, remaining, rate, alive, posts: shares } = linkDecay(estimated, now);
  const newest = estimated.at(-1);
  const { passing } = judgeShelfLife(posts.at(-1)?.history.text ?? '', now);
  const known = posts.flatMap(({ observed }) => (observed.reactions === undefined ? [] : [observed.reactions]));
  const typical = typicalDecay(decay.prior);
  const timesAt = (index: number): ReactionTimes => {
    const last = posts.at(index);
    return toTimes(estimated.at(index)?.decay ?? { basis: 'typical', ...typical }, typical, {
      hasShape: last !== undefined && hasShape(last.observed),
      isLearned: (decay.prior.learnedFrom ?? 0) > 0,
    });
  };
  const advice = adviseRepost({
    now,
    posts: estimated,
    hours,
    level: decay.level,
    ...(decay.spread && { spread: decay.spread }),
    ...(setting.slots && { slots: setting.slots }),
  });
  return {
    link: name.identity,
    byText: name.byText,
    label: name.byText ? (posts.at(-1)?.history.text ?? name.identity) : name.identity,
    posts: estimated.length,
    untimed,
    first: formatLocalTime(estimated[0]?.at ?? now),
    last: formatLocalTime(newest?.at ?? now),
    reactions: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0),
    total,
    remaining,
    rate,
    alive,
    times: timesAt(-1),
    advice: describeAdvice(advice, newest?.decay.t90.median ?? typical.t90.median, passing),
    ...(withDetail && {
      detail: {
        posts: posts.flatMap(({ history, observed }, index) => {
          const share = shares[index];
          if (share === undefined) return [];
          const { final, finished } = share.decay;
          return [
            {
              id: history.id,
              at: new Date(share.at).toISOString(),
              localTime: formatLocalTime(share.at),
              text: history.text,
              reactions: observed.reactions ?? null,
              total: final,
              finished,
              times: timesAt(index),
              sincePrevious: share.sincePrevious ?? null,
              ratioToFirst: share.ratioToFirst ?? null,
            },
          ];
        }),
        curve: linkCurve(estimated, curveInstants(estimated, now)).map(({ at, mean, low, high }) => ({
          at: new Date(at).toISOString(),
          localTime: formatLocalTime(at),
          mean,
          low,
          high,
        })),
      },
    }),
  };
}

/** The advice as data. A link that is due, but whose text is tied to its day, wants another text first. */
const describeAdvice = ({ verb, cause, slot, gain, rest }: Advice, t90: number, passing: string | undefined) => ({
  ...(passing !== undefined && (verb === 'repost now' || verb === 'wait until')
    ? { verb: 'rewrite first' as const, cause: 'tied to its day' as const, words: passing }
    : { verb, cause, words: null }),
  at: slot === undefined ? null : new Date(slot.at).toISOString(),
  localTime: slot?.localTime ?? null,
  gain,
  rest,
  t90,
});

function toTimes(
  { basis, t50, t90, seen }: Pick<DecayEstimate, 'basis' | 't50' | 't90' | 'seen'>,
  typical: Pick<DecayEstimate, 't50' | 't90'>,
  { hasShape: wasReadOnTheWay, isLearned }: { readonly hasShape: boolean; readonly isLearned: boolean },
): ReactionTimes {
  const own = basis === 'own' && wasReadOnTheWay;
  const seenSpan = ({ age, after, before }: NonNullable<typeof seen>['t50']): SeenSpan => ({
    age: age ?? null,
    after,
    before,
  });
  return {
    basis: own ? 'own' : isLearned ? 'account' : 'typical',
    t50: own ? t50 : typical.t50,
    t90: own ? t90 : typical.t90,
    seen: own && seen !== undefined ? { t50: seenSpan(seen.t50), t90: seenSpan(seen.t90) } : null,
  };
}

/** From the first post until the newest has most of its reactions; until now where that is later, 7 days at most. */
function curveInstants(estimated: readonly EstimatedPost[], now: number): readonly number[] {
  const newest = estimated.at(-1);
  const [from, last] = [estimated[0]?.at ?? now, newest?.at ?? now];
  const reach = Math.min(HORIZON, Math.max(DAY, 2 * (newest?.decay.t90.median ?? DAY)));
  const end = Math.max(last + reach, Math.min(now, last + HORIZON));
  return Array.from({ length: CURVE_POINTS }, (_, index) =>
    Math.round(from + ((end - from) * index) / (CURVE_POINTS - 1)),
  );
}

/** How many readings and posts were set right or left out, over all links shown. */
export interface ReadingFaults {
  /** Readings made before their post was published: one of two clocks is wrong. */
  readonly beforePublication: number;
  /** Readings lower than an earlier one: reactions were taken back. */
  readonly wentDown: number;
  /** Posts whose count has no date. */
  readonly undated: number;
  /** Posts without a count. */
  readonly uncounted: number;
  /** Posts without a known hour. */
  readonly untimed: number;
}

/** Adds up the faults of links that are shown one by one. */
export const addFaults = (sum: ReadingFaults, more: ReadingFaults): ReadingFaults => ({
  beforePublication: sum.beforePublication + more.beforePublication,
  wentDown: sum.wentDown + more.wentDown,
  undated: sum.undated + more.undated,
  uncounted: sum.uncounted + more.uncounted,
  untimed: sum.untimed + more.untimed,
});

/** Counts the faults of all readings of links; of none, zeros. */
export function countFaults(links: readonly EstimatedLink[]): ReadingFaults {
  const posts = links.flatMap(({ posts: history, estimated }) =>
    history.map(({ observed }, index) => ({ observed, repairs: estimated[index]?.decay.repairs })),
  );
  const sum = (value: (post: (typeof posts)[number]) => number): number =>
    posts.reduce((total, post) => total + value(post), 0);
  return {
    beforePublication: sum(({ repairs }) => repairs?.beforePublication ?? 0),
    wentDown: sum(({ repairs }) => repairs?.wentDown ?? 0),
    undated: sum(({ observed }) => Number(observed.undated)),
    uncounted: sum(({ observed }) => Number(observed.reactions === undefined)),
    untimed: links.reduce((total, { untimed }) => total + untimed, 0),
  };
}
