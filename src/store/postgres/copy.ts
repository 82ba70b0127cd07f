// A whole queue out of a server and into one.
import type { CopiedItem, CopyCounts, CopyStore, QueueCopy } from '#queue/copy.js';
import { StoreError } from '../errors.js';
import { findNewSpendings, pauseOfCopy, planCopy, type CopyPlan } from '../queue/copy-plan.js';
import {
  ITEM_COLUMNS,
  toAttemptColumns,
  toCopiedSpending,
  toEventColumns,
  toItemColumns,
  toStepColumns,
  type SpendingRow,
} from '../queue/copy-rows.js';
import type { ServerConnection, Transaction } from './connection.js';
import { readCopy, readItems, SPENDINGS, STEP_COLUMNS } from './copy-out.js';
import { recordEvent, type Self } from './rows.js';
import { bindAccount, type TeamAccount } from './team.js';

/** Rows that cross at once. @source own choice */
const AT_ONCE = 2000;

const SET_PAUSE = `
INSERT INTO tweetspan.queue_pause (one, code, detail, since, until) VALUES (1, $code, '', $at, NULL)
ON CONFLICT (one) DO UPDATE SET code = excluded.code, detail = '', since = excluded.since, until = NULL`;

async function setAside(
  transaction: Transaction,
  code: 'handed-over' | 'imported' | 'copied',
  self: Self,
): Promise<void> {
  const { first, run, at } = transaction;
  const known = await first<{ code: string }>('SELECT code FROM tweetspan.queue_pause');
  if (known?.code === code) return;
  await run(SET_PAUSE, { code, at });
  await recordEvent(transaction, { at, name: 'paused', reason: { code } }, self);
}

// A worker that claims or sends one of these waits for the end of this transaction, and then finds the queue set aside.
const HOLD = `
SELECT id, state, claim_until > tweetspan.now_ms() AS "isHeld" FROM tweetspan.queue_items
WHERE state IN ('planned', 'claimed', 'sending') ORDER BY id FOR UPDATE`;

/** @throws StoreError `items-at-work` for what is with X now, or may be at once. */
async function requireIdle({ all }: Transaction): Promise<void> {
  const rows = await all<{ id: number; isHeld: boolean | null }>(HOLD);
  const ids = rows.filter(({ isHeld }) => isHeld === true).map(({ id }) => id);
  if (ids.length > 0) throw new StoreError('items-at-work', { ids });
}

const OF_ITEMS = 'jsonb_populate_recordset(NULL::tweetspan.queue_items, $rows::jsonb)';
const SLOT_TAKEN = `
SELECT q.link, q.wish, q.zone FROM ${OF_ITEMS} j JOIN tweetspan.queue_items q
  ON q.link = j.link AND q.due_at = j.due_at AND q.key <> j.key
WHERE q.state NOT IN ('refused', 'missed', 'cancelled') AND j.state NOT IN ('refused', 'missed', 'cancelled') LIMIT 1`;
const POST_TAKEN = `
SELECT q.post_id FROM ${OF_ITEMS} j JOIN tweetspan.queue_items q ON q.post_id = j.post_id AND q.key <> j.key LIMIT 1`;

/** @throws StoreError for what stands in the way of items of a copy. */
async function requireRoom({ first }: Transaction, { added, updated, diverged }: CopyPlan): Promise<void> {
  if (diverged.length > 0) throw new StoreError('copy-diverged', { ids: diverged });
  const rows = JSON.stringify([...added, ...updated].map(({ item }) => toItemColumns(item)));
  const slot = await first<{ link: string; wish: string; zone: string }>(SLOT_TAKEN, { rows });
  if (slot !== undefined) {
    throw new StoreError('slot-taken', { link: slot.link, requestedTime: slot.wish, zone: slot.zone });
  }
  const post = await first<{ post_id: string }>(POST_TAKEN, { rows });
  if (post !== undefined) throw new StoreError('post-taken', { postId: post.post_id });
}

/** Runs a statement on rows, so many at once; answers how many it changed. */
async function inBlocks({ run }: Transaction, sql: string, rows: readonly object[]): Promise<number> {
  let changed = 0;
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    changed += await run(sql, { rows: JSON.stringify(rows.slice(from, from + AT_ONCE)) });
  }
  return changed;
}

const columns = ITEM_COLUMNS.join(', ');
const ADD_ITEMS = `
INSERT INTO tweetspan.queue_items (id, ${columns}, account)
SELECT id, ${columns}, tweetspan.account_id() FROM ${OF_ITEMS}`;
const CHANGE_ITEMS = `
UPDATE tweetspan.queue_items q SET ${ITEM_COLUMNS.map((name) => `${name} = r.${name}`).join(', ')},
  claim_owner = NULL, claim_token = NULL, claim_until = NULL FROM ${OF_ITEMS} r WHERE q.id = r.id`;
