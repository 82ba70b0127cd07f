// When the posts of a draft's link go out: the period, how many posts, their slots, and what is to be said against them.
import type { Item } from '#queue/item.js';
import type { Blackouts } from '#timing/clock/slots.js';
import { adviseRepost, type Advice, type AdviceCause } from '#timing/decay/advice.js';
import { estimatePosts, type EstimatedPost } from '#timing/decay/link-decay.js';
import type { Assignment } from '#timing/experiment/design.js';
import { estimateHours, type HoursEstimate } from '#timing/hours/hours.js';
import { planReposts, type Plan } from '#timing/plan/plan.js';
import { REPOST_RULES } from '#timing/plan/repost-rules.js';
import { skippedDates } from './days-off.js';
import type { Expiry } from './expiry.js';
import type { CampaignHistory, CampaignInput, CampaignOptions, MetricHours } from './input.js';
import { checkGap, resolvePeriod } from './period.js';
import { isKnownText } from './texts.js';

const DAY = 86_400_000;
/** So much longer a plan may last where days have no posts, ms. @source own choice */
const LONGEST_PAUSE = 60 * DAY;

/** What a plan rests on before its texts and slots are chosen. Instants and durations are ms. */
export interface PlanFrame extends Pick<CampaignOptions, 'window'> {
  readonly from: number;
  /** Not inside; undefined for none. */
  readonly until: number | undefined;
  readonly gap: number;
  readonly requested: number;
  /** Posts of the link so far. */
  readonly posted: number;
  /** Open items of the link. */
  readonly queued: readonly Item[];
  readonly hours: HoursEstimate;
  /** What the slots are ranked by, where it is not reactions. */
  readonly ranking: MetricHours | undefined;
  /** Hours by another count than the one that ranks, to be shown where they disagree. */
  readonly beside: MetricHours | undefined;
}

/**
 * What a plan rests on, by draft, command line, history and queue.
 * @throws PeriodError for a period or gap that nothing can be planned for.
 */
export function framePlan({ draft, link, options, history, now }: CampaignInput): PlanFrame {
  const { campaign } = draft;
  const { zone, seed } = options;
  const own = campaign?.window;
  const window = options.window ?? (own && { from: own.start, to: own.end });
  const { from, until } = resolvePeriod(
    { from: options.from ?? campaign?.from, until: options.until ?? campaign?.until },
    zone,
    now,
  );
  const gap = options.gap ?? campaign?.gap ?? REPOST_RULES.minGap;
  checkGap(gap);
  const queued = (history?.open ?? []).filter((item) => item.link === link);
  const posted = history?.posts.length ?? 0;
  const reposts = options.reposts ?? campaign?.reposts;
  const isFirst = posted + queued.length === 0;
  // Without a number, as many posts as there are texts, and one at least.
  const texts = (campaign?.variants?.length ?? 0) + (isFirst || !isKnownText(draft.text, history) ? 1 : 0);
  const requested = reposts === undefined ? Math.max(1, texts) : isFirst ? reposts + 1 : reposts;
  const hours =
    history?.hours ?? estimateHours(history?.usable ?? [], { zone, seed, ...(window !== undefined && { window }) });
  return { from, until, gap, requested, posted, queued, window, hours, ...rankings(hours, history) };
}

const rankings = (
  hours: HoursEstimate,
  history: CampaignHistory | undefined,
): Pick<PlanFrame, 'ranking' | 'beside'> => ({
  ranking: history?.ranking,
  beside: history?.ranking === undefined ? history?.beside : { metric: 'reactions', hours },
});

/** A frame with its slots. */
export interface Placed extends PlanFrame {
  readonly plan: Plan;
  readonly isLevelKnown: boolean;
  /** What `decay` says of the link, where it does not advise a repost. */
  readonly advice: AgainstRepost | undefined;
  /** What was drawn for each post of an experiment. */
  readonly assignments?: readonly Assignment[];
}

