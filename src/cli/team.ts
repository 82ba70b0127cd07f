// A queue that several people share on a server: who works here, by which clock, and what this machine keeps of it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { linksInText } from '#history/formats/text.js';
import type { ItemMedia } from '#queue/item.js';
import type { StepStore } from '#queue/person-step.js';
import type { CopyStore } from '#queue/copy.js';
import type { QueueHistory, QueueStore, SpendingReader } from '#queue/ports.js';
import { parseServerAddress } from '#store/postgres/address.js';
import { createServerConnection } from '#store/postgres/connection.js';
import { createServerHistory, createServerSteps } from '#store/postgres/history.js';
import type { ServerHealth } from '#store/postgres/health.js';
import type { Self } from '#store/postgres/rows.js';
import { createServerSharing, type Sharing } from '#store/postgres/sharing.js';
import { createServerStore } from '#store/postgres/store.js';
import { createTeamStore, type TeamStore } from '#store/postgres/team.js';
import { loadOwnConfig } from './config-file.js';
import { stateFolder } from './queue/entry.js';
import type { Shell } from './shell.js';

/** A queue on a server. No request is made before it is needed. */
export interface Team extends Sharing {
  /** The server's address without password. */
  readonly place: string;
  readonly self: Self;
  readonly queue: QueueStore;
  readonly steps: StepStore;
  readonly history: QueueHistory;
  readonly spendings: SpendingReader;
  readonly store: TeamStore;
  /** Looks at the server, which is left as it is. */
  health(): Promise<ServerHealth>;
  /** Takes the whole queue out, or brings one in. */
  openCopies(): Promise<CopyStore>;
  /** The server's clock, ms UTC, as far as the last call knows it; `seeClock` looks at it first. */
  readonly now: () => number;
  seeClock(): Promise<void>;
  /** Keeps the bytes of media, so that any machine can post them. */
  keepMedia(media: readonly ItemMedia[]): Promise<void>;
  /** Media whose files are on this machine, fetched where they are not. */
  fetchMedia(media: readonly ItemMedia[]): Promise<readonly ItemMedia[]>;
  close(): Promise<void>;
}

type Named = Pick<Shell, 'env'>;

const userName = ({ env }: Named): string => env['USER'] || env['LOGNAME'] || env['USERNAME'] || 'tweetspan';

/** The name of who works here, as the others see it. */
async function findPerson(shell: Shell): Promise<string> {
  const named = shell.env['TWEETSPAN_PERSON'];
  if (named !== undefined && named.trim() !== '') return named.trim();
  const { team } = await loadOwnConfig(shell, async () => (await import('#rules/index.js')).rules);
  return team?.person?.trim() ?? userName(shell);
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Opens the queue on a server, without a connection yet.
 * @param lockWait how long another's lock is waited for, ms.
 * @throws StoreError `wrong-server-address`.
 */
export async function openTeam(
  shell: Shell,
  address: string,
  { lockWait, migrates = true }: { readonly lockWait: number; readonly migrates?: boolean },
): Promise<Team> {
  const parsed = parseServerAddress(address, userName(shell));
  const connection = createServerConnection(parsed, { now: () => shell.now(), migrates, lockWait });
  const self: Self = { person: await findPerson(shell), host: shell.host };
  const store = createTeamStore(connection);
  const queue = createServerStore(connection, self);
  return {
    place: parsed.place,
    self,
    queue,
    spendings: queue,
    steps: createServerSteps(connection, self),
    history: createServerHistory(connection, linksInText),
    store,
    health: async () => (await import('#store/postgres/health.js')).readServerHealth(connection),
    openCopies: async () => (await import('#store/postgres/copy.js')).createServerCopies(connection, self),
    ...createServerSharing(connection),
    now: () => shell.now() + connection.lastAhead(),
    seeClock: async () => void (await connection.aheadBy()),
    async keepMedia(media) {
      for (const { file } of media) {
        // What cannot be read is reported where it is needed.
        const bytes = readOrNone(file);
        if (bytes !== undefined) await store.keepMedia(file, bytes);
      }
    },
    async fetchMedia(media) {
      const fetched: ItemMedia[] = [];
      for (const one of media) fetched.push(await fetchOne(shell, store, one));
      return fetched;
    },
    close: () => connection.close(),
  };
}

function readOrNone(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** One file of an item, from this machine where it is what was planned, else from the server. */
async function fetchOne(shell: Shell, store: TeamStore, one: ItemMedia): Promise<ItemMedia> {
  const { file, sha256 } = one;
  if (sha256 === undefined) return one;
  const own = readOrNone(file);
  if (own !== undefined && hashOf(own) === sha256) return one;
  const folder = stateFolder(shell);
  if (folder === undefined) return one;
  const kept = join(folder, 'media', `${sha256}${extname(file)}`);
  if (!existsSync(kept)) {
    const bytes = await store.readMedia(sha256);
    if (bytes === undefined) return one;
    mkdirSync(join(folder, 'media'), { recursive: true, mode: 0o700 });
    // In one step: half a file would be taken for another one.
    writeFileSync(`${kept}.${shell.pid}`, bytes, { mode: 0o600 });
    renameSync(`${kept}.${shell.pid}`, kept);
  }
  return { ...one, file: kept };
}
