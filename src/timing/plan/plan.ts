import { toChoice, type HourBin, type HoursEstimate, type Verdict } from '../hours/hours.js';
import type { EstimateOptions } from '../decay/decay.js';
import { type EstimatedPost, estimatePosts, type LinkPost, remainingReactions } from '../decay/link-decay.js';
import { chooseSpaced } from './choice.js';
import { costLines, type CostLine, type ModePrice } from './cost.js';
import {
  saturatedFrom,
  REPOST_RULES,
  type RepostGain,
  repostGain,
  spacedFrom,
  measureStrength,
} from './repost-rules.js';
import { slotIndex } from './slot.js';
import { at as valueAt } from '../math/vector.js';
import { type Blackouts, clockNote, type WallSlot, wallSlots } from '../clock/slots.js';
import { readWindow, type WallWindow } from '../clock/window.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A post that is planned already. */
export interface QueuedPost {
  /** ms UTC. */
  readonly at: number;
  /** Identity of its link. */
  readonly link?: string;
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
  readonly queue?: readonly QueuedPost[];
  /** Least time between any two posts of the account, ms. Default 1 h (our choice). */
  readonly minInterval?: number;
  /** How lives are judged. */
  readonly decay?: Omit<EstimateOptions, 'seed'>;
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
  /** What the change of the clock did to this slot. */
  readonly note: string | undefined;
  /** The reasons in one English sentence. */
  readonly reason: string;
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
  /** Why fewer than asked, or none, were placed; undefined when all were. */
  readonly shortfall: string | undefined;
  readonly shortfallCause: ShortfallCause | undefined;
  /** What a user should know besides. */
  readonly notes: readonly string[];
  readonly cost: readonly CostLine[];
  readonly period: { readonly from: number; readonly until: number };
}

interface Setting {
  readonly gap: number;
  readonly minInterval: number;
  readonly earliest: number;
  readonly until: number;
  readonly posts: readonly EstimatedPost[];
  readonly queue: readonly QueuedPost[];
}

function check({ reposts, from, until, zone, hours, gap = 0, minInterval = 0 }: PlanInput): void {
  if (zone !== hours.zone) {
    throw new RangeError(
      `The plan is for ${zone}, but its hours were estimated for ${hours.zone}: estimate them for ${zone}.`,
    );
  }
  if (!Number.isInteger(reposts) || reposts < 1)
    throw new RangeError(`Reposts ${reposts}: give a whole number of at least 1.`);
  if (!(gap >= 0 && minInterval >= 0))
    throw new RangeError(`Gap ${gap} ms, apart ${minInterval} ms: give durations of at least 0.`);
  if (!Number.isFinite(from) || (until !== undefined && !Number.isFinite(until))) {
    throw new RangeError(`Period ${from} to ${until}: give instants in ms UTC.`);
  }
}

/**
 * Plans when a link goes out again: of all slots that window, blackouts, spacing and the queue leave, those whose
 * expected engagement is highest in sum; on a tie the earlier. The first one waits until the link's newest post has
 * 90 % of its reactions. Fewer slots than asked, or none, is an answer (`shortfall`), not an error.
 * Throws a RangeError for what is no count, duration, window, date or zone.
 */
