// The hours of an account, and whether the score goes with what its posts got.
import * as v from 'valibot';
import { defineDocument } from './define.js';
import {
  account,
  chance,
  day,
  type DeepReadonly,
  leftOut,
  metric,
  needed,
  seed,
  verdict,
  wholeNumber,
  zone,
} from './values.js';

const cell = {
  weekday: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6), v.description('Monday 0 to Sunday 6.')),
  hour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)),
  posts: v.pipe(wholeNumber, v.description('The account’s own posts in this hour.')),
  effect: v.pipe(v.number(), v.description('Natural logarithm, compared with the account’s average.')),
  sd: v.pipe(v.number(), v.minValue(0)),
  uplift: v.pipe(v.number(), v.integer(), v.description('The effect in whole per cent.')),
};

/** `tweetspan/hours@1`: at which hours of the week posts do better, and whether the account shows it. */
export const hoursSchema = defineDocument('hours', {
  account,
  zone,
  seed,
  metric,
  verdict,
  basis: v.pipe(
    v.picklist(['own', 'typical', 'none']),
    v.description(
      'Whose effects these are: the account’s own only when the verdict is `best hours`; `none` where no typical hours were measured for the metric, and all effects are 0.',
    ),
  ),
  typicalShare: v.pipe(
    chance,
    v.description(
      'How much of the typical curve the account shows, by its level and its own posts; typical effects are that much of it.',
    ),
  ),
  needed,
  posts: v.pipe(wholeNumber, v.description('Posts used.')),
  days: v.pipe(wholeNumber, v.description('Local days with at least one of them.')),
  period: v.pipe(
    v.nullable(v.strictObject({ from: day, to: day })),
    v.description('Local days of the first and the last post.'),
  ),
  pValue: v.pipe(chance, v.description('Chance of so strong a pattern if hours made no difference.')),
  weekdayPValue: v.pipe(chance, v.description('The same for the day of the week.')),
  detection: v.pipe(
    chance,
    v.description('Chance that a usual difference would have been found with that many posts.'),
  ),
  leftOut,
  slots: v.pipe(
    v.array(
      v.strictObject({
        ...cell,
        low: v.number(),
        high: v.number(),
        upliftLow: v.pipe(v.number(), v.integer()),
        upliftHigh: v.pipe(v.number(), v.integer()),
        chanceAbove: v.pipe(
          v.nullable(chance),
          v.description('Chance that it is better than the average; null for the typical curve.'),
        ),
      }),
    ),
    v.description('The best first, those above the average only; intervals of 80 %.'),
  ),
  hours: v.pipe(v.array(v.strictObject(cell)), v.length(168), v.description('Monday 0 h to Sunday 23 h.')),
});

/** At which hours of the week posts do better. */
export type HoursDocument = DeepReadonly<v.InferOutput<typeof hoursSchema>>;
/** An hour to choose, with its interval. */
export type HourSlot = HoursDocument['slots'][number];

const correlation = v.pipe(v.number(), v.minValue(-1), v.maxValue(1));
const association = {
  correlation: v.pipe(correlation, v.description('Of ranks, given month, hour of the week and length of the text.')),
  low: correlation,
  high: correlation,
  pValue: v.pipe(chance, v.description('Chance of so strong a correlation if there were none.')),
  raw: v.pipe(correlation, v.description('Before anything was taken into account.')),
  n: wholeNumber,
};
const auditVerdict = v.picklist(['too few posts', 'does not predict', 'predicts', 'predicts the opposite']);

/** `tweetspan/audit@1`: whether the score goes with what posts got. */
export const auditSchema = defineDocument('audit', {
  account,
  zone,
  metric,
  verdict: auditVerdict,
  needed,
  posts: v.pipe(wholeNumber, v.description('Posts that were judged and have a count.')),
  newest: v.pipe(
    v.nullable(wholeNumber),
    v.description('How many of the newest posts were judged; null when all were.'),
  ),
  seed,
  leftOut,
  score: v.pipe(
    v.nullable(v.strictObject(association)),
    v.description(
      'Rank correlation of the score with what posts got beyond the account’s trend, with its 95 % interval; null with too few posts, or where all have one score.',
    ),
  ),
  rules: v.pipe(
    v.array(
      v.strictObject({
        rule: v.string(),
        ...association,
        adjustedP: v.pipe(chance, v.description('The chance, raised for the number of rules (Holm).')),
        part: v.pipe(
          v.picklist(['with', 'against', 'nothing']),
          v.description('Whether the rule goes with what posts get, against it, or may be chance.'),
        ),
      }),
    ),
    v.description('The same for each rule that judged enough posts.'),
  ),
  metrics: v.pipe(
    v.array(
      v.strictObject({
        metric: v.picklist(['reactions', 'impressions', 'clicks', 'visits']),
        verdict: auditVerdict,
        ...association,
      }),
    ),
    v.description('The score beside the other counts that enough posts have.'),
  ),
});

/** Whether the score goes with what posts got. */
export type AuditDocument = DeepReadonly<v.InferOutput<typeof auditSchema>>;
