import type { HoursEstimate } from '../hours/hours.js';
import { type EstimatedPost, remainingReactions } from './link-decay.js';
import type { EngagementLevel } from './level.js';
import {
  isSaturated,
  REPOST_RULES,
  repostGain,
  type RepostRules,
  spacedFrom,
  type Strength,
  measureStrength,
} from '../plan/repost-rules.js';
import { slotIndex, type Blackouts, type WallSlot, wallSlots, type WallWindow } from '../clock/slots.js';
import { openZone, toWeekSlot } from '../clock/zone.js';

/** What to do with a link. */
export type AdviceVerb = 'repost now' | 'wait until' | 'let it rest' | 'stop';

/** Why. */
export type AdviceCause =
  | 'due'
  | 'never posted'
  | 'too soon'
  | 'still collecting'
  | 'hour not in use'
  | 'gain too small'
  | 'no hour left'
  | 'enough reposts'
  | 'window over'
  | 'two weak reposts';

/** The advice on a link. */
export interface Advice {
  readonly verb: AdviceVerb;
  readonly cause: AdviceCause;
  /** The instant of `repost now` and `wait until`, ms UTC, and what the clock shows then. */
  readonly slot: WallSlot | undefined;
  /** Reactions a repost in that slot is expected to bring. */
  readonly gain: { readonly median: number; readonly low: number; readonly high: number } | undefined;
  /** Reactions the link still gets without a repost, from now on. */
  readonly rest: number;
}

/** What advice is worked out of. */
export interface AdviceInput {
  /** ms UTC. */
  readonly now: number;
  /** The link's posts up to now, oldest first (`estimatePosts`). */
  readonly posts: readonly EstimatedPost[];
  readonly hours: Pick<HoursEstimate, 'bins' | 'candidates' | 'habit' | 'zone'>;
  readonly level?: EngagementLevel;
  readonly rules?: Partial<RepostRules>;
  readonly window?: WallWindow;
  readonly blackouts?: Blackouts;
  /** The end of the link's campaign, ms UTC. */
  readonly until?: number;
}

/** Advice looks this far ahead: a link that is not due by then may rest. */
const AHEAD = 14 * 86_400_000;

/**
 * Says when a link is due again: at the first slot in use that keeps the spacing, finds the newest post harvested and
 * is expected to bring more than the link still gets. Waiting is for courtesy and X's rules on repeats: nothing shows
 * that it increases reach.
 */
export function adviseRepost(input: AdviceInput): Advice {
  const { now, posts, hours, level, window, blackouts, until = Infinity } = input;
  const rules = { ...REPOST_RULES, ...input.rules };
  const strength = measureStrength(posts, hours.habit, level);
  const rest = remainingReactions(posts, now);
  const answer = (verb: AdviceVerb, cause: AdviceCause, slot?: WallSlot): Advice => ({
    verb,
    cause,
    slot,
    gain: slot === undefined ? undefined : repostGain(strength, effectAt(hours, slot)),
    rest,
  });

  const reposts = Math.max(0, posts.length - 1);
  if (reposts >= rules.maxReposts) return answer('stop', 'enough reposts');
  if (now >= until) return answer('stop', 'window over');
  if (endsWithTwoWeak(posts, hours)) return answer('stop', 'two weak reposts');

  const slots = wallSlots(hours.zone, now, Math.min(until, now + AHEAD), {
    window,
    allowed: window === undefined ? hours.candidates : undefined,
    blackouts,
  });
  if (slots.length === 0) return answer('let it rest', 'no hour left');
  const obstacle = (slot: Pick<WallSlot, 'at' | 'weekday' | 'hour'>): AdviceCause | undefined =>
    obstacleAt(slot.at, effectAt(hours, slot), posts, strength, rules);
  const due = slots.find((slot) => obstacle(slot) === undefined);
  const nowSlot = slots.find((slot) => slot.at - now < 60_000);
  if (due === undefined) {
    const last = slots.at(-1);
    return answer('let it rest', (last && obstacle(last)) ?? 'gain too small');
  }
  if (due === nowSlot) return answer('repost now', posts.length === 0 ? 'never posted' : 'due', due);
  const today = toWeekSlot(openZone(hours.zone, now, now).localTimeAt(now));
  return answer('wait until', obstacle({ at: now, ...today }) ?? 'hour not in use', due);
}

const effectAt = ({ bins }: Pick<HoursEstimate, 'bins'>, slot: Pick<WallSlot, 'weekday' | 'hour'>): number =>
  bins[slotIndex(slot)]?.effect ?? 0;

/** What stands against a repost at an instant; undefined when nothing does. */
function obstacleAt(
  instant: number,
  effect: number,
  posts: readonly EstimatedPost[],
  strength: Strength,
  rules: RepostRules,
): AdviceCause | undefined {
  if (posts.length === 0) return undefined;
  if (instant < spacedFrom(posts, rules.minGap)) return 'too soon';
  if (!isSaturated(posts, instant, rules.restShare)) return 'still collecting';
  const usual = Math.exp(strength.level) - 1;
  // Where the usual post gets no reaction the tests of gain mean nothing.
  if (usual < 1) return undefined;
  const { median } = repostGain(strength, effect);
  return median > remainingReactions(posts, instant) && median >= rules.worthShare * usual
    ? undefined
    : 'gain too small';
}

/** Whether the last two reposts both stayed below the lower 80 % bound of what they were expected to bring. */
function endsWithTwoWeak(posts: readonly EstimatedPost[], hours: AdviceInput['hours']): boolean {
  if (posts.length < 3) return false;
  const first = posts[0]?.at ?? 0;
  const zone = openZone(hours.zone, first, posts.at(-1)?.at ?? first);
  return [1, 2].every((back) => {
    const post = posts[posts.length - back];
    const before = posts.slice(0, -back);
    if (post === undefined) return false;
    const effect = effectAt(hours, toWeekSlot(zone.localTimeAt(post.at)));
    const { low } = repostGain(measureStrength(before, hours.habit), effect);
    // The upper end of what the repost may still reach: an unfinished one is not called weak early.
    return post.decay.final.high < low;
  });
}
