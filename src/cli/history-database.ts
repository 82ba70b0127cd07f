import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { databaseFile } from './options/common.js';
import type { HistoryWriter } from '#history/ports.js';
import type { ContactWriter, HistoryReader, KeywordWriter, LearnedFacts, TimingReader } from '#history/query-ports.js';
import type { OutreachReader, OutreachWriter } from '#history/outreach.js';
import type { StepStore } from '#queue/person-step.js';
import type { QueueHistory, QueueStore, SpendingReader } from '#queue/ports.js';
import { StoreError } from '#store/errors.js';
import { openDatabase, backUp, closeNew, emptyLog } from '#store/database.js';
import {
  createHistoryReader,
  createKeywordWriter,
  createContactWriter,
  createTimingReader,
} from '#store/history/reader.js';
import { createOutreachReader, createOutreachWriter } from '#store/history/outreach.js';
import { createStepStore } from '#store/queue/steps.js';
import { createQueueStore, createSpendingReader } from '#store/queue/store.js';
import type { Shell } from './shell.js';
import { createLearnedFacts } from '#store/history/learned.js';
import { createHistoryWriter } from '#store/history/writer.js';
import { createQueueHistory } from '#store/queue/history.js';
import { toSourcePost } from '#history/formats/text.js';

/** The history behind its ports, and the file that holds it. */
export interface OpenHistory {
  readonly file: string;
  readonly reader: HistoryReader;
  readonly timing: TimingReader;
  readonly learned: LearnedFacts;
  readonly writer: HistoryWriter;
  readonly keywords: KeywordWriter;
  readonly contacts: ContactWriter;
  readonly outreach: OutreachReader & OutreachWriter;
  /** The queue lives in the same file. */
  readonly queue: QueueStore;
  /** What only a person can do. */
  readonly steps: StepStore;
  readonly queueHistory: QueueHistory;
  readonly spendings: SpendingReader;
  /** Writes a consistent copy to a file that does not exist yet. */
  backUp(target: string): void;
  /** Empties the write-ahead log, before another file that lies in the place of this one is opened. */
  emptyLog(): void;
  close(): void;
}

/** What opening needs from its caller. */
export interface HistoryFlags {
  readonly db?: string | undefined;
  /** Only reads: then a history that does not exist is a failure that says how to make one. */
  readonly readonly: boolean;
  /** How long to wait for another program's lock, in ms, where TWEETSPAN_LOCK_WAIT says nothing. */
  readonly lockWait?: number;
  /** For commands that send: each commit is on the disk before the next step. */
  readonly durable?: boolean;
  /** Whether a file that is made here is removed again when nothing came into it. */
  readonly removeIfEmpty?: boolean;
}

/** How long a command waits while another program writes, in ms. */
const LOCK_WAIT = 5000;

function readLockWait({ env }: Pick<Shell, 'env'>, usual = LOCK_WAIT): number {
  const configured = env['TWEETSPAN_LOCK_WAIT'];
  if (configured === undefined || configured === '') return usual;
  const wait = Number(configured);
  if (Number.isInteger(wait) && wait >= 0 && wait <= 3_600_000) return wait;
  throw new StoreError('wrong-lock-wait', { value: configured });
}

const isOlder = (error: unknown): boolean => error instanceof StoreError && error.problem === 'older';

/**
 * Opens the history, and makes it with its folder when it is to be written.
 * @throws StoreError: no history yet, no native part, a newer version, locked, damaged.
 */
export async function openHistory(
  shell: Shell,
  { db, readonly, lockWait, durable = false, removeIfEmpty = false }: HistoryFlags,
): Promise<OpenHistory> {
  const file = databaseFile(shell, db);
  const options = { nodeVersion: shell.nodeVersion, busyTimeout: readLockWait(shell, lockWait), durable };
  if (readonly && !existsSync(file)) {
    throw new StoreError('no-history', { file });
  }
  const isNew = !existsSync(file);
  if (!readonly) makeFolder(dirname(file));
  const database = await openDatabase(file, { ...options, readonly }).catch(async (error: unknown) => {
    if (!isOlder(error)) throw error;
    // Opened once for writing, it is brought to the present version.
    (await openDatabase(file, options)).close();
    return openDatabase(file, { ...options, readonly });
  });
  // Another command may have removed what it had made: see `removeIfEmpty`.
  if (!readonly && !existsSync(file)) {
    database.close();
    return openHistory(shell, { db, readonly, durable, removeIfEmpty });
  }
  // The history is its user's own, and so is what SQLite keeps beside it.
  if (isNew) chmodSync(file, 0o600);
  return {
    file,
    reader: createHistoryReader(database),
    timing: createTimingReader(database),
    learned: createLearnedFacts(database),
    writer: createHistoryWriter(database),
    keywords: createKeywordWriter(database),
    contacts: createContactWriter(database),
    outreach: { ...createOutreachReader(database), ...createOutreachWriter(database) },
    queue: createQueueStore(database),
    steps: createStepStore(database),
    queueHistory: createQueueHistory(database, toSourcePost),
    spendings: createSpendingReader(database),
    backUp(target) {
      backUp(database, target);
      // The history is its user's own, and so is a copy of it.
      chmodSync(target, 0o600);
    },
    emptyLog: () => emptyLog(database),
    close: () => (isNew && removeIfEmpty ? closeNew(database) : database.close()),
  };
}

/** Makes a folder and those above it. Node's own way never ends in a file system that takes none, such as /proc. */
function makeMissing(folder: string): void {
  const isFolder = (): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isFolder()) return;
  if (!existsSync(folder) && dirname(folder) !== folder) makeMissing(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder()) throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    makeMissing(folder);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new StoreError('folder-not-made', { folder, code: code ?? '' }, { cause });
  }
}

/**
 * Does some work on the history and closes it.
 * @throws StoreError for its faults, as `openHistory`.
 */
export async function withHistory<T>(
  shell: Shell,
  flags: HistoryFlags,
  work: (history: OpenHistory) => T | Promise<T>,
): Promise<T> {
  const history = await openHistory(shell, flags);
  try {
    return await work(history);
  } finally {
    history.close();
  }
}
