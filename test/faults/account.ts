import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath, versions } from 'node:process';
import { setTimeout as after } from 'node:timers/promises';
import { toSourcePost } from '#history/formats/text.js';
import type { Item, NewItem } from '#queue/item.js';
import type { Step } from '#queue/ports.js';
import { openDatabase } from '#store/database.js';
import { createQueueHistory } from '#store/queue/history.js';
import { createQueueStore } from '#store/queue/store.js';
import { startFakeX, type FakeX } from '../x/server.js';
import { newItem, TEXTS } from '../queue/world.js';

export const MINUTE = 60_000;

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
  setNow(instant: number): void;
  /** Starts a worker that does what is due and ends. Its clock may be wrong by some ms. */
  start(options?: { readonly killAt?: Step; readonly wrongBy?: number }): Worker;
  ends(): Promise<readonly End[]>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

interface Worker {
  readonly child: ChildProcess;
  /** Its exit code, or null when it was killed. */
  readonly ended: Promise<number | null>;
  /** Kills it after so many ms, if it still runs; answers whether it did. */
  kill(ms: number): Promise<boolean>;
}

/** Opens an account whose workers run a bundled program. */
export async function openAccount(program: string): Promise<Account> {
  const folder = mkdtempSync(join(tmpdir(), 'tweetspan-faults-'));
  let ahead = 0;
  let rounds = 0;
  const now = (): number => Date.now() + ahead;
  const x = await startFakeX({ now, account: { id: '9000000000' } });
  const file = (): string => join(folder, `history-${rounds}.db`);
  const withStore = async <T>(work: (store: ReturnType<typeof createQueueStore>) => T | Promise<T>): Promise<T> => {
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
    setNow: (instant) => void (ahead = instant - Date.now()),
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
    start({ killAt, wrongBy = 0 } = {}) {
      const args = [program, file(), String(now() + wrongBy), ...(killAt === undefined ? [] : [killAt])];
      const child = spawn(execPath, args, { env, stdio: 'ignore' });
      const ended = once(child, 'exit').then(([code]) => code as number | null);
      const kill = async (ms: number): Promise<boolean> => {
        const isOver = await Promise.race([ended.then(() => true), after(ms).then(() => false)]);
        if (isOver) return false;
        child.kill('SIGKILL');
        return (await ended) === null;
      };
      return { child, ended, kill };
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
      x.next('POST /2/tweets');
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
