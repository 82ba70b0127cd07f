import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuUsage, memoryUsage, stdout, versions } from 'node:process';
import { toSourcePost } from '#history/formats/text.js';
import type { NewItem } from '#queue/item.js';
import type { QueuePorts, QueueStore } from '#queue/ports.js';
import { SENDING_DEFAULTS } from '#queue/send.js';
import { newTickMemory, tick } from '#queue/tick.js';
import { openDatabase } from '#store/database.js';
import { createQueueHistory } from '#store/queue/history.js';
import { createQueueStore } from '#store/queue/store.js';
import { itemAt, median, quickX } from './items.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.UTC(2026, 2, 2);
const ITEMS = 10_000;
const TICKS = 100_000;

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
/** Median, 99th percentile and maximum of times in ms. */
const spread = (times: readonly number[]): string =>
  `median ${median(times).toFixed(2)} ms, 99 % ${percentile(times, 0.99).toFixed(2)} ms, longest ${Math.max(...times).toFixed(1)} ms`;
const say = (line: string): void => void stdout.write(`${line}\n`);
const heap = (): number => {
  globalThis.gc?.();
  return memoryUsage().heapUsed / 2 ** 20;
};

/** Processor time of this process so far, ms: other programs on the machine do not lengthen it. */
function processorTime(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1000;
}

/** A queue in a file of its own, whose worker ticks on a clock that the caller moves. */
interface Bench {
  readonly store: QueueStore;
  /** ms UTC. */
  now: number;
  readonly tick: () => Promise<unknown>;
}

/** Does some work on a new queue with these items, and removes it. @param durable has each commit on the disk. */
async function withQueue<T>(
  items: readonly NewItem[],
  durable: boolean,
  work: (bench: Bench) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tweetspan-bench-'));
  const database = await openDatabase(join(folder, 'queue.db'), { nodeVersion: versions.node, durable });
  try {
    const store = createQueueStore(database);
    await store.setCaps({ day: 10_000_000, month: 10_000_000 });
    await store.add(items, START - DAY);
    let ids = 0;
    const ports: QueuePorts = {
      store,
      history: createQueueHistory(database, toSourcePost),
      x: quickX(() => bench.now),
      notify: async () => ['terminal'],
      log: () => undefined,
      now: () => bench.now,
      randomId: () => `bench-${(ids += 1)}`,
    };
    const who = { owner: 'bench', pid: 1, host: 'here', version: '0', startedAt: START };
    const ticking = { ...SENDING_DEFAULTS, ...who, minInterval: 30 * MINUTE };
    const memory = newTickMemory();
    const bench: Bench = { store, now: START, tick: () => tick(ports, ticking, memory) };
    return await work(bench);
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const POSTS = 40;

/** The median time of a tick that posts, ms: with each commit on the disk before the next step, or without. */
const measurePosts = (durable: boolean): Promise<number> =>
  withQueue(
    Array.from({ length: POSTS }, (_, index) => itemAt(index, START + index * 60 * MINUTE, DAY)),
    durable,
    async (bench) => {
      const times: number[] = [];
      for (let post = 0; post < POSTS; post += 1, bench.now += 60 * MINUTE) {
        const began = performance.now();
        await bench.tick();
        times.push(performance.now() - began);
      }
      if ((await bench.store.count()).posted !== POSTS) throw new Error('not all posts went out');
      return median(times);
    },
  );

/** One each hour of the day that is measured; the others lie ahead, as those of a long plan do. */
const longPlan = (): NewItem[] =>
  Array.from({ length: ITEMS }, (_, index) =>
    itemAt(index, START + (index < 24 ? index * 60 : 10_000 + index * 60) * MINUTE, DAY),
  );

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Prints what ticks take with 10,000 items in the queue, a day of them with posts, and memory over 100,000. */
export const measureQueue = (): Promise<void> =>
  withQueue(longPlan(), false, async (bench) => {
    const times: number[] = [];
    const processorTimes: number[] = [];
    for (let minute = 0; minute < 1440; minute += 1, bench.now += MINUTE) {
      const began = performance.now();
      const before = processorTime();
      await bench.tick();
      processorTimes.push(processorTime() - before);
      times.push(performance.now() - began);
    }
    const posted = (await bench.store.count()).posted ?? 0;
    say(`${ITEMS} items in the queue, a file database`);
    say(`a tick             ${spread(processorTimes)} of processor time (bar: 20 ms)`);
    say(`  by the clock     ${spread(times)}`);
    say(
      `a day, 1,440 ticks ${(sum(processorTimes) / 1000).toFixed(2)} s of processor time (bar: 10 s), ${(sum(times) / 1000).toFixed(2)} s by the clock, ${posted} posts in it`,
    );
    const [quick, durable] = [await measurePosts(false), await measurePosts(true)];
    say(`a tick that posts  ${durable.toFixed(1)} ms with each commit on the disk, ${quick.toFixed(1)} ms without`);
    const before = heap();
    let most = before;
    for (let count = 1; count <= TICKS; count += 1, bench.now += 100) {
      await bench.tick();
      if (count % 20_000 === 0) most = Math.max(most, heap());
    }
    say(
      `${TICKS} ticks      heap ${before.toFixed(1)} MiB before, ${heap().toFixed(1)} MiB after, ${most.toFixed(1)} MiB at most`,
    );
  });
