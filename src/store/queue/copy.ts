// A whole queue out of a file and into one, with what its guard needs of the history.
import type { SourcePost } from '#history/ports.js';
import type { CopiedItem, CopiedPost, CopyCounts, CopyStore, QueueCopy } from '#queue/copy.js';
import type { Database } from '../driver/port.js';
import { StoreError, withStoreErrors } from '../errors.js';
import { readAccount } from '../history/contents.js';
import { createHistoryWriter } from '../history/writer.js';
import { ACCOUNT } from './connection.js';
import { all, readCopy, readItems, SPENDINGS } from './copy-out.js';
import { findNewSpendings, pauseOfCopy, planCopy, type CopyPlan } from './copy-plan.js';
import {
  ITEM_COLUMNS,
  toAttemptColumns,
  toCopiedSpending,
  toEventColumns,
  toItemColumns,
  toStepColumns,
  type SpendingRow,
} from './copy-rows.js';

const SET_PAUSE = `
INSERT INTO queue_pause (one, code, detail, since, until, account) VALUES (1, $code, '', $now, NULL, ${ACCOUNT})
ON CONFLICT DO UPDATE SET code = excluded.code, detail = '', since = excluded.since, until = NULL`;
const NOTE_PAUSE = `
INSERT INTO queue_events (at, name, reason, account) VALUES ($now, 'paused', json_object('code', $code), ${ACCOUNT})`;

function setAside(database: Database, code: string, now: number): void {
  const known = database.prepare<[], { code: string }>('SELECT code FROM queue_pause').get();
  if (known?.code === code) return;
  database.prepare(SET_PAUSE).run({ code, now });
  database.prepare(NOTE_PAUSE).run({ code, now });
}

/** @throws StoreError `items-at-work` for what is with X now, or may be at once. */
function requireIdle(database: Database, now: number): void {
  const sql = "SELECT id FROM queue_items WHERE state IN ('claimed', 'sending') AND claim_until > ? ORDER BY id";
  const ids = database.prepare<[number], number>(sql).pluck().all(now);
  if (ids.length > 0) throw new StoreError('items-at-work', { ids });
}

const SLOT_TAKEN = `
SELECT q.link, q.wish, q.zone FROM json_each($items) j JOIN queue_items q
  ON q.link = j.value ->> 'link' AND q.due_at = j.value ->> 'due_at' AND q.key IS NOT j.value ->> 'key'
WHERE q.state NOT IN ('refused', 'missed', 'cancelled') AND j.value ->> 'state' NOT IN ('refused', 'missed', 'cancelled')
LIMIT 1`;
const POST_TAKEN = `
SELECT q.post_id FROM json_each($items) j JOIN queue_items q
  ON q.post_id = j.value ->> 'post_id' AND q.key IS NOT j.value ->> 'key' LIMIT 1`;

/** @throws StoreError for what stands in the way of items of a copy. */
function requireRoom(database: Database, { added, updated, diverged }: CopyPlan): void {
  if (diverged.length > 0) throw new StoreError('copy-diverged', { ids: diverged });
  const items = JSON.stringify([...added, ...updated].map(({ item }) => toItemColumns(item)));
  const [slot] = all<{ link: string; wish: string; zone: string }>(database, SLOT_TAKEN, { items });
  if (slot !== undefined) {
    throw new StoreError('slot-taken', { link: slot.link, requestedTime: slot.wish, zone: slot.zone });
  }
  const [post] = all<{ post_id: string }>(database, POST_TAKEN, { items });
  if (post !== undefined) throw new StoreError('post-taken', { postId: post.post_id });
}

const named = (columns: readonly string[]): string => columns.map((name) => `$${name}`).join(', ');
const ADD_ITEM = `
INSERT INTO queue_items (id, ${ITEM_COLUMNS.join(', ')}, account) VALUES ($id, ${named(ITEM_COLUMNS)}, ${ACCOUNT})`;
const CHANGE_ITEM = `
UPDATE queue_items SET ${ITEM_COLUMNS.map((name) => `${name} = $${name}`).join(', ')},
  claim_owner = NULL, claim_token = NULL, claim_until = NULL WHERE id = $id`;