/** Days and stretches without posts, by command line and configuration. */
export const skippedBy = ({ options, calendar }: Pick<CampaignInput, 'options' | 'calendar'>): Blackouts => ({
  ...options.skipped,
  dates: [...(options.skipped.dates ?? []), ...(calendar === undefined ? [] : skippedDates(calendar))],
  stretches: calendar?.blackouts ?? [],
});

/**
 * Finds the slots of a plan.
 * @param expiries of the texts in their order: a post goes out before its text is out of date, where that is possible.
 */
export function placePosts(
  { link, options, history, companions, calendar, now, minInterval }: CampaignInput,
  frame: PlanFrame,
  expiries: readonly (Expiry | undefined)[],
): Placed {
  const { zone, seed } = options;
  const { from, until, gap, window, hours, ranking, requested } = frame;
  const skipped = skippedBy({ options, calendar });
  const posts = history?.posts ?? [];
  const { spread, ...decay } = history?.decay ?? {};
  const estimated = estimatePosts(
    posts.filter(({ at }) => at <= now),
    { ...decay, seed, totalsOnly: true },
  );
  const place = (limits: readonly number[] | undefined, end: number | undefined = until ?? companions?.until): Plan =>
    planReposts({
      link,
      reposts: requested,
      from,
      zone,
      hours,
      ranking: ranking?.hours,
      seed,
      gap,
      posts,
      // Posts between now and the first day are to come.
      ...(from === now && { estimated }),
      queue: [...(history?.open ?? []), ...(companions?.posts ?? [])].map((item) => ({
        at: item.dueAt,
        link: item.link,
      })),
      isOpen: companions?.isOpen,
      blackouts: skipped,
      ...(minInterval !== undefined && { minInterval }),
      ...(end !== undefined && { until: end }),
      ...(window !== undefined && { window }),
      ...(history !== undefined && { decay }),
      ...(spread && { spread }),
      ...(limits && { limits }),
    });
  const limits = expiries.map((expiry) => expiry?.at ?? Infinity);
  const hasLimits = limits.some((limit) => limit < Infinity);
  const first = place(hasLimits ? limits : undefined);
  // Without an end, days without posts are waited for.
  const limited =
    first.slots.length < requested && until === undefined && calendar !== undefined
      ? place(hasLimits ? limits : undefined, first.period.until + LONGEST_PAUSE)
      : first;
  // Texts that nothing can bring out in time are a problem that has its own sentence.
  const free = limited.slots.length < requested && hasLimits ? place(undefined) : limited;
  const plan = free.slots.length > limited.slots.length ? free : limited;
  const advice = adviceAgainst(adviseOnLink(estimated, history, frame, { now, skipped }));
  return { ...frame, plan, advice, isLevelKnown: hours.habit.level !== undefined };
}

/** Advice that a repost as it is is not worth it: its cause, and how many times the usual post it should bring. */
interface AgainstRepost {
  readonly verb: 'rewrite first' | 'let it rest' | 'stop';
  readonly cause: AdviceCause;
  readonly times: number;
}

function adviseOnLink(
  estimated: readonly EstimatedPost[],
  history: CampaignHistory | undefined,
  { hours, gap, window }: PlanFrame,
  { now, skipped }: Pick<CampaignInput, 'now'> & { readonly skipped: Blackouts },
): Advice | undefined {
  if (history === undefined || estimated.length === 0) return undefined;
  const { spread, level } = history.decay;
  return adviseRepost({
    now,
    posts: estimated,
    hours,
    level,
    rules: { minGap: gap },
    blackouts: skipped,
    ...(window && { window }),
    ...(spread && { spread }),
  });
}

const adviceAgainst = (advice: Advice | undefined): AgainstRepost | undefined =>
  advice === undefined ||
  advice.verb === 'repost now' ||
  advice.verb === 'wait until' ||
  advice.cause === 'no hour left'
    ? undefined
    : { verb: advice.verb, cause: advice.cause, times: advice.gain.times };
