import * as v from 'valibot';
import { defineDocument } from './define.js';
import { type DeepReadonly, account, leftOut, metric, needed, seed, wholeNumber } from './values.js';

const correlation = v.pipe(v.number(), v.minValue(-1), v.maxValue(1));
const association = { correlation, low: correlation, high: correlation, n: wholeNumber };

/** `tweetspan/audit@1`: whether the score goes with what posts got. */
export const auditSchema = defineDocument('audit', {
  account,
  metric,
  verdict: v.picklist(['too few posts', 'does not predict', 'predicts', 'predicts the opposite']),
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
    v.array(v.strictObject({ rule: v.string(), ...association })),
    v.description('The same for each rule that judged enough posts.'),
  ),
});

/** Whether the score goes with what posts got. */
export type AuditDocument = DeepReadonly<v.InferOutput<typeof auditSchema>>;
