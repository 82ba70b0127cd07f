// What is worked out of a link and its posts, as data for a report.
import type { LinkPost as ToldPost, LinkSummary } from '#history/query-ports.js';
import type { ObservedPost } from '#history/query-ports.js';
import {
  formatAdvice,
  toCurve,
  type DecayDetail,
  type DecayLink,
  sumTotals,
  toTimes,
} from '#report/documents/decay.js';
import type { DecayFaults } from '#report/decay-texts.js';
import { adviseRepost } from '#timing/decay/advice.js';
import type { HoursEstimate } from '#timing/hours/hours.js';
import { typicalDecay } from '#timing/decay/decay.js';
import { type EstimatedPost, estimatePosts, linkCurve, linkDecay } from '#timing/decay/link-decay.js';
import { REPOST_RULES } from '#timing/plan/repost-rules.js';
import { type AccountDecay, type Observed, toObserved } from './account.js';

const DAY = 86_400_000;
const HORIZON = 7 * DAY;
/** Points of a curve: two dots for each of a hundred columns. */
const CURVE_POINTS = 200;

/** A link by its identity; `byText` where its page is not known. */
export type LinkName = Pick<LinkSummary, 'identity' | 'byText'>;

/** A link with its posts as they were told and as they were judged, oldest first. */
export interface EstimatedLink {
  readonly summary: LinkName;
  readonly posts: readonly { readonly history: ToldPost; readonly observed: Observed }[];
  readonly judged: readonly EstimatedPost[];
  readonly untimed: number;
}

/** Undefined when no post of the link has a known hour. */
export function estimateNamedLink(
  summary: LinkName,
  history: readonly ToldPost[],
  { now, decay, seed }: { readonly now: number; readonly decay: AccountDecay; readonly seed: number },
): EstimatedLink | undefined {
  const timed = history
    .flatMap((post): (ToldPost & ObservedPost)[] =>
      post.at === undefined || post.precision === 'day' || post.at > now ? [] : [Object.assign(post, { at: post.at })],
    )
    .sort((a, b) => a.at - b.at);
  if (timed.length === 0) return undefined;
  const posts = timed.map((post) => ({ history: post, observed: toObserved(post, now) }));
  const judged = estimatePosts(
    timed.map(({ at }, index) => ({ at, observations: posts[index]?.observed.observations ?? [] })),
    { ...decay, seed },
  );
  return { summary, posts, judged, untimed: history.length - timed.length };
}

/** What a link is told with. */
export interface LinkSetting {
  readonly now: number;
  readonly hours: HoursEstimate;
  readonly decay: AccountDecay;
  readonly formatLocalTime: (instant: number) => string;
  readonly locale: 'en' | 'fr';
  readonly withDetail: boolean;
}

const hasShape = ({ observations }: Observed): boolean => observations.some(({ age }) => age >= 0 && age < HORIZON);

/** A link as data. */
export function linkDocument({ summary, posts, judged, untimed }: EstimatedLink, setting: LinkSetting): DecayLink {
  const { now, hours, decay, formatLocalTime, locale, withDetail } = setting;
  const link = linkDecay(judged, now);
  const newest = judged.at(-1);
  const known = posts.flatMap(({ observed }) => (observed.reactions === undefined ? [] : [observed.reactions]));
  const localTimeAt = (post: { readonly at: number } | undefined): string => formatLocalTime(post?.at ?? now);
  const typical = typicalDecay(decay.prior);
  const isLearned = (decay.prior.learnedFrom ?? 0) > 0;
  const times = (index: number): DecayLink['times'] => {
    const [post, last] = [judged.at(index), posts.at(index)];
    return toTimes(post?.decay ?? { basis: 'typical', ...typical }, typical, {
      hasShape: last !== undefined && hasShape(last.observed),
      isLearned,
    });
  };
  const advice = adviseRepost({ now, posts: judged, hours, level: decay.level });
  return {
    link: summary.identity,
    byText: summary.byText,
    label: summary.byText ? (posts.at(-1)?.history.text ?? summary.identity) : summary.identity,
    posts: judged.length,
    untimed,
    first: localTimeAt(judged[0]),
    last: localTimeAt(newest),
    reactions: known.length === 0 ? null : known.reduce((total, value) => total + value, 0),
    ...sumTotals(link),
    times: times(-1),
    advice: formatAdvice(
      advice,
      { posts: judged.length, t90: newest?.decay.t90.median ?? typical.t90.median, rules: REPOST_RULES },
      locale,
    ),
    ...(withDetail && { detail: toDetail({ posts, judged }, link, setting, times) }),
  };
}

function toDetail(
  { posts, judged }: Pick<EstimatedLink, 'posts' | 'judged'>,
  link: ReturnType<typeof linkDecay>,
  { now, formatLocalTime }: LinkSetting,
  times: (index: number) => DecayLink['times'],
): DecayDetail {
  const from = judged[0]?.at ?? now;
  const newest = judged.at(-1);
  const reach = Math.min(HORIZON, Math.max(DAY, 2 * (newest?.decay.t90.median ?? DAY)));
  const end = Math.max((newest?.at ?? now) + reach, Math.min(now, (newest?.at ?? now) + HORIZON));
  const instants = Array.from({ length: CURVE_POINTS }, (_, index) =>
    Math.round(from + ((end - from) * index) / (CURVE_POINTS - 1)),
  );
  return {
    posts: posts.flatMap(({ history, observed }, index) => {
      const part = link.posts[index];
      if (part === undefined) return [];
      const { final, finished } = part.decay;
      return [
        {
          id: history.id,
          at: new Date(part.at).toISOString(),
          localTime: formatLocalTime(part.at),
          text: history.text,
          reactions: observed.reactions ?? null,
          total: final,
          finished,
          times: times(index),
          sincePrevious: part.sincePrevious ?? null,
          ratioToFirst: part.ratioToFirst ?? null,
        },
      ];
    }),
    curve: toCurve(linkCurve(judged, instants), formatLocalTime),
  };
}

/** What was mended or is missing, over all links shown. */
export function countFaults(links: readonly EstimatedLink[]): DecayFaults {
  const posts = links.flatMap(({ posts: history, judged }) =>
    history.map(({ observed }, index) => ({ observed, repairs: judged[index]?.decay.repairs })),
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
