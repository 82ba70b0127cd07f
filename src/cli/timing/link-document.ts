// What is worked out of a link and its posts, as data for a report.
import type { LinkPost as ToldPost, LinkSummary } from '#history/query-ports.js';
import type { ObservedPost } from '#history/timing-ports.js';
import { adviceOf, curveOf, type DecayDetail, type DecayLink, sumsOf, timesOf } from '#report/documents/decay.js';
import type { DecayFaults } from '#report/decay-texts.js';
import { adviseRepost } from '#timing/decay/advice.js';
import type { HoursEstimate } from '#timing/hours/hours.js';
import { typicalLife } from '#timing/decay/decay.js';
import { type JudgedPost, judgePosts, linkCurve, linkLife } from '#timing/decay/link-decay.js';
import { REPOST_RULES } from '#timing/plan/repost-rules.js';
import { type AccountLife, type Observed, observedOf } from './account.js';

const DAY = 86_400_000;
const HORIZON = 7 * DAY;
/** Points of a curve: two dots for each of a hundred columns. */
const CURVE_POINTS = 200;

/** A link by its identity; `byText` where its page is not known. */
export type NamedLink = Pick<LinkSummary, 'identity' | 'byText'>;

/** A link with its posts as they were told and as they were judged, oldest first. */
export interface JudgedLink {
  readonly summary: NamedLink;
  readonly posts: readonly { readonly told: ToldPost; readonly observed: Observed }[];
  readonly judged: readonly JudgedPost[];
  readonly untimed: number;
}

/** Undefined when no post of the link has a known hour. */
export function judgeLink(
  summary: NamedLink,
  told: readonly ToldPost[],
  { now, life, seed }: { readonly now: number; readonly life: AccountLife; readonly seed: number },
): JudgedLink | undefined {
  const timed = told
    .flatMap((post): (ToldPost & ObservedPost)[] =>
      post.at === undefined || post.precision === 'day' || post.at > now ? [] : [Object.assign(post, { at: post.at })],
    )
    .sort((a, b) => a.at - b.at);
  if (timed.length === 0) return undefined;
  const posts = timed.map((post) => ({ told: post, observed: observedOf(post, now) }));
  const judged = judgePosts(
    timed.map(({ at }, index) => ({ at, observations: posts[index]?.observed.observations ?? [] })),
    { ...life, seed },
  );
  return { summary, posts, judged, untimed: told.length - timed.length };
}

/** What a link is told with. */
export interface LinkSetting {
  readonly now: number;
  readonly hours: HoursEstimate;
  readonly life: AccountLife;
  readonly wallOf: (instant: number) => string;
  readonly ui: 'en' | 'fr';
  readonly withDetail: boolean;
}

const hasShape = ({ observations }: Observed): boolean => observations.some(({ age }) => age >= 0 && age < HORIZON);

/** A link as data. */
export function linkDocument({ summary, posts, judged, untimed }: JudgedLink, setting: LinkSetting): DecayLink {
  const { now, hours, life, wallOf, ui, withDetail } = setting;
  const link = linkLife(judged, now);
  const newest = judged.at(-1);
  const known = posts.flatMap(({ observed }) => (observed.reactions === undefined ? [] : [observed.reactions]));
  const wallAt = (post: { readonly at: number } | undefined): string => wallOf(post?.at ?? now);
  const typical = typicalLife(life.prior);
  const isLearned = (life.prior.learnedFrom ?? 0) > 0;
  const times = (index: number): DecayLink['times'] => {
    const [post, told] = [judged.at(index), posts.at(index)];
    return timesOf(post?.life ?? { basis: 'typical', ...typical }, typical, {
      hasShape: told !== undefined && hasShape(told.observed),
      isLearned,
    });
  };
  const advice = adviseRepost({ now, posts: judged, hours, level: life.level });
  return {
    link: summary.identity,
    byText: summary.byText,
    label: summary.byText ? (posts.at(-1)?.told.text ?? summary.identity) : summary.identity,
    posts: judged.length,
    untimed,
    first: wallAt(judged[0]),
    last: wallAt(newest),
    reactions: known.length === 0 ? null : known.reduce((total, value) => total + value, 0),
    ...sumsOf(link),
    times: times(-1),
    advice: adviceOf(
      advice,
      { posts: judged.length, t90: newest?.life.t90.median ?? typical.t90.median, rules: REPOST_RULES },
      ui,
    ),
    ...(withDetail && { detail: detailOf({ posts, judged }, link, setting, times) }),
  };
}

function detailOf(
  { posts, judged }: Pick<JudgedLink, 'posts' | 'judged'>,
  link: ReturnType<typeof linkLife>,
  { now, wallOf }: LinkSetting,
  times: (index: number) => DecayLink['times'],
): DecayDetail {
  const from = judged[0]?.at ?? now;
  const newest = judged.at(-1);
  const reach = Math.min(HORIZON, Math.max(DAY, 2 * (newest?.life.t90.median ?? DAY)));
  const end = Math.max((newest?.at ?? now) + reach, Math.min(now, (newest?.at ?? now) + HORIZON));
  const instants = Array.from({ length: CURVE_POINTS }, (_, index) =>
    Math.round(from + ((end - from) * index) / (CURVE_POINTS - 1)),
  );
  return {
    posts: posts.flatMap(({ told, observed }, index) => {
      const part = link.posts[index];
      if (part === undefined) return [];
      const { final, finished } = part.life;
      return [
        {
          id: told.id,
          at: new Date(part.at).toISOString(),
          wall: wallOf(part.at),
          text: told.text,
          reactions: observed.reactions ?? null,
          total: final,
          finished,
          times: times(index),
          sincePrevious: part.sincePrevious ?? null,
          ratioToFirst: part.ratioToFirst ?? null,
        },
      ];
    }),
    curve: curveOf(linkCurve(judged, instants), wallOf),
  };
}

/** What was mended or is missing, over all links shown. */
export function faultsOf(links: readonly JudgedLink[]): DecayFaults {
  const posts = links.flatMap(({ posts: told, judged }) =>
    told.map(({ observed }, index) => ({ observed, mended: judged[index]?.life.mended })),
  );
  const sum = (value: (post: (typeof posts)[number]) => number): number =>
    posts.reduce((total, post) => total + value(post), 0);
  return {
    beforePublication: sum(({ mended }) => mended?.beforePublication ?? 0),
    wentDown: sum(({ mended }) => mended?.wentDown ?? 0),
    undated: sum(({ observed }) => Number(observed.undated)),
    uncounted: sum(({ observed }) => Number(observed.reactions === undefined)),
    untimed: links.reduce((total, { untimed }) => total + untimed, 0),
  };
}
