import { argv, stdout } from 'node:process';
import { linksInText } from '#history/formats/text.js';
import type { QueuePorts, QueueStore } from '#queue/ports.js';
import { SENDING_DEFAULTS } from '#queue/send.js';
import { newTickMemory, tick } from '#queue/tick.js';
import { parseServerAddress } from '#store/postgres/address.js';
import { createServerConnection, type ServerConnection } from '#store/postgres/connection.js';
import { createServerHistory } from '#store/postgres/history.js';
import { createServerStore } from '#store/postgres/store.js';
import { connect } from '../../test/store/postgres/queues.js';
import { findPostgres, startServer } from '../../test/store/postgres/server.js';
import { itemAt, median, quickX } from '../queue/items.js';
import { FINISHED, RECENT } from './finished.js';
import { explain, recordStatements, type Plan } from './plans.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ITEMS = 10_000;
const WORKERS = 20;
const FINISHED_ITEMS = Number(argv[2] ?? 1_000_000);
const KEPT_FOR = 400 * DAY;
const TURNS = 25;
const POSTS = 25;

const say = (line: string): void => void stdout.write(`${line}\n`);

/** A worker with a connection of its own, as each machine has it. */
interface Worker {
  readonly store: QueueStore;
  readonly connection: ServerConnection;
  readonly owner: string;
  readonly tick: () => Promise<unknown>;
}

function createWorker(connection: ServerConnection, number: number): Worker {
  const store = createServerStore(connection, { person: 'Ada', host: `machine-${number}` });
  let ids = 0;
  const owner = `bench-${number}`;
  const ports: QueuePorts = {
    store,
    history: createServerHistory(connection, linksInText),
    x: quickX(Date.now),
    notify: async () => ['terminal'],
    log: () => undefined,
    now: () => Date.now() + connection.lastAhead(),
    randomId: () => `${owner}-${performance.timeOrigin}-${(ids += 1)}`,
  };
  const who = { owner, pid: number, host: `machine-${number}`, version: '0', startedAt: Date.now() };
  const memory = newTickMemory();
  // Its traces are forgotten once a day, not in each of these ticks.
  memory.prunedAt = Date.now();
  return {
    store,
    connection,
    owner,
    tick: () => tick(ports, { ...SENDING_DEFAULTS, ...who, minInterval: 0 }, memory),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

let lastLink = 100_000;
/** Adds items that are due now. */
const addDue = async (store: QueueStore, count: number): Promise<readonly number[]> => {
  const items = Array.from({ length: count }, () => itemAt((lastLink += 1), Date.now() - 1000 - (lastLink % 100), 0));
  return (await store.add(items, 0)).map(({ id }) => id);
};

/** Medians, ms, by what was measured. */
type Figures = Readonly<Record<string, number>>;

/** Claims by all workers at the same moment: one item of the account is given, to one of them. */
async function measureClaims(workers: readonly Worker[], turns: number): Promise<{ all: number; won: number }> {
  const [first] = workers;
  if (first === undefined) return { all: 0, won: 0 };
  const ids = await addDue(first.store, workers.length);
  const times: number[] = [];
  const won: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const winners: (readonly [Worker, number, string])[] = [];
    const claims = workers.map(async (worker, index) => {
      const id = ids[(index + turn) % ids.length] ?? 0;
      const token = `${worker.owner}-${lastLink}-${turn}`;
      const claim = { owner: worker.owner, token, lease: 10 * MINUTE, account: '1' };
      const ms = await timed(async () => {
        if (await worker.store.claim(id, claim, { at: Date.now(), name: 'claimed', item: id })) {
          winners.push([worker, id, token]);
        }
      });
      times.push(ms);
      if (winners.at(-1)?.[0] === worker) won.push(ms);
    });
    await Promise.all(claims);
    if (winners.length !== 1) throw new Error(`${winners.length} claims at once`);
    for (const [{ store }, id, token] of winners) {
      await store.change(id, ['claimed'], { state: 'planned' }, { at: Date.now(), name: 'released' }, token);
    }
  }
  for (const id of ids) {
    await first.store.change(id, ['planned'], { state: 'cancelled' }, { at: Date.now(), name: 'cancelled' });
  }
  return { all: median(times), won: median(won) };
}

async function measure(workers: readonly Worker[]): Promise<Figures> {
  const [leader] = workers;
  if (leader === undefined) throw new Error('no worker');
  // The first one leads from here on; each connection is open, and each page that is read is in memory.
  for (const worker of workers) await worker.tick();
  const alone: number[] = [];
  const posting: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) alone.push(await timed(leader.tick));
  const before = (await leader.store.events({}, 1))[0]?.name;
  for (let post = 0; post < POSTS; post += 1) {
    await addDue(leader.store, 1);
    posting.push(await timed(leader.tick));
  }
  if ((await leader.store.events({}, 1))[0]?.name !== 'posted') throw new Error(`nothing was posted after ${before}`);
  const inTurn: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) for (const worker of workers) inTurn.push(await timed(worker.tick));
  const together: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    together.push(...(await Promise.all(workers.map((worker) => timed(worker.tick)))));
  }
  const claims = await measureClaims(workers, TURNS);
  const forgetting: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) forgetting.push(await timed(() => leader.store.prune(KEPT_FOR, 0)));
  return {
    'a claim, one worker': (await measureClaims([leader], TURNS)).won,
    [`a claim, ${WORKERS} workers at the same moment`]: claims.all,
    '  of which the one that gets it': claims.won,
    'a tick that leads': median(alone),
    'a tick that leads and posts': median(posting),
    [`a tick, ${WORKERS} workers in turn`]: median(inTurn),
    [`a tick, ${WORKERS} workers at the same moment`]: median(together),
    'old traces forgotten, once a day': median(forgetting),
  };
}

