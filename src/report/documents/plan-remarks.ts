// What is said beside a plan: what keeps it from being queued, and what its author should know.
import * as v from 'valibot';
import { refusal } from './draft-schemas.js';
import { localTime, positiveNumber, price, wholeNumber, zone } from './values.js';

const posts = v.pipe(v.array(positiveNumber), v.description('Numbers of the posts of this plan.'));
const handle = v.pipe(v.string(), v.description('In lower case, without @.'));
const known = v.pipe(
  v.strictObject({
    text: v.string(),
    item: v.pipe(v.nullable(positiveNumber), v.description('Number of the item; null for a post.')),
    draft: v.pipe(v.nullable(v.string()), v.description('The draft of this call that it is planned from.')),
    localTime: v.nullable(localTime),
    zone,
  }),
  v.description('The text that it reads like.'),
);

export const counted = v.pipe(
  v.picklist(['reactions', 'impressions', 'clicks', 'visits']),
  v.description('What is counted.'),
);

const score = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const mentionedAgain = v.strictObject({ code: v.literal('mentioned-again'), handle, times: positiveNumber });
export const overBudget = v.strictObject({
  code: v.literal('over-budget'),
  period: v.picklist(['day', 'month']),
  begins: v.array(v.string()),
  cap: price,
});
/** That the draft answers somebody, or repeats the post of another. */
const answer = <const Code extends string>(code: Code) =>
  v.strictObject({ code: v.literal(code), kind: v.picklist(['reply', 'repost']) });

/** What keeps a plan from being queued. */
export const problem = v.variant('code', [
  v.strictObject({
    code: v.literal('shortfall'),
    cause: v.picklist(['no hour', 'too soon', 'queue full', 'gap']),
    placed: wholeNumber,
    requested: wholeNumber,
  }),
  v.strictObject({
    code: v.literal('missing-texts'),
    count: positiveNumber,
    hooks: v.pipe(
      v.array(v.picklist(['figure', 'quote', 'result', 'mistake', 'reader'])),
      v.description('What could open them.'),
    ),
  }),
  v.strictObject({
    code: v.literal('refused-by-x'),
    posts,
    rule: v.string(),
    messageId: v.string(),
    message: v.pipe(v.string(), v.description('The finding in the language of the run.')),
  }),
  v.strictObject({
    code: v.literal('lint-error'),
    rule: v.string(),
    messageId: v.string(),
    message: v.pipe(v.string(), v.description('The finding in the language of the run.')),
  }),
  v.strictObject({
    code: v.literal('day-passed'),
    posts,
    date: v.pipe(v.string(), v.description('The day as the text names it.')),
  }),
  answer('not-a-post'),
  v.strictObject({ code: v.literal('opted-out'), handle, posts }),
  mentionedAgain,
  overBudget,
]);

/** What its author should know. */
export const note = v.variant('code', [
  v.strictObject({ code: v.literal('no-history') }),
  v.strictObject({ code: v.literal('typical-hours') }),
  v.strictObject({
    code: v.literal('blackout'),
    from: v.string(),
    until: v.string(),
    why: v.pipe(v.string(), v.description('The reason as the configuration gives it.')),
  }),
  v.strictObject({
    code: v.literal('days-off-skipped'),
    days: positiveNumber,
    first: v.array(v.strictObject({ date, name: v.string() })),
  }),
  v.strictObject({
    code: v.literal('day-off'),
    posts,
    date,
    name: v.string(),
    kind: v.picklist(['public', 'school']),
  }),
  v.strictObject({ code: v.literal('school-holidays-unknown'), region: v.string(), years: v.array(wholeNumber) }),
  v.strictObject({
    code: v.literal('far-zone'),
    from: v.pipe(wholeNumber, v.description('Hour of day from which the account usually posts, on the plan’s clock.')),
    to: v.pipe(wholeNumber, v.description('Hour of day at which it stops.')),
  }),
  v.strictObject({ code: v.literal('flat-prior'), metric: counted }),
  v.strictObject({
    code: v.literal('overlap'),
    posts,
    share: v.pipe(v.number(), v.description('The most that a post before still has to come, as a share of its total.')),
  }),
  v.strictObject({
    code: v.literal('forced'),
    errors: v.pipe(positiveNumber, v.description('Errors that were overridden.')),
  }),
  answer('planned-anyway'),
  v.strictObject({
    code: v.literal('weak-text'),
    posts,
    score: v.pipe(score, v.description('The lowest text score of theirs.')),
  }),
  v.strictObject({
    code: v.literal('advised-against'),
    verb: v.picklist(['rewrite first', 'let it rest', 'stop']),
    cause: v.string(),
    times: v.pipe(v.number(), v.description('What a repost should bring, as a multiple of the usual post.')),
  }),
  v.strictObject({ code: v.literal('many-reposts'), times: wholeNumber, advised: wholeNumber }),
  v.strictObject({ code: v.literal('variant-alike'), text: v.string(), like: known }),
  v.strictObject({ code: v.literal('variant-refused'), text: v.string(), reason: refusal }),
  v.strictObject({ code: v.literal('draft-alike'), like: known }),
  v.strictObject({ code: v.literal('already-planned'), items: v.array(positiveNumber) }),
  v.strictObject({ code: v.literal('mentioned'), handle, posts }),
  mentionedAgain,
]);