const ADD_ATTEMPT = `
INSERT INTO queue_attempts (id, item, number, text, started_at, price, outcome, ended_at, account)
VALUES ($id, $item, $number, $text, $started_at, $price, $outcome, $ended_at, ${ACCOUNT})
ON CONFLICT (id) DO UPDATE SET outcome = excluded.outcome, ended_at = excluded.ended_at`;
const ADD_EVENT = `
INSERT INTO queue_events (at, name, item, reason, data, person, host, account)
VALUES ($at, $name, $item, $reason, $data, $person, $host, ${ACCOUNT})`;

function writeItems(database: Database, { added, updated }: CopyPlan): void {
  const empty = Object.fromEntries(ITEM_COLUMNS.map((name) => [name, null]));
  const write = (sql: string, item: CopiedItem, id: number, knownEvents: number): void => {
    database.prepare(sql).run({ ...empty, ...toItemColumns(item), id });
    for (const attempt of item.attempts) database.prepare(ADD_ATTEMPT).run(toAttemptColumns(attempt, id));
    for (const event of item.events.slice(knownEvents)) database.prepare(ADD_EVENT).run(toEventColumns(event, id));
  };
  for (const { item, id, knownEvents } of updated) write(CHANGE_ITEM, item, id, knownEvents);
  for (const { item, id } of added) write(ADD_ITEM, item, id, 0);
}

const STEP = 'kind = $kind AND link = $link AND draft = $draft AND due_at = $due_at AND created_at = $created_at';
const ADD_STEP = `
INSERT INTO person_steps (kind, state, link, draft, due_at, until, zone, created_at, changed_at, planned_by, planned_on)
SELECT $kind, $state, $link, $draft, $due_at, $until, $zone, $created_at, $changed_at, $planned_by, $planned_on
WHERE NOT EXISTS (SELECT 1 FROM person_steps WHERE ${STEP})`;
const CHANGE_STEP = `UPDATE person_steps SET state = $state, changed_at = $changed_at WHERE ${STEP} AND changed_at < $changed_at`;

const ADD_SPENDING = `
INSERT INTO queue_spendings (at, what, amount, item, attempt, account)
VALUES ($at, $what, $amount, (SELECT id FROM queue_items WHERE key = $item), $attempt, ${ACCOUNT})`;
// Of two places the one that is further on is right: readings are not made again.
const ADD_WATCHED = `
INSERT INTO queue_watched (post_id, posted_at, step, account) VALUES ($post, $postedAt, $step, ${ACCOUNT})
ON CONFLICT DO UPDATE SET step = iif(excluded.step IS NULL OR step IS NULL, NULL, max(step, excluded.step))
WHERE step IS NOT excluded.step`;

// What was asked of somebody before they opted out is kept, unless they are to be forgotten.
const ADD_OUTREACH = `
INSERT INTO outreach (handle, what, at, link, text, tag, moment)
SELECT $handle, $what, $at, $link, $text, $tag, $moment
WHERE NOT EXISTS (SELECT 1 FROM contact_opt_outs WHERE handle = $handle AND forgotten = 1) ON CONFLICT DO NOTHING`;

/** What an own post of a copy is for the history of a file. */
export type ToSourcePost = (post: CopiedPost, own: readonly string[]) => SourcePost;