/** The statements of a tick that posts, and of one that stands by, with what the server does for each. */
async function explainTicks(address: string): Promise<readonly Plan[]> {
  const connection = createServerConnection(parseServerAddress(address, 'postgres'), { now: Date.now });
  const { connection: recorded, seen } = recordStatements(connection);
  const worker = createWorker(recorded, 99);
  await connection.write(({ run }) => run('DELETE FROM tweetspan.queue_lead'));
  await addDue(worker.store, 1);
  await worker.tick();
  const plans = await explain(connection, seen);
  await connection.write(({ run }) => run('DELETE FROM tweetspan.queue_lead'));
  await connection.close();
  return plans;
}

/** Adds finished items on a connection that waits as long as it takes; then the housekeeping that a server does by itself. */
async function fill(address: string, from: number, to: number): Promise<void> {
  const client = await connect(address);
  try {
    const now = Date.now();
    // Rows that fit by their making need no check one by one.
    await client.query('SET session_replication_role = replica; SET synchronous_commit = off');
    for (const sql of FINISHED) await client.query(sql, [now, from, to]);
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}

/** Prints what claims and ticks take with 10,000 items and 20 workers, and with a million finished items besides. */
export async function measureTeam(): Promise<void> {
  const postgres = findPostgres();
  if ('missing' in postgres) return say(`not measured: ${postgres.missing}`);
  const server = await startServer({ settings: ['max_wal_size=4GB'] });
  const address = server.address('postgres');
  const open = (): ServerConnection =>
    createServerConnection(parseServerAddress(address, 'postgres'), { now: Date.now, migrates: true });
  const connections = Array.from({ length: WORKERS }, open);
  try {
    const workers = connections.map((connection, index) => createWorker(connection, index));
    await workers[0]?.store.setCaps({ day: 1_000_000_000, month: 1_000_000_000 });
    const start = Date.now() + DAY;
    const planned = Array.from({ length: ITEMS }, (_, index) => itemAt(index, start + index * 60 * MINUTE, 0));
    const adding = await timed(async () => workers[0]?.store.add(planned, 0));
    await fill(address, 1, RECENT);
    say(
      `${server.version}, ${ITEMS} items planned (added in ${(adding / 1000).toFixed(1)} s), ${RECENT} of the last month`,
    );
    const before = await measure(workers);
    const filling = await timed(() => fill(address, RECENT + 1, FINISHED_ITEMS));
    say(`${FINISHED_ITEMS} finished items besides (filled in ${(filling / 1000).toFixed(0)} s); medians on loopback`);
    const after = await measure(workers);
    say(`${''.padEnd(44)}${'ms'.padStart(8)}${'with a million'.padStart(16)}${'growth'.padStart(8)}`);
    for (const [name, ms] of Object.entries(before)) {
      const later = after[name] ?? Number.NaN;
      say(
        `${name.padEnd(44)}${ms.toFixed(1).padStart(8)}${later.toFixed(1).padStart(16)}${(later / ms).toFixed(2).padStart(8)}`,
      );
    }
    say('bars: a claim 20 ms, a tick 50 ms');
    say('');
    for (const { sql, ms, ways, rows } of await explainTicks(address)) {
      say(
        `${ms.toFixed(2).padStart(8)} ms ${String(rows).padStart(7)} rows  ${ways.join(', ')}  | ${sql.slice(0, 100)}`,
      );
    }
  } finally {
    for (const connection of connections) await connection.close();
    await server.remove();
  }
}
