import { toChoice, type HourBin, type HoursEstimate, type Verdict } from '../hours/hours.js';
import type { EstimateOptions } from '../decay/decay.js';
import type { LinkSpread } from '../decay/strength.js';
import { type EstimatedPost, estimatePosts, type LinkPost, remainingReactions } from '../decay/link-decay.js';
import { chooseSpaced, findTooNear, type PlacedPost, SPACING } from './spacing.js';
import { slotIndex, type Blackouts, type WallSlot, wallSlots, readWindow, type WallWindow } from '../clock/slots.js';
import {
  saturatedFrom,
  REPOST_RULES,
  type RepostGain,
  repostGain,
  spacedFrom,
  measureStrength,
} from './repost-rules.js';
import { at as valueAt } from '../math/vector.js';

const DAY = 86_400_000;
/** Bounds within which a plan is made at once: beyond, an argument is a mistake. @source own choice */
const MOST_REPOSTS = 1000;
const LONGEST_GAP = 366 * DAY;
const LONGEST_PERIOD = 5 * 366 * DAY;
/** The last instant that dates can hold lies some 275 000 years ahead; plans keep well below it. */
const LAST_INSTANT = 8e15;

/** What a post with a link costs in one mode. */
export interface ModePrice {
  /** `api`: posted by the program; `remind`: posted by hand from an intent link. */
  readonly mode: 'api' | 'remind';
  /** Thousandths of a US dollar: X's prices are multiples of it. */
  readonly perPost: number;
}

/** The cost of a plan in one mode, in thousandths of a US dollar. */
export interface CostLine extends ModePrice {
  readonly posts: number;
  readonly total: number;
}

/** What a plan is made of. */
export interface PlanInput {
  /** Identity of the link. */
  readonly link: string;
  /** Reposts wanted. */
  readonly reposts: number;
  /** Instants from here on, ms UTC. */
  readonly from: number;
  /** The end, ms UTC. By default a week after the last repost would be possible by the gap alone. */
  readonly until?: number;
  readonly zone: string;
  /** The account's hours (`estimateHours`). */
  readonly hours: HoursEstimate;
  /** Time of day, `08:00-20:00`. By default the hours that the account has used. */
  readonly window?: string | WallWindow;
  /** Least time between two posts of the link, ms. Default 24 h. */
  readonly gap?: number;
  readonly blackouts?: Blackouts;
  /** The link's posts so far; those after `from` count as planned. */
  readonly posts?: readonly LinkPost[];
  /** Everything else in the queue. */
  readonly queue?: readonly PlacedPost[];
  /** Least time between any two posts of the account, ms. Default 1 h. */
  readonly minInterval?: number;
  /** How the posts' decay is estimated. */
  readonly decay?: Omit<EstimateOptions, 'seed'>;
  /** How links of the account differ; by its posts as a whole when left out. */
  readonly spread?: LinkSpread;
  readonly seed: number;
  /** Rank by one draw of the effects instead of their means: tries out hours, and gains less meanwhile. Default false. */
  readonly explore?: boolean;
  /** What a post with a link costs in each mode. */
  readonly prices?: readonly ModePrice[];
}

/** One planned repost and why. */
export interface PlannedSlot extends WallSlot {
  readonly zone: string;
  readonly why: {
    /** Effect of the hour, natural log, with its 80 % interval; and what to print of it, in whole per cent. */
    readonly effect: number;
    readonly low: number;
    readonly high: number;
    readonly uplift: number;
    readonly upliftLow: number;
    readonly upliftHigh: number;
    /** Whether the effect is the account's own finding or the typical curve. */
    readonly basis: 'own' | 'typical';
    /** Reactions expected of this post. */
    readonly gain: RepostGain;
    /** Reactions that the link's earlier posts still get after this instant, and their share of the newest total. */
    readonly rest: number;
    readonly restShare: number;
    /** Time since the link's previous post, ms; undefined for its first. */
    readonly sinceLink: number | undefined;
    /** Time to the nearest other post in the queue, ms; undefined when there is none. */
    readonly toNearest: number | undefined;
  };
}

/**
 * Why slots are missing: window, blackouts and period leave none; the last post is too near; others take them all; the
 * gap lets no more in.
 */
export type ShortfallCause = 'no hour' | 'too soon' | 'queue full' | 'gap';

/** The plan of a link's reposts. */
export interface Plan {
  readonly link: string;
  readonly zone: string;
  readonly verdict: Verdict;
  /** In order of time. */
  readonly slots: readonly PlannedSlot[];
  readonly requested: number;
  /** Why fewer than requested, or none, were placed; undefined when all were. */
  readonly shortfall: ShortfallCause | undefined;
  /** How many times the link will have been reposted; more than `REPOST_RULES.maxReposts` is not advised. */
  readonly timesReposted: number;
  readonly cost: readonly CostLine[];
  readonly period: { readonly from: number; readonly until: number };
}

interface Setting {
  readonly gap: number;
  readonly minInterval: number;
  readonly earliest: number;
  readonly until: number;
  readonly posts: readonly EstimatedPost[];
  readonly queue: readonly PlacedPost[];
}

function check({ reposts, from, until, zone, hours, gap = 0, minInterval = 0 }: PlanInput): void {
  if (zone !== hours.zone) {
    throw new RangeError(
      `The plan is for ${zone}, but its hours were estimated for ${hours.zone}: estimate them for ${zone}.`,
    );
  }
  if (!Number.isInteger(reposts) || reposts < 0 || reposts > MOST_REPOSTS)
    throw new RangeError(`Reposts ${reposts}: give a whole number from 0 to ${MOST_REPOSTS}.`);
  if (!(gap >= 0 && gap <= LONGEST_GAP && minInterval >= 0 && minInterval <= LONGEST_GAP))
    throw new RangeError(`Gap ${gap} ms, minimum interval ${minInterval} ms: give durations from 0 to ${LONGEST_GAP}.`);
  if (!Number.isFinite(from) || (until !== undefined && !Number.isFinite(until))) {
    throw new RangeError(`Period ${from} to ${until}: give instants in ms UTC.`);
  }
  if (!(Math.abs(from) <= LAST_INSTANT) || (until !== undefined && until - from > LONGEST_PERIOD))
    throw new RangeError(`Period ${from} to ${until}: give instants that are at most 5 years apart.`);
}

