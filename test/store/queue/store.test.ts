import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { versions } from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueueStore } from '#queue/ports.js';
import type { Database } from '#store/driver/port.js';
import { migrate, MIGRATIONS } from '#store/migrations.js';
import { openDatabase } from '#store/database.js';
import { createQueueStore } from '#store/queue/store.js';
import { addOne, event, MINUTE, newAttempt, newClaim, sendOne, visible } from '../../queue/contract/setup.js';
import { SLOT } from '../../queue/items.js';
import { engineUnderTest } from '../engine-under-test.js';

const SEARCH = (index: string, by: string): string => `SEARCH queue_items USING INDEX queue_items_${index} (${by})`;

const driver = await engineUnderTest();
const options = { nodeVersion: versions.node, busyTimeout: 20, driver };

describe('the queue in a file', () => {
  let folder: string;
  let file: string;
  let database: Database;
  let store: QueueStore;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tweetspan-queue-'));
    file = join(folder, 'history.db');
    database = await openDatabase(file, options);
    store = createQueueStore(database);
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  it('answers while another program writes, and writes nothing until it is done', async () => {
    const { id } = await addOne(store);
    const before = await visible(store);
    const other = driver.open(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.claim(id, newClaim('t1'), event('claimed', SLOT))).rejects.toThrow(
      expect.objectContaining({ problem: 'locked', data: { file } }),
    );
    expect(await store.due(SLOT, 9)).toHaveLength(1);
    expect(await store.expire(SLOT)).toEqual([]);
    expect(await visible(store)).toEqual(before);
    other.exec('ROLLBACK');
    other.close();
    expect(await store.claim(id, newClaim('t1'), event('claimed', SLOT))).toBe(true);
  });

  it('keeps nothing of an attempt or its end for which there is no room', async () => {
    const { id } = await sendOne(store);
    const before = await visible(store);
    const pages = Number(database.pragma('page_count'));
    database.pragma(`max_page_count = ${pages}`);
    const detail = 'x'.repeat(100_000);
    const end = { event: event('refused', SLOT, { reason: { code: 'forbidden', detail } }), isFree: true };
    const full = expect.objectContaining({ problem: 'full' });
    await expect(store.finish('a1', { state: 'refused' }, end)).rejects.toThrow(full);
    expect(await visible(store)).toEqual(before);
    database.pragma('max_page_count = 1000000');
    expect(await store.finish('a1', { state: 'refused' }, end)).toBe(true);

    const next = await addOne(store, {}, 1);
    await store.claim(next.id, newClaim('t2'), event('claimed', SLOT + 1));
    const claimed = await visible(store);
    database.pragma(`max_page_count = ${Number(database.pragma('page_count'))}`);
    const long = { ...newAttempt('a2', next.id), text: detail };
    await expect(store.journal('t2', long, event('sending', SLOT + 1))).rejects.toThrow(full);
    expect(await visible(store)).toEqual(claimed);
    expect(await store.get(id)).toMatchObject({ state: 'refused' });
  });

  it('is read also where nothing may be written', async () => {
    const { id } = await addOne(store);
    const readonly = await openDatabase(file, { ...options, readonly: true });
    const reader = createQueueStore(readonly);
    expect(await visible(reader)).toEqual(await visible(store));
    expect(await reader.expire(SLOT)).toEqual([]);
    await expect(reader.markRecorded(id)).rejects.toThrow(expect.objectContaining({ problem: 'read-only' }));
    readonly.close();
  });

  it('is added to a history of the version before, which keeps what it holds', async () => {
    const older = join(folder, 'older.db');
    const first = driver.open(older);
    migrate(first, older, MIGRATIONS.slice(0, 2));
    first.exec("INSERT INTO contact_opt_outs VALUES ('voisine', 1)");
    first.close();
    const migrated = await openDatabase(older, options);
    expect(migrated.prepare('SELECT handle FROM contact_opt_outs').pluck().all()).toEqual(['voisine']);
    const queue = createQueueStore(migrated);
    expect(await addOne(queue)).toMatchObject({ id: 1 });
    expect(await queue.caps()).toEqual({ day: 1000, month: 10_000 });
    migrated.close();
  });

  it('names its account in each row, those of before its first sign-in too', async () => {
    const older = join(folder, 'unnamed.db');
    const first = driver.open(older);
    migrate(
      first,
      older,
      MIGRATIONS.filter(({ version }) => version < 8),
    );
    first.exec("INSERT INTO queue_spendings (at, what, amount) VALUES (1, 'read', 5)");
    first.close();
    const migrated = await openDatabase(older, options);
    const queue = createQueueStore(migrated);
    await addOne(queue);
    const accounts = (table: string): unknown[] =>
      migrated.prepare(`SELECT DISTINCT account FROM ${table}`).pluck().all();
    expect(['queue_items', 'queue_spendings', 'queue_events', 'queue_caps'].flatMap(accounts)).toEqual([
      '',
      '',
      '',
      '',
    ]);
    // A history learns the handle first, as of an export without it, and the id later.
    migrated.exec('INSERT INTO account (one, id) VALUES (1, NULL)');
    expect((await queue.get(1))?.account).toBe('');
    migrated.exec(
      "INSERT INTO account (one, id) VALUES (1, '7') ON CONFLICT DO UPDATE SET id = coalesce(id, excluded.id)",
    );
    await addOne(queue, {}, MINUTE);
    await queue.watch('1', SLOT);
    await queue.noteReads(SLOT, ['1']);
    await queue.setPause({ code: 'by-hand', detail: '', since: SLOT }, event('paused', SLOT));
    await queue.claim(1, newClaim('t1', MINUTE, '7'), event('claimed', SLOT));
    await queue.journal('t1', newAttempt('a1', 1), event('sending', SLOT));
    const tables = ['items', 'attempts', 'events', 'spendings', 'caps', 'paid_reads', 'watched', 'pause'];
    expect(tables.flatMap((table) => accounts(`queue_${table}`))).toEqual(tables.map(() => '7'));
    migrated.close();
  });

  it('cannot hold two items at work at once, whatever is written', async () => {
    await addOne(store);
    await addOne(store, {}, MINUTE);
    const atWork = "state = 'sending', claim_owner = 'o', claim_token = 't', claim_until = 1, account = '7'";
    expect(() => database.exec(`UPDATE queue_items SET ${atWork}`)).toThrow(/UNIQUE/);
  });

  it.each([
    ['a state that there is none', "state = 'sent'", /CHECK/],
    ['a claim of nobody', "state = 'claimed'", /CHECK/],
    ['a post without its id', "state = 'posted', posted_at = 1", /CHECK/],
    ['a time of a post that was not made', 'posted_at = 1', /CHECK/],
    ['a text for a time', "due_at = 'tomorrow'", /cannot store TEXT/],
  ])('can never hold %s', async (_, change, message) => {
    await addOne(store);
    expect(() => database.exec(`UPDATE queue_items SET ${change}`)).toThrow(message);
  });

  it('asks indexes for all that a tick wants to know, so that thousands of items cost it nothing', () => {
    const asked: string[] = [];
    const listening = new Proxy(database, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (name !== 'prepare') return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        return (sql: string) => {
          asked.push(sql);
          return target.prepare(sql);
        };
      },
    });
    const queue = createQueueStore(listening);
    const queryPlans = (ask: () => unknown): string[] => {
      asked.length = 0;
      ask();
      return asked.flatMap((sql) =>
        database
          .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replace(/\$\w+|\?/g, '1')}`)
          .all()
          .map(({ detail }) => detail),
      );
    };
    expect(queryPlans(() => queue.due(SLOT, 9))).toEqual([SEARCH('due', 'effective_at<?')]);
    expect(queryPlans(() => queue.unchecked(SLOT, 9))).toEqual([SEARCH('unchecked', 'not_before<?')]);
    expect(queryPlans(() => queue.remindedFor(0, SLOT, 9))).toEqual([SEARCH('reminded', 'changed_at<?')]);
    // The index holds what is claimed or being sent, and nothing else: one row at the most.
    expect(queryPlans(() => queue.expire(SLOT))[0]).toBe('SCAN queue_items USING INDEX queue_items_leased');
    // These walk along an index that holds nothing but what is asked for.
    expect(queryPlans(() => queue.unrecorded(9))).toEqual(['SCAN queue_items USING INDEX queue_items_unsettled']);
    expect(queryPlans(() => queue.watched(9))[0]).toBe('SCAN queue_watched USING INDEX queue_watched_open');
    expect(queryPlans(() => queue.spentSince(SLOT))).toEqual([
      'SEARCH queue_spendings USING COVERING INDEX queue_spendings_at (at>?)',
    ]);
    const ofLink = { link: 'example.org/guide', states: ['posted'] } as const;
    for (const filter of [{ states: ['sending', 'unknown'] } as const, ofLink]) {
      expect(queryPlans(() => queue.list(filter, 9))[0]).toMatch(
        /^SEARCH queue_items USING INDEX queue_items_(?:state|link)/,
      );
    }
  });
});
