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
import { addOne, newAttempt, newClaim, event, sendOne, visible } from '../../queue/contract/setup.js';
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

  it('answers while another program writes, and writes nothing until it is done', () => {
    const { id } = addOne(store);
    const before = visible(store);
    const other = driver.open(file);
    other.exec('BEGIN IMMEDIATE');
    expect(() => store.claim(id, newClaim('t1'), event('claimed', SLOT))).toThrow(
      expect.objectContaining({ problem: 'locked', data: { file } }),
    );
    expect(store.due(SLOT, 9)).toHaveLength(1);
    expect(store.expire(SLOT)).toEqual([]);
    expect(visible(store)).toEqual(before);
    other.exec('ROLLBACK');
    other.close();
    expect(store.claim(id, newClaim('t1'), event('claimed', SLOT))).toBe(true);
  });

  it('keeps nothing of an attempt or its end for which there is no room', () => {
    const { id } = sendOne(store);
    const before = visible(store);
    const pages = Number(database.pragma('page_count'));
    database.pragma(`max_page_count = ${pages}`);
    const detail = 'x'.repeat(100_000);
    const end = { event: event('refused', SLOT, { reason: { code: 'forbidden', detail } }), isFree: true };
    const full = expect.objectContaining({ problem: 'full' });
    expect(() => store.finish('a1', { state: 'refused' }, end)).toThrow(full);
    expect(visible(store)).toEqual(before);
    database.pragma('max_page_count = 1000000');
    expect(store.finish('a1', { state: 'refused' }, end)).toBe(true);

    const next = addOne(store, {}, 1);
    store.claim(next.id, newClaim('t2'), event('claimed', SLOT + 1));
    const claimed = visible(store);
    database.pragma(`max_page_count = ${Number(database.pragma('page_count'))}`);
    const long = { ...newAttempt('a2', next.id), text: detail };
    expect(() => store.journal('t2', long, event('sending', SLOT + 1))).toThrow(full);
    expect(visible(store)).toEqual(claimed);
    expect(store.get(id)).toMatchObject({ state: 'refused' });
  });

  it('is read also where nothing may be written', async () => {
    const { id } = addOne(store);
    const readonly = await openDatabase(file, { ...options, readonly: true });
    const reader = createQueueStore(readonly);
    expect(visible(reader)).toEqual(visible(store));
    expect(reader.expire(SLOT)).toEqual([]);
    expect(() => reader.markRecorded(id)).toThrow(expect.objectContaining({ problem: 'read-only' }));
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
    expect(addOne(queue)).toMatchObject({ id: 1 });
    expect(queue.caps()).toEqual({ day: 1000, month: 10_000 });
    migrated.close();
  });

  it.each([
    ['a state that there is none', "state = 'sent'", /CHECK/],
    ['a claim of nobody', "state = 'claimed'", /CHECK/],
    ['a post without its id', "state = 'posted', posted_at = 1", /CHECK/],
    ['a time of a post that was not made', 'posted_at = 1', /CHECK/],
    ['a text for a time', "due_at = 'tomorrow'", /cannot store TEXT/],
  ])('can never hold %s', (_, change, message) => {
    addOne(store);
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
    expect(queryPlans(() => queue.remindedBefore(SLOT, 9))).toEqual([SEARCH('reminded', 'changed_at<?')]);
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
