// The queue as data. Amounts are thousandths of a US dollar; days and months of the budget are those of UTC.
import type { Attempt, Item, ItemMedia, ItemState } from '#queue/item.js';
import type { Caps, Pause, Worker } from '#queue/ports.js';
import type { QueueEvent } from '#queue/event.js';
import type { Reason } from '#queue/reason.js';
import type {
  EventRecord,
  ItemRecord,
  QueueDocument,
  QueueItemDocument,
  QueueLogDocument,
  ReasonRecord,
} from './queue-schema.js';

/** What the clock of a zone shows at an instant (ms UTC): `2026-03-02T09:00`. */
export type FormatLocalTime = (instant: number, zone: string) => string;

const instant = (at: number): string => new Date(at).toISOString();
const instantOrNull = (at: number | undefined): string | null => (at === undefined ? null : instant(at));

const mediaRecord = ({ file, alt, tag = [] }: ItemMedia): ItemRecord['media'][number] => ({
  file,
  alt: alt ?? null,
  tag: [...tag],
});

/** A reason as data. */
export function reasonRecord(reason: Reason): ReasonRecord;
export function reasonRecord(reason: Reason | undefined): ReasonRecord | null;
export function reasonRecord(reason: Reason | undefined): ReasonRecord | null {
  if (reason === undefined) return null;
  return { code: reason.code, detail: reason.detail === undefined || reason.detail === '' ? null : reason.detail };
}

const experimentRecord = (drawn: Item['experiment']): ItemRecord['experiment'] => {
  if (drawn === undefined) return null;
  const { pair, block, drawnAt, ...rest } = drawn;
  return { ...rest, link: pair + 1, block: block + 1, drawnAt: instant(drawnAt) };
};

/** An item as data. */
export const itemRecord = (item: Item, formatLocalTime: FormatLocalTime): ItemRecord => ({
  id: item.id,
  state: item.state,
  reason: reasonRecord(item.reason),
  dueAt: instant(item.dueAt),
  localTime: formatLocalTime(item.dueAt, item.zone),
  zone: item.zone,
  requestedTime: item.requestedTime,
  notBefore: instantOrNull(item.notBefore),
  claimedUntil: instantOrNull(item.claim?.until),
  mode: item.mode,
  link: item.link,
  text: item.text,
  media: item.media.map(mediaRecord),
  price: item.price,
  ifMissed: item.missed,
  gap: item.gap,
  until: instantOrNull(item.until),
  review: item.review,
  draft: item.draft,
  created: instant(item.createdAt),
  changed: instant(item.changedAt),
  ...(item.planner !== undefined && { planner: { ...item.planner } }),
  postId: item.postId ?? null,
  attempts: item.attempts,
  checks: item.checks,
  experiment: experimentRecord(item.experiment),
});

/** What the queue as a whole is at an instant. */
export interface QueueStatus {
  readonly now: number;
  readonly counts: Readonly<Record<ItemState, number>>;
  readonly pause: Pause | undefined;
  readonly caps: Caps;
  readonly spent: Caps;
  /** Those that gave a sign of life lately. */
  readonly workers: readonly Worker[];
  readonly next: Item | undefined;
  /** Zone for instants that concern no item. */
  readonly zone: string;
}

/** `tweetspan/queue@1`. */
export function queueDocument(
  items: readonly Item[],
  more: boolean,
  status: QueueStatus,
  formatLocalTime: FormatLocalTime,
): QueueDocument {
  const { now, counts, pause, caps, spent, workers, next, zone } = status;
  return {
    schema: 'tweetspan/queue@1',
    now: instant(now),
    zone,
    items: items.map((item) => itemRecord(item, formatLocalTime)),
    more,
    counts: { ...counts },
    stopped:
      pause === undefined
        ? null
        : {
            ...reasonRecord(pause),
            since: instant(pause.since),
            until: instantOrNull(pause.until),
          },
    budget: {
      day: { cap: caps.day, spent: spent.day },
      month: { cap: caps.month, spent: spent.month },
    },
    running: workers.map(({ owner, pid, host, version, startedAt, silentFor, person, leadsSince }) => ({
      owner,
      pid,
      host,
      version,
      started: instant(startedAt),
      seen: instant(now - silentFor),
      ...(person !== undefined && { person, postingSince: instantOrNull(leadsSince) }),
    })),
    next:
      next === undefined
        ? null
        : {
            id: next.id,
            dueAt: instant(next.dueAt),
            localTime: formatLocalTime(next.dueAt, next.zone),
            zone: next.zone,
            notBefore: instantOrNull(next.notBefore),
          },
  };
}

/** An event as data. */
const eventRecord = (
  { at, name, item, reason, data, by }: QueueEvent,
  zone: string,
  formatLocalTime: FormatLocalTime,
): EventRecord => ({
  at: instant(at),
  localTime: formatLocalTime(at, zone),
  zone,
  event: name,
  item: item ?? null,
  reason: reasonRecord(reason),
  data: { ...data },
  ...(by !== undefined && { by: { ...by } }),
});

/** `tweetspan/queue-item@1`. The log is in order of time. */
export function queueItemDocument(
  item: Item,
  {
    events,
    attempt,
    postBy,
  }: {
    readonly events: readonly QueueEvent[];
    readonly attempt: Attempt | undefined;
    /** Where it can be posted by hand; undefined where it must not be. */
    readonly postBy: string | undefined;
  },
  formatLocalTime: FormatLocalTime,
): QueueItemDocument {
  return {
    schema: 'tweetspan/queue-item@1',
    item: itemRecord(item, formatLocalTime),
    postBy: postBy ?? null,
    lastAttempt:
      attempt === undefined
        ? null
        : {
            id: attempt.id,
            at: instant(attempt.startedAt),
            text: attempt.text,
            price: attempt.price,
          },
    log: events.map((event) => eventRecord(event, item.zone, formatLocalTime)),
  };
}

/** `tweetspan/queue-log@1`. In order of time, the latest events. */
export const queueLogDocument = (
  events: readonly QueueEvent[],
  more: boolean,
  zone: string,
  formatLocalTime: FormatLocalTime,
): QueueLogDocument => ({
  schema: 'tweetspan/queue-log@1',
  log: events.map((event) => eventRecord(event, zone, formatLocalTime)),
  more,
});
