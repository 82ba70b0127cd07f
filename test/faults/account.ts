import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath, versions } from 'node:process';
import { setTimeout as after } from 'node:timers/promises';
import { toSourcePost } from '#history/formats/text.js';
import type { Item, NewItem } from '#queue/item.js';
import type { QueueStore, Step } from '#queue/ports.js';
import { openDatabase } from '#store/database.js';
import { createQueueHistory } from '#store/queue/history.js';
import { createQueueStore } from '#store/queue/store.js';
import { startFakeX, type FakeX } from '../x/server.js';
import { newItem, TEXTS } from '../queue/world.js';

export const MINUTE = 60_000;
/** Machines that take turns where a queue is shared. */
const MACHINES = 5;

/** What became of an item, and of X's side of it. */
export interface End {
  readonly item: Item;
  readonly copies: number;
}

/** An account on a fake X, with a queue in a file, and workers that are processes of their own. */
export interface Account {
  readonly x: FakeX;
  /** Adds items due now, each of a link of its own. */
  add(count: number, rest?: Partial<NewItem>): Promise<void>;
  addItems(items: readonly NewItem[]): Promise<void>;
  /** The clock of X, of this machine and of its workers, ms UTC. */
  now(): number;
  setNow(instant: number): Promise<void>;
  /** Starts a worker that does what is due and ends. Its clock may be wrong by some ms. */
  start(options?: { readonly killAt?: Step; readonly stopAt?: Step; readonly wrongBy?: number }): Worker;
  /** Has something happen whenever X has accepted a post, before its answer leaves; nothing without it. */
  onAccept(happen?: () => void): void;
  ends(): Promise<readonly End[]>;
  /** How many workers were started since it was last asked, and how many seconds went by. */
  tally(): { readonly workers: number; readonly seconds: number };
  clear(): Promise<void>;
  close(): Promise<void>;
}

export interface Worker {
  readonly child: ChildProcess;
  /** Its exit code, or null when it was killed. */
  readonly ended: Promise<number | null>;
  /** Kills it after so many ms, if it still runs; answers whether it did. */
  kill(ms: number): Promise<boolean>;
  /** Resolves when it has stopped at its step, or has ended without; answers whether it stopped. */
  readonly stopped: Promise<boolean>;
  /** Stops it after so many ms, as a machine that is put to sleep; answers whether it still ran. */
  suspend(ms: number): Promise<boolean>;
  wake(): void;
}

/** Where the queue is kept: opened for tests, and the address that workers get in the place of a file. */
export interface QueuePlace {
  /** A new queue, with the clock that it goes by where that is its own. */
  begin(round: number): Promise<void>;
  withStore<T>(work: (store: QueueStore) => T | Promise<T>): Promise<T>;
  readonly db: () => string;
  /** Sets the clock of the place, ms UTC. */
  setNow?(instant: number): Promise<void>;
}

