import { existsSync, statSync, accessSync, constants, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '#base/problem.js';
import type { DatabaseFacts, HistoryFacts, QueueFacts, DiskFacts } from '#doctor/facts.js';
import { budgetAt } from '#queue/budget.js';
import { effectiveDue, type Item } from '#queue/item.js';
import type { QueueStore, Worker } from '#queue/ports.js';
import { asStoreError, StoreError } from '#store/errors.js';
import { contentsFault, versionIn, openDatabase } from '#store/database.js';
import { createHistoryReader } from '#store/history/reader.js';
import { PRESENT_VERSION } from '#store/migrations.js';
import { createQueueStore } from '#store/queue/store.js';
import { createClocks } from '../queue/open.js';
import type { Shell } from '../shell.js';

/** What the file of the history holds. Only `database` is there where it cannot be read, or there is none. */
export interface DatabaseLook {
  readonly database: DatabaseFacts;
  readonly inside?: { readonly history: HistoryFacts } & QueueLook;
}

/** A queue and what works on it, wherever it is kept. */
export interface QueueLook {
  readonly queue: QueueFacts;
  readonly workers: readonly Worker[];
  readonly facts: Readonly<Record<'skew' | 'zoneRules' | 'account', string | undefined>>;
}

/** How long a lock is waited for, ms: one that outlasts it is worth reporting. @source own choice */
const LOCK_WAIT = 1000;
/** A larger file is not checked: it would take more than some seconds, bytes. @source own choice */
const LARGEST_CHECKED = 2_000_000_000;

/** Looks at the history and the queue in it, which are left as they are: an older one is not brought up to date. */
export async function lookAtDatabase(shell: Shell, file: string): Promise<DatabaseLook> {
  const about = (state: DatabaseFacts['state']): DatabaseFacts => ({
    file,
    disk: inspectDisk(file, shell.platform),
    state,
  });
  if (!existsSync(file)) return { database: about({ kind: 'none' }) };
  const options = { nodeVersion: shell.nodeVersion, readonly: true, busyTimeout: LOCK_WAIT };
  try {
    const database = await openDatabase(file, options);
    try {
      const { size } = statSync(file);
      const isChecked = size <= LARGEST_CHECKED;
      const damage = isChecked ? contentsFault(database) : undefined;
      const state = {
        kind: 'open' as const,
        version: PRESENT_VERSION,
        bytes: size,
        isWritable: isWritable(file),
        isChecked,
        ...(damage !== undefined && { damage }),
      };
      // Of what is damaged nothing can be trusted.
      if (damage !== undefined) return { database: about(state) };
      return { database: about(state), inside: await inspectContents(database, shell) };
    } finally {
      database.close();
    }
  } catch (error) {
    return { database: about(await classifyFault(asStoreError(error, file), file, options)) };
  }
}

type Database = Awaited<ReturnType<typeof openDatabase>>;

async function inspectContents(database: Database, shell: Shell): Promise<NonNullable<DatabaseLook['inside']>> {
  const reader = createHistoryReader(database);
  const { posts, last } = reader.coverage(shell.now());
  const store: QueueStore = createQueueStore(database);
  return {
    history: { account: reader.account(), posts, ...(last !== undefined && { newest: last }) },
    ...(await lookAtQueue(store, shell.now())),
  };
}

/** Looks at a queue. @param now ms UTC, by the clock that it goes by. */
export const lookAtQueue = async (store: QueueStore, now: number): Promise<QueueLook> => ({
  queue: await readQueueFacts(store, now),
  workers: await store.workers(now),
  facts: {
    skew: await store.fact('clock-skew'),
    zoneRules: await store.fact('zone-rules'),
    account: await store.fact('account'),
  },
});

async function classifyFault(
  error: unknown,
  file: string,
  options: { readonly nodeVersion: string; readonly busyTimeout: number },
): Promise<DatabaseFacts['state']> {
  const problem = error instanceof StoreError ? error.problem : undefined;
  const fault = { kind: 'fault' as const, problem, detail: errorMessage(error) };
  if (problem !== 'newer' && problem !== 'older') return fault;
  try {
    return { ...fault, version: { found: await versionIn(file, options), present: PRESENT_VERSION } };
  } catch {
    // It could be read a moment ago; what was wrong then is still worth reporting.
    return fault;
  }
}

/** What the engine said, in its own words. */
function errorMessage(error: unknown): string {
  const source = error instanceof Problem && error.cause instanceof Error ? error.cause : error;
  return source instanceof Error ? source.message : String(source);
}

/** Items that are read; of a longer queue the first ones. @source own choice */
const MAX_ITEMS = 10_000;
/** How long what was refused or missed is reported, ms. @source own choice */
const LATELY = 7 * 86_400_000;

const ids = (items: readonly Item[]): readonly number[] => items.map(({ id }) => id);

/** The queue as the doctor judges it. */
async function readQueueFacts(store: QueueStore, now: number): Promise<QueueFacts> {
  const { caps, spent } = await budgetAt(store, now);
  const planned = await store.list({ states: ['planned'] }, MAX_ITEMS);
  const ready = planned.filter(({ review }) => !review);
  const next = ready.reduce<Item | undefined>(
    (first, item) => (first === undefined || effectiveDue(item) < effectiveDue(first) ? item : first),
    undefined,
  );
  const open = await store.list({ states: ['reminded', 'unknown', 'refused', 'missed'] }, MAX_ITEMS);
  const inState = (state: Item['state']): readonly Item[] => open.filter((item) => item.state === state);
  const lately = (state: Item['state']): readonly number[] =>
    ids(inState(state).filter(({ changedAt }) => now - changedAt <= LATELY));
  const pause = await store.pause();
  const { formatLocalTime } = createClocks();
  const [remindedAt, ...channels] = ((await store.fact('reminder')) ?? '').split(' ');
  return {
    caps,
    spent,
    counts: await store.count(),
    ...(pause !== undefined && { pause }),
    ...(next !== undefined && {
      next: { id: next.id, localTime: formatLocalTime(next.dueAt, next.zone), zone: next.zone, mode: next.mode },
    }),
    ...(remindedAt !== '' && { reminder: { at: Number(remindedAt), channels } }),
    byApi: planned.filter(({ mode }) => mode === 'api').length,
    waiting: {
      review: ids(planned.filter(({ review }) => review)),
      reminded: ids(inState('reminded')),
      // A check that is due will find out.
      unknown: ids(inState('unknown').filter(({ notBefore }) => notBefore === undefined)),
      missed: lately('missed'),
      refused: lately('refused'),
    },
  };
}

/** File systems of other machines, by the numbers that Linux gives them (statfs(2), linux/magic.h). */
const NETWORK: Readonly<Record<number, string>> = {
  0x6969: 'NFS',
  0x517b: 'SMB',
  0xff534d42: 'CIFS',
  0xfe534d42: 'SMB',
  0x01021997: '9P',
  0x5346414f: 'AFS',
  0x6b414653: 'AFS',
  0x00c36400: 'Ceph',
  0x73757245: 'Coda',
  0x0bd00bd0: 'Lustre',
  0x7461636f: 'OCFS2',
  0x564c: 'NCP',
};

/** The name of a file system of another machine; undefined for a local one, and where numbers mean something else. */
const networkName = (type: number, platform: string): string | undefined =>
  // Some systems give the number with a sign.
  platform === 'linux' ? NETWORK[type >>> 0] : undefined;

/** The nearest folder above a file that exists. */
function nearestFolder(file: string): string {
  let folder = dirname(file);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** The disk that holds a file, or will; undefined where the system does not say. */
function inspectDisk(file: string, platform: string): DiskFacts | undefined {
  try {
    const { type, bavail, bsize } = statfsSync(nearestFolder(file));
    const network = networkName(type, platform);
    const syncedBy = findSyncService(file);
    return {
      freeBytes: bavail * bsize,
      ...(network !== undefined && { network }),
      ...(syncedBy !== undefined && { syncedBy }),
    };
  } catch {
    return undefined;
  }
}

/** Whether a file may be written, and files be made beside it, as SQLite does. */
function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    accessSync(dirname(file), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Names of folders that programs copy to other machines, where no database in use may lie, as they are documented for
 * Windows, macOS and Linux.
 */
const SYNC_FOLDERS: readonly (readonly [RegExp, string])[] = [
  [/^Dropbox(?: \(.+\))?$/i, 'Dropbox'],
  [/^OneDrive(?:(?: - |-).+)?$/i, 'OneDrive'],
  [/^(?:Google ?Drive|GoogleDrive-.+|My Drive)$/i, 'Google Drive'],
  [/^(?:iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)$/i, 'iCloud Drive'],
  [/^Nextcloud\d*$/i, 'Nextcloud'],
  [/^ownCloud$/i, 'ownCloud'],
  [/^(?:pCloud ?Drive|pCloudDrive)$/i, 'pCloud'],
  [/^(?:kDrive|kdrive)$/i, 'kDrive'],
  [/^Proton ?Drive(?:-.+)?$/i, 'Proton Drive'],
];

/** What the programs leave in the folder that they copy. */
const SYNC_MARKS: readonly (readonly [string, string])[] = [
  ['.stfolder', 'Syncthing'],
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.owncloudsync.log', 'ownCloud'],
  ['.nextcloudsync.log', 'Nextcloud'],
];

/** The name of the program that copies the folder of a file to other machines; undefined where none is known to. */
function findSyncService(file: string): string | undefined {
  for (let folder = dirname(file); dirname(folder) !== folder; folder = dirname(folder)) {
    const name = folder.slice(dirname(folder).length).replace(/^[\\/]+/, '');
    const service =
      SYNC_FOLDERS.find(([pattern]) => pattern.test(name))?.[1] ??
      SYNC_MARKS.find(([mark]) => existsSync(join(folder, mark)))?.[1];
    if (service !== undefined) return service;
  }
  return undefined;
}
