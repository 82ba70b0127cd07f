// One connection to a PostgreSQL server: opened when it is first needed, opened again when it was cut, and one transaction
// at a time.
import { setTimeout as after } from 'node:timers/promises';
import type { Client, QueryConfig, QueryResult } from 'pg';
import type { ServerAddress } from './address.js';
import { createClient, endClient } from './client.js';
import { asServerError, isCut, isUndone } from './faults.js';
import { requireSchema } from './migrations.js';

type Value = string | number | boolean | null | Uint8Array | readonly (string | number)[];
/** Values by the names that a statement has for them: `$name`. */
export type Values = Readonly<Record<string, Value | undefined>>;

/** Statements of one transaction. */
export interface Transaction {
  /** When it began, by the server's clock, ms UTC. */
  readonly at: number;
  all<Row>(sql: string, values?: Values): Promise<Row[]>;
  first<Row>(sql: string, values?: Values): Promise<Row | undefined>;
  /** The number of rows that were changed. */
  run(sql: string, values?: Values): Promise<number>;
  /** Gives each of the statements that follow so many ms: for what takes its time on the way. */
  waitFor(ms: number): Promise<void>;
}

/** Statements that only read, each on its own. */
type Reading = Pick<Transaction, 'all' | 'first' | 'run'>;

/** A connection to the server of a queue. */
export interface ServerConnection {
  /** The server's address without password. */
  readonly place: string;
  /** One statement that only reads; tried again where the connection was cut. */
  read<T>(work: (statements: Reading) => Promise<T>): Promise<T>;
  /**
   * One transaction, durable when this has answered. The server undoes one that meets another's; such a one is tried
   * again, and so is one that had not begun when the connection was found to be cut. Any other fault is thrown: where the
   * connection was cut at its end, nobody knows whether it took place.
   */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Compares the clocks, unless a transaction has done so. */
  aheadBy(): Promise<number>;
  /** ms that the server's clock is ahead of this machine's, as the last transaction saw it; 0 before the first. */
  lastAhead(): number;
  /** Ends the connection. What comes after opens it again. */
  close(): Promise<void>;
}

/** What a connection needs of the world. */
export interface ServerOptions {
  /** This machine's clock, ms UTC. */
  readonly now: () => number;
  /** Whether a schema that is missing or older is made or brought up to date. */
  readonly migrates?: boolean;
  /** How long another's lock is waited for, ms. */
  readonly lockWait?: number;
}

/** How long a statement may take, ms. @source own choice */
const ANSWER_WAIT = 30_000;
/** How much longer an answer is waited for before the connection counts as cut, ms: what took too long is said by the server. */
const GRACE = 5000;
/** How long a transaction may stand still before the server undoes it, ms: a machine put to sleep must hold nobody up. */
const IDLE_WAIT = 20_000;
/** How long another's lock is waited for where nobody says otherwise, ms. */
const LOCK_WAIT = 5000;
/** Times that a transaction is tried that the server undid for another's sake. @source own choice */
const MAX_TRIES = 6;

const positional = new Map<string, { readonly text: string; readonly names: readonly string[] }>();

