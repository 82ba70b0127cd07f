import * as v from 'valibot';
import { defineDocument } from './define.js';
import {
  type DeepReadonly,
  account,
  amount,
  estimatedAmount,
  gain,
  instant,
  localTime,
  milliseconds,
  seed,
  wholeNumber,
  zone,
} from './values.js';

const duration = v.strictObject({ median: milliseconds, low: milliseconds, high: milliseconds });
const seenSpan = v.strictObject({
  age: v.pipe(
    v.nullable(milliseconds),
    v.description('Interpolated between two readings, ms of age; null when it came before the first.'),
  ),
  after: milliseconds,
  before: milliseconds,
});
const times = v.pipe(
  v.strictObject({
    basis: v.pipe(
      v.picklist(['own', 'account', 'typical']),
      v.description('Whose pace this is: this post’s, that of the account’s complete posts, or other accounts’.'),
    ),
    t50: duration,
    t90: duration,
    seen: v.pipe(
      v.nullable(v.strictObject({ t50: seenSpan, t90: seenSpan })),
      v.description('Of complete posts that were read on the way: to be preferred.'),
    ),
  }),
  v.description('How long half and 90 % of the reactions take, with 80 % intervals.'),
);
const reactions = v.pipe(
  v.nullable(wholeNumber),
  v.description('Likes and reposts by the highest reading; null when there is none.'),
);

const post = v.strictObject({
  id: v.string(),
  at: instant,
  localTime,
  text: v.string(),
  reactions,
  total: v.pipe(
    v.strictObject({ ...estimatedAmount, point: amount }),
    v.description('Reactions within 7 days; counted when `finished`.'),
  ),
  finished: v.boolean(),
  times,
  sincePrevious: v.pipe(v.nullable(v.number()), v.description('Milliseconds since the link’s previous post.')),
  ratioToFirst: v.pipe(v.nullable(v.number()), v.description('Its total over that of the link’s first post.')),
});

const link = v.strictObject({
  link: v.pipe(v.string(), v.description('Identity of the page.')),
  byText: v.pipe(v.boolean(), v.description('Whether the page is unknown: the link stands for posts of one text.')),
  label: v.pipe(v.string(), v.description('How the link is shown: its identity, or the text of its posts.')),
  posts: wholeNumber,
  untimed: v.pipe(wholeNumber, v.description('Posts whose hour is not known, which no estimate uses.')),
  first: localTime,
  last: localTime,
  reactions,
  total: v.strictObject(estimatedAmount),
  remaining: v.pipe(v.strictObject(estimatedAmount), v.description('Reactions still to come.')),
  rate: v.pipe(v.number(), v.description('Reactions an hour now.')),
  alive: v.boolean(),
  times: v.pipe(times, v.description('Of the newest post.')),
  advice: v.strictObject({
    verb: v.picklist(['repost now', 'wait until', 'rewrite first', 'let it rest', 'stop']),
    cause: v.picklist([
      'due',
      'never posted',
      'too soon',
      'still collecting',
      'still getting more',
      'hour not in use',
      'weak so far',
      'gain too small',
      'too old',
      'no hour left',
      'enough reposts',
      'window over',
      'two weak reposts',
      'tied to its day',
    ]),
    at: v.nullable(instant),
    localTime: v.nullable(localTime),
    gain,
    rest: v.pipe(amount, v.description('Reactions that the link still gets without a repost.')),
    words: v.pipe(v.nullable(v.string()), v.description('Words that tie the newest text to its day.')),
    t90: v.pipe(milliseconds, v.description('How long the newest post takes for 90 % of its reactions.')),
  }),
  ambassadors: v.pipe(
    v.optional(
      v.strictObject({
        given: wholeNumber,
        posts: wholeNumber,
        likes: wholeNumber,
        reposts: wholeNumber,
        visits: v.pipe(v.nullable(wholeNumber), v.description('By the UTM parameters of their links.')),
      }),
    ),
    v.description('Posts by ambassadors, which no other figure holds; with one link that has a kit only.'),
  ),
  detail: v.pipe(
    v.optional(
      v.strictObject({
        posts: v.array(post),
        curve: v.pipe(
          v.array(v.strictObject({ at: instant, localTime, ...estimatedAmount })),
          v.description('Reactions of all posts together, from the first post on.'),
        ),
      }),
    ),
    v.description('With one link only.'),
  ),
});

/** `tweetspan/decay@1`: how long links go on getting reactions, and whether to post one again. */
export const decaySchema = defineDocument('decay', {
  account,
  zone,
  now: instant,
  localTime,
  seed,
  metric: v.pipe(
    v.picklist(['reactions', 'visits']),
    v.description('What is counted: where it is `visits`, all reactions of this document are visits of the site.'),
  ),
  known: v.pipe(
    wholeNumber,
    v.description('Links of the history with a post of known time; `links` has the newest of them.'),
  ),
  learnedFrom: v.pipe(
    v.strictObject({ shape: wholeNumber, level: wholeNumber }),
    v.description('Complete posts behind the pace and behind the usual total; 0: typical.'),
  ),
  rules: v.pipe(
    v.strictObject({
      minGap: milliseconds,
      maxReposts: wholeNumber,
      restShare: amount,
      worthShare: amount,
      maxAge: milliseconds,
    }),
    v.description('What the advice keeps to.'),
  ),
  sort: v.pipe(
    v.picklist(['last', 'gain', 'remaining', 'chosen']),
    v.description('Order of the links; `chosen` when one was named, or those with one advice.'),
  ),
  links: v.array(link),
  faults: v.pipe(
    v.strictObject({
      beforePublication: wholeNumber,
      wentDown: wholeNumber,
      undated: wholeNumber,
      uncounted: wholeNumber,
      untimed: wholeNumber,
    }),
    v.description('Readings and posts that were set right or left out, by why.'),
  ),
});

/** How long links go on getting reactions. */
export type DecayDocument = DeepReadonly<v.InferOutput<typeof decaySchema>>;
/** A link with the decay of all its posts. */
export type DecayLink = DecayDocument['links'][number];
/** What is shown of a link that was named. */
export type DecayDetail = NonNullable<DecayLink['detail']>;
/** How long reactions took. */
export type DecayTimes = DecayLink['times'];
