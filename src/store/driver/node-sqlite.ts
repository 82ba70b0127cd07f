import process from 'node:process';
import { DEFAULT_BUSY_TIMEOUT, IN_MEMORY, type Database, type Driver, type Statement } from './port.js';

/** What is used of `node:sqlite`, whose types the oldest supported Node does not have. */
interface NodeSqlite {
  readonly DatabaseSync: new (
    file: string,
    options?: { readonly readOnly: boolean; readonly timeout: number },
  ) => NodeDatabase;
}
interface NodeDatabase {
  /** From Node 22.16 on. */
  readonly isTransaction?: boolean;
  prepare(sql: string): NodeStatement;
  exec(sql: string): void;
  function(name: string, options: { readonly deterministic: boolean }, work: (value: unknown) => unknown): void;
  close(): void;
}
interface NodeStatement {
  run(...values: unknown[]): { readonly changes: number; readonly lastInsertRowid: number };
  get(...values: unknown[]): Row | undefined;
  all(...values: unknown[]): Row[];
  iterate(...values: unknown[]): IterableIterator<Row>;
}
type Row = Readonly<Record<string, unknown>>;

/**
 * Loads the SQLite that Node brings along. It serves from Node 22.16 on: before, it has no full-text search (FTS5) and
 * does not show whether a transaction is open.
 * @throws Error that says in a few words why it cannot be used.
 */
export function loadNodeSqlite(nodeVersion: string): Driver {
  const sqlite = getNodeSqlite();
  if (sqlite === undefined) throw new Error('this Node has no node:sqlite');
  const probe = new sqlite.DatabaseSync(IN_MEMORY);
  try {
    const facts = probe.prepare("SELECT sqlite_version() AS version, sqlite_compileoption_used('ENABLE_FTS5') AS fts5");
    const { version, fts5 } = facts.get() ?? {};
    if (fts5 !== 1 || probe.isTransaction === undefined) {
      throw new Error('node:sqlite of this Node has no full-text search');
    }
    return {
      name: `node:sqlite ${String(version)}${isExperimental(nodeVersion) ? ', experimental in this Node' : ''}`,
      open: (file, options) => open(sqlite, file, options),
    };
  } finally {
    probe.close();
  }
}

const isExperimental = (nodeVersion: string): boolean => Number(nodeVersion.split('.')[0]) < 24;

/**
 * `node:sqlite`, or undefined where this Node has none. Node 22 writes to stderr, once in each process, that it is
 * experimental; `doctor` says so in its place, so that a command that is piped or run by cron stays silent.
 */
