// A link in an experiment: one post at a best hour and one at a usual one, in random order.
import { typicalDecay } from '#timing/decay/decay.js';
import { HORIZON_MS } from '#timing/decay/curve.js';
import { estimatePosts } from '#timing/decay/link-decay.js';
import { openZone } from '#timing/clock/zone.js';
import { planPair, type Assignment, type ExperimentPost } from '#timing/experiment/design.js';
import { HOURS_BAR, type HoursEstimate } from '#timing/hours/hours.js';
import { typicalHours } from '#timing/hours/typical-hours.js';
import { hasTypicalHours, priorFor } from '#timing/hours/prior.js';
import { explainSlots } from '#timing/plan/explain.js';
import { createRestShare } from '#timing/plan/overlap.js';
import { measureStrength, REPOST_RULES, saturatedFrom, spacedFrom } from '#timing/plan/repost-rules.js';
import { findTooNear, SPACING } from '#timing/plan/spacing.js';
import type { Metric } from '#timing/hours/usable-posts.js';
import type { AccountDecay } from './account.js';
import type { CampaignInput } from './input.js';
import { skippedBy, type Placed, type PlanFrame } from './placement.js';

const DAY = 86_400_000;
/** Where no end is given, a link waits so long for its two slots, ms. @source own choice */
const LONGEST_WAIT = 366 * DAY;
/** Posts of an experiment are counted at the end of what decay looks at: next to nothing comes later. */
export const COUNTED_AT = HORIZON_MS;

/** Why a link cannot join an experiment. */
export type ExperimentFault =
  | { readonly code: 'no-habit'; readonly posts: number; readonly needed: number }
  | { readonly code: 'no-best'; readonly metric: Metric };

/** A link that cannot join an experiment. */
export class ExperimentError extends Error {
  override readonly name = 'ExperimentError';
  readonly fault: ExperimentFault;

  constructor(fault: ExperimentFault) {
    super(`The link cannot join an experiment: ${fault.code}.`);
    this.fault = fault;
  }
}

/** The hours that an experiment compares: the account's own where they show, the typical ones otherwise. */
function hoursToTest({ hours, ranking }: PlanFrame): { readonly tested: HoursEstimate; readonly metric: Metric } {
  const metric = ranking?.metric ?? 'reactions';
  const estimate = ranking?.hours ?? hours;
  const { posts } = HOURS_BAR;
  if (estimate.n < posts) throw new ExperimentError({ code: 'no-habit', posts: estimate.n, needed: posts });
  if (estimate.verdict === 'best hours') return { tested: estimate, metric };
  if (!hasTypicalHours(metric)) throw new ExperimentError({ code: 'no-best', metric });
  return { tested: { ...estimate, ...typicalHours(estimate, { prior: priorFor(metric) }) }, metric };
}

/**
 * Places the two posts of a link that joins an experiment as number `pair`.
 * @throws ExperimentError where there is nothing to compare.
 */
export function placeExperiment(input: CampaignInput, frame: PlanFrame, pair: number): Placed {
  const { link, options, history, now, minInterval = SPACING.minInterval } = input;
  const { zone: name, seed } = options;
  const { window, hours, from } = frame;
  const { tested, metric } = hoursToTest(frame);
  const { spread, ...decay }: Partial<AccountDecay> = history?.decay ?? {};
  const estimated = estimatePosts(
    (history?.posts ?? []).filter(({ at }) => at <= now),
    { ...decay, seed, totalsOnly: true },
  );
  const gap = Math.max(frame.gap, Math.ceil(typicalDecay(decay.prior).t90.median));
  const earliest = Math.max(from, saturatedFrom(estimated, from, REPOST_RULES.restShare), spacedFrom(estimated, gap));
  const until = frame.until ?? earliest + LONGEST_WAIT;
  const spacing = { gap, minInterval, zone: openZone(name, from, Math.max(from, until)) };
  const queue = (history?.open ?? []).map((item) => ({ at: item.dueAt, link: item.link }));
  const drawn =
    earliest >= until
      ? undefined
      : planPair({
          pair,
          hours: tested,
          from: earliest,
          until,
          spacing: gap,
          seed,
          window,
          blackouts: skippedBy(input),
          isFree: (at) => findTooNear({ at, link }, queue, spacing) === undefined,
        });
  const posts: readonly ExperimentPost[] = drawn === undefined || drawn === 'no hour' ? [] : drawn;
  const strength = measureStrength(estimated, hours.habit, decay.level, spread);
  const slots = explainSlots(
    posts.map(({ slot }) => slot),
    {
      zone: name,
      hours,
      ranked: tested,
      posts: estimated,
      fixed: [],
      others: queue.filter((other) => other.link !== link).map(({ at }) => at),
      strength,
      restShare: createRestShare(decay),
    },
  );
  const assignments = posts.map(({ slot, ...assigned }): Assignment => ({
    ...assigned,
    seed,
    metric,
    drawnAt: slot.at,
    countedAt: COUNTED_AT,
  }));
  return {
    ...frame,
    gap,
    requested: 2,
    assignments,
    plan: {
      link,
      zone: name,
      verdict: tested.verdict,
      slots,
      requested: 2,
      shortfall:
        posts.length > 0 ? undefined : drawn === 'no hour' ? 'no hour' : earliest >= until ? 'too soon' : 'queue full',
      expected: slots.reduce((sum, { why }) => sum + why.gain.mean, 0),
      timesReposted: Math.max(0, estimated.length - 1) + 2,
      cost: [],
      period: { from, until },
    },
    advice: undefined,
    isLevelKnown: hours.habit.level !== undefined,
  };
}
