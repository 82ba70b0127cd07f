import type { Reason } from '#queue/reason.js';
import type { Pause, QueueStore, Worker } from '#queue/ports.js';
import type { EventName, QueueEvent } from '#queue/event.js';
import { ACCOUNT, readJson, type QueueConnection } from './connection.js';

/** A row of `queue_events`. */
export interface EventRow {
  readonly at: number;
  readonly name: EventName;
  readonly item: number | null;
  readonly reason: string | null;
  readonly data: string | null;
}

/** A row as an event. */
const toEvent = ({ at, name, item, reason, data }: EventRow): QueueEvent => ({
  at,
  name,
  ...(item === null ? {} : { item }),
  ...(reason === null ? {} : { reason: readJson<Reason>(reason, { code: 'not-understood' }) }),
  ...(data === null ? {} : { data: readJson<NonNullable<QueueEvent['data']>>(data, {}) }),
});

/** A row of `queue_events` with who did it, where several shared the queue. */
export type NamedEventRow = EventRow & { readonly person: string; readonly host: string };

/** A row as an event that names who did it. */
export const toNamedEvent = ({ person, host, ...row }: NamedEventRow): QueueEvent => ({
  ...toEvent(row),
  ...(person === '' ? {} : { by: { name: person, host } }),
});

/** A row of `queue_pause`. */
export type PauseRow = Omit<Pause, 'until'> & { readonly until: number | null };

/** A row as a pause. */
export const toPause = ({ code, detail, since, until }: PauseRow): Pause => ({
  code,
  detail,
  since,
  ...(until === null ? {} : { until }),
});

const SET_PAUSE = `
INSERT INTO queue_pause (one, code, detail, since, until, account)
VALUES (1, $code, $detail, $since, $until, ${ACCOUNT})
ON CONFLICT DO UPDATE SET code = excluded.code, detail = excluded.detail, since = excluded.since,
  until = excluded.until`;
const HEARTBEAT = `
INSERT INTO queue_workers (owner, pid, host, version, started_at, beat_at)
VALUES ($owner, $pid, $host, $version, $startedAt, $now)
ON CONFLICT DO UPDATE SET pid = excluded.pid, host = excluded.host, version = excluded.version,
  started_at = excluded.started_at, beat_at = excluded.beat_at`;
const WORKERS = `
SELECT owner, pid, host, version, started_at AS startedAt, $now - beat_at AS silentFor FROM queue_workers
ORDER BY started_at, owner`;

const HAS_ENDED = "state IN ('posted', 'refused', 'missed', 'cancelled')";
const DAY = 86_400_000;

/** What happened and who works: events, pauses, workers, small facts. */
export const createQueueTraces = ({
  prepare,
  read,
  write,
  record,
}: QueueConnection): Pick<
  QueueStore,
  'pause' | 'setPause' | 'heartbeat' | 'workers' | 'gone' | 'note' | 'events' | 'prune' | 'fact' | 'setFact'
> => ({
  pause: () =>
    read(() => {
      const row = prepare<PauseRow>('SELECT code, detail, since, until FROM queue_pause').get();
      return row && toPause(row);
    }),
  setPause: (pause, event) =>
    write(() => {
      if (pause === undefined) prepare('DELETE FROM queue_pause').run();
      else prepare(SET_PAUSE).run({ ...pause, until: pause.until ?? null });
      record(event);
    }),

  heartbeat: (worker, now) => write(() => void prepare(HEARTBEAT).run({ ...worker, now })),
  workers: (now) => read(() => prepare<Worker>(WORKERS).all({ now })),
  gone: (owner) => write(() => void prepare('DELETE FROM queue_workers WHERE owner = ?').run(owner)),

  note: (event) => write(() => record(event)),
  events: ({ item }, limit) =>
    read(() => {
      const where = item === undefined ? '' : 'WHERE item = $item';
      const sql = `SELECT at, name, item, reason, data, person, host FROM queue_events ${where}
        ORDER BY id DESC LIMIT $limit`;
      return prepare<NamedEventRow>(sql).all({ item, limit }).map(toNamedEvent);
    }),
  prune: (age, now) =>
    write(() => {
      const before = now - age;
      // The events of an item that has not ended show what was done for it: a decision about it needs them all.
      prepare(
        `DELETE FROM queue_events WHERE at < ? AND
          (item IS NULL OR item IN (SELECT id FROM queue_items WHERE ${HAS_ENDED}))`,
      ).run(before);
      prepare('DELETE FROM queue_paid_reads WHERE day <= ?').run(before - DAY);
      prepare('DELETE FROM queue_workers WHERE beat_at < ?').run(before);
    }),

  fact: (name) =>
    read(() => prepare<{ value: string }>('SELECT value FROM queue_facts WHERE name = ?').get(name)?.value),
  setFact: (name, value) =>
    write(() => {
      const sql =
        'INSERT INTO queue_facts (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value';
      prepare(sql).run(name, value);
    }),
});
