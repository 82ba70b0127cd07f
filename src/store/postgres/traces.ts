import type { Caps, Pause, QueueStore, Spending, SpendingReader, Worker } from '#queue/ports.js';
import { toNamedEvent, toPause, type NamedEventRow, type PauseRow } from '../queue/traces.js';
import type { ServerConnection } from './connection.js';
import { recordEvent, type Self } from './rows.js';

const SET_PAUSE = `
INSERT INTO tweetspan.queue_pause (one, code, detail, since, until) VALUES (1, $code, $detail, $since, $until)
ON CONFLICT (one) DO UPDATE SET code = excluded.code, detail = excluded.detail, since = excluded.since,
  until = excluded.until`;
const HEARTBEAT = `
INSERT INTO tweetspan.queue_workers (owner, pid, host, version, started_at, beat_at, person)
VALUES ($owner, $pid, $host, $version, $startedAt, $at, $person)
ON CONFLICT (owner) DO UPDATE SET pid = excluded.pid, host = excluded.host, version = excluded.version,
  started_at = excluded.started_at, beat_at = excluded.beat_at, person = excluded.person`;
const WORKERS = `
SELECT w.owner, pid, host, version, started_at AS "startedAt", tweetspan.now_ms() - beat_at AS "silentFor", person,
  CASE WHEN l.until > tweetspan.now_ms() THEN l.since END AS "leadsSince"
FROM tweetspan.queue_workers w LEFT JOIN tweetspan.queue_lead l ON l.owner = w.owner
ORDER BY started_at, w.owner COLLATE "C"`;
// Who can post takes the place of who cannot; else the word of the one before has to run out.
const LEAD = `
INSERT INTO tweetspan.queue_lead AS l (one, owner, can_post, since, until)
VALUES (1, $owner, $canPost, tweetspan.now_ms(), tweetspan.now_ms() + $lease::bigint)
ON CONFLICT (one) DO UPDATE SET owner = excluded.owner, can_post = excluded.can_post, until = excluded.until,
  since = CASE WHEN l.owner = excluded.owner AND l.until > excluded.since THEN l.since ELSE excluded.since END
WHERE l.owner = excluded.owner OR l.until <= excluded.since OR l.can_post < excluded.can_post`;

const DAY = 86_400_000;
/** Events that are forgotten at a time: more than a day has, and no more than a tick has time for. @source own choice */
const MAX_FORGOTTEN = 10_000;
// The events of an item that has not ended show what was done for it: a decision about it needs them all.
const OLD_EVENTS = `
DELETE FROM tweetspan.queue_events WHERE id IN (
  SELECT e.id FROM tweetspan.queue_events e LEFT JOIN tweetspan.queue_items i ON i.id = e.item
  WHERE e.at < $before AND (e.item IS NULL OR i.state IN ('posted', 'refused', 'missed', 'cancelled'))
  ORDER BY e.at LIMIT $limit)`;
// Each item is read once, however many media there are.
const UNUSED_MEDIA = `
DELETE FROM tweetspan.media WHERE added_at < $before AND sha256 NOT IN (
  SELECT (regexp_matches(media, '"sha256":"([0-9a-f]{64})"', 'g'))[1] FROM tweetspan.queue_items
  WHERE state NOT IN ('posted', 'cancelled') AND media <> '[]')`;
/** How long media are kept that no open item has, ms: a cancelled item may be planned again. @source own choice */
const MEDIA_KEPT = 30 * DAY;

type WorkerRow = Omit<Worker, 'person' | 'leadsSince'> & {
  readonly person: string;
  readonly leadsSince: number | null;
};

const toWorker = ({ person, leadsSince, ...worker }: WorkerRow): Worker => ({
  ...worker,
  ...(person === '' ? {} : { person }),
  ...(leadsSince === null ? {} : { leadsSince }),
});

/** What happened and who works: events, pauses, workers, small facts. */
export const createServerTraces = (
  { read, write }: ServerConnection,
  self: Self,
): Pick<
  QueueStore,
  'pause' | 'setPause' | 'heartbeat' | 'workers' | 'gone' | 'lead' | 'note' | 'events' | 'prune' | 'fact' | 'setFact'
