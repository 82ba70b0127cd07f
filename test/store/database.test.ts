import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { versions } from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp, closeNew, openDatabase } from '#store/database.js';
import { migrate, MIGRATIONS, PRESENT_VERSION, type Migration } from '#store/migrations.js';
import { dump, fixture, openHistory } from '../history/open-history.js';
import { engineUnderTest } from './engine-under-test.js';

const nodeVersion = versions.node;
const driver = await engineUnderTest();

describe('a database file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tweetspan-store-'));
    file = join(folder, 'history.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made at its present version, with WAL and foreign keys', async () => {
    const database = await openDatabase(file, { nodeVersion, driver });
    expect(database.pragma('user_version')).toBe(PRESENT_VERSION);
    expect(database.pragma('journal_mode')).toBe('wal');
    expect(database.pragma('foreign_keys')).toBe(1);
    database.close();
  });

  it('has each commit on the disk before the next step where something is sent, and only there', async () => {
    const [NORMAL, FULL] = [1, 2];
    const reading = await openDatabase(file, { nodeVersion, driver });
    expect(reading.pragma('synchronous')).toBe(NORMAL);
    reading.close();
    const sending = await openDatabase(file, { nodeVersion, driver, durable: true });
    expect(sending.pragma('synchronous')).toBe(FULL);
    sending.close();
  });

  it('is opened again with what it holds', async () => {
    const first = await openHistory(file);
    await first.import([fixture('archive')]);
    const before = dump(first);
    first.database.close();
    const again = await openHistory(file);
    expect(dump(again)).toEqual(before);
    again.database.close();
  });

  it('that is new and stayed empty goes with its log, one with a row stays', async () => {
    closeNew(await openDatabase(file, { nodeVersion, driver }));
    expect(readdirSync(folder)).toEqual([]);
    const filled = await openDatabase(file, { nodeVersion, driver });
    filled.exec("INSERT INTO contact_opt_outs (handle, noted_at) VALUES ('example', 1)");
    closeNew(filled);
    expect(existsSync(file)).toBe(true);
  });

  it('that is new and empty stays while another program has it open', async () => {
    const first = await openDatabase(file, { nodeVersion, driver });
    const other = await openDatabase(file, { nodeVersion, driver });
    closeNew(first);
    expect(existsSync(file)).toBe(true);
    other.close();
  });

  it('of a later program is refused with both versions and the mend', async () => {
    const database = await openDatabase(file, { nodeVersion, driver });
    database.pragma('user_version = 99');
    database.close();
    await expect(openDatabase(file, { nodeVersion, driver })).rejects.toMatchObject({
      problem: 'newer',
      data: expect.objectContaining({ version: 99, known: PRESENT_VERSION }),
    });
  });

  it('of another program is left alone', async () => {
    const other = driver.open(file);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    await expect(openDatabase(file, { nodeVersion, driver })).rejects.toMatchObject({ problem: 'not-ours' });
  });

  it('that is no database is told so', async () => {
    writeFileSync(file, 'this is a text, longer than the header of a database would be. '.repeat(100));
    await expect(openDatabase(file, { nodeVersion, driver })).rejects.toMatchObject({ problem: 'corrupt' });
  });

  it('that was damaged is told so', async () => {
    const history = await openHistory(file);
    await history.import([fixture('archive')]);
    history.database.pragma('wal_checkpoint(TRUNCATE)');
    history.database.close();
    const { readFileSync } = await import('node:fs');
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4096, bytes.length);
    writeFileSync(file, bytes);
    await expect(openHistory(file).then((again) => again.posts({}, 'newest', 10))).rejects.toMatchObject({
      problem: 'corrupt',
    });
  });

  it('in a folder that does not exist is told so', async () => {
    await expect(openDatabase(join(folder, 'no', 'such.db'), { nodeVersion, driver })).rejects.toMatchObject({
      problem: 'no-folder',
    });
  });

  it('that another program writes is not waited for longer than the time-out, and nothing is half written', async () => {
    const history = await openHistory(file);
    const other = driver.open(file);
    other.exec('BEGIN IMMEDIATE');
    const { files, stopped } = await history.import([fixture('archive'), fixture('archive-2020')]);
    expect(files).toMatchObject([{ status: 'refused', reason: 'locked' }]);
    expect(stopped).toBe('locked');
    other.exec('ROLLBACK');
    other.close();
    await history.import([fixture('archive')]);
    expect(history.coverage(0).posts).toBe(12);
    history.database.close();
  });

  it('without room takes nothing of a file, and keeps what it had', async () => {
    const history = await openHistory(file);
    await history.import([fixture('archive')]);
    const before = dump(history);
    history.database.pragma(`max_page_count = ${Number(history.database.pragma('page_count'))}`);
    const big = join(folder, 'big.jsonl');
    const lines = Array.from({ length: 3000 }, (_, index) =>
      JSON.stringify({ id: String(10_000 + index), text: `Un message ${index} `.repeat(9) }),
    );
    writeFileSync(big, lines.join('\n'));
    const { files, stopped } = await history.import([big, fixture('archive-2020')]);
    expect(files).toMatchObject([{ status: 'refused', reason: 'full' }]);
    expect(stopped).toBe('full');
    expect(dump(history)).toEqual(before);
    history.database.close();
  });

  it('that may only be read answers, and refuses to be written', async () => {
    const history = await openHistory(file);
    await history.import([fixture('archive')]);
    history.database.close();
    const database = await openDatabase(file, { nodeVersion, readonly: true });
    const { createHistoryReader, createKeywordWriter } = await import('#store/history/reader.js');
    expect(createHistoryReader(database).coverage(0).posts).toBe(12);
    const keyword = { term: 'a', language: '', figure: 1, measure: 'm', source: 's', reportedAt: 0 };
    expect(() => createKeywordWriter(database).addKeywords([keyword])).toThrow(
      expect.objectContaining({ problem: 'read-only' }),
    );
    database.close();
  });

  it('that does not exist is not made for reading', async () => {
    await expect(openDatabase(file, { nodeVersion, driver, readonly: true })).rejects.toMatchObject({
      problem: 'unreachable',
    });
    expect(existsSync(file)).toBe(false);
  });

  it('is copied whole while it is open, and over no other file', async () => {
    const history = await openHistory(file);
    await history.import([fixture('archive')]);
    const copy = join(folder, 'copy.db');
    backUp(history.database, copy);
    expect(() => backUp(history.database, copy)).toThrow(expect.objectContaining({ problem: 'file-exists' }));
    const other = await openHistory(copy);
    expect(dump(other)).toEqual(dump(history));
    other.database.close();
    history.database.close();
  });

  const next: Migration = { version: PRESENT_VERSION + 1, sql: 'CREATE TABLE later (x INTEGER) STRICT' };

  it('is copied before it is migrated', async () => {
    const database = await openDatabase(file, { nodeVersion, driver });
    migrate(database, file, [...MIGRATIONS, next]);
    expect(database.pragma('user_version')).toBe(next.version);
    expect(readdirSync(folder)).toContain(`history.db.bak-${PRESENT_VERSION}`);
    // A second time does no harm.
    migrate(database, file, [...MIGRATIONS, next]);
    database.close();
  });

  it('keeps its version when a migration fails half-way', async () => {
    const database = await openDatabase(file, { nodeVersion, driver });
    const broken = { ...next, sql: `${next.sql}; INSERT INTO nowhere VALUES (1)` };
    expect(() => migrate(database, file, [...MIGRATIONS, broken])).toThrow(/no such table/);
    expect(database.pragma('user_version')).toBe(PRESENT_VERSION);
    expect(database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'later'").get()).toBeUndefined();
    database.close();
  });
});

describe('migrations', () => {
  it('are numbered from 1 without gaps', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
    expect(MIGRATIONS.length).toBeGreaterThan(0);
  });
});
