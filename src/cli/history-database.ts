import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { HistoryWriter } from '#history/ports.js';
import type { ContactWriter, HistoryReader, KeywordWriter } from '#history/query-ports.js';
import type { TimingReader } from '#history/timing-ports.js';
import type { QueueHistory, QueueStore } from '#queue/ports.js';
import type { SpendingReader } from '#queue/ports.js';
import type { StoreProblem } from '#store/errors.js';
import { EXIT, UserError, type ExitCode } from './user-error.js';
import { openDatabase } from '#store/open.js';
import type { Shell } from './shell.js';
import { createHistoryReader, createKeywordWriter, createContactWriter } from '#store/history/reader.js';
import { createTimingReader } from '#store/history/timing.js';
import { createHistoryWriter } from '#store/history/writer.js';
import { createQueueStore } from '#store/queue/store.js';
import { createQueueHistory } from '#store/queue/history.js';
import { toSourcePost } from '#history/own-post.js';
import { createSpendingReader } from '#store/queue/money.js';
import { backUp } from '#store/backup.js';

/** The history behind its ports, and the file that holds it. */
export interface OpenHistory {
  readonly file: string;
  readonly reader: HistoryReader;
  readonly timing: TimingReader;
  readonly writer: HistoryWriter;
  readonly keywords: KeywordWriter;
  readonly contacts: ContactWriter;
  /** The queue lives in the same file. */
  readonly queue: QueueStore;
  readonly queueHistory: QueueHistory;
  readonly spendings: SpendingReader;
  /** Writes a consistent copy to a file that does not exist yet. */
  backUp(target: string): void;
  close(): void;
}

/**
 * Where the history is: what `--db` says, else TWEETSPAN_DB, else the user's data folder (XDG base directories, which
 * say that a relative path is to be ignored).
 */
export function databaseFile({ env, cwd }: Pick<Shell, 'env' | 'cwd'>, named: string | undefined): string {
  const chosen = named ?? (env['TWEETSPAN_DB'] || undefined);
  if (chosen !== undefined) return resolve(cwd, chosen);
  const configured = env['XDG_DATA_HOME'];
  const home = env['HOME'] || cwd;
  const data = configured !== undefined && isAbsolute(configured) ? configured : join(home, '.local', 'share');
  return join(data, 'tweetspan', 'history.db');
}

const EXIT_CODES: Readonly<Record<StoreProblem, ExitCode>> = {
  'no-native-part': EXIT.nativePart,
  newer: EXIT.version,
  older: EXIT.version,
  locked: EXIT.tryLater,
  'not-ours': EXIT.usage,
  'read-only': EXIT.usage,
  full: EXIT.tryLater,
  corrupt: EXIT.usage,
  unreachable: EXIT.usage,
  'other-account': EXIT.usage,
  'wrong-use': EXIT.usage,
  'slot-taken': EXIT.usage,
};

/** The exit code for a problem of the store, by its name; undefined for any other word. */
export const exitCodeForProblem = (problem: string): ExitCode | undefined =>
  Object.hasOwn(EXIT_CODES, problem) ? EXIT_CODES[problem as StoreProblem] : undefined;

/** A fault of the store as a failure of the program, with the exit code that it calls for; anything else as it is. */
export function asFailure(error: unknown): unknown {
  // By name: the store is loaded when it is used, and its classes are not known before.
  if (!(error instanceof Error) || error.name !== 'StoreError' || !('problem' in error)) return error;
  return new UserError(error.message, { cause: error, exitCode: EXIT_CODES[error.problem as StoreProblem] });
}

/** What opening asks of its caller. */
export interface HistoryFlags {
  readonly db?: string | undefined;
  /** Only reads: then a history that does not exist is a failure that says how to make one. */
  readonly readonly: boolean;
  /** How long to wait for another program's lock, in ms, where TWEETSPAN_LOCK_WAIT says nothing. */
  readonly lockWait?: number;
}

/** How long a command waits while another program writes, in ms. */
const LOCK_WAIT = 5000;

function readLockWait({ env }: Pick<Shell, 'env'>, usual = LOCK_WAIT): number {
  const configured = env['TWEETSPAN_LOCK_WAIT'];
  if (configured === undefined || configured === '') return usual;
  const wait = Number(configured);
  if (Number.isInteger(wait) && wait >= 0 && wait <= 3_600_000) return wait;
  throw new UserError(`TWEETSPAN_LOCK_WAIT is "${configured}": give whole milliseconds, from 0 to 3600000`);
}

const isOlder = (error: unknown): boolean =>
  error instanceof Error && error.name === 'StoreError' && 'problem' in error && error.problem === 'older';

/**
 * Opens the history, and makes it with its folder when it is to be written. The database part is loaded here only.
 * @throws Failure with the mend: no history yet, no native part, a newer version, locked, damaged.
 */
export async function openHistory(shell: Shell, { db, readonly, lockWait }: HistoryFlags): Promise<OpenHistory> {
  const file = databaseFile(shell, db);
  const options = { nodeVersion: shell.nodeVersion, busyTimeout: readLockWait(shell, lockWait) };
  if (readonly && !existsSync(file)) {
    throw new UserError(`no history yet (${file}); tweetspan import <archive or export> makes it`);
  }
  if (!readonly) makeFolder(dirname(file));
  try {
    const database = await openDatabase(file, { ...options, readonly }).catch(async (error: unknown) => {
      if (!isOlder(error)) throw error;
      // Opened once for writing, it is brought to the present version.
      (await openDatabase(file, options)).close();
      return openDatabase(file, { ...options, readonly });
    });
    return {
      file,
      reader: createHistoryReader(database),
      timing: createTimingReader(database),
      writer: createHistoryWriter(database),
      keywords: createKeywordWriter(database),
      contacts: createContactWriter(database),
      queue: createQueueStore(database),
      queueHistory: createQueueHistory(database, toSourcePost),
      spendings: createSpendingReader(database),
      backUp(target) {
        backUp(database, target);
        // The history is its user's own, and so is a copy of it.
        chmodSync(target, 0o600);
      },
      close: () => void database.close(),
    };
  } catch (error) {
    throw asFailure(error);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new UserError(`${folder} cannot be made (${code}): name a file in another folder with --db`, { cause });
  }
}

/**
 * Does some work on the history and closes it.
 * @throws Failure for its faults, as `openHistory`.
 */
export async function withHistory<T>(
  shell: Shell,
  flags: HistoryFlags,
  work: (history: OpenHistory) => T | Promise<T>,
): Promise<T> {
  const history = await openHistory(shell, flags);
  try {
    return await work(history);
  } catch (error) {
    throw asFailure(error);
  } finally {
    history.close();
  }
}
