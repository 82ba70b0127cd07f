// What an experiment of best hours against usual ones has found.
import * as v from 'valibot';
import { defineDocument } from './define.js';
import { account, chance, type DeepReadonly, milliseconds, seed, wholeNumber } from './values.js';

const percent = v.pipe(v.number(), v.integer(), v.description('Whole per cent: best hours compared with usual ones.'));
const effect = v.pipe(v.number(), v.description('Natural logarithm of 1 + count: best hours less usual ones.'));
const metric = v.pipe(v.picklist(['reactions', 'impressions', 'clicks', 'visits']), v.description('What is counted.'));

/** `tweetspan/experiment@1`: best hours against the account's usual ones, in an order drawn by lot. */
export const experimentSchema = defineDocument('experiment', {
  account,
  seed,
  metric,
  countedAt: v.pipe(milliseconds, v.description('Age at which posts are counted, milliseconds.')),
  verdict: v.pipe(
    v.picklist(['none', 'running', 'better', 'worse', 'no difference found']),
    v.description('`none` without a link; `running` until as many links as it takes are counted.'),
  ),
  links: v.pipe(
    v.strictObject({
      joined: wholeNumber,
      counted: wholeNumber,
      out: v.pipe(wholeNumber, v.description('With a post that has still to go out.')),
      waiting: v.pipe(wholeNumber, v.description('With a post that is too young to be counted.')),
      unread: v.pipe(wholeNumber, v.description('With a post that was not read at that age or later.')),
      dropped: v.pipe(wholeNumber, v.description('With a post that never went out, or is gone.')),
      droppedBestFirst: v.pipe(wholeNumber, v.description('Of these, how many had the best hour first.')),
    }),
    v.description('Links of the experiment, by where they stand.'),
  ),
  moved: v.pipe(
    wholeNumber,
    v.description('Counted posts more than an hour from the slot that was drawn; they count as they were drawn.'),
  ),
  usualCount: v.pipe(
    v.nullable(v.strictObject({ best: v.number(), usual: v.number() })),
    v.description('Geometric mean of 1 + count, less 1; null before a link is counted.'),
  ),
  difference: v.pipe(
    v.nullable(
      v.strictObject({
        effect,
        uplift: percent,
        interval: v.pipe(
          v.nullable(v.strictObject({ low: effect, high: effect, upliftLow: percent, upliftHigh: percent })),
          v.description('95 %, by the draw alone; null with fewer than 8 links.'),
        ),
      }),
    ),
    v.description('Null while only one order was counted.'),
  ),
  pValue: v.pipe(chance, v.description('Chance of so large a difference if the hours made none.')),
  sought: v.pipe(effect, v.description('The effect that as many links as `needed` find in 80 of 100 experiments.')),
  needed: v.pipe(
    v.nullable(wholeNumber),
    v.description('Links that it takes by how far the posts so far differ; null with fewer than 8.'),
  ),
  missing: v.pipe(wholeNumber, v.description('How many of them are still to be counted.')),
  others: v.pipe(
    v.array(v.strictObject({ seed, metric, links: wholeNumber })),
    v.description('Other experiments in the queue.'),
  ),
});

/** What an experiment has found. */
export type ExperimentDocument = DeepReadonly<v.InferOutput<typeof experimentSchema>>;