/**
 * Plans when a link goes out again: of all slots that window, blackouts, spacing and the queue leave, those whose
 * expected engagement is highest in sum; on a tie the earlier. The first one waits until the link's newest post has
 * 90 % of its reactions. Fewer slots than requested, or none, is an answer (`shortfall`), not an error.
 * @throws RangeError for an argument that is not a count, duration, window, date or zone.
 */
export function planReposts(input: PlanInput): Plan {
  check(input);
  const { link, reposts, from, zone, hours, blackouts, seed, explore = false, prices = [] } = input;
  const window = typeof input.window === 'string' ? readWindow(input.window) : input.window;
  const gap = input.gap ?? SPACING.gap;
  const past = (input.posts ?? []).filter(({ at }) => at <= from);
  const later = (input.posts ?? []).filter(({ at }) => at > from).map(({ at }) => ({ at, link }));
  const posts = estimatePosts(past, { ...input.decay, seed, totalsOnly: true });
  const earliest = Math.max(saturatedFrom(posts, from, REPOST_RULES.restShare), from, spacedFrom(posts, gap));
  const until = input.until ?? earliest + (reposts - 1) * gap + 7 * DAY;
  const setting: Setting = {
    gap,
    minInterval: input.minInterval ?? SPACING.minInterval,
    earliest,
    until,
    posts,
    queue: [...(input.queue ?? []), ...later],
  };

  const open = wallSlots(zone, from, until, {
    window,
    allowed: window === undefined ? hours.candidates : undefined,
    blackouts,
  });
  const spaced = open.filter(({ at }) => at >= earliest);
  const free = spaced.filter(({ at }) => findTooNear({ at, link }, setting.queue, setting) === undefined);
  const ranking = explore ? Float64Array.from(hours.draw) : Float64Array.from(hours.bins, ({ effect }) => effect);
  const worth = (slot: WallSlot): number => Math.exp(0.8 * valueAt(ranking, slotIndex(slot)));
  const chosen = chooseSpaced(free, reposts, Math.max(gap, setting.minInterval), worth);
  return {
    link,
    zone,
    verdict: hours.verdict,
    slots: chosen.map((slot, index) => explainSlot(slot, index, chosen, input, setting)),
    requested: reposts,
    shortfall: findShortfall(chosen.length, reposts, { open, spaced, free }),
    timesReposted: Math.max(0, past.length - 1) + reposts,
    cost: costLines(prices, chosen.length),
    period: { from, until },
  };
}

function findShortfall(
  placed: number,
  requested: number,
  { open, spaced, free }: Readonly<Record<'open' | 'spaced' | 'free', readonly WallSlot[]>>,
): ShortfallCause | undefined {
  if (placed === requested) return undefined;
  if (open.length === 0) return 'no hour';
  if (spaced.length === 0) return 'too soon';
  return free.length === 0 ? 'queue full' : 'gap';
}

/** One line of cost for each mode. @throws RangeError for a price that is not a whole number of at least 0. */
const costLines = (prices: readonly ModePrice[], posts: number): readonly CostLine[] =>
  prices.map(({ mode, perPost }) => {
    if (!Number.isInteger(perPost) || perPost < 0) {
      throw new RangeError(`Price ${perPost} of mode ${mode}: give whole thousandths of a dollar, at least 0.`);
    }
    return { mode, perPost, posts, total: posts * perPost };
  });

function explainSlot(
  slot: WallSlot,
  index: number,
  chosen: readonly WallSlot[],
  { link, zone, hours, decay, spread }: PlanInput,
  { posts, queue }: Setting,
): PlannedSlot {
  const bin: HourBin = hours.bins[slotIndex(slot)] ?? {
    weekday: slot.weekday,
    hour: slot.hour,
    n: 0,
    effect: 0,
    sd: 0,
  };
  const { effect, low, high, uplift, upliftLow, upliftHigh } = toChoice(bin, 0);
  const strength = measureStrength(posts, hours.habit, decay?.level, spread);
  // Planned posts have no observation: what they will have left is the prior's.
  const planned = estimatePosts(
    chosen.slice(0, index).map(({ at }) => ({ at, observations: [] })),
    { ...decay, seed: 0 },
  );
  const before = [...posts, ...planned];
  const rest = remainingReactions(before, slot.at);
  const total = before.at(-1)?.decay.final.mean ?? 0;
  const linkTimes = [
    ...before.map(({ at }) => at),
    ...queue.filter((other) => other.link === link).map(({ at }) => at),
  ];
  const previous = linkTimes.filter((at) => at < slot.at);
  const others = queue.filter((other) => other.link !== link).map(({ at }) => Math.abs(at - slot.at));
  const why = {
    effect,
    low,
    high,
    uplift,
    upliftLow,
    upliftHigh,
    basis: hours.verdict === 'best hours' ? ('own' as const) : ('typical' as const),
    gain: repostGain(strength, effect),
    rest,
    restShare: total > 0 ? rest / total : 0,
    sinceLink: previous.length === 0 ? undefined : slot.at - Math.max(...previous),
    toNearest: others.length === 0 ? undefined : Math.min(...others),
  };
  return { ...slot, zone, why };
}
