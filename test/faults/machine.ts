import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { env as ownEnv, execPath, versions } from 'node:process';
import type { Item, NewItem } from '#queue/item.js';
import { openDatabase } from '#store/database.js';
import { createQueueStore } from '#store/queue/store.js';
import { newItem, TEXTS } from '../queue/world.js';
import { startFakeX, type FakeX } from '../x/server.js';

export const MINUTE = 60_000;

/** Has a process read its clock from a file, so that it can be set while the process runs. */
const CLOCK = `
import { readFileSync } from 'node:fs';
const Real = Date;
const ahead = () => Number(readFileSync(process.env.FAULTS_CLOCK, 'utf8'));
globalThis.Date = class extends Real {
  constructor(...values) {
    if (values.length > 0) super(...values);
    else super(Real.now() + ahead());
  }
  static now() {
    return Real.now() + ahead();
  }
};
`;

const DRAFT_HEAD = '---\nlink: https://example.org/now\n---\n';

/** A machine with a home, a clock that can be set, a queue, and the built program as processes; X takes a text twice. */
export async function openMachine() {
  const folder = mkdtempSync(join(tmpdir(), 'tweetspan-machine-'));
  let ahead = 0;
  let worlds = 0;
  const clockFile = join(folder, 'clock');
  const setAhead = (ms: number): void => {
    ahead = ms;
    // In one step: half a number would be another time.
    writeFileSync(`${clockFile}.new`, String(ms));
    renameSync(`${clockFile}.new`, clockFile);
  };
  setAhead(0);
  const preload = join(folder, 'clock.mjs');
  writeFileSync(preload, CLOCK);
  const now = (): number => Date.now() + ahead;
  const x: FakeX = await startFakeX({ now, account: { id: '9000000000' } });
  x.state.takesDuplicates = true;
  const usualPost = x.routes.get('POST /2/tweets');
  if (usualPost === undefined) throw new Error('the fake X takes no posts');
  const children = new Set<ChildProcess>();
  const home = (name = 'home'): string => join(folder, `${worlds}-${name}`);
  const file = (): string => join(home(), 'queue.db');

  const withStore = async <T>(work: (store: ReturnType<typeof createQueueStore>) => Promise<T>): Promise<T> => {
    const database = await openDatabase(file(), { nodeVersion: versions.node });
    try {
      return await work(createQueueStore(database));
    } finally {
      database.close();
    }
  };

  /** Starts the program. `limit` is the most that a file may hold, in blocks of 512 bytes. */
  const start = (
    args: readonly string[],
    { limit, at = 'home', db = file() }: { readonly limit?: number; readonly at?: string; readonly db?: string } = {},
  ) => {
    const { appKey, appSecret, accessToken, accessSecret } = x.tokens;
    const command = [execPath, '--import', preload, resolve('bin/tweetspan.js'), ...args, '--db', db];
    const [program = '', ...rest] =
      limit === undefined ? command : ['sh', '-c', `ulimit -f ${limit}; exec "$@"`, 'sh', ...command];
    const child = spawn(program, rest, {
      cwd: home(),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: ownEnv['PATH'] ?? '',
        HOME: home(at),
        TZ: 'UTC',
        LANG: 'en_US.UTF-8',
        FAULTS_CLOCK: clockFile,
        TWEETSPAN_X_URL: x.origin,
        TWEETSPAN_X_DEADLINE: '3000',
        TWEETSPAN_LOCK_WAIT: '500',
        TWEETSPAN_APP_KEY: appKey,
        TWEETSPAN_APP_SECRET: appSecret,
        TWEETSPAN_ACCESS_TOKEN: accessToken,
        TWEETSPAN_ACCESS_SECRET: accessSecret,
      },
    });
    children.add(child);
    let said = '';
    child.stdout?.on('data', (chunk) => (said += String(chunk)));
    child.stderr?.on('data', (chunk) => (said += String(chunk)));
    const ended = once(child, 'close').then(([code]) => code as number | null);
    void ended.then(() => children.delete(child));
    return { child, ended, said: () => said };
  };

  return {
    x,
    now,
    file,
    withStore,
    start,
    /** Lets a worker do once what is due. */
    work: (options?: Parameters<typeof start>[1]) => start(['run', '--once', '--min-interval', '0m'], options).ended,
    pass: (ms: number) => setAhead(ahead + ms),
    /** A new home with items that are due now, each of a link of its own. */
    async plan(count: number, rest: Partial<NewItem> = {}): Promise<void> {
      worlds += 1;
      for (const name of ['home', 'other']) mkdirSync(home(name));
      x.routes.set('POST /2/tweets', usualPost);
      const items = Array.from({ length: count }, (_, index) =>
        newItem({
          link: `example.org/${worlds}-${index}`,
          text: `${TEXTS[index % TEXTS.length]} ${'abcdefghijklmnopqrstuvwxyz'[worlds]} https://example.org/${worlds}-${index}`,
          dueAt: now() - MINUTE,
          gap: MINUTE,
          missed: { within: 30 * 86_400_000 },
          ...rest,
        }),
      );
      await withStore(async (store) => {
        await store.setCaps({ day: 1_000_000, month: 1_000_000 });
        await store.add(items, now() - 2 * MINUTE);
      });
    },
    draft(text: string): string {
      const path = join(home(), `draft-${text.length}.md`);
      writeFileSync(path, `${DRAFT_HEAD}${text} https://example.org/now\n`);
      return path;
    },
    path: (name: string): string => join(home(), name),
    /** Has something happen as soon as X has accepted the next post, before its answer leaves. */
    onAccept(happen: () => void): void {
      let isOver = false;
      x.routes.set('POST /2/tweets', {
        ...usualPost,
        handle: (request, state) => {
          const reply = usualPost.handle(request, state);
          if (!isOver) happen();
          isOver = true;
          return reply;
        },
      });
    },
    items: (): Promise<readonly Item[]> => withStore((store) => store.list({}, 1000)),
    copies: (text: string): number => x.posts.filter((post) => post.text === text).length,
    async close(): Promise<void> {
      for (const child of children) child.kill('SIGKILL');
      await x.close();
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
    },
  };
}
