// What `schedule --experiment` and `hours --experiment` say, in English.
import { count, decimal, list, percent, plural, probability, span } from '../format.js';

const n = (value: number): string => count(value, 'en');
const links = (value: number): string => plural(value, 'link', 'links', 'en');
const posts = (value: number): string => plural(value, 'post', 'posts', 'en');

const metrics = {
  reactions: 'reactions (likes + reposts)',
  impressions: 'impressions',
  clicks: 'link clicks',
  visits: 'visits of your site',
};
type Metric = keyof typeof metrics;

/** A difference in whole per cent, with its 95 % interval. */
export interface Difference {
  readonly uplift: number;
  readonly low: number;
  readonly high: number;
}

/** An experiment by its name: the seed and the metric. */
export interface ExperimentName {
  readonly seed: number;
  readonly metric: Metric;
  readonly links: number;
}

const compared = ({ uplift, low, high }: Difference): string =>
  `${percent(uplift, 'en')} (95%: ${percent(low, 'en')} to ${percent(high, 'en')})`;

export const en = {
  options: {
    schedule: 'compare: one post at a best hour and one at a usual hour of yours, in random order',
    hours: 'show what your experiment found: best hours against usual ones',
  },
  errors: {
    noHistory: '--experiment compares best hours with those you post at; import your posts first (tweetspan import)',
    noHabit: (has: number, needed: number): string =>
      `--experiment compares best hours with those you post at; ${posts(has)} show too little of them, ${n(needed)} are needed`,
    noBest: (metric: Metric): string =>
      `--experiment: no best hours are known by ${metrics[metric]}, so there is nothing to compare; leave --metric out`,
    visits: '--experiment counts all posts at one age, and visits have no age; use --metric reactions or clicks',
    joined: (items: readonly number[]): string =>
      `this link is in the experiment already (${items.length === 1 ? 'item' : 'items'} ${list(items.map(String), 'en')}); take another one`,
    full: (most: number): string => `the experiment has ${n(most)} links, the most it takes; begin another with --seed`,
  },
  arms: { best: 'by lot: a best hour', usual: 'by lot: a usual hour of yours' },
  joins: (link: number, seed: number, spacing: number, age: number): string =>
    `Experiment (seed ${seed}): link ${n(link)}. One post at a best hour, one at a usual hour of yours, in an order drawn by lot, at least ${span(spacing, 'en')} apart; both are counted at ${span(age, 'en')}. Post as planned: what you move still counts for the hour that was drawn. The result: tweetspan hours --experiment.`,
  title: 'Experiment: best hours against your usual ones',
  basis: (metric: Metric, age: number, seed: number): string =>
    `${metrics[metric]} at ${span(age, 'en')} · order drawn by lot, seed ${seed}`,
  none: 'No link is in this experiment yet: tweetspan schedule draft.md --experiment adds one.',
  others: (others: readonly ExperimentName[]): string =>
    `Other experiments: ${list(
      others.map((other) => `--seed ${other.seed} --metric ${other.metric} (${links(other.links)})`),
      'en',
    )}.`,
  verdicts: {
    better: (difference: Difference, counted: number): string =>
      `Posts at best hours got more: ${compared(difference)}, across ${links(counted)}.`,
    worse: (difference: Difference, counted: number): string =>
      `Posts at best hours got less: ${compared(difference)}, across ${links(counted)}.`,
    'no difference found': (difference: Difference, counted: number): string =>
      `No difference shows: ${compared(difference)}, across ${links(counted)}.`,
  },
  running: {
    interval: (difference: Difference, counted: number): string =>
      `No result yet. So far, across ${links(counted)}: ${compared(difference)}.`,
    difference: (uplift: number, counted: number): string =>
      `No result yet. So far, across ${links(counted)}: ${percent(uplift, 'en')}, too few for an interval.`,
    nothing: (counted: number): string =>
      counted === 0
        ? 'No result yet: no link is counted.'
        : `No result yet: ${links(counted)} counted, in one order only.`,
  },
  missing: (value: number, sought: number, isTypical: boolean): string =>
    `About ${plural(value, 'more link is', 'more links are', 'en')} needed to find a difference of ${n(sought)}% in 80 of 100 experiments${
      isTypical
        ? ', where the two posts of a link do alike (twice as many where they hardly do)'
        : ', judging by how far your own posts differ'
    }. A look before that is no result.`,
  enough: (pValue: number, sought: number): string =>
    `p = ${probability(pValue, 'en')}; that many links find a difference of ${n(sought)}% in 80 of 100 experiments.`,
  columns: { hours: 'Hours', posts: 'Posts', mean: 'Usual count' },
  hours: { best: 'best', usual: 'usual' },
  mean: (value: number): string => decimal(value, 'en'),
  tally: (tally: {
    readonly joined: number;
    readonly out: number;
    readonly waiting: number;
    readonly unread: number;
  }): string =>
    [
      `${links(tally.joined)} joined`,
      ...(tally.out === 0 ? [] : [`${n(tally.out)} still to go out`]),
      ...(tally.waiting === 0 ? [] : [`${n(tally.waiting)} too young to count`]),
      ...(tally.unread === 0 ? [] : [`${n(tally.unread)} never read at that age (tweetspan sync or a newer export)`]),
    ].join(', ') + '.',
  dropped: (all: number, bestFirst: number): string =>
    `Dropped out: ${links(all)}, ${n(bestFirst)} with the best hour first; one of the two posts was cancelled, missed, refused or deleted.`,
  moved: (value: number): string =>
    `${posts(value)} went out more than 1 h from the hour that was drawn. They count as they were drawn: to leave them out would compare what you chose, not what chance did.`,
};

/** The shape of the section in any language. */
export type ExperimentSentences = typeof en;
