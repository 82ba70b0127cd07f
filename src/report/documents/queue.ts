// The queue as data. Amounts are thousandths of a US dollar; days and months of the budget are those of UTC.
import type { Attempt, Item, ItemMedia, ItemMode, ItemState, MissedPolicy } from '#queue/item.js';
import type { Reason } from '#queue/reason.js';
import type { Caps, Pause, QueueEvent, Worker } from '#queue/ports.js';
import { adviceOn, EVENT_WORDS, reasonText } from '../queue-words.js';
import type { Locale } from '#base/locale.js';

/** What documents are written with: the language of their sentences, and the clock of a zone, `2026-03-02T09:00`. */
export interface QueueVoice {
  readonly locale: Locale;
  readonly formatLocalTime: (instant: number, zone: string) => string;
}

/** A reason with its sentence. */
export interface ReasonRecord {
  readonly code: string;
  readonly detail: string | null;
  readonly text: string;
}

/** One item with all its fields. Instants are ISO 8601 in UTC, durations ms; null where there is nothing. */
export interface ItemRecord {
  readonly id: number;
  readonly state: ItemState;
  readonly reason: ReasonRecord | null;
  /** What a person can do about it. */
  readonly advice: string | null;
  /** The slot, and what the clock of its zone shows then. */
  readonly at: string;
  readonly localTime: string;
  readonly zone: string;
  /** The wall time that was asked for: another one where it does not exist on that day. */
  readonly requestedTime: string;
  readonly notBefore: string | null;
  readonly mode: ItemMode;
  readonly link: string;
  readonly text: string;
  readonly media: readonly {
    readonly file: string;
    readonly alt: string | null;
    readonly tag: readonly string[];
  }[];
  readonly price: number;
  readonly missed: MissedPolicy;
  readonly gap: number;
  readonly until: string | null;
  readonly review: boolean;
  readonly draft: string;
  readonly created: string;
  readonly changed: string;
  readonly postId: string | null;
  readonly attempts: number;
  readonly checks: number;
}

const instant = (at: number): string => new Date(at).toISOString();
const instantOrNull = (at: number | undefined): string | null => (at === undefined ? null : instant(at));

const mediaRecord = ({ file, alt, tag = [] }: ItemMedia): ItemRecord['media'][number] => ({
  file,
  alt: alt ?? null,
  tag,
});

const reasonRecord = (reason: Reason | undefined, locale: Locale): ReasonRecord | null =>
  reason === undefined ? null : { code: reason.code, detail: reason.detail ?? null, text: reasonText(reason, locale) };

/** An item as data. */
export const itemRecord = (item: Item, { locale, formatLocalTime }: QueueVoice): ItemRecord => ({
  id: item.id,
  state: item.state,
  reason: reasonRecord(item.reason, locale),
  advice: adviceOn(item, locale) ?? null,
  at: instant(item.dueAt),
  localTime: formatLocalTime(item.dueAt, item.zone),
  zone: item.zone,
  requestedTime: item.requestedTime,
  notBefore: instantOrNull(item.notBefore),
  mode: item.mode,
  link: item.link,
  text: item.text,
  media: item.media.map(mediaRecord),
  price: item.price,
  missed: item.missed,
  gap: item.gap,
  until: instantOrNull(item.until),
  review: item.review,
  draft: item.draft,
  created: instant(item.createdAt),
  changed: instant(item.changedAt),
  postId: item.postId ?? null,
  attempts: item.attempts,
  checks: item.checks,
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

/** `tweetspan/queue@1`, described by `queue.schema.json` in the package. */
export function queueDocument(items: readonly Item[], more: boolean, status: QueueStatus, voice: QueueVoice) {
  const { now, counts, pause, caps, spent, workers, next, zone } = status;
  return {
    schema: 'tweetspan/queue@1' as const,
    now: instant(now),
    zone,
    items: items.map((item) => itemRecord(item, voice)),
    more,
    counts,
    stopped:
      pause === undefined
        ? null
        : {
            ...(reasonRecord(pause, voice.locale) as ReasonRecord),
            since: instant(pause.since),
            until: instantOrNull(pause.until),
          },
    budget: {
      day: { cap: caps.day, spent: spent.day },
      month: { cap: caps.month, spent: spent.month },
    },
    running: workers.map(({ owner, pid, host, version, startedAt, heartbeatAt }) => ({
      owner,
      pid,
      host,
      version,
      started: instant(startedAt),
      seen: instant(heartbeatAt),
    })),
    next:
      next === undefined
        ? null
        : {
            id: next.id,
            at: instant(next.dueAt),
            localTime: voice.formatLocalTime(next.dueAt, next.zone),
            zone: next.zone,
          },
  };
}

export type QueueDocument = ReturnType<typeof queueDocument>;

/** An event as data. */
export const eventRecord = (
  { at, name, item, reason, data }: QueueEvent,
  zone: string,
  { locale, formatLocalTime }: QueueVoice,
) => ({
  at: instant(at),
  localTime: formatLocalTime(at, zone),
  zone,
  event: name,
  item: item ?? null,
  text: EVENT_WORDS[locale][name],
  reason: reasonRecord(reason, locale),
  data: data ?? {},
});

export type EventRecord = ReturnType<typeof eventRecord>;

/** `tweetspan/queue-item@1`, described by `queue-item.schema.json`. The log is in order of time. */
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
  voice: QueueVoice,
) {
  return {
    schema: 'tweetspan/queue-item@1' as const,
    item: itemRecord(item, voice),
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
    log: events.map((event) => eventRecord(event, item.zone, voice)),
  };
}

export type QueueItemDocument = ReturnType<typeof queueItemDocument>;

/** `tweetspan/queue-log@1`, described by `queue-log.schema.json`. In order of time, the latest events. */
export const queueLogDocument = (
  events: readonly QueueEvent[],
  more: boolean,
  { zone, ...voice }: QueueVoice & { readonly zone: string },
) => ({
  schema: 'tweetspan/queue-log@1' as const,
  log: events.map((event) => eventRecord(event, zone, voice)),
  more,
});

export type QueueLogDocument = ReturnType<typeof queueLogDocument>;
