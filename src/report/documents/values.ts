// Values that several documents on time hold, each with its meaning.
import * as v from 'valibot';

/** Data that is only read, all the way down. */
export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** A whole number from 0 on. */
export const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A whole number from 1 on. */
export const positiveNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
/** A number from 0 on. */
export const amount = v.pipe(v.number(), v.minValue(0));
/** A number from 0 to 1. */
export const chance = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** Thousandths of a US dollar. */
export const price = v.pipe(wholeNumber, v.description('Thousandths of a US dollar.'));
/** An instant in UTC. */
export const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  v.description('Instant, ISO 8601 in UTC.'),
);
/** What a clock shows. */
export const localTime = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/),
  v.description('What the clock of the zone shows.'),
);
/** A local day. */
export const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
/** A time zone. */
export const zone = v.pipe(v.string(), v.description('IANA time zone.'));
/** Handles of an account. */
export const account = v.pipe(v.array(v.string()), v.description('Handles of the account, without @.'));
/** The seed of a run. */
export const seed = v.pipe(
  wholeNumber,
  v.description('Seed of the random draws: the same one gives the same figures.'),
);
/** Milliseconds. */
export const milliseconds = v.pipe(amount, v.description('Milliseconds.'));

/** A count with its 80 % interval. */
export const estimatedAmount = { mean: amount, low: amount, high: amount };
/** What a repost is expected to bring. */
export const gain = v.pipe(
  v.strictObject({
    ...estimatedAmount,
    times: v.pipe(amount, v.description('The mean as a multiple of the account’s usual post now.')),
  }),
  v.description('Reactions expected of a repost, with the 80 % interval.'),
);

/** What is counted; null when no post has any count. */
export const metric = v.pipe(
  v.nullable(v.picklist(['reactions', 'impressions', 'clicks', 'visits'])),
  v.description('What is counted; null when no post has any count.'),
);
/** Whether the hours are the account's own. */
export const verdict = v.picklist(['typical only', 'no detectable best hour', 'best hours']);

/** Posts of the history that were not used, by why. */
export const leftOut = v.pipe(
  v.strictObject({
    replies: v.pipe(wholeNumber, v.description('Threads too: a post that answers the account itself.')),
    reposts: wholeNumber,
    unknownHour: wholeNumber,
    young: v.pipe(wholeNumber, v.description('Younger than 72 h, now or when they were counted.')),
    uncounted: v.pipe(wholeNumber, v.description('Without a count of the metric.')),
  }),
  v.description('Posts of the history that were not used, by why.'),
);
/** Fewest posts and days with which an account's own figures are looked at. */
export const needed = v.pipe(
  v.strictObject({ posts: wholeNumber, days: wholeNumber }),
  v.description('Fewest posts, and days with a post, for a verdict on the account itself.'),
);