const ATTEMPT = 'id, item, number, text, started_at, price, outcome, ended_at';
const ADD_ATTEMPTS = `
INSERT INTO tweetspan.queue_attempts (${ATTEMPT}, account)
SELECT ${ATTEMPT}, tweetspan.account_id() FROM jsonb_populate_recordset(NULL::tweetspan.queue_attempts, $rows::jsonb)
ON CONFLICT (id) DO UPDATE SET outcome = excluded.outcome, ended_at = excluded.ended_at`;
const EVENT = 'at, name, item, reason, data, person, host';
// In the order of the copy: the log of an item is read by the numbers of its events.
const ADD_EVENTS = `
INSERT INTO tweetspan.queue_events (${EVENT}, account)
SELECT ${EVENT.replaceAll(/\w+/g, 'e.$&')}, tweetspan.account_id() FROM jsonb_array_elements($rows::jsonb) WITH ORDINALITY AS r (row, place),
  jsonb_populate_record(NULL::tweetspan.queue_events, r.row) AS e ORDER BY r.place`;

async function writeItems(transaction: Transaction, { added, updated }: CopyPlan): Promise<void> {
  const empty = Object.fromEntries(ITEM_COLUMNS.map((name) => [name, null]));
  const toRow = ({ item, id }: { readonly item: CopiedItem; readonly id: number }): object => ({
    ...empty,
    ...toItemColumns(item),
    id,
  });
  const all = [...updated, ...added.map((each) => ({ ...each, knownEvents: 0 }))];
  await inBlocks(transaction, CHANGE_ITEMS, updated.map(toRow));
  await inBlocks(transaction, ADD_ITEMS, added.map(toRow));
  await inBlocks(
    transaction,
    ADD_ATTEMPTS,
    all.flatMap(({ item, id }) => item.attempts.map((attempt) => toAttemptColumns(attempt, id))),
  );
  await inBlocks(
    transaction,
    ADD_EVENTS,
    all.flatMap(({ item, id, knownEvents }) =>
      item.events.slice(knownEvents).map((event) => toEventColumns(event, id)),
    ),
  );
}

const OF_STEPS = 'jsonb_populate_recordset(NULL::tweetspan.person_steps, $rows::jsonb) r';
const SAME_STEP = `(s.kind, s.link, s.draft, s.due_at, s.created_at) = (r.kind, r.link, r.draft, r.due_at, r.created_at)`;
const ADD_STEPS = `
INSERT INTO tweetspan.person_steps (${STEP_COLUMNS})
SELECT ${STEP_COLUMNS.replaceAll(/\w+/g, 'r.$&')} FROM ${OF_STEPS}
WHERE NOT EXISTS (SELECT 1 FROM tweetspan.person_steps s WHERE ${SAME_STEP})`;
const CHANGE_STEPS = `
UPDATE tweetspan.person_steps s SET state = r.state, changed_at = r.changed_at FROM ${OF_STEPS}
WHERE ${SAME_STEP} AND s.changed_at < r.changed_at`;

const ADD_POSTS = `
INSERT INTO tweetspan.posts AS p (key, at, has_hour, text, is_gone)
SELECT id::bigint, at, "hasHour"::int, text, "isGone"::int
FROM jsonb_to_recordset($rows::jsonb) AS r (id text, at bigint, "hasHour" boolean, text text, "isGone" boolean)
ON CONFLICT (key) DO NOTHING`;
const MARK_GONE = `
UPDATE tweetspan.posts p SET is_gone = 1 FROM jsonb_to_recordset($rows::jsonb) AS r (id text, "isGone" boolean)
WHERE p.key = r.id::bigint AND r."isGone" AND p.is_gone = 0`;
const ADD_LINKS = `
INSERT INTO tweetspan.post_links (post, link)
SELECT id::bigint, l FROM jsonb_to_recordset($rows::jsonb) AS r (id text, links jsonb),
  jsonb_array_elements_text(r.links) AS l ON CONFLICT DO NOTHING`;
const ADD_OPT_OUTS = `
INSERT INTO tweetspan.opt_outs AS o (handle, noted_at, forgotten)
SELECT handle, "notedAt", coalesce(forgotten, false)::int
FROM jsonb_to_recordset($rows::jsonb) AS r (handle text, "notedAt" bigint, forgotten boolean)
ON CONFLICT (handle) DO UPDATE SET back_at = NULL, forgotten = greatest(o.forgotten, excluded.forgotten),
  noted_at = CASE WHEN o.back_at IS NULL THEN least(o.noted_at, excluded.noted_at) ELSE excluded.noted_at END
WHERE CASE WHEN o.back_at IS NULL THEN o.noted_at > excluded.noted_at OR o.forgotten < excluded.forgotten
  ELSE excluded.noted_at > o.back_at END`;
const ADD_OUTREACH = `
INSERT INTO tweetspan.outreach (handle, what, at, link, text, tag, moment)
SELECT * FROM jsonb_to_recordset($rows::jsonb)
  AS r (handle text, what text, at bigint, link text, text text, tag text, moment bigint)
ON CONFLICT DO NOTHING`;

