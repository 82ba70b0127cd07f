import * as v from 'valibot';
import { defineDocument } from './define.js';
import {
  type DeepReadonly,
  amount,
  day,
  instant,
  localTime,
  positiveNumber,
  price,
  wholeNumber,
  zone,
} from './values.js';

const handle = v.pipe(v.string(), v.description('Handle without @.'));
const hook = v.picklist(['figure', 'quote', 'result', 'mistake', 'reader']);
const spared = v.strictObject({
  handle,
  why: v.picklist(['left', 'opted-out', 'no-consent', 'given', 'tired']),
  days: v.pipe(v.nullable(wholeNumber), v.description('Days since they were last asked or given a post.')),
});

const post = v.strictObject({
  handle,
  name: v.string(),
  language: v.pipe(v.nullable(v.string()), v.description('Of the person; null for any.')),
  textLanguage: v.nullable(v.string()),
  text: v.string(),
  weighted: v.pipe(wholeNumber, v.description('Characters as X counts them; 280 at most.')),
  score: amount,
  origin: v.picklist(['own', 'made', 'page', 'personal']),
  draft: v.string(),
  nearest: v.pipe(amount, v.description('Likeness to the nearest other text, 0 to 1.')),
  tag: v.pipe(v.nullable(v.string()), v.description('What tells the link apart in web statistics (utm_content).')),
  at: v.pipe(instant, v.description('The suggested moment.')),
  localTime,
  intent: v.pipe(v.string(), v.description('Opens X’s composer with the text.')),
  media: v.array(v.strictObject({ file: v.string(), alt: v.nullable(v.string()) })),
});

/** `tweetspan/kit@1`: a ready post for each ambassador. */
export const kitSchema = defineDocument('kit', {
  link: v.pipe(v.string(), v.description('Identity of the page.')),
  zone,
  now: instant,
  wanted: v.pipe(wholeNumber, v.description('People who may be given a post.')),
  posts: v.array(post),
  unserved: v.pipe(
    v.array(v.strictObject({ handle, language: v.nullable(v.string()) })),
    v.description('People for whom there is no text.'),
  ),
  write: v.pipe(v.array(hook), v.description('What the missing texts could open with.')),
  spared: v.pipe(v.array(spared), v.description('People who get no post now.')),
  refused: v.pipe(
    v.array(
      v.strictObject({
        text: v.string(),
        draft: v.string(),
        handle: v.nullable(handle),
        code: v.string(),
        message: v.string(),
      }),
    ),
    v.description('Texts that are given to nobody.'),
  ),
  faults: v.pipe(
    v.array(
      v.strictObject({
        row: positiveNumber,
        code: v.picklist(['bad-handle', 'twice', 'bad-date', 'unclear-date', 'future-date', 'bad-language']),
        value: v.string(),
      }),
    ),
    v.description('Rows of the table that are to be checked.'),
  ),
  files: v.pipe(v.array(v.string()), v.description('Files that were written.')),
  recorded: v.pipe(v.boolean(), v.description('Whether it is kept who was given what.')),
});

/** A ready post for each ambassador. */
export type KitDocument = DeepReadonly<v.InferOutput<typeof kitSchema>>;
/** The post for one person. */
export type KitPost = KitDocument['posts'][number];

/** `tweetspan/ask@1`: the message that asks people for help, and whom to send it to. */
export const askSchema = defineDocument('ask', {
  link: v.nullable(v.string()),
  now: instant,
  post: v.pipe(v.nullable(v.string()), v.description('URL of the post; null while it is to come.')),
  message: v.string(),
  added: v.pipe(v.array(v.picklist(['post', 'thanks'])), v.description('What was added to the message.')),
  asks: v.pipe(
    v.nullable(v.boolean()),
    v.description('Whether the message asks for something; null in a language that cannot be judged.'),
  ),
  open: v.pipe(v.string(), v.description('Opens a message on X.')),
  groups: v.array(
    v.array(
      v.strictObject({
        handle,
        times: v.pipe(wholeNumber, v.description('How often the account met them.')),
        last: v.nullable(day),
      }),
    ),
  ),
  spared: v.array(spared),
  recorded: v.pipe(v.boolean(), v.description('Whether it is kept that these people were asked.')),
});

/** The message that asks people for help. */
export type AskDocument = DeepReadonly<v.InferOutput<typeof askSchema>>;

const pinPost = v.strictObject({
  id: v.string(),
  url: v.string(),
  link: v.string(),
  text: v.string(),
});

/** `tweetspan/pin@1`: which post deserves the top of the profile. */
export const pinSchema = defineDocument('pin', {
  now: instant,
  profile: v.pipe(v.nullable(v.string()), v.description('URL of the profile.')),
  verb: v.picklist(['pin', 'replace', 'keep', 'unpin', 'nothing']),
  why: v.pipe(v.nullable(v.picklist(['until', 't90'])), v.description('Why it is to be unpinned.')),
  post: v.nullable(
    v.strictObject({
      ...pinPost.entries,
      remaining: v.pipe(amount, v.description('Reactions that its link is still expected to get.')),
      t90: v.pipe(amount, v.description('Milliseconds within which nine tenths of them come.')),
    }),
  ),
  pinned: v.pipe(
    v.nullable(v.strictObject({ ...pinPost.entries, since: instant, until: v.nullable(instant) })),
    v.description('What is pinned, as far as it is known.'),
  ),
  onX: v.pipe(
    v.nullable(v.strictObject({ id: v.nullable(v.string()), price })),
    v.description('What X says is pinned; null when X was not asked.'),
  ),
  refused: v.array(
    v.strictObject({
      ...pinPost.entries,
      why: v.picklist(['shortened', 'passed', 'opted-out', 'spent']),
      detail: v.string(),
    }),
  ),
  clashes: v.array(v.strictObject({ draft: v.string(), from: instant, until: v.nullable(instant) })),
  recorded: v.boolean(),
});

/** Which post deserves the top of the profile. */
export type PinDocument = DeepReadonly<v.InferOutput<typeof pinSchema>>;

/** `tweetspan/kit-record@1`: a post that an ambassador made. */
export const kitRecordSchema = defineDocument('kit-record', { handle, link: v.string(), post: v.string() });

/** A step that only a person can take. */
export const personStep = v.strictObject({
  id: v.pipe(v.string(), v.description('Its name: p3.')),
  kind: v.literal('person'),
  step: v.picklist(['kit', 'ask', 'pin', 'unpin']),
  state: v.picklist(['planned', 'reminded', 'done', 'cancelled']),
  link: v.string(),
  draft: v.string(),
  dueAt: instant,
  localTime,
  zone,
  until: v.nullable(instant),
});
/** Steps of a plan, before they have a name. */
export const plannedSteps = v.pipe(
  v.optional(
    v.array(
      v.strictObject({
        kind: v.literal('person'),
        step: personStep.entries.step,
        link: v.string(),
        draft: v.string(),
        dueAt: instant,
        localTime,
        zone,
        until: v.nullable(instant),
      }),
    ),
  ),
  v.description('What only a person can do: hand out the kit, ask for help, pin and unpin.'),
);
/** A step that only a person can take, as data. */
export type StepRecord = DeepReadonly<v.InferOutput<typeof personStep>>;

/** `tweetspan/queue-step@1`: a step that was done, or will not be. */
export const queueStepSchema = defineDocument('queue-step', { step: personStep });
