import * as v from 'valibot';
import { decaySchema } from './decay.js';
import { defineDocument } from './define.js';
import { hoursSchema } from './hours.js';
import { queueSchema } from './queue-schema.js';
import { suggestSchema } from './suggest.js';
import { account, instant, localTime, price, seed, wholeNumber, zone, type DeepReadonly } from './values.js';
import { budgetSchema } from './x-schemas.js';

const toCome = v.strictObject({
  posts: v.pipe(wholeNumber, v.description('Posts by the API that are still to be sent.')),
  total: price,
});

const weights = v.strictObject({
  metric: v.picklist(['reactions', 'clicks']),
  posts: v.pipe(wholeNumber, v.description('Own posts that they rest on.')),
  unseen: v.pipe(
    v.strictObject({ correlation: v.number(), low: v.number(), high: v.number(), n: wholeNumber }),
    v.description('Rank correlation with what came, on posts that the model had not seen; 95 % interval.'),
  ),
  terms: v.pipe(
    v.array(
      v.strictObject({
        term: v.string(),
        effect: v.pipe(v.number(), v.description('What the term goes with, in standard deviations of the outcome.')),
        low: v.number(),
        high: v.number(),
        isSure: v.pipe(v.boolean(), v.description('Whether the 80 % interval leaves out zero.')),
      }),
    ),
    v.description('The strongest first.'),
  ),
});

/** `tweetspan/report@1`: the account at a glance; its parts are the documents of the commands that show them alone. */
export const reportSchema = defineDocument('report', {
  account,
  zone,
  now: instant,
  localTime,
  seed,
  suggest: suggestSchema,
  decay: v.pipe(decaySchema, v.description('Links by the reactions still to come; the first ones with their curves.')),
  hours: hoursSchema,
  queue: v.pipe(queueSchema, v.description('What is open or needs attention.')),
  budget: budgetSchema,
  costToCome: v.strictObject({
    ...toCome.entries,
    months: v.pipe(
      v.array(v.strictObject({ begins: v.string(), ...toCome.entries })),
      v.description('By month, in UTC, as X counts them.'),
    ),
  }),
  weights: v.pipe(v.array(weights), v.description('What was learned of the own posts; none with too few of them.')),
});

/** The account at a glance. */
export type ReportDocument = DeepReadonly<v.InferOutput<typeof reportSchema>>;
/** What was learned of the own posts, by one count. */
export type ReportedWeights = ReportDocument['weights'][number];

/** Whether there is neither a post nor anything planned. */
export const isEmptyReport = ({ hours, decay, queue }: ReportDocument): boolean =>
  hours.posts === 0 &&
  Object.values(hours.leftOut).every((left) => left === 0) &&
  decay.known === 0 &&
  queue.items.length === 0 &&
  queue.people === undefined;
