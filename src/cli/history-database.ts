import { existsSync, mkdirSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { HistoryWriter } from '../history/ports.js';
import type { HistoryReader, KeywordWriter } from '../history/query-ports.js';
import type { TimingReader } from '../history/timing-ports.js';
import type { StoreProblem } from '../store/errors.js';
import { EXIT, Failure, type ExitCode } from './failure.js';
import type { Shell } from './shell.js';

/** The history behind its ports, and the file that holds it. */
export interface OpenHistory {
  readonly file: string;
  readonly reader: HistoryReader;
  readonly timing: TimingReader;
  readonly writer: HistoryWriter;
  readonly keywords: KeywordWriter;
  /** Writes a consistent copy to a file that does not exist yet. */
  backUp(target: string): void;
  close(): void;
}

/**
 * Where the history is: what `--db` says, else TWEETSPAN_DB, else the user's data folder (XDG base directories, which
 * say that a relative path is to be ignored).
 */
export function databaseFile({ env, cwd }: Pick<Shell, 'env' | 'cwd'>, named: string | undefined): string {
  const told = named ?? (env['TWEETSPAN_DB'] || undefined);
  if (told !== undefined) return resolve(cwd, told);
  const configured = env['XDG_DATA_HOME'];
  const home = env['HOME'] || cwd;
  const data = configured !== undefined && isAbsolute(configured) ? configured : join(home, '.local', 'share');
  return join(data, 'tweetspan', 'history.db');
}

const EXIT_CODES: Readonly<Record<StoreProblem, ExitCode>> = {
  'no-native-part': EXIT.nativePart,
  newer: EXIT.version,
  locked: EXIT.tryLater,
  'not-ours': EXIT.usage,
  'read-only': EXIT.usage,
  full: EXIT.tryLater,
  corrupt: EXIT.usage,
  unreachable: EXIT.usage,
  'other-account': EXIT.usage,
  'wrong-use': EXIT.bug,
};

/** A fault of the store as a failure of the program, with the exit code that it calls for; anything else as it is. */
export function asFailure(error: unknown): unknown {
  // By name: the store is loaded when it is used, and its classes are not known before.
  if (!(error instanceof Error) || error.name !== 'StoreError' || !('problem' in error)) return error;
  return new Failure(error.message, { cause: error, exitCode: EXIT_CODES[error.problem as StoreProblem] });
}

/** What opening asks of its caller. */
export interface HistoryFlags {
  readonly db?: string | undefined;
  /** Only reads: then a history that does not exist is a failure that says how to make one. */
  readonly readonly: boolean;
}

/**
 * Opens the history, and makes it with its folder when it is to be written. The database part is loaded here only.
 * @throws Failure with the mend: no history yet, no native part, a newer version, locked, damaged.
 */
export async function openHistory(shell: Shell, { db, readonly }: HistoryFlags): Promise<OpenHistory> {
  const file = databaseFile(shell, db);
  if (readonly && !existsSync(file)) {
    throw new Failure(`no history yet (${file}); tweetspan import <archive or export> makes it`);
  }
  try {
    if (!readonly) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const { openDatabase } = await import('../store/open.js');
    const { createHistoryReader, createKeywordWriter } = await import('../store/reader.js');
    const { createHistoryWriter } = await import('../store/history.js');
    const { createTimingReader } = await import('../store/timing.js');
    const { backUp } = await import('../store/backup.js');
    const database = await openDatabase(file, { nodeVersion: shell.nodeVersion, readonly });
    return {
      file,
      reader: createHistoryReader(database),
      timing: createTimingReader(database),
      writer: createHistoryWriter(database),
      keywords: createKeywordWriter(database),
      backUp: (target) => backUp(database, target),
      close: () => void database.close(),
    };
  } catch (error) {
    throw asFailure(error);
  }
}
