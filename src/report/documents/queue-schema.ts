// The documents on the queue. Instants are ISO 8601 in UTC, durations ms, amounts thousandths of a US dollar; null where
// there is nothing.
import * as v from 'valibot';
import { ITEM_STATES } from '#queue/item.js';
import { EVENT_NAMES } from '#queue/event.js';
import { REASON_CODES } from '#queue/reason.js';
import { defineDocument } from './define.js';
import { personStep } from './outreach.js';
import type { DeepReadonly } from './values.js';

const state = v.picklist(ITEM_STATES);
const reason = v.strictObject({ code: v.picklist(REASON_CODES), detail: v.nullable(v.string()) });
const mode = v.picklist(['api', 'remind']);
const person = v.strictObject({ name: v.string(), host: v.string() });

const item = v.strictObject({
  id: v.number(),
  state,
  reason: v.nullable(reason),
  /** The slot, and what the clock of its zone shows then. */
  dueAt: v.string(),
  localTime: v.string(),
  zone: v.string(),
  /** The local time that was requested: another one where that day does not have it. */
  requestedTime: v.string(),
  notBefore: v.nullable(v.string()),
  /** Until when the process that works on it has it for itself. */
  claimedUntil: v.nullable(v.string()),
  mode,
  link: v.string(),
  text: v.string(),
  media: v.array(v.strictObject({ file: v.string(), alt: v.nullable(v.string()), tag: v.array(v.string()) })),
  price: v.number(),
  ifMissed: v.union([v.picklist(['skip', 'next-slot']), v.strictObject({ within: v.number() })]),
  gap: v.number(),
  until: v.nullable(v.string()),
  review: v.boolean(),
  draft: v.string(),
  created: v.string(),
  changed: v.string(),
  planner: v.pipe(
    v.optional(person),
    v.description('Who planned it and where; left out where nobody shares the queue.'),
  ),
  postId: v.nullable(v.string()),
  attempts: v.number(),
  checks: v.number(),
  /** What was drawn for it, where it is part of an experiment; instants and durations as everywhere. */
  experiment: v.nullable(
    v.strictObject({
      seed: v.number(),
      metric: v.picklist(['reactions', 'impressions', 'clicks', 'visits']),
      link: v.pipe(v.number(), v.description('Number of the link in the experiment, from 1.')),
      block: v.pipe(v.number(), v.description('Links of one block were put in order together.')),
      bestFirst: v.boolean(),
      arm: v.picklist(['best', 'usual']),
      armProbability: v.number(),
      slotProbability: v.pipe(v.number(), v.description('Of the slot that was drawn, given the arm.')),
      drawnAt: v.pipe(v.string(), v.description('The slot that was drawn.')),
      countedAt: v.pipe(v.number(), v.description('Age at which the post is counted, milliseconds.')),
    }),
  ),
});

const spent = v.strictObject({ cap: v.number(), spent: v.number() });
const nextItem = v.strictObject({
  id: v.number(),
  dueAt: v.string(),
  localTime: v.string(),
  zone: v.string(),
  notBefore: v.nullable(v.string()),
});
const pause = v.strictObject({ ...reason.entries, since: v.string(), until: v.nullable(v.string()) });

/** `queue`: what is planned, and how the queue is. */
export const queueSchema = defineDocument('queue', {
  now: v.string(),
  zone: v.string(),
  items: v.array(item),
  people: v.pipe(
    v.optional(v.array(personStep)),
    v.description('Open steps that only a person can take; left out where there are none.'),
  ),
  more: v.boolean(),
  counts: v.strictObject(v.entriesFromList(ITEM_STATES, v.number())),
  stopped: v.nullable(pause),
  budget: v.strictObject({ day: spent, month: spent }),
  running: v.array(
    v.strictObject({
      owner: v.string(),
      pid: v.number(),
      host: v.string(),
      version: v.string(),
      started: v.string(),
      seen: v.string(),
      person: v.pipe(v.optional(v.string()), v.description('Whose it is; left out where nobody shares the queue.')),
      postingSince: v.pipe(
        v.optional(v.nullable(v.string())),
        v.description('Since when it is the one that posts; null while it stands by.'),
      ),
    }),
  ),
  next: v.nullable(nextItem),
});

const event = v.strictObject({
  at: v.string(),
  localTime: v.string(),
  zone: v.string(),
  event: v.picklist(EVENT_NAMES),
  item: v.nullable(v.number()),
  reason: v.nullable(reason),
  data: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
  by: v.pipe(
    v.optional(person),
    v.description('Whose command or worker it was; left out where nobody shares the queue.'),
  ),
});

/** `queue show`: one item, with its log in order of time. */
export const queueItemSchema = defineDocument('queue-item', {
  item,
  postBy: v.nullable(v.string()),
  lastAttempt: v.nullable(v.strictObject({ id: v.string(), at: v.string(), text: v.string(), price: v.number() })),
  log: v.array(event),
});

/** `queue log`: the latest events, in order of time. */
export const queueLogSchema = defineDocument('queue-log', { log: v.array(event), more: v.boolean() });

/** `queue cancel`, `approve`, `move`, `now`, `retry`, `edit`, `delete`: the items after the change, and those that were not changed. */
export const queueChangeSchema = defineDocument('queue-change', {
  action: v.picklist(['cancel', 'undo', 'approve', 'move', 'now', 'retry', 'edit', 'delete']),
  items: v.array(item),
  failures: v.array(v.strictObject({ item: v.number(), exitCode: v.number() })),
});

/** What `remind.command` gets on its standard input of a step that only a person can take, with what prepares it. */
export const stepReminderSchema = defineDocument('step-reminder', { step: personStep, command: v.string() });

/** What `remind.command` gets on its standard input: the item, and the URL that opens X's composer with its text. */
export const reminderSchema = defineDocument('reminder', { item, intent: v.string() });

/** `queue pause`, `queue resume`: whether the queue is paused now, and why it is or was. */
export const queuePauseSchema = defineDocument('queue-pause', {
  paused: v.boolean(),
  changed: v.boolean(),
  reason: v.nullable(reason),
});

/** `queue import`: what the copy of a queue has brought. */
export const queueImportSchema = defineDocument('queue-import', {
  added: v.number(),
  updated: v.pipe(v.number(), v.description('Items that were worked on in the copy since they were known here.')),
  known: v.number(),
  renumbered: v.pipe(
    v.array(v.strictObject({ from: v.number(), to: v.number() })),
    v.description('Items whose number is another one here: theirs was taken.'),
  ),
  steps: v.number(),
  posts: v.number(),
  people: v.number(),
  media: v.number(),
  stopped: v.nullable(pause),
});

export type ItemRecord = v.InferOutput<typeof item>;
export type ReasonRecord = v.InferOutput<typeof reason>;
export type EventRecord = v.InferOutput<typeof event>;
export type QueueDocument = v.InferOutput<typeof queueSchema>;
export type QueueItemDocument = v.InferOutput<typeof queueItemSchema>;
export type QueueLogDocument = v.InferOutput<typeof queueLogSchema>;
export type QueueChangeDocument = v.InferOutput<typeof queueChangeSchema>;
export type StepReminderDocument = DeepReadonly<v.InferOutput<typeof stepReminderSchema>>;
export type ReminderDocument = v.InferOutput<typeof reminderSchema>;
export type QueueImportDocument = DeepReadonly<v.InferOutput<typeof queueImportSchema>>;
export type QueuePauseDocument = v.InferOutput<typeof queuePauseSchema>;