function getNodeSqlite(): NodeSqlite | undefined {
  const { emitWarning } = process;
  process.emitWarning = (warning: string | Error, ...rest: unknown[]): void => {
    if (String(warning).startsWith('SQLite is an experimental feature')) return;
    Reflect.apply(emitWarning, process, [warning, ...rest]);
  };
  try {
    return process.getBuiltinModule('node:sqlite') as NodeSqlite | undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}

function open(
  sqlite: NodeSqlite,
  file: string,
  { readonly = false, busyTimeout = DEFAULT_BUSY_TIMEOUT }: Parameters<Driver['open']>[1] = {},
): Database {
  // Node takes what begins with `file:` for a URI with options.
  const path = file.startsWith('file:') ? `./${file}` : file;
  return adapt(
    coded(() => new sqlite.DatabaseSync(path, { readOnly: readonly, timeout: busyTimeout })),
    file,
  );
}

function adapt(connection: NodeDatabase, file: string): Database {
  let isOpen = true;
  const exec = (sql: string): void => coded(() => connection.exec(sql));
  const transact = <T>(work: () => T): T => {
    const [begin, commit, undo] = connection.isTransaction === true ? SAVEPOINT : TRANSACTION;
    exec(begin);
    try {
      const result = work();
      exec(commit);
      return result;
    } catch (error) {
      // SQLite undoes a transaction itself when the disk is full.
      if (connection.isTransaction === true) exec(undo);
      throw error;
    }
  };
  return {
    name: file,
    memory: file === IN_MEMORY,
    get inTransaction() {
      return isOpen && connection.isTransaction === true;
    },
    prepare: <Values extends unknown[], R>(sql: string) =>
      adaptStatement(
        coded(() => connection.prepare(sql)),
        sql,
      ) as Statement<unknown[], unknown> as Statement<Values, R>,
    exec,
    pragma(text) {
      const row = coded(() => connection.prepare(`PRAGMA ${text}`).get());
      return row && firstColumn(row);
    },
    transact,
    defineFunction: (name, work) => connection.function(name, { deterministic: true }, (value: unknown) => work(value)),
    close() {
      if (isOpen) connection.close();
      isOpen = false;
    },
  };
}

type Steps = readonly [begin: string, commit: string, undo: string];
const TRANSACTION: Steps = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'];
const SAVEPOINT: Steps = ['SAVEPOINT tweetspan', 'RELEASE tweetspan', 'ROLLBACK TO tweetspan; RELEASE tweetspan'];

function firstColumn(row: Row): unknown {
  for (const name in row) return row[name];
  return undefined;
}

function adaptStatement(statement: NodeStatement, sql: string): Statement {
  const toBound = createBinding(sql);
  let isPlucked = false;
  const adapted: Statement = {
    run: (...values) => coded(() => statement.run(...toBound(values))),
    get(...values) {
      const row = coded(() => statement.get(...toBound(values)));
      return isPlucked && row !== undefined ? firstColumn(row) : row;
    },
    all(...values) {
      const rows = coded(() => statement.all(...toBound(values)));
      return isPlucked ? rows.map(firstColumn) : rows;
    },
    *iterate(...values) {
      const rows = coded(() => statement.iterate(...toBound(values)));
      try {
        for (let next = coded(() => rows.next()); next.done !== true; next = coded(() => rows.next())) {
          yield isPlucked ? firstColumn(next.value) : next.value;
        }
      } finally {
        rows.return?.();
      }
    },
    pluck() {
      isPlucked = true;
      return adapted;
    },
  };
  return adapted;
}

/** Strings, quoted names and comments, which hold no parameters, or a parameter: a place, or a name. */
const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[^]*?\*\/|(?<place>\?)|[$@:](?<name>[A-Za-z_]\w*)/g;

/**
 * Checks the values for a statement and makes them such that `node:sqlite` takes them. By itself, it binds NULL for
 * each value that is missing, and refuses `undefined` and names that the SQL does not have.
 */
function createBinding(sql: string): (values: readonly unknown[]) => unknown[] {
  const names = new Set<string>();
  let places = 0;
  for (const { groups = {} } of sql.matchAll(TOKEN)) {
    if (groups['place'] !== undefined) places += 1;
    if (groups['name'] !== undefined) names.add(groups['name']);
  }
  if (names.size > 0) {
    return ([values]) => {
      const given = Object(values) as Readonly<Record<string, unknown>>;
      const bound: Record<string, unknown> = {};
      for (const name of names) {
        if (!(name in given)) throw new RangeError(`Missing named parameter "${name}"`);
        bound[name] = toValue(given[name]);
      }
      return [bound];
    };
  }
  return (values) => {
    // better-sqlite3 takes names for a statement without any: those that are given for several statements at once.
    if (places === 0 && values.length === 1 && isNames(values[0])) return [];
    if (values.length !== places) throw new RangeError(`${values.length} values were given for ${places} parameters`);
    return values.map(toValue);
  };
}

const isNames = (value: unknown): boolean => typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);

function toValue(value: unknown): unknown {
  // Node 24 binds a boolean as a number, and all releases take an object alone for names.
  if (typeof value === 'boolean' || isNames(value)) {
    throw new TypeError('only texts, numbers, bytes and null can be bound');
  }
  return value === undefined ? null : value;
}

/** SQLite's names of its results (sqlite3.h), as far as this program acts on them. The lower byte is the kind. */
const CODES: Readonly<Record<number, string>> = {
  3: 'SQLITE_PERM',
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  15: 'SQLITE_PROTOCOL',
  19: 'SQLITE_CONSTRAINT',
  23: 'SQLITE_AUTH',
  26: 'SQLITE_NOTADB',
  1555: 'SQLITE_CONSTRAINT_PRIMARYKEY',
  2067: 'SQLITE_CONSTRAINT_UNIQUE',
};

/** Runs some work and names SQLite's faults as the port promises. */
function coded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && typeof error.errcode === 'number') {
      Object.assign(error, { code: CODES[error.errcode] ?? CODES[error.errcode & 0xff] ?? 'SQLITE_ERROR' });
    }
    throw error;
  }
}
