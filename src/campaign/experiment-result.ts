// What the posts of an experiment got, each counted at one age, and what that shows.
import type { Observation } from '#history/ports.js';
import { ENDED, type Item } from '#queue/item.js';
import { analyzeExperiment, PLANNED_LINKS, SOUGHT, type PairOutcome } from '#timing/experiment/analysis.js';
import type { Arm, Assignment } from '#timing/experiment/design.js';
import type { Metric } from '#timing/hours/usable-posts.js';
import { sumReactions, toObserved } from './account.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A reading this much before its age stands for it: readings are made together. */
const EARLY = 0.1;
/** Until so long after its age a reading may still come, ms. @source own choice */
const PATIENCE = 2 * DAY;
/** A post this far from the hour that was drawn was moved, ms. */
const NEAR = HOUR;

/** A post on X that an item of an experiment became, as the history has it. */
export interface CountedItem {
  /** ms UTC. */
  readonly at: number;
  readonly observations: readonly Observation[];
  readonly gone: boolean;
}

/** An item that has a place in an experiment. */
export type ExperimentItem = Item & { readonly experiment: Assignment };

/** Items with a place in an experiment, those of one experiment together. */
export function experimentsIn(items: readonly Item[]): readonly (readonly ExperimentItem[])[] {
  const named = new Map<string, ExperimentItem[]>();
  for (const item of items) {
    const { experiment } = item;
    if (experiment === undefined) continue;
    const key = `${experiment.seed} ${experiment.metric}`;
    named.set(key, [...(named.get(key) ?? []), { ...item, experiment }]);
  }
  return [...named.values()];
}

const READ: Readonly<Record<Metric, (counters: Observation['counters']) => number | undefined>> = {
  reactions: sumReactions,
  impressions: ({ impressions }) => impressions,
  clicks: ({ linkClicks }) => linkClicks,
  visits: () => undefined,
};

/** What a post had got at the age that was fixed beforehand; undefined where no reading tells. */
function countAt(post: CountedItem, { metric, countedAt }: Assignment, now: number): number | undefined {
  const { observations } = toObserved(post, now, READ[metric]);
  return observations
    .filter(({ age }) => age >= (1 - EARLY) * countedAt)
    .reduce<(typeof observations)[number] | undefined>(
      (first, each) => (first === undefined || each.age < first.age ? each : first),
      undefined,
    )?.count;
}

/** Where a link of an experiment stands. */
type PairState = 'counted' | 'out' | 'waiting' | 'unread' | 'dropped';

interface Half {
  readonly state: PairState;
  readonly count: number | undefined;
  readonly wasMoved: boolean;
}

function followItem(item: ExperimentItem, postOf: (id: string) => CountedItem | undefined, now: number): Half {
  const { experiment, state, postId } = item;
  const without = (found: PairState): Half => ({ state: found, count: undefined, wasMoved: false });
  if (state !== 'posted') return without(ENDED.includes(state) ? 'dropped' : 'out');
  const post = postId === undefined ? undefined : postOf(postId);
  if (post?.gone === true) return without('dropped');
  const at = post?.at ?? item.dueAt;
  const wasMoved = Math.abs(at - experiment.drawnAt) > NEAR;
  const count = post && countAt(post, experiment, now);
  if (count !== undefined) return { state: 'counted', count, wasMoved };
  return { ...without(now < at + experiment.countedAt + PATIENCE ? 'waiting' : 'unread'), wasMoved };
}

/** Of a link, the worse of its two posts decides. */
const WORST: readonly PairState[] = ['dropped', 'out', 'unread', 'waiting', 'counted'];

/**
 * Follows the links of an experiment. Links are compared as they were drawn, whatever was moved or edited since
 * (intention to treat): what a person moves depends on what they expect of an hour, and to leave that out would compare
 * their choice, not the draw. A link with a post that never went out, or is gone, has nothing to compare, and is counted
 * as dropped, by its order.
 * @param postOf the post of an id, as the history has it. @param now ms UTC.
 */
export function followExperiment(
  items: readonly ExperimentItem[],
  postOf: (id: string) => CountedItem | undefined,
  now: number,
) {
  const pairs = new Map<number, Partial<Record<Arm, ExperimentItem>>>();
  for (const item of items) {
    const { pair, arm } = item.experiment;
    pairs.set(pair, { ...pairs.get(pair), [arm]: item });
  }
  const states: Record<PairState, number> = { counted: 0, out: 0, waiting: 0, unread: 0, dropped: 0 };
  const outcomes: PairOutcome[] = [];
  let [moved, droppedBestFirst] = [0, 0];
  const logs: Record<Arm, number> = { best: 0, usual: 0 };
  for (const { best, usual } of pairs.values()) {
    const halves = [best, usual].map((item) =>
      item === undefined
        ? { state: 'dropped' as const, count: undefined, wasMoved: false }
        : followItem(item, postOf, now),
    );
    const state = WORST.find((each) => halves.some((half) => half.state === each)) ?? 'dropped';
    states[state] += 1;
    const { block, bestFirst = false } = best?.experiment ?? usual?.experiment ?? { block: 0 };
    if (state === 'dropped' && bestFirst) droppedBestFirst += 1;
    const [ofBest, ofUsual] = halves.map(({ count }) => count);
    if (state !== 'counted' || ofBest === undefined || ofUsual === undefined) continue;
    moved += halves.filter(({ wasMoved }) => wasMoved).length;
    logs.best += Math.log1p(ofBest);
    logs.usual += Math.log1p(ofUsual);
    outcomes.push({
      block,
      bestFirst,
      first: bestFirst ? ofBest : ofUsual,
      second: bestFirst ? ofUsual : ofBest,
    });
  }
  const result = analyzeExperiment(outcomes, items[0]?.experiment.seed ?? 1);
  const { difference, low, high, needed, pValue } = result;
  const missing = Math.max(0, (needed ?? PLANNED_LINKS) - outcomes.length);
  const toPercent = (effect: number): number => Math.round(100 * Math.expm1(effect));
  const mean = (sum: number): number => (outcomes.length === 0 ? 0 : Math.expm1(sum / outcomes.length));
  return {
    verdict: decide({ low, high, missing, joined: pairs.size }),
    links: { joined: pairs.size, ...states, droppedBestFirst },
    moved,
    usualCount: outcomes.length === 0 ? null : { best: mean(logs.best), usual: mean(logs.usual) },
    difference:
      difference === undefined
        ? null
        : {
            effect: difference,
            uplift: toPercent(difference),
            interval:
              low === undefined || high === undefined
                ? null
                : { low, high, upliftLow: toPercent(low), upliftHigh: toPercent(high) },
          },
    pValue,
    sought: SOUGHT,
    needed: needed ?? null,
    missing,
  };
}

function decide({
  low,
  high,
  missing,
  joined,
}: {
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly missing: number;
  readonly joined: number;
}): 'none' | 'running' | 'better' | 'worse' | 'no difference found' {
  if (joined === 0) return 'none';
  if (low === undefined || high === undefined || missing > 0) return 'running';
  return low > 0 ? 'better' : high < 0 ? 'worse' : 'no difference found';
}