const ADD_SPENDINGS = `
INSERT INTO tweetspan.queue_spendings (at, what, amount, item, attempt, account)
SELECT r.at, r.what, r.amount, i.id, r.attempt, tweetspan.account_id()
FROM jsonb_to_recordset($rows::jsonb) AS r (at bigint, what text, amount integer, item text, attempt text)
LEFT JOIN tweetspan.queue_items i ON i.key = r.item`;
const ADD_PAID_READS = `
INSERT INTO tweetspan.queue_paid_reads (day, post_id)
SELECT day, post FROM jsonb_to_recordset($rows::jsonb) AS r (day bigint, post text) ON CONFLICT DO NOTHING`;
// Of two places the one that is further on is right: readings are not made again.
const ADD_WATCHED = `
INSERT INTO tweetspan.queue_watched AS w (post_id, posted_at, step)
SELECT post, "postedAt", step FROM jsonb_to_recordset($rows::jsonb) AS r (post text, "postedAt" bigint, step integer)
ON CONFLICT (post_id) DO UPDATE
SET step = CASE WHEN excluded.step IS NULL OR w.step IS NULL THEN NULL ELSE greatest(w.step, excluded.step) END`;

async function addCopy(transaction: Transaction, copy: QueueCopy, self: Self, place: string): Promise<CopyCounts> {
  const { first, run, all } = transaction;
  // Plans and copies are added one at a time, behind this lock.
  const last = (await first<{ last: number }>('SELECT last FROM tweetspan.queue_numbers FOR UPDATE'))?.last ?? 0;
  const known = await first<TeamAccount>('SELECT id, handle FROM tweetspan.account');
  if (copy.account !== undefined && known !== undefined && known.id !== copy.account.id) {
    const nameOf = ({ id, handle }: TeamAccount): string[] => (handle === '' ? [id] : [`@${handle}`, id]);
    const names = { received: nameOf(copy.account), present: nameOf(known) };
    throw new StoreError('other-account', { file: place, ...names, decidedBy: 'id' });
  }
  const present = await readItems(
    transaction,
    copy.items.map(({ key }) => key),
  );
  const plan = planCopy(copy.items, present, last);
  await requireRoom(transaction, plan);
  if (copy.account !== undefined) await bindAccount(transaction, copy.account);
  await writeItems(transaction, plan);
  const highest = plan.added.reduce((most, { id }) => Math.max(most, id), last);
  await run('UPDATE tweetspan.queue_numbers SET last = $highest', { highest });
  const stepRows = copy.steps.map(toStepColumns);
  const steps =
    (await inBlocks(transaction, CHANGE_STEPS, stepRows)) + (await inBlocks(transaction, ADD_STEPS, stepRows));
  const posts = await inBlocks(transaction, ADD_POSTS, copy.posts);
  await inBlocks(transaction, MARK_GONE, copy.posts);
  await inBlocks(transaction, ADD_LINKS, copy.posts);
  const people =
    (await inBlocks(transaction, ADD_OPT_OUTS, copy.optOuts)) +
    (await inBlocks(transaction, ADD_OUTREACH, copy.outreach));
  const since = copy.spendings.reduce((earliest, { at }) => Math.min(earliest, at), transaction.at);
  const spent = (await all<SpendingRow>(SPENDINGS, { since })).map(toCopiedSpending);
  await inBlocks(transaction, ADD_SPENDINGS, findNewSpendings(copy.spendings, spent));
  await inBlocks(transaction, ADD_PAID_READS, copy.paidReads);
  await inBlocks(transaction, ADD_WATCHED, copy.watched);
  // What a person decided here stays: a queue that was empty has none of it.
  if (last === 0) await run('UPDATE tweetspan.queue_caps SET day = $day, month = $month', { ...copy.caps });
  if (copy.zoneRules !== undefined) {
    const sql = `INSERT INTO tweetspan.queue_facts (name, value) VALUES ('zone-rules', $rules) ON CONFLICT DO NOTHING`;
    await run(sql, { rules: copy.zoneRules });
  }
  const { added, updated } = plan;
  if (added.length + updated.length + steps > 0) await setAside(transaction, pauseOfCopy(copy), self);
  return {
    added: added.length,
    updated: updated.length,
    known: plan.known,
    renumbered: added.flatMap(({ item, id }) => (item.number === id ? [] : [[item.number, id] as const])),
    steps,
    posts,
    people,
  };
}

/** Takes the whole queue of a server, and brings one in. */
export function createServerCopies({ read, write, place }: ServerConnection, self: Self): CopyStore {
  return {
    read: (isHandedOver) =>
      isHandedOver
        ? write(async (transaction) => {
            await requireIdle(transaction);
            await setAside(transaction, 'handed-over', self);
            return readCopy(transaction, true);
          })
        : read(async (statements) => {
            // As of one instant, whatever others do meanwhile.
            await statements.run('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
            try {
              return await readCopy(statements, false);
            } finally {
              await statements.run('COMMIT');
            }
          }),
    add: (copy) => write((transaction) => addCopy(transaction, copy, self, place)),
  };
}