export function planReposts(input: PlanInput): Plan {
  check(input);
  const { link, reposts, from, zone, hours, blackouts, seed, explore = false, prices = [] } = input;
  const window = typeof input.window === 'string' ? readWindow(input.window) : input.window;
  const gap = input.gap ?? REPOST_RULES.minGap;
  const past = (input.posts ?? []).filter(({ at }) => at <= from);
  const later = (input.posts ?? []).filter(({ at }) => at > from).map(({ at }) => ({ at, link }));
  const posts = estimatePosts(past, { ...input.decay, seed });
  const earliest = Math.max(saturatedFrom(posts, from, REPOST_RULES.restShare), from, spacedFrom(posts, gap));
  const until = input.until ?? earliest + (reposts - 1) * gap + 7 * DAY;
  const setting: Setting = {
    gap,
    minInterval: input.minInterval ?? HOUR,
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
  const free = spaced.filter(({ at }) => isFree(at, link, setting));
  const ranking = explore ? Float64Array.from(hours.draw) : Float64Array.from(hours.bins, ({ effect }) => effect);
  const worth = (slot: WallSlot): number => Math.exp(0.8 * valueAt(ranking, slotIndex(slot)));
  const chosen = chooseSpaced(free, reposts, Math.max(gap, setting.minInterval), worth);
  const shortfallCause = describeShortfall(chosen.length, reposts, { open, spaced, free });
  return {
    link,
    zone,
    verdict: hours.verdict,
    slots: chosen.map((slot, index) => explainSlot(slot, index, chosen, input, setting)),
    requested: reposts,
    shortfall: shortfallCause && SHORTFALLS[shortfallCause](chosen.length, reposts),
    shortfallCause,
    notes: describeNotes(input, past.length),
    cost: costLines(prices, chosen.length),
    period: { from, until },
  };
}

/** Whether an instant keeps its distance from everything in the queue. */
const isFree = (at: number, link: string, { queue, minInterval, gap }: Setting): boolean =>
  queue.every((other) => Math.abs(other.at - at) >= (other.link === link ? Math.max(gap, minInterval) : minInterval));

function describeShortfall(
  placed: number,
  requested: number,
  { open, spaced, free }: Readonly<Record<'open' | 'spaced' | 'free', readonly WallSlot[]>>,
): ShortfallCause | undefined {
  if (placed === requested) return undefined;
  if (open.length === 0) return 'no hour';
  if (spaced.length === 0) return 'too soon';
  return free.length === 0 ? 'queue full' : 'gap';
}

const SHORTFALLS: Readonly<Record<ShortfallCause, (placed: number, requested: number) => string>> = {
  'no hour': () => 'Window, blackouts and period leave no hour to post: widen one of them.',
  'too soon': () => 'The link was posted too lately for this period: choose a later end or a smaller gap.',
  'queue full': () => 'Other posts in the queue take every hour that is left: choose a later end.',
  gap: (placed, requested) =>
    `Only ${placed} of ${requested} reposts fit with this gap: choose a later end, a smaller gap or fewer reposts.`,
};

function describeNotes({ reposts, hours, explore = false }: PlanInput, posted: number): readonly string[] {
  const times = Math.max(0, posted - 1) + reposts;
  return [
    ...(hours.verdict === 'best hours' ? [] : ['Hours are typical, not yours: your posts show no best hour.']),
    ...(explore ? ['Explores: hours are ranked by a random draw of what is likely.'] : []),
    ...(times > REPOST_RULES.maxReposts
      ? [`The link would go out again ${times} times; we advise at most ${REPOST_RULES.maxReposts}.`]
      : []),
  ];
}

function explainSlot(
  slot: WallSlot,
  index: number,
  chosen: readonly WallSlot[],
  { link, zone, hours, decay }: PlanInput,
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
  const strength = measureStrength(posts, hours.habit, decay?.level);
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
    gain: repostGain(strength, effect, index + 1),
    rest,
    restShare: total > 0 ? rest / total : 0,
    sinceLink: previous.length === 0 ? undefined : slot.at - Math.max(...previous),
    toNearest: others.length === 0 ? undefined : Math.min(...others),
  };
  return { ...slot, zone, why, note: clockNote(slot), reason: describeReason(why) };
}

const signed = (percent: number): string => `${percent < 0 ? '−' : '+'}${Math.abs(percent)} %`;

const formatSpan = (ms: number): string => {
  const hours = Math.round(ms / HOUR);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
};

function describeReason(why: PlannedSlot['why']): string {
  const hour =
    `${why.basis === 'own' ? 'your hour' : 'typical hour, not yours'}: ${signed(why.uplift)} compared with your habit` +
    ` (80 %: ${signed(why.upliftLow)} to ${signed(why.upliftHigh)})`;
  const parts = [hour];
  if (why.sinceLink !== undefined) {
    parts.push(`${formatSpan(why.sinceLink)} after the link's last post`);
    parts.push(`${Math.round(100 * why.restShare)} % of its reactions still to come`);
  }
  if (why.toNearest !== undefined) parts.push(`${formatSpan(why.toNearest)} from the nearest other post`);
  return `${parts.join('; ')}.`;
}