/** Opens an account whose workers run a bundled program. Its queue is in a file, unless another place is given. */
export async function openAccount(program: string, place?: QueuePlace): Promise<Account> {
  const folder = mkdtempSync(join(tmpdir(), 'tweetspan-faults-'));
  let ahead = 0;
  let rounds = 0;
  let machine = 0;
  let workers = 0;
  let tallied = performance.now();
  const clock = join(folder, 'clock');
  const setClock = (ms: number): void => {
    ahead = ms;
    // In one step: workers that run read it at any moment.
    writeFileSync(`${clock}.new`, String(ms));
    renameSync(`${clock}.new`, clock);
  };
  setClock(0);
  const now = (): number => Date.now() + ahead;
  const x = await startFakeX({ now, account: { id: '9000000000' } });
  const usualPost = x.routes.get('POST /2/tweets');
  if (usualPost === undefined) throw new Error('the fake X takes no posts');
  const file = (): string => join(folder, `history-${rounds}.db`);
  const withStore = async <T>(work: (store: QueueStore) => T | Promise<T>): Promise<T> => {
    if (place !== undefined) return place.withStore(work);
    const database = await openDatabase(file(), { nodeVersion: versions.node });
    try {
      createQueueHistory(database, toSourcePost);
      return await work(createQueueStore(database));
    } finally {
      database.close();
    }
  };
  const { appKey, appSecret, accessToken, accessSecret } = x.tokens;
  const env = {
    HOME: folder,
    TZ: 'UTC',
    TWEETSPAN_X_URL: x.origin,
    TWEETSPAN_X_DEADLINE: '2000',
    TWEETSPAN_APP_KEY: appKey,
    TWEETSPAN_APP_SECRET: appSecret,
    TWEETSPAN_ACCESS_TOKEN: accessToken,
    TWEETSPAN_ACCESS_SECRET: accessSecret,
  };
  const addItems = (items: readonly NewItem[]): Promise<void> =>
    withStore(async (store) => {
      await store.setCaps({ day: 1_000_000, month: 1_000_000 });
      await store.add(items, now());
    });
  return {
    x,
    now,
    async setNow(instant) {
      setClock(instant - Date.now());
      await place?.setNow?.(instant);
    },
    addItems,
    add: (count, rest = {}) =>
      addItems(
        Array.from({ length: count }, (_, index) =>
          newItem({
            link: `example.org/${rounds}-${index}`,
            // Unlike the texts of all rounds before: X refuses what it has had.
            text: `${TEXTS[index % TEXTS.length]} (${spellNumber(rounds)}) https://example.org/${rounds}-${index}`,
            dueAt: now() - MINUTE,
            gap: MINUTE,
            missed: { within: 3 * 86_400_000 },
            ...rest,
          }),
        ),
      ),
    start({ killAt, stopAt, wrongBy = 0 } = {}) {
      const db = place?.db() ?? file();
      const step = killAt ?? stopAt;
      const act = step === undefined ? [] : [step, killAt === undefined ? 'stop' : 'kill'];
      const args = [program, db, clock, String(wrongBy), ...act];
      workers += 1;
      machine = (machine + 1) % MACHINES;
      // Machines of a team share no folder.
      const home = place === undefined ? folder : join(folder, `machine-${machine}`);
      const child = spawn(execPath, args, { env: { ...env, HOME: home }, stdio: ['ignore', 'pipe', 'ignore'] });
      const ended = once(child, 'exit').then(([code]) => code as number | null);
      const isOverIn = (ms: number): Promise<boolean> =>
        Promise.race([ended.then(() => true), after(ms).then(() => false)]);
      const said = new Promise<boolean>((resolve) => child.stdout.once('data', () => resolve(true)));
      child.stdout.resume();
      return {
        child,
        ended,
        async kill(ms) {
          if (await isOverIn(ms)) return false;
          child.kill('SIGKILL');
          return (await ended) === null;
        },
        stopped: Promise.race([said, ended.then(() => false)]),
        suspend: async (ms) => !(await isOverIn(ms)) && child.kill('SIGSTOP'),
        wake: () => void child.kill('SIGCONT'),
      };
    },
    onAccept(happen) {
      x.routes.set('POST /2/tweets', {
        ...usualPost,
        handle: (request, state) => {
          const before = state.posts.length;
          const reply = usualPost.handle(request, state);
          if (state.posts.length > before) happen?.();
          return reply;
        },
      });
    },
    tally() {
      const counted = { workers, seconds: Math.round((performance.now() - tallied) / 1000) };
      workers = 0;
      tallied = performance.now();
      return counted;
    },
    ends: () =>
      withStore(async (store) =>
        (await store.list({}, 1000)).map((item) => ({
          item,
          copies: x.posts.filter(({ text }) => text === item.text).length,
        })),
      ),
    async clear() {
      rounds += 1;
      await place?.begin(rounds);
      x.next('POST /2/tweets');
      x.routes.set('POST /2/tweets', usualPost);
    },
    async close() {
      await x.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A word for a number, of letters only: likeness overlooks digits less than words, and texts must differ. */
const spellNumber = (number: number): string =>
  [...String(number)]
    .map((digit) => ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'][Number(digit)])
    .join(' ');
