import type { Database, Statement } from '../driver/port.js';
import type { QueueEvent } from '#queue/event.js';
import { withStoreErrors } from '../errors.js';

/** A connection as the parts of the queue use it. */
export interface QueueConnection {
  /** The statement of a text, made when it is first asked for: a tick asks for the same few each minute. */
  prepare<Row = unknown>(sql: string): Statement<unknown[], Row>;
  /** Reads; faults of the database come out as ones that name the remedy. */
  read<T>(work: () => T): Promise<T>;
  /** One transaction that takes the write lock first: what it reads, nobody changes until it is done. */
  write<T>(work: () => T): Promise<T>;
  /** Writes an event down, with the item that it is of unless it names one itself. Only inside `write`. */
  record(event: QueueEvent, item?: number): void;
}

/** The account of the file, for a row that is added: X's id, empty while it is not known. */
export const ACCOUNT = "coalesce((SELECT id FROM account), '')";

const ADD_EVENT = `INSERT INTO queue_events (at, name, item, reason, data, account) VALUES (?, ?, ?, ?, ?, ${ACCOUNT})`;

/** JSON of a value for a column, NULL for none. */
export const asJson = (value: unknown): string | null =>
  value === undefined || value === null ? null : JSON.stringify(value);

/** JSON of a column; `damaged` where it is none: one damaged row must not keep all others from being read. */
export function readJson<T>(text: string, damaged: T): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    return damaged;
  }
}

/** Makes the queue's side of a connection. Nothing is read or written before it is used. */
export function createQueueConnection(database: Database): QueueConnection {
  const statements = new Map<string, Statement<unknown[], unknown>>();
  const prepare = <Row>(sql: string): Statement<unknown[], Row> => {
    const statement = statements.get(sql) ?? database.prepare<unknown[], unknown>(sql);
    statements.set(sql, statement);
    return statement as Statement<unknown[], Row>;
  };
  return {
    prepare,
    // SQLite answers at once: what fails is a promise that fails, as with a store that takes its time.
    read: async (work) => withStoreErrors(database.name, work),
    write: async <T>(work: () => T) => withStoreErrors(database.name, () => database.transact(work)),
    record({ at, name, item, reason, data }, of) {
      prepare(ADD_EVENT).run(at, name, item ?? of ?? null, asJson(reason), asJson(data));
    },
  };
}
