import * as v from 'valibot';
import { defineDocument } from './define.js';
import { personStep } from './outreach.js';
import {
  type DeepReadonly,
  account,
  amount,
  gain,
  instant,
  localTime,
  positiveNumber,
  seed,
  wholeNumber,
  zone,
} from './values.js';

const link = v.strictObject({
  number: positiveNumber,
  link: v.pipe(v.string(), v.description('Identity of the page.')),
  byText: v.pipe(v.boolean(), v.description('Whether the page is unknown: the link stands for posts of one text.')),
  label: v.pipe(v.string(), v.description('How the link is shown: its identity, or the text of its posts.')),
  lastText: v.pipe(v.string(), v.description('The text of its newest post.')),
  posts: v.pipe(wholeNumber, v.description('Posts of the page, also under other short links with the same text.')),
  reactions: v.pipe(wholeNumber, v.description('Likes and reposts of all its posts.')),
  last: localTime,
  at: instant,
  localTime,
  gain,
  lasting: v.pipe(v.nullable(v.string()), v.description('Words of its text that promise a page that lasts.')),
  kind: v.pipe(
    v.nullable(v.picklist(['guide', 'comparison', 'collection', 'advice', 'overview', 'explanation'])),
    v.description('What kind of page they promise.'),
  ),
  idea: v.pipe(
    v.nullable(v.picklist(['figure', 'quote', 'result', 'mistake', 'reader'])),
    v.description('What a new text could open with, where the last one shows that the page has it; null otherwise.'),
  ),
  text: v.pipe(
    v.nullable(
      v.strictObject({ text: v.string(), origin: v.picklist(['draft', 'own', 'made', 'page']), draft: v.string() }),
    ),
    v.description('A text that is ready, and the draft that has it; null when one has still to be written.'),
  ),
});

/** `tweetspan/suggest@1`: the links worth reposting in the next seven days. */
export const suggestSchema = defineDocument('suggest', {
  account,
  zone,
  now: instant,
  localTime,
  seed,
  usual: v.pipe(amount, v.description('Reactions that the account’s usual post gets now.')),
  rhythm: v.pipe(
    v.strictObject({ postsPerWeek: wholeNumber, reposts: wholeNumber }),
    v.description('Posts in a usual week, and how many reposts that bears beside those queued.'),
  ),
  newestPost: v.pipe(
    v.nullable(localTime),
    v.description('When the newest post with a link in the history was published.'),
  ),
  links: v.pipe(v.array(link), v.description('The best first.')),
  left: v.pipe(
    v.array(
      v.strictObject({
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
          'repeats another',
          'opted out',
          'planned already',
          'like another',
          'not yours',
          'uncounted',
          'list full',
        ]),
        links: positiveNumber,
        examples: v.array(v.string()),
      }),
    ),
    v.description('Links that are not suggested, by why.'),
  ),
  people: v.pipe(v.optional(v.array(personStep)), v.description('Open steps that only a person can take.')),
  queued: v.pipe(
    v.nullable(v.array(positiveNumber)),
    v.description('Numbers of the items that were queued; null when nothing was to be.'),
  ),
});

/** The links worth reposting. */
export type SuggestDocument = DeepReadonly<v.InferOutput<typeof suggestSchema>>;
