import { existsSync, statSync } from 'node:fs';
import type { QueueStore, Worker } from '#queue/ports.js';
import type { DatabaseFacts, HistoryFacts, QueueFacts } from '#doctor/facts.js';
import type { Shell } from '../shell.js';
import { inspectDisk, isWritable } from './disk.js';
import { readQueueFacts } from './queue.js';
import { openDatabase, contentsFault, versionIn } from '#store/database.js';
import { PRESENT_VERSION } from '#store/migrations.js';
import { Problem } from '#base/problem.js';
import { asStoreError, StoreError } from '#store/errors.js';
import { createHistoryReader } from '#store/history/reader.js';
import { createQueueStore } from '#store/queue/store.js';

/** What the file of the history holds. Only `database` is there where it cannot be read, or there is none. */
export interface DatabaseLook {
  readonly database: DatabaseFacts;
  readonly inside?: {
    readonly history: HistoryFacts;
    readonly queue: QueueFacts;
    readonly workers: readonly Worker[];
    readonly facts: Readonly<Record<'skew' | 'zoneRules' | 'account', string | undefined>>;
  };
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
  const { posts, last } = reader.coverage();
  const store: QueueStore = createQueueStore(database);
  return {
    history: { account: reader.account(), posts, ...(last !== undefined && { newest: last }) },
    queue: await readQueueFacts(store, shell.now()),
    workers: store.workers(),
    facts: { skew: store.fact('clock-skew'), zoneRules: store.fact('zone-rules'), account: store.fact('account') },
  };
}

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