/** A statement with numbers in the place of names, as the protocol wants it. */
function toPositional(sql: string): { readonly text: string; readonly names: readonly string[] } {
  const known = positional.get(sql);
  if (known !== undefined) return known;
  const names: string[] = [];
  const text = sql.replace(/\$([a-z]\w*)/gi, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  const made = { text, names };
  positional.set(sql, made);
  return made;
}

// A serial level of its server's default would undo transactions that the indices already keep apart. Settings go with
// each transaction: behind a pooler the session is another's. A server whose commits may be lost by a power cut, as its own
// default says, would send again what it forgot.
const toBegin = (lockWait: number): string => `BEGIN ISOLATION LEVEL READ COMMITTED;
SELECT set_config('lock_timeout', '${lockWait}', true), set_config('statement_timeout', '${ANSWER_WAIT}', true),
  set_config('idle_in_transaction_session_timeout', '${IDLE_WAIT}', true),
  CASE WHEN current_setting('synchronous_commit') IN ('off', 'local') THEN set_config('synchronous_commit', 'on', true) END,
  tweetspan.now_ms() AS at`;

/** The connection to a server, which is not opened before it is used. */
export function createServerConnection(
  address: ServerAddress,
  { now, migrates = false, lockWait = LOCK_WAIT }: ServerOptions,
): ServerConnection {
  let client: Client | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let ahead: number | undefined;

  const drop = (): void => {
    const dropped = client;
    client = undefined;
    if (dropped !== undefined) void endClient(dropped);
  };

  async function open(): Promise<Client> {
    if (client !== undefined) return client;
    const opened = await createClient(address, ANSWER_WAIT + GRACE);
    const isOpen = (): boolean => client === opened;
    // A connection that is cut while it is idle.
    opened.on('error', () => {
      if (isOpen()) client = undefined;
    });
    opened.on('end', () => {
      if (isOpen()) client = undefined;
    });
    try {
      await opened.connect();
      await requireSchema(opened, { place: address.place, migrates });
    } catch (error) {
      void endClient(opened);
      throw asServerError(error, address.place);
    }
    client = opened;
    return opened;
  }

  const statements = (on: Client): Omit<Transaction, 'at'> => {
    let wait = ANSWER_WAIT;
    const ask = (sql: string, values: Values = {}): Promise<QueryResult> => {
      const { text, names } = toPositional(sql);
      const query: QueryConfig & { readonly query_timeout: number } = {
        text,
        values: names.map((name) => values[name] ?? null),
        query_timeout: wait + GRACE,
      };
      return on.query(query);
    };
    return {
      all: async <Row>(sql: string, values?: Values) => (await ask(sql, values)).rows as Row[],
      first: async <Row>(sql: string, values?: Values) => (await ask(sql, values)).rows[0] as Row | undefined,
      run: async (sql, values) => (await ask(sql, values)).rowCount ?? 0,
      async waitFor(ms) {
        await ask("SELECT set_config('statement_timeout', $ms, true)", { ms: String(ms) });
        wait = ms;
      },
    };
  };

  /** After all earlier requests: a connection knows one transaction at a time. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.then(work, work);
    queue = next.catch(() => undefined);
    return next;
  };

  /** Begins a transaction, on a new connection where the old one is found to be cut: nothing was done on it yet. */
  async function begin(): Promise<{ readonly on: Client; readonly at: number }> {
    for (let isLast = client === undefined; ; isLast = true) {
      const on = await open();
      const sentAt = now();
      try {
        const answers = (await on.query(toBegin(lockWait))) as unknown as QueryResult<{ at: number }>[];
        const at = answers[1]?.rows[0]?.at ?? Number.NaN;
        // A late answer, as after a sleep, says little: what was known holds as far as it agrees with it.
        const [least, most] = [at - now(), at - sentAt];
        ahead = ahead === undefined ? (least + most) / 2 : Math.max(least, Math.min(most, ahead));
        return { on, at };
      } catch (error) {
        if (isCut(error)) drop();
        else await on.query('ROLLBACK').catch(drop);
        if (isLast || !isCut(error)) throw error;
      }
    }
  }

  async function writeOnce<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const { on, at } = await begin();
    let result: T;
    try {
      result = await work({ at, ...statements(on) });
    } catch (error) {
      // Undone by the server in any case, at the latest when it finds the connection gone.
      if (isCut(error)) drop();
      else await on.query('ROLLBACK').catch(drop);
      throw error;
    }
    try {
      const { command } = await on.query('COMMIT');
      if (command !== 'COMMIT') throw new Error(`the server answered ${command} to COMMIT`);
    } catch (error) {
      if (isCut(error)) drop();
      throw error;
    }
    return result;
  }

  return {
    place: address.place,
    read: (work) =>
      inTurn(async () => {
        for (let isLast = client === undefined; ; isLast = true) {
          try {
            return await work(statements(await open()));
          } catch (error) {
            if (isCut(error)) drop();
            if (isLast || !isCut(error)) throw asServerError(error, address.place);
          }
        }
      }),
    write: (work) =>
      inTurn(async () => {
        for (let turn = 1; ; turn += 1) {
          try {
            return await writeOnce(work);
          } catch (error) {
            if (turn === MAX_TRIES || !isUndone(error)) throw asServerError(error, address.place);
            // Apart from each other: two that met would meet again.
            await after(turn * 10 + Math.random() * 40);
          }
        }
      }),
    aheadBy: () =>
      inTurn(async () => {
        if (ahead !== undefined && client !== undefined) return Math.round(ahead);
        try {
          const { on } = await begin();
          await on.query('ROLLBACK');
        } catch (error) {
          throw asServerError(error, address.place);
        }
        return Math.round(ahead ?? 0);
      }),
    lastAhead: () => Math.round(ahead ?? 0),
    close: () =>
      inTurn(async () => {
        const closed = client;
        client = undefined;
        if (closed !== undefined) await endClient(closed);
      }),
  };
}
