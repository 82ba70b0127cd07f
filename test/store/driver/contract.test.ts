import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IN_MEMORY, type Database, type Driver } from '#store/driver/port.js';
import { engineUnderTest } from '../engine-under-test.js';

const code = (name: string) => expect.objectContaining({ code: name });

describe('an engine', () => {
  let folder: string;
  let file: string;
  let driver: Driver;
  let database: Database;
  const others: Database[] = [];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tweetspan-engine-'));
    file = join(folder, 'some.db');
    driver = await engineUnderTest();
    database = driver.open(file, { busyTimeout: 20 });
    database.exec('CREATE TABLE notes (key INTEGER PRIMARY KEY, text TEXT UNIQUE) STRICT');
  });
  afterEach(() => {
    for (const opened of [database, ...others.splice(0)]) opened.close();
    rmSync(folder, { recursive: true });
  });
  const open = (...args: Parameters<Driver['open']>): Database => {
    const opened = driver.open(...args);
    others.push(opened);
    return opened;
  };
  const texts = (): unknown[] => database.prepare('SELECT text FROM notes ORDER BY key').pluck().all();
  const add = (...many: readonly string[]): void => {
    for (const text of many) database.prepare('INSERT INTO notes (text) VALUES (?)').run(text);
  };

  it('has a name with its version', () => {
    expect(driver.name).toMatch(/^(?:better-sqlite3|node:sqlite) \d+\.\d+\.\d+/);
  });

  describe('binds', () => {
    it.each([
      ['a text', 'é'],
      ['an empty text', ''],
      ['a whole number', 2 ** 53 - 1],
      ['a fraction', 0.1],
      ['NULL', null],
    ])('%s and reads it back', (_, value) => {
      expect(database.prepare('SELECT ?').pluck().get(value)).toBe(value);
    });

    it('undefined as NULL, by place and by name', () => {
      expect(database.prepare('SELECT ? IS NULL').pluck().get(undefined)).toBe(1);
      expect(database.prepare('SELECT $text IS NULL').pluck().get({ text: undefined })).toBe(1);
    });

    it('no boolean, no date and no object', () => {
      const bind = database.prepare('SELECT ?');
      for (const value of [true, false, new Date(0)]) expect(() => bind.get(value)).toThrow(TypeError);
      expect(() => database.prepare('SELECT $a').get({ a: true })).toThrow(TypeError);
    });

    it('a big number whole, and reads it as text without loss', () => {
      const id = 1_790_000_000_000_000_123n;
      expect(database.prepare('SELECT CAST(? AS TEXT)').pluck().get(id)).toBe(String(id));
      expect(database.prepare('SELECT CAST(CAST(? AS INTEGER) AS TEXT)').pluck().get(String(id))).toBe(String(id));
    });

    it('bytes, which are read as a Uint8Array', () => {
      const select = database.prepare<[Uint8Array], Uint8Array>('SELECT ?').pluck();
      expect(Uint8Array.from(select.get(new Uint8Array([0, 255])) ?? [])).toEqual(new Uint8Array([0, 255]));
    });

    it('a number as a real number, so that SQL divides it alike everywhere', () => {
      expect(database.prepare('SELECT typeof(?), ? / 2').get(1, 5)).toEqual({ 'typeof(?)': 'real', '? / 2': 2.5 });
    });

    it('by names in each spelling, of which the object may hold more than the SQL', () => {
      const sql = "SELECT $a || @b || :c || '$d' || \"text\" FROM (SELECT 'x' AS text) -- $e";
      expect(database.prepare(sql).pluck().get({ a: 'a', b: 'b', c: 'c', more: 1 })).toBe('abc$dx');
    });

    it.each([[[]], [[1]], [[1, 2, 3]]])('not %j for two places', (values) => {
      expect(() => database.prepare("SELECT ?, ?, '?'").get(...values)).toThrow(RangeError);
    });

    it('not a name that is missing', () => {
      expect(() => database.prepare('SELECT $a, $b').get({ a: 1 })).toThrow(/Missing named parameter "b"/);
    });

    it('takes names for a statement that has none', () => {
      expect(database.prepare('SELECT 7 AS seven').all({ keys: '[]' })).toEqual([{ seven: 7 }]);
    });
  });

  describe('reads', () => {
    beforeEach(() => add('a', 'b', 'c'));

    it('rows by the names of their columns, one, all or none', () => {
      const select = database.prepare<[number], { text: string }>('SELECT text FROM notes WHERE key > ? ORDER BY key');
      expect({ ...select.get(1) }).toEqual({ text: 'b' });
      expect(select.all(1).map(({ text }) => text)).toEqual(['b', 'c']);
      expect(select.get(9)).toBeUndefined();
      expect(select.all(9)).toEqual([]);
    });

    it('first columns alone', () => {
      const keys = database.prepare('SELECT key, text FROM notes ORDER BY key').pluck();
      expect(keys.get()).toBe(1);
      expect(keys.all()).toEqual([1, 2, 3]);
      expect([...keys.iterate()]).toEqual([1, 2, 3]);
      expect(database.prepare('SELECT 1 WHERE 0').pluck().get()).toBeUndefined();
    });

    it('row by row, and writes again once the loop was left', () => {
      const seen: unknown[] = [];
      for (const text of database.prepare('SELECT text FROM notes ORDER BY key').pluck().iterate()) {
        seen.push(text);
        if (seen.length === 2) break;
      }
      expect(seen).toEqual(['a', 'b']);
      add('d');
      database.prepare('VACUUM INTO ?').run(join(folder, 'copy.db'));
      expect(open(join(folder, 'copy.db')).prepare('SELECT count(*) FROM notes').pluck().get()).toBe(4);
    });

    it('what a statement that writes returns', () => {
      const returned = database.prepare("UPDATE notes SET text = 'z' WHERE key = ? RETURNING text").pluck();
      expect(returned.get(1)).toBe('z');
      expect(returned.get(9)).toBeUndefined();
    });

    it('pragmas', () => {
      expect(database.pragma('user_version = 7')).toBeUndefined();
      expect(database.pragma('user_version')).toBe(7);
      expect(database.pragma('journal_mode = WAL')).toBe('wal');
      expect(database.pragma('foreign_keys')).toBe(1);
      expect(database.pragma('quick_check(1)')).toBe('ok');
    });

    it('with full-text search, accents aside', () => {
      database.exec(`CREATE VIRTUAL TABLE words USING fts5(text, tokenize = "unicode61 remove_diacritics 2");
        INSERT INTO words VALUES ('Un été à Lyon')`);
      expect(database.prepare('SELECT count(*) FROM words WHERE words MATCH ?').pluck().get('ete')).toBe(1);
    });
  });

  it('counts what it changed', () => {
    const insert = database.prepare('INSERT INTO notes (text) VALUES (?) ON CONFLICT DO NOTHING');
    expect(insert.run('a')).toMatchObject({ changes: 1, lastInsertRowid: 1 });
    expect(insert.run('a')).toMatchObject({ changes: 0 });
    expect(insert.run('b')).toMatchObject({ changes: 1, lastInsertRowid: 2 });
  });

  it('runs functions of the program, and lets out what they throw', () => {
    database.defineFunction('shout', (text) => (text === null ? null : String(text).toUpperCase()));
    database.defineFunction('fail', () => {
      throw new RangeError('of the function');
    });
    expect(database.prepare("SELECT shout('a')").pluck().get()).toBe('A');
    expect(database.prepare('SELECT shout(NULL) IS NULL').pluck().get()).toBe(1);
    expect(() => database.prepare('SELECT fail(1)').get()).toThrow(/of the function/);
  });

  describe('in a transaction', () => {
    it('keeps the work and gives its result', () => {
      database.exec('BEGIN');
      expect(database.inTransaction).toBe(true);
      database.exec('COMMIT');
      const result = database.transact(() => {
        expect(database.inTransaction).toBe(true);
        add('a');
        return 42;
      });
      expect(result).toBe(42);
      expect(database.inTransaction).toBe(false);
      expect(texts()).toEqual(['a']);
    });

    it('undoes what throws, and lets it out', () => {
      const fault = new Error('halfway');
      const fail = (): never =>
        database.transact(() => {
          add('a');
          throw fault;
        });
      expect(fail).toThrow(fault);
      expect(database.inTransaction).toBe(false);
      expect(texts()).toEqual([]);
    });

    it('undoes the inner one alone', () => {
      database.transact(() => {
        add('a');
        database.transact(() => add('b'));
        const fail = (): never =>
          database.transact(() => {
            add('c');
            throw new Error('inner');
          });
        expect(fail).toThrow('inner');
        expect(database.inTransaction).toBe(true);
        add('d');
      });
      expect(texts()).toEqual(['a', 'b', 'd']);
    });

    it('has the write lock from its beginning', () => {
      const other = open(file, { busyTimeout: 0 });
      database.transact(() => {
        expect(() => other.transact(() => undefined)).toThrow(code('SQLITE_BUSY'));
      });
      expect(other.transact(() => 1)).toBe(1);
    });

    it('is undone whole where there is no room, and works again with room', () => {
      const pages = Number(database.pragma('page_count'));
      database.pragma(`max_page_count = ${pages}`);
      const fill = (): void => database.transact(() => add('x'.repeat(100_000)));
      expect(fill).toThrow(code('SQLITE_FULL'));
      expect(database.inTransaction).toBe(false);
      expect(texts()).toEqual([]);
      database.pragma('max_page_count = 100000');
      fill();
      expect(texts()).toHaveLength(1);
    });
  });

  describe('names the fault of', () => {
    it('a lock of another connection, after it has waited', () => {
      const other = open(file);
      other.exec('BEGIN EXCLUSIVE');
      const start = performance.now();
      expect(() => add('a')).toThrow(code('SQLITE_BUSY'));
      expect(performance.now() - start).toBeGreaterThan(15);
      other.exec('ROLLBACK');
      add('a');
    });

    it('a rule of the schema that is broken', () => {
      add('a');
      expect(() => add('a')).toThrow(code('SQLITE_CONSTRAINT_UNIQUE'));
      const again = database.prepare('INSERT INTO notes (key) VALUES (1)');
      expect(() => again.run()).toThrow(code('SQLITE_CONSTRAINT_PRIMARYKEY'));
    });

    it('a file that may only be read', () => {
      const reader = open(file, { readonly: true });
      expect(reader.prepare('SELECT count(*) FROM notes').pluck().get()).toBe(0);
      expect(() => reader.exec('DELETE FROM notes')).toThrow(code('SQLITE_READONLY'));
    });

    it('a file that does not exist, which is not made for reading, or a folder', () => {
      const missing = join(folder, 'missing.db');
      const deep = join(folder, 'no', 'such.db');
      expect(() => driver.open(missing, { readonly: true })).toThrow(code('SQLITE_CANTOPEN'));
      expect(existsSync(missing)).toBe(false);
      expect(() => driver.open(deep, { readonly: true })).toThrow(code('SQLITE_CANTOPEN'));
      expect(() => driver.open(deep)).toThrow(code('SQLITE_CANTOPEN'));
    });

    it('a file that is no database', () => {
      const text = join(folder, 'text.db');
      writeFileSync(text, 'a text that is longer than the header of a database would be. '.repeat(100));
      const opened = open(text);
      expect(() => opened.prepare('SELECT 1 FROM sqlite_schema').get()).toThrow(code('SQLITE_NOTADB'));
    });

    it('a statement that is wrong', () => {
      expect(() => database.prepare('SELEC 1')).toThrow(code('SQLITE_ERROR'));
      expect(() => database.exec('SELECT * FROM nowhere')).toThrow(/no such table: nowhere/);
    });
  });

  it('takes a name that looks like a URI for a name', () => {
    const start = process.cwd();
    process.chdir(folder);
    try {
      open('file:odd.db?mode=memory').exec('CREATE TABLE t (x)');
      expect(existsSync(join(folder, 'file:odd.db?mode=memory'))).toBe(true);
    } finally {
      process.chdir(start);
    }
  });

  it('says where it is', () => {
    expect(database).toMatchObject({ name: file, memory: false });
    expect(open(IN_MEMORY)).toMatchObject({ name: IN_MEMORY, memory: true });
  });

  it('undoes an open transaction when it is closed, and may be closed twice', () => {
    database.exec("BEGIN; INSERT INTO notes (text) VALUES ('a')");
    database.close();
    database.close();
    expect(database.inTransaction).toBe(false);
    expect(() => database.prepare('SELECT 1')).toThrow(/not open/);
    expect(open(file).prepare('SELECT count(*) FROM notes').pluck().get()).toBe(0);
  });
});
