import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadOwnConfig, mayConfigure } from './config-file.js';
import { databaseFile, isServerAddress } from './options/common.js';
import type { Team } from './team.js';
import type { HistoryWriter } from '#history/ports.js';
import type { ContactWriter, HistoryReader, KeywordWriter, LearnedFacts, TimingReader } from '#history/query-ports.js';
import type { OutreachReader, OutreachWriter } from '#history/outreach.js';
import type { StepStore } from '#queue/person-step.js';
import type { CopyStore } from '#queue/copy.js';
import type { QueueHistory, QueueStore, SpendingReader } from '#queue/ports.js';
import { StoreError } from '#store/errors.js';
import { openDatabase, backUp, closeNew, emptyLog } from '#store/database.js';
import { loadDriver } from '#store/driver/choose.js';
import { IN_MEMORY, type Database } from '#store/driver/port.js';
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
  /** Where the queue is kept on a server, which several people share; undefined where it lives in the same file. */
  readonly team: Team | undefined;
  /** The clock that the queue goes by, ms UTC: this machine's, or that of the server. */
  readonly now: () => number;
  readonly queue: QueueStore;
  /** What only a person can do. */
  readonly steps: StepStore;
  readonly queueHistory: QueueHistory;
  readonly spendings: SpendingReader;
  /** Takes the whole queue out, or brings one in. */
  openCopies(): Promise<CopyStore>;
  /** Writes a consistent copy to a file that does not exist yet. */
  backUp(target: string): void;
  /** Empties the write-ahead log, before another file that lies in the place of this one is opened. */
  emptyLog(): void;
  /** Closes it, and shows a team what it has learned since. */
  close(): Promise<void>;
}

/**
 * Makes sure that a history which does not exist yet can be made.
 * @throws StoreError `no-native-part` where no database engine works.
 */
export async function requireEngine({ nodeVersion }: Pick<Shell, 'nodeVersion'>, file: string): Promise<void> {
  if (!existsSync(file) && !isServerAddress(file)) await loadDriver(nodeVersion);
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
  /** Whether the queue alone is read: one on a server needs no history on this machine. */
  readonly queueOnly?: boolean;
  /** Whether what the others of a team know of people is taken over first, and what is learned here shown to them. */
  readonly shares?: boolean;
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
 * The address of the server that holds the queue: of `--db`, else of TWEETSPAN_DB, else of the user's own configuration;
 * undefined where a file holds it.
 */
async function findServer(shell: Shell, db: string | undefined): Promise<string | undefined> {
  const named = db ?? (shell.env['TWEETSPAN_DB'] || undefined);
  if (named !== undefined) return isServerAddress(named) ? named : undefined;
  if (!mayConfigure(shell, 'team')) return undefined;
  const { team } = await loadOwnConfig(shell, async () => (await import('#rules/index.js')).rules);
  return team?.db;
}

/** Whether the queue is kept on a server, whose address is named. */
export const isOnServer = async (shell: Shell, db: string | undefined): Promise<boolean> =>
  (await findServer(shell, db)) !== undefined;

/**
 * The team's queue, where a server's address is named; nothing of it is loaded otherwise. It is not connected to yet.
 * @param migrates whether a schema that is older is brought up to date.
 */
export async function openServer(
  shell: Shell,
  db: string | undefined,
  { lockWait, migrates = true }: { readonly lockWait: number; readonly migrates?: boolean },
): Promise<Team | undefined> {
  const address = await findServer(shell, db);
  return address === undefined
    ? undefined
    : (await import('./team.js')).openTeam(shell, address, { lockWait, migrates });
}

/**
 * Opens the history, and makes it with its folder when it is to be written. A queue on a server is not connected to yet.
 * @throws StoreError: no history yet, no native part, a newer version, locked, damaged.
 */
export async function openHistory(shell: Shell, flags: HistoryFlags): Promise<OpenHistory> {
  const { db, readonly, lockWait, durable = false, removeIfEmpty = false, queueOnly = false, shares = false } = flags;
  const file = databaseFile(shell, db);
  const busyTimeout = readLockWait(shell, lockWait);
  const options = { nodeVersion: shell.nodeVersion, busyTimeout, durable };
  const team = await openServer(shell, db, { lockWait: busyTimeout });
  const isThere = existsSync(file);
  if (readonly && !isThere) {
    if (team === undefined || !queueOnly) throw new StoreError('no-history', { file });
    return asHistory(team.place, await openDatabase(IN_MEMORY, options), { shell, team });
  }
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
    return openHistory(shell, flags);
  }
  // The history is its user's own, and so is what SQLite keeps beside it.
  if (!isThere) chmodSync(file, 0o600);
  if (team !== undefined && shares && !readonly) await team.pull(database);
  const isSharing = shares && !readonly;
  return asHistory(file, database, { shell, team, removes: !isThere && removeIfEmpty, isSharing });
}

function asHistory(
  file: string,
  database: Database,
  {
    shell,
    team,
    removes = false,
    isSharing = false,
  }: {
    readonly shell: Shell;
    readonly team: Team | undefined;
    readonly removes?: boolean;
    readonly isSharing?: boolean;
  },
): OpenHistory {
  return {
    file,
    team,
    now: team?.now ?? (() => shell.now()),
    reader: createHistoryReader(database),
    timing: createTimingReader(database),
    learned: createLearnedFacts(database),
    writer: createHistoryWriter(database),
    keywords: createKeywordWriter(database),
    contacts: createContactWriter(database),
    outreach: { ...createOutreachReader(database), ...createOutreachWriter(database) },
    queue: team?.queue ?? createQueueStore(database),
    steps: team?.steps ?? createStepStore(database),
    queueHistory: team?.history ?? createQueueHistory(database, toSourcePost),
    spendings: team?.spendings ?? createSpendingReader(database),
    openCopies:
      team?.openCopies ??
      (async () => {
        const [{ createCopyStore }, { toKnownPost }] = await Promise.all([
          import('#store/queue/copy.js'),
          import('#history/formats/text.js'),
        ]);
        return createCopyStore(database, toKnownPost);
      }),
    backUp(target) {
      backUp(database, target);
      // The history is its user's own, and so is a copy of it.
      chmodSync(target, 0o600);
    },
    emptyLog: () => emptyLog(database),
    async close() {
      try {
        if (isSharing) await team?.push(database);
      } finally {
        if (removes) closeNew(database);
        else database.close();
        await team?.close();
      }
    },
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
    await history.close();
  }
}
