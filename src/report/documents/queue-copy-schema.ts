// A whole queue as lines of JSON: a first one about the whole, one for each thing in it, and a last one with their number,
// so that a file that was cut is known. Instants are ISO 8601 in UTC, durations ms, amounts thousandths of a US dollar.
import * as v from 'valibot';
import { ITEM_STATES } from '#queue/item.js';
import { EVENT_NAMES } from '#queue/event.js';
import { REASON_CODES } from '#queue/reason.js';
import { defineDocument } from './define.js';
import { instant } from './values.js';

/** What a column of four bytes holds. */
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1));
const duration = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** One that fits eight bytes. */
const postId = v.pipe(v.string(), v.regex(/^(?:\d{1,18}|[1-8]\d{18}|9[01]\d{17})$/));
const handle = v.pipe(v.string(), v.regex(/^\w{1,20}$/));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const person = v.strictObject({ name: v.string(), host: v.string() });
const reason = v.strictObject({ code: v.picklist(REASON_CODES), detail: v.optional(v.string()) });
const account = v.strictObject({ id: v.string(), handle: v.string() });

/** The first line. */
export const header = defineDocument('queue-copy', {
  isHandedOver: v.pipe(
    v.boolean(),
    v.description('Whether the queue that it comes from was set aside, and so posts nothing any more.'),
  ),
  account: v.optional(account),
  caps: v.strictObject({ day: whole, month: whole }),
  zoneRules: v.optional(v.string()),
});

const attempt = v.strictObject({
  id: v.string(),
  number: v.pipe(whole, v.minValue(1)),
  text: v.string(),
  startedAt: instant,
  price: whole,
  outcome: v.optional(v.string()),
  endedAt: v.optional(instant),
});

const event = v.strictObject({
  at: instant,
  name: v.picklist(EVENT_NAMES),
  reason: v.optional(reason),
  data: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
  by: v.optional(person),
});

const item = v.strictObject({
  key: v.pipe(v.string(), v.minLength(1), v.description('Its name in every database that it is brought to.')),
  number: v.pipe(whole, v.minValue(1)),
  state: v.picklist(ITEM_STATES),
  mode: v.picklist(['api', 'remind']),
  link: v.string(),
  text: v.string(),
  media: v.array(
    v.strictObject({
      file: v.string(),
      sha256: v.optional(sha256),
      alt: v.optional(v.string()),
      tag: v.optional(v.array(v.string())),
    }),
  ),
  dueAt: instant,
  requestedTime: v.string(),
  zone: v.string(),
  missed: v.union([v.picklist(['skip', 'next-slot']), v.strictObject({ within: duration })]),
  gap: duration,
  until: v.optional(instant),
  review: v.boolean(),
  price: whole,
  draft: v.string(),
  experiment: v.optional(
    v.strictObject({
      seed: v.pipe(v.number(), v.safeInteger()),
      metric: v.picklist(['reactions', 'impressions', 'clicks', 'visits']),
      pair: whole,
      block: whole,
      bestFirst: v.boolean(),
      arm: v.picklist(['best', 'usual']),
      armProbability: v.number(),
      slotProbability: v.number(),
      drawnAt: instant,
      countedAt: duration,
    }),
  ),
  createdAt: instant,
  changedAt: instant,
  notBefore: v.optional(instant),
  reason: v.optional(reason),
  postId: v.optional(postId),
  postedAt: v.optional(instant),
  checks: whole,
  isRecorded: v.boolean(),
  planner: v.optional(person),
  attempts: v.array(attempt),
  events: v.array(event),
});

const step = v.strictObject({
  kind: v.picklist(['kit', 'ask', 'pin', 'unpin']),
  state: v.picklist(['planned', 'reminded', 'done', 'cancelled']),
  link: v.string(),
  draft: v.string(),
  dueAt: instant,
  until: v.optional(instant),
  zone: v.string(),
  createdAt: instant,
  changedAt: instant,
  planner: v.optional(person),
});

const post = v.strictObject({
  id: postId,
  at: v.optional(instant),
  hasHour: v.boolean(),
  text: v.string(),
  isGone: v.boolean(),
  links: v.array(v.string()),
});

const optOut = v.strictObject({ handle, notedAt: instant, forgotten: v.optional(v.literal(true)) });
const outreach = v.strictObject({
  handle,
  what: v.picklist(['ask', 'kit']),
  at: instant,
  link: v.string(),
  text: v.string(),
  tag: v.string(),
  moment: v.optional(instant),
});
const spending = v.strictObject({
  at: instant,
  what: v.picklist(['post', 'repost', 'delete', 'read', 'count', 'user', 'media']),
  amount: v.pipe(v.number(), v.integer(), v.minValue(-(2 ** 31)), v.maxValue(2 ** 31 - 1)),
  item: v.optional(v.string()),
  attempt: v.optional(v.string()),
});
const paidRead = v.strictObject({ day: instant, post: postId });
const watched = v.strictObject({ post: postId, postedAt: instant, step: v.optional(whole) });
const media = v.strictObject({ sha256, bytes: v.pipe(v.string(), v.description('In base64.')) });

/** What a line can be, by the one key that it has. */
export const RECORDS = { item, step, post, optOut, outreach, spending, paidRead, watched, media } as const;
export type RecordKind = keyof typeof RECORDS;

/** The last line. */
export const end = v.strictObject({ end: v.strictObject({ records: whole }) });

/** A line of the copy of a queue: the first, one of those between, or the last. */
export const queueCopySchema = v.union([
  header,
  ...Object.entries(RECORDS).map(([kind, schema]) => v.strictObject({ [kind]: schema })),
  end,
]);