> => ({
  pause: () =>
    read(async ({ first }): Promise<Pause | undefined> => {
      const row = await first<PauseRow>('SELECT code, detail, since, until FROM tweetspan.queue_pause');
      return row && toPause(row);
    }),
  setPause: (pause, event) =>
    write(async (transaction) => {
      if (pause === undefined) await transaction.run('DELETE FROM tweetspan.queue_pause');
      else await transaction.run(SET_PAUSE, { ...pause });
      await recordEvent(transaction, event, self);
    }),

  heartbeat: ({ owner, pid, host, version, startedAt }) =>
    write(async ({ run, at }) => {
      // A sign of life that a power cut loses is given again within a minute.
      await run('SET LOCAL synchronous_commit = off');
      await run(HEARTBEAT, { owner, pid, host, version, startedAt, at, person: self.person });
    }),
  workers: () => read(async ({ all }) => (await all<WorkerRow>(WORKERS)).map(toWorker)),
  gone: (owner) =>
    write(async ({ run }) => {
      await run('DELETE FROM tweetspan.queue_workers WHERE owner = $owner', { owner });
      await run('DELETE FROM tweetspan.queue_lead WHERE owner = $owner', { owner });
    }),
  lead: (owner, lease, canPost) =>
    write(async ({ run }) => {
      await run('SET LOCAL synchronous_commit = off');
      return (await run(LEAD, { owner, lease, canPost: canPost ? 1 : 0 })) === 1;
    }),

  note: (event) => write((transaction) => recordEvent(transaction, event, self)),
  events: ({ item }, limit) =>
    read(async ({ all }) => {
      const where = item === undefined ? '' : 'WHERE item = $item';
      const sql = `SELECT at, name, item, reason, data, person, host FROM tweetspan.queue_events ${where}
        ORDER BY id DESC LIMIT $limit`;
      return (await all<NamedEventRow>(sql, { item, limit })).map(toNamedEvent);
    }),
  prune: (age) =>
    write(async ({ run, at }) => {
      const before = at - age;
      await run(OLD_EVENTS, { before, limit: MAX_FORGOTTEN });
      await run('DELETE FROM tweetspan.queue_paid_reads WHERE day <= $before', { before: before - DAY });
      await run('DELETE FROM tweetspan.queue_workers WHERE beat_at < $before', { before });
      await run(UNUSED_MEDIA, { before: at - MEDIA_KEPT });
    }),

  fact: (name) =>
    read(async ({ first }) => {
      const sql = 'SELECT value FROM tweetspan.queue_facts WHERE name = $name';
      return (await first<{ value: string }>(sql, { name }))?.value;
    }),
  setFact: (name, value) =>
    write(async ({ run }) => {
      const sql = `INSERT INTO tweetspan.queue_facts (name, value) VALUES ($name, $value)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value`;
      await run(sql, { name, value });
    }),
});

const SPEND = `
INSERT INTO tweetspan.queue_spendings (at, what, amount, item, account)
VALUES ($at, $what, $amount, $item, tweetspan.account_id())`;
const SPENT = 'SELECT coalesce(sum(amount), 0)::bigint AS amount FROM tweetspan.queue_spendings WHERE at >= $instant';
const BY_KIND = `
SELECT what, sum(amount)::bigint AS amount FROM tweetspan.queue_spendings WHERE at >= $since
GROUP BY what HAVING sum(amount) <> 0`;

/** What the account may spend, and what it spent. */
export const createServerMoney = ({
  read,
  write,
}: ServerConnection): Pick<QueueStore, 'caps' | 'setCaps' | 'spend' | 'spentSince' | 'noteReads'> & SpendingReader => ({
  // Without a row nothing may be spent: only a damaged database has none.
  caps: () =>
    read(
      async ({ first }) => (await first<Caps>('SELECT day, month FROM tweetspan.queue_caps')) ?? { day: 0, month: 0 },
    ),
  setCaps: ({ day, month }) =>
    write(async ({ run }) => {
      const sql = `INSERT INTO tweetspan.queue_caps (one, day, month) VALUES (1, $day, $month)
        ON CONFLICT (one) DO UPDATE SET day = excluded.day, month = excluded.month`;
      await run(sql, { day, month });
    }),
  spend: ({ at, what, amount, item }) => write(async ({ run }) => void (await run(SPEND, { at, what, amount, item }))),
  spentSince: (instant) =>
    read(async ({ first }) => (await first<{ amount: number }>(SPENT, { instant }))?.amount ?? 0),
  noteReads: (day, ids) =>
    write(({ run }) =>
      run(
        `INSERT INTO tweetspan.queue_paid_reads (day, post_id) SELECT DISTINCT $day::bigint, id FROM unnest($ids::text[]) AS id
         ON CONFLICT DO NOTHING`,
        { day, ids },
      ),
    ),
  async spentByKind(since) {
    const rows = await read(({ all }) => all<{ what: Spending['what']; amount: number }>(BY_KIND, { since }));
    return Object.fromEntries(rows.map(({ what, amount }) => [what, amount]));
  },
});
