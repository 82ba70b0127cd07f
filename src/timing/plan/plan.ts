import type { HoursEstimate, Verdict } from '../hours/hours.js';
import type { EstimateOptions } from '../decay/decay.js';
import type { LinkSpread } from '../decay/strength.js';
import { type EstimatedPost, estimatePosts, type LinkPost, remainingReactions } from '../decay/link-decay.js';
import { HORIZON_MS } from '../decay/curve.js';
import { distanceTest, type PlacedPost, SPACING, spacingClock } from './spacing.js';
import {
  slotIndex,
  type Blackouts,
  type Slot,
  type WallSlot,
  wallSlots,
  readWindow,
  type WallWindow,
} from '../clock/slots.js';
import { openZone, toWeekSlot, type Zone } from '../clock/zone.js';
import { measureStrength, REPOST_RULES, saturatedFrom, spacedFrom, type Strength } from './repost-rules.js';
import { at as valueAt } from '../math/vector.js';
import { type ChainNode, chooseChain } from './best-chain.js';
import { explainSlots, type PlannedSlot } from './explain.js';
import { createRestShare } from './overlap.js';

const DAY = 86_400_000;
/** Bounds within which a plan is made at once: beyond, an argument is a mistake. @source own choice */
const MAX_REPOSTS = 366;
const LONGEST_GAP = 366 * DAY;
const LONGEST_PERIOD = 3 * 366 * DAY;
/** Effects deliver this share of what they claim. */
const CALIBRATION = 0.8;
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
  /** The account's hours by reactions (`estimateHours`). */
  readonly hours: HoursEstimate;
  /** Hours by another count, such as clicks, by which slots are ranked instead. */
  readonly ranking?: HoursEstimate | undefined;
  /** Time of day, `08:00-20:00`. By default the hours that the account has used. */
  readonly window?: string | WallWindow;
  /** Least time between two posts of the link, ms. Default 24 h. */
  readonly gap?: number;
  readonly blackouts?: Blackouts;
  /** Whether a post may go out at an instant, ms UTC, by what the caller knows besides; always by default. */
  readonly isOpen?: ((at: number) => boolean) | undefined;
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
  /** What a post with a link costs in each mode. */
  readonly prices?: readonly ModePrice[];
  /** Instants, ms UTC, before which the first posts must go out, in order: when their texts are out of date. */
  readonly limits?: readonly number[];
  /** The link's posts so far as they were estimated, with `totalsOnly`, for callers that have them. */
  readonly estimated?: readonly EstimatedPost[];
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
  /** Reactions that the plan should bring: of all its posts, less what each takes from the one before. */
  readonly expected: number;
  /** How many times the link will have been reposted; more than `REPOST_RULES.maxReposts` is not advised. */
  readonly timesReposted: number;
  readonly cost: readonly CostLine[];
  readonly period: { readonly from: number; readonly until: number };
}

function check({ reposts, from, until, zone, hours, ranking = hours, gap = 0, minInterval = 0 }: PlanInput): void {
  if (zone !== hours.zone || zone !== ranking.zone) {
    throw new RangeError(
      `The plan is for ${zone}, but its hours were estimated for ${zone === hours.zone ? ranking.zone : hours.zone}: estimate them for ${zone}.`,
    );
  }
  if (!Number.isInteger(reposts) || reposts < 0 || reposts > MAX_REPOSTS)
    throw new RangeError(`Reposts ${reposts}: give a whole number from 0 to ${MAX_REPOSTS}.`);
  if (!(gap >= 0 && gap <= LONGEST_GAP && minInterval >= 0 && minInterval <= LONGEST_GAP))
    throw new RangeError(`Gap ${gap} ms, minimum interval ${minInterval} ms: give durations from 0 to ${LONGEST_GAP}.`);
  const period = until === undefined ? `Period from ${from}` : `Period ${from} to ${until}`;
  if (!Number.isFinite(from) || (until !== undefined && !Number.isFinite(until))) {
    throw new RangeError(`${period}: give instants in ms UTC.`);
  }
  if (!(Math.abs(from) <= LAST_INSTANT))
    throw new RangeError(`${period}: give instants at most ${LAST_INSTANT} ms from 1970.`);
  if (until !== undefined && until - from > LONGEST_PERIOD)
    throw new RangeError(`${period}: give instants that are at most 3 years apart.`);
}

/**
 * Plans when a link goes out again: of all slots that window, blackouts, spacing and the queue leave, those whose
 * expected engagement is highest in sum, less what each post takes from the one before it; on a tie the earlier. The
 * first one waits until the link's newest post has 90 % of its reactions. Fewer slots than requested, or none, is an
 * answer (`shortfall`), not an error.
 * @throws RangeError for an argument that is not a count, duration, window, date or zone.
 */
