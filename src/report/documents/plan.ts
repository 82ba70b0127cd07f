import * as v from 'valibot';
import { defineDocument } from './define.js';
import { plannedSteps as people } from './outreach.js';
import { counted, note, overBudget, problem } from './plan-remarks.js';
import {
  type DeepReadonly,
  gain,
  instant,
  localTime,
  positiveNumber,
  price,
  seed,
  verdict,
  wholeNumber,
  zone,
} from './values.js';

const mode = v.pipe(v.picklist(['api', 'remind']), v.description('Posted by the program, or by hand from a reminder.'));
const percent = v.pipe(v.number(), v.integer(), v.description('Whole per cent compared with the account’s average.'));
const score = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
const item = v.strictObject({
  number: positiveNumber,
  at: instant,
  localTime,
  requestedTime: v.pipe(localTime, v.description('Not `localTime` only where the clock skips it.')),
  match: v.pipe(
    v.picklist(['exact', 'gap', 'overlap']),
    v.description('Whether the clock shows the requested time once, never or twice on that day.'),
  ),
  zone,
  arm: v.pipe(
    v.nullable(v.picklist(['best', 'usual'])),
    v.description('Of an experiment: whether the slot was drawn from the best hours or from the usual ones.'),
  ),
  text: v.pipe(
    v.nullable(
      v.strictObject({
        text: v.string(),
        origin: v.pipe(
          v.picklist(['draft', 'own', 'made', 'page']),
          v.description(
            'The draft, a variant of its author’s, or one made of the draft’s own words or the page’s, which waits for approval.',
          ),
        ),
        score: v.pipe(
          v.nullable(score),
          v.description('Text score (rules 1 to 6), of the draft and of variants alike.'),
        ),
      }),
    ),
    v.description('Null when a text has still to be written.'),
  ),
  media: v.array(
    v.strictObject({
      file: v.pipe(v.string(), v.description('Absolute path.')),
      alt: v.nullable(v.string()),
      tag: v.pipe(v.array(v.string()), v.description('Handles without @.')),
    }),
  ),
  why: v.strictObject({
    effect: v.pipe(v.number(), v.description('Natural logarithm, compared with the account’s average.')),
    uplift: percent,
    upliftLow: percent,
    upliftHigh: percent,
    basis: v.pipe(
      v.picklist(['own', 'typical', 'none']),
      v.description(
        'Whose effect this is; `none` where the posts show no best hour by the metric and no typical hours were measured for it.',
      ),
    ),
    gain: v.pipe(
      v.nullable(gain),
      v.description('Reactions that the post adds; null where the account’s posts have no counts.'),
    ),
    rest: v.pipe(
      v.number(),
      v.description('Reactions that the link’s post before still gets then; taken off the gain.'),
    ),
    restShare: v.pipe(v.number(), v.description('The same as a share of its total.')),
    sinceLink: v.pipe(v.nullable(v.number()), v.description('Milliseconds since the link’s post before.')),
    toNearest: v.pipe(v.nullable(v.number()), v.description('Milliseconds to the nearest other post.')),
    other: v.pipe(
      v.nullable(v.strictObject({ metric: counted, uplift: percent, upliftLow: percent, upliftHigh: percent })),
      v.description('The effect by another count that is known; null where it does not speak against the slot.'),
    ),
  }),
});

const cost = v.pipe(
  v.array(
    v.strictObject({
      mode,
      posts: v.strictObject({ withLink: wholeNumber, without: wholeNumber }),
      perPost: v.strictObject({ withLink: price, without: price }),
      total: price,
    }),
  ),
  v.description('The wanted mode first.'),
);
const budget = v.pipe(
  v.array(
    v.strictObject({
      period: v.picklist(['day', 'month']),
      begins: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}(-\d{2})?$/), v.description('Day or month, in UTC.')),
      cap: price,
      taken: v.pipe(price, v.description('Spent or planned already, thousandths of a US dollar.')),
      plan: v.pipe(price, v.description('What this plan takes, thousandths of a US dollar.')),
    }),
  ),
  v.description('What it takes of the caps; empty for posts by hand.'),
);

const plan = {
  draft: v.string(),
  link: v.pipe(v.string(), v.description('Identity of the page.')),
  zone,
  mode,
  metric: counted,
  verdict,
  seed,
  experiment: v.pipe(
    v.nullable(
      v.strictObject({
        link: v.pipe(positiveNumber, v.description('Number of the link in the experiment, from 1.')),
        block: v.pipe(positiveNumber, v.description('Links of one block are put in order together.')),
        bestFirst: v.boolean(),
        armProbability: v.pipe(v.number(), v.description('Of each order, before it was drawn.')),
        spacing: v.pipe(wholeNumber, v.description('Least time between the two posts, milliseconds.')),
        countedAt: v.pipe(wholeNumber, v.description('Age at which the posts are counted, milliseconds.')),
      }),
    ),
    v.description('The place of the link in an experiment; null for any other plan.'),
  ),
  period: v.strictObject({ from: instant, until: instant }),
  posted: v.pipe(wholeNumber, v.description('Posts of the link so far, by the history.')),
  requested: v.pipe(wholeNumber, v.description('Posts wanted; the first one too, when the link has not been posted.')),
  items: v.pipe(v.array(item), v.description('In order of time.')),
  problems: v.pipe(
    v.array(problem),
    v.description('What keeps the plan from being queued; empty for one that can go out.'),
  ),
  notes: v.array(note),
  cost,
  budget,
};
const queued = v.pipe(
  v.nullable(v.array(positiveNumber)),
  v.description('Numbers of the items that it was queued as; null when nothing was queued.'),
);

/** `tweetspan/plan@1`: when the posts of a link go out, with which text, and at what cost. */
export const planSchema = defineDocument('plan', { ...plan, queued, people });

/** `tweetspan/plans@1`: the plans of several drafts, made together. */
export const plansSchema = defineDocument('plans', {
  mode,
  seed,
  rhythm: v.pipe(
    v.nullable(v.strictObject({ postsPerWeek: wholeNumber, reposts: wholeNumber })),
    v.description(
      'Posts in a usual week of the account, and how many planned ones a week gets; null without a history.',
    ),
  ),
  plans: v.pipe(
    v.array(v.strictObject(plan)),
    v.description('In the order of the drafts; their caps are looked at below.'),
  ),
  problems: v.pipe(v.array(overBudget), v.description('What they exceed together.')),
  cost,
  budget,
  queued,
  people,
});

/** The plans of several drafts. */
export type PlansDocument = DeepReadonly<v.InferOutput<typeof plansSchema>>;
/** When the posts of a link go out. */
export type PlanDocument = DeepReadonly<v.InferOutput<typeof planSchema>>;
/** One planned post. */
export type PlanItem = PlanDocument['items'][number];