/** Adds posts and what is known of people to the history; answers how many were new. */
function writeHistory(database: Database, copy: QueueCopy, toSourcePost: ToSourcePost, now: number): number {
  const { account, posts, optOuts, outreach } = copy;
  const session = createHistoryWriter(database).openImport();
  const own = [...(readAccount(database)?.handles ?? []), ...(account === undefined ? [] : [account.handle])];
  const isGone = database.prepare('SELECT 1 FROM absences WHERE post = CAST(? AS INTEGER)');
  for (const post of posts) {
    session.add(toSourcePost(post, own));
    if (post.isGone && isGone.get(post.id) === undefined) session.addAbsence(post.id, now);
  }
  for (const optOut of optOuts) session.addOptOut(optOut);
  const handles = account === undefined || account.handle === '' ? [] : [account.handle];
  const { added } = session.commit(undefined, { ...(account === undefined ? {} : { id: account.id }), handles });
  const add = database.prepare(ADD_OUTREACH);
  for (const { moment = null, ...record } of outreach) add.run({ ...record, moment });
  return added;
}

const countPeople = (database: Database): number =>
  Number(
    database.prepare('SELECT (SELECT count(*) FROM contact_opt_outs) + (SELECT count(*) FROM outreach)').pluck().get(),
  );

function addCopy(database: Database, copy: QueueCopy, toSourcePost: ToSourcePost, now: number): CopyCounts {
  const keys = copy.items.map(({ key }) => key);
  const last = Number(database.prepare('SELECT coalesce(max(id), 0) FROM queue_items').pluck().get());
  const plan = planCopy(copy.items, readItems(database, keys), last);
  requireRoom(database, plan);
  const peopleBefore = countPeople(database);
  const posts = writeHistory(database, copy, toSourcePost, now);
  writeItems(database, plan);
  let steps = 0;
  for (const step of copy.steps) {
    const values = toStepColumns(step);
    steps += database.prepare(ADD_STEP).run(values).changes + database.prepare(CHANGE_STEP).run(values).changes;
  }
  const since = copy.spendings.reduce((first, { at }) => Math.min(first, at), now);
  const present = all<SpendingRow>(database, SPENDINGS, { since }).map(toCopiedSpending);
  for (const { at, what, amount, item = null, attempt = null } of findNewSpendings(copy.spendings, present)) {
    database.prepare(ADD_SPENDING).run({ at, what, amount, item, attempt });
  }
  for (const read of copy.paidReads) {
    database
      .prepare(
        `INSERT INTO queue_paid_reads (day, post_id, account) VALUES ($day, $post, ${ACCOUNT}) ON CONFLICT DO NOTHING`,
      )
      .run(read);
  }
  for (const { step = null, ...watched } of copy.watched) database.prepare(ADD_WATCHED).run({ ...watched, step });
  // What a person decided here stays: a queue that was empty has none of it.
  if (last === 0) database.prepare('UPDATE queue_caps SET day = $day, month = $month').run({ ...copy.caps });
  if (copy.zoneRules !== undefined) {
    const sql = "INSERT INTO queue_facts (name, value) VALUES ('zone-rules', ?) ON CONFLICT DO NOTHING";
    database.prepare(sql).run(copy.zoneRules);
  }
  const { added, updated, known } = plan;
  if (added.length + updated.length + steps > 0) setAside(database, pauseOfCopy(copy), now);
  return {
    added: added.length,
    updated: updated.length,
    known,
    renumbered: added.flatMap(({ item, id }) => (item.number === id ? [] : [[item.number, id] as const])),
    steps,
    posts,
    people: countPeople(database) - peopleBefore,
  };
}

/** Takes the whole queue of a file, and brings one in. */
export function createCopyStore(database: Database, toSourcePost: ToSourcePost): CopyStore {
  const inOne = async <T>(work: () => T): Promise<T> => withStoreErrors(database.name, () => database.transact(work));
  return {
    read: async (isHandedOver, now) =>
      isHandedOver
        ? inOne(() => {
            requireIdle(database, now);
            setAside(database, 'handed-over', now);
            return readCopy(database, true);
          })
        : withStoreErrors(database.name, () => {
            // One that takes no lock: the file may be one that can only be read.
            database.exec('BEGIN');
            try {
              return readCopy(database, false);
            } finally {
              database.exec('COMMIT');
            }
          }),
    add: (copy, now) => inOne(() => addCopy(database, copy, toSourcePost, now)),
  };
}