export function planReposts(input: PlanInput): Plan {
  check(input);
  const { link, reposts, from, zone: name, hours, blackouts, seed, prices = [], decay } = input;
  const ranked = input.ranking ?? hours;
  const window = typeof input.window === 'string' ? readWindow(input.window) : input.window;
  const gap = input.gap ?? SPACING.gap;
  const past = (input.posts ?? []).filter(({ at }) => at <= from);
  const later = (input.posts ?? []).filter(({ at }) => at > from).map(({ at }) => ({ at, link }));
  const posts = input.estimated ?? estimatePosts(past, { ...decay, seed, totalsOnly: true });
  const earliest = Math.max(saturatedFrom(posts, from, REPOST_RULES.restShare), from, spacedFrom(posts, gap));
  const until = input.until ?? earliest + Math.max(0, reposts - 1) * gap + 7 * DAY;
  const zone = openZone(name, from, until);
  const minInterval = input.minInterval ?? SPACING.minInterval;
  const queue = [...(input.queue ?? []), ...later];

  const open = wallSlots(name, from, until, {
    window,
    allowed: window === undefined ? ranked.candidates : undefined,
    blackouts,
  });
  const spaced = open.filter(({ at }) => at >= earliest);
  const spacing = { gap, minInterval, zone };
  const keepsDistance = distanceTest(link, queue, spacing);
  const free = spaced.filter(({ at }) => keepsDistance(at) && (input.isOpen?.(at) ?? true));
  const ranking = Float64Array.from(ranked.bins, ({ effect }) => effect);
  const strength = measureStrength(posts, hours.habit, decay?.level, input.spread);
  const restShare = createRestShare(decay);
  const fixed = queue.filter((other) => other.link === link && other.at > from).map(({ at }) => at);
  const nodes = toNodes(free, fixed, { zone, ranking, posts, strength, gap });
  const chosen = chooseChain(nodes, {
    count: reposts,
    gap: Math.max(gap, minInterval),
    restShare,
    limits: input.limits,
  });
  const slots = explainSlots(
    chosen.flatMap(({ slot }) => (slot === undefined ? [] : [slot])),
    {
      zone: name,
      hours,
      ranked,
      posts,
      fixed: nodes.filter(({ isFixed }) => isFixed),
      others: queue.filter((other) => other.link !== link).map(({ at }) => at),
      strength,
      restShare,
    },
  );
  return {
    link,
    zone: name,
    verdict: ranked.verdict,
    slots,
    requested: reposts,
    shortfall: findShortfall(slots.length, reposts, { open, spaced, free }),
    expected: slots.reduce((sum, { why }) => sum + why.gain.mean, 0),
    timesReposted: Math.max(0, past.length - 1) + reposts,
    cost: costLines(prices, slots.length),
    period: { from, until },
  };
}

interface SlotNode extends ChainNode {
  /** Undefined for a post that is planned already. */
  readonly slot: WallSlot | undefined;
}

/** Free slots and posts of the link that are planned already, in order, with what each is worth and takes. */
function toNodes(
  free: readonly WallSlot[],
  fixed: readonly number[],
  {
    zone,
    ranking,
    posts,
    strength,
    gap,
  }: {
    readonly zone: Zone;
    readonly ranking: Float64Array;
    readonly posts: readonly EstimatedPost[];
    readonly strength: Strength;
    readonly gap: number;
  },
): readonly SlotNode[] {
  const clock = spacingClock(gap, zone);
  const worthAt = (slot: Slot): number => Math.exp(CALIBRATION * valueAt(ranking, slotIndex(slot)));
  const unit = strength.usual * strength.times;
  const last = posts.at(-1)?.at ?? -Infinity;
  const lossAt = (at: number): number =>
    at - last >= HORIZON_MS || unit <= 0 ? 0 : remainingReactions(posts, at) / unit;
  const toNode = (at: number, wall: Slot, slot?: WallSlot): SlotNode => ({
    at,
    clock: clock(at),
    worth: worthAt(wall),
    loss: lossAt(at),
    isFixed: slot === undefined,
    slot,
  });
  const nodes = free.map((slot) => toNode(slot.at, slot, slot));
  if (fixed.length === 0) return nodes;
  return [...nodes, ...fixed.map((at) => toNode(at, toWeekSlot(zone.localTimeAt(at))))].sort((a, b) => a.at - b.at);
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
