import type { HoursEstimate } from '../hours/hours.js';
import { type EstimatedPost, remainingReactions } from './link-decay.js';
import type { EngagementLevel } from './level.js';
import type { LinkSpread } from './strength.js';
import {
  isSaturated,
  NEXT_TO_NOTHING,
  REPOST_RULES,
  repostGain,
  type RepostGain,
  type RepostRules,
  spacedFrom,
  type Strength,
  measureStrength,
} from '../plan/repost-rules.js';
import { slotIndex, type Blackouts, type WallSlot, wallSlots, type WallWindow } from '../clock/slots.js';
import { openZone, toWeekSlot } from '../clock/zone.js';

/** What to do with a link. `rewrite first`: post it again, but with another text. */
export type AdviceVerb = 'repost now' | 'wait until' | 'rewrite first' | 'let it rest' | 'stop';

/** Why. */
export type AdviceCause =
  | 'due'
  | 'never posted'
  | 'too soon'
  | 'still collecting'
  | 'still getting more'
  | 'hour not in use'
  | 'weak so far'
  | 'gain too small'
  | 'too old'
  | 'no hour left'
  | 'enough reposts'
  | 'window over'
  | 'two weak reposts';

/** The advice on a link. */
export interface Advice {
  readonly verb: AdviceVerb;
  readonly cause: AdviceCause;
  /** The instant of `repost now`, `wait until` and `rewrite first`, ms UTC, and what the clock shows then. */
  readonly slot: WallSlot | undefined;
  /** Reactions a repost in that slot is expected to bring; without a slot, one at a usual hour. */
  readonly gain: RepostGain;
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
  /** How links of the account differ; by its posts as a whole when left out. */
  readonly spread?: LinkSpread;
  readonly rules?: Partial<RepostRules>;
  readonly window?: WallWindow;
  readonly blackouts?: Blackouts;
  /** The end of the link's campaign, ms UTC. */
  readonly until?: number;
  /** The slots of `adviceSlots`, for callers that advise on many links. */
  readonly slots?: readonly WallSlot[];
}

/** Advice looks this far ahead: a link that is not due by then may rest. */
const AHEAD = 14 * 86_400_000;
/** A link may rest when this is the chance that it is worth half of the usual post: never after one post. */
const HOPELESS = { chance: 0.1, posts: 2 };

/** The slots that advice chooses from: those in use over the next 14 days, in order. */
export const adviceSlots = ({
  now,
  hours,
  window,
  blackouts,
  until = Infinity,
}: Pick<AdviceInput, 'now' | 'hours' | 'window' | 'blackouts' | 'until'>): readonly WallSlot[] =>
  wallSlots(hours.zone, now, Math.min(until, now + AHEAD), {
    window,
    allowed: window === undefined ? hours.candidates : undefined,
    blackouts,
  });

/**
 * Says when a link is due again: at the first slot in use that keeps the spacing, finds the newest post harvested and
 * is expected to bring more than the link still gets. A link whose posts did less than usual wants another text first;
 * it is ended only by several posts that leave hardly a chance. Waiting is for courtesy and X's rules on repeats:
 * nothing shows that it increases reach.
 */
export function adviseRepost(input: AdviceInput): Advice {
  const { now, posts, hours, level, spread, until = Infinity } = input;
  const rules = { ...REPOST_RULES, ...input.rules };
  const strength = measureStrength(posts, hours.habit, level, spread);
  const rest = remainingReactions(posts, now);
  const answer = (verb: AdviceVerb, cause: AdviceCause, slot?: WallSlot): Advice => ({
    verb,
    cause,
    slot,
    gain: repostGain(strength, slot === undefined ? 0 : effectAt(hours, slot)),
    rest,
  });

  const reposts = Math.max(0, posts.length - 1);
  if (reposts >= rules.maxReposts) return answer('stop', 'enough reposts');
  if (now >= until) return answer('stop', 'window over');
  if (endsWithTwoWeak(posts, hours, spread)) return answer('stop', 'two weak reposts');
  if (now - (posts.at(-1)?.at ?? now) > rules.maxAge) return answer('let it rest', 'too old');

  const slots = input.slots ?? adviceSlots(input);
  if (slots.length === 0) return answer('let it rest', 'no hour left');
  if (strength.posts >= HOPELESS.posts && strength.chanceOfHalf < HOPELESS.chance) {
    return answer('let it rest', 'gain too small');
  }
  const obstacle = (slot: Pick<WallSlot, 'at' | 'weekday' | 'hour'>): AdviceCause | undefined =>
    obstacleAt(slot.at, effectAt(hours, slot), posts, strength, rules);
  const due = slots.find((slot) => obstacle(slot) === undefined);
  if (due === undefined) {
    const last = slots.at(-1);
    return answer('let it rest', (last && obstacle(last)) ?? 'no hour left');
  }
  if (strength.posts > 0 && strength.times < rules.worthShare) return answer('rewrite first', 'weak so far', due);
  const nowSlot = slots[0] !== undefined && slots[0].at - now < 60_000 ? slots[0] : undefined;
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
  const rest = remainingReactions(posts, instant);
  return rest > NEXT_TO_NOTHING && rest > repostGain(strength, effect).mean ? 'still getting more' : undefined;
}

/** Whether the last two reposts both stayed below the lower 80 % bound of what they were expected to bring. */
function endsWithTwoWeak(posts: readonly EstimatedPost[], hours: AdviceInput['hours'], spread?: LinkSpread): boolean {
  if (posts.length < 3) return false;
  return [1, 2].every((back) => {
    const post = posts[posts.length - back];
    if (post === undefined) return false;
    const { low } = repostGain(measureStrength(posts.slice(0, -back), hours.habit, undefined, spread), 0);
    // The upper end of what the repost may still reach: an unfinished one is not called weak early.
    return post.decay.final.high < low;
  });
}
