// Why each slot of a plan was chosen, in figures.
import { slotIndex, type Slot, type WallSlot } from '../clock/slots.js';
import { type EstimatedPost, remainingReactions } from '../decay/link-decay.js';
import { toChoice, type HourBin, type HourChoice, type HoursEstimate } from '../hours/hours.js';
import type { RestShare } from './overlap.js';
import { type RepostGain, repostGain, type Strength } from './repost-rules.js';

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
    /** Reactions that this post adds: what it should get, less `rest`. */
    readonly gain: RepostGain;
    /** Reactions that the link's post before still gets after this instant, and their share of its total. */
    readonly rest: number;
    readonly restShare: number;
    /** Time since the link's previous post, ms; undefined for its first. */
    readonly sinceLink: number | undefined;
    /** Time to the nearest other post in the queue, ms; undefined when there is none. */
    readonly toNearest: number | undefined;
  };
}

/** What slots are explained by. */
export interface SlotReasons {
  readonly zone: string;
  /** The account's hours by reactions, and by what slots are ranked. */
  readonly hours: Pick<HoursEstimate, 'bins'>;
  readonly ranked: Pick<HoursEstimate, 'bins' | 'verdict'>;
  /** The link's posts so far. */
  readonly posts: readonly EstimatedPost[];
  /** Posts of the link that are planned already, with what each is worth in usual posts of the link. */
  readonly fixed: readonly { readonly at: number; readonly worth: number }[];
  /** Instants of all other planned posts. */
  readonly others: readonly number[];
  readonly strength: Strength;
  readonly restShare: RestShare;
}

const binOf = ({ bins }: Pick<HoursEstimate, 'bins'>, slot: Slot): HourBin => {
  const { weekday, hour } = slot;
  return bins[slotIndex(slot)] ?? { weekday, hour, n: 0, effect: 0, sd: 0 };
};

/** The effect of a slot, with its interval and what to print of it. */
export const choiceAt = (hours: Pick<HoursEstimate, 'bins'>, slot: Slot): HourChoice => toChoice(binOf(hours, slot), 0);

/** Slots in order of time with why each was chosen. */
export function explainSlots(chosen: readonly WallSlot[], reasons: SlotReasons): readonly PlannedSlot[] {
  const { zone, hours, ranked, posts, fixed, others, strength, restShare } = reasons;
  const planned = [
    ...chosen.map((slot) => ({ at: slot.at, mean: repostGain(strength, binOf(hours, slot).effect).mean })),
    ...fixed.map(({ at, worth }) => ({ at, mean: strength.usual * strength.times * worth })),
  ].sort((a, b) => a.at - b.at);
  return chosen.map((slot) => {
    const { effect, low, high, uplift, upliftLow, upliftHigh } = choiceAt(ranked, slot);
    const before = planned.findLast(({ at }) => at < slot.at);
    const last = posts.at(-1);
    const share = before === undefined ? 0 : restShare(slot.at - before.at);
    const rest = before === undefined ? remainingReactions(posts, slot.at) : before.mean * share;
    const total = before === undefined ? (last?.decay.final.mean ?? 0) : before.mean;
    const previous = Math.max(before?.at ?? -Infinity, last?.at ?? -Infinity);
    const why = {
      effect,
      low,
      high,
      uplift,
      upliftLow,
      upliftHigh,
      basis: ranked.verdict === 'best hours' ? ('own' as const) : ('typical' as const),
      gain: lessRest(repostGain(strength, binOf(hours, slot).effect), rest),
      rest,
      restShare: total > 0 ? rest / total : 0,
      sinceLink: previous === -Infinity ? undefined : slot.at - previous,
      toNearest: others.length === 0 ? undefined : Math.min(...others.map((at) => Math.abs(at - slot.at))),
    };
    return { ...slot, zone, why };
  });
}

/** What a post adds when it takes from the one before it all that this one had still to come. */
function lessRest({ mean, low, high, times }: RepostGain, rest: number): RepostGain {
  const left = Math.max(0, mean - rest);
  return {
    mean: left,
    low: Math.max(0, low - rest),
    high: Math.max(0, high - rest),
    times: mean > 0 ? (times * left) / mean : times,
  };
}
