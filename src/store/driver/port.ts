/** What a statement has changed. */
interface Changes {
  /** The number of rows. */
  readonly changes: number;
  readonly lastInsertRowid: number | bigint;
}

/**
 * A prepared statement. Values are bound by place, or as one object by the names in the SQL (`$name`, `@name`,
 * `:name`); an object may hold more names than the SQL. `undefined` binds NULL. A boolean throws a TypeError, a value
 * too many or too few a RangeError.
 */
export interface Statement<Values extends unknown[] = unknown[], Row = unknown> {
  run(...values: Values): Changes;
  /** The first row, or undefined. */
  get(...values: Values): Row | undefined;
  all(...values: Values): Row[];
  /** Row by row. Until the last one, or a `break`, nothing else may write on this connection. */
  iterate(...values: Values): IterableIterator<Row>;
  /** The same statement, from now on with the first column in place of each row. */
  pluck(): this;
}

/**
 * A connection to a database. Faults of SQLite are errors whose `code` is SQLite's own name for them, such as
 * `SQLITE_BUSY` or `SQLITE_CONSTRAINT_UNIQUE`.
 */
export interface Database {
  /** The path it was opened with. */
  readonly name: string;
  /** Whether it is kept in memory. */
  readonly memory: boolean;
  readonly inTransaction: boolean;
  prepare<Values extends unknown[] = unknown[], Row = unknown>(sql: string): Statement<Values, Row>;
  /** Runs statements that return nothing, separated by semicolons. */
  exec(sql: string): void;
  /** Reads or sets a pragma; returns the first value of its result. */
  pragma(text: string): unknown;
  /**
   * Runs some work in one transaction that takes the write lock first, and returns what the work returns. Inside a
   * transaction it is a savepoint of that. What the work throws undoes it.
   */
  transact<T>(work: () => T): T;
  /** Makes a function of SQL that gives the same result for the same text each time. */
  defineFunction(name: string, work: (value: unknown) => string | number | null): void;
  /** Closes it and undoes an open transaction. A second time does nothing. */
  close(): void;
}

/** How to open a database. */
export interface ConnectionOptions {
  /** Only read. A file that does not exist is then refused with `SQLITE_CANTOPEN`, as in a folder that does not. */
  readonly readonly?: boolean;
  /** How long to wait for another program's lock, in ms; 5,000 by default. */
  readonly busyTimeout?: number;
}

/** An SQLite engine that works on the Node that runs. */
export interface Driver {
  /** Its name and version for people, such as `better-sqlite3 12.11.1`. */
  readonly name: string;
  open(file: string, options?: ConnectionOptions): Database;
}

/** How long a connection waits for a lock by default, ms. @source own choice */
export const DEFAULT_BUSY_TIMEOUT = 5000;

/** A database kept in memory. */
export const IN_MEMORY = ':memory:';
