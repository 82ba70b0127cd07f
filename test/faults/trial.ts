// What fault tests of a team share: a server, a queue on it, an X, and the table of what became of it all.
import { env } from 'node:process';
import { afterAll, beforeAll } from 'vitest';
// @ts-expect-error a script without types, shared with the benchmarks
import { bundle } from '../../bench/bundle.mjs';
// @ts-expect-error as above
import { random } from '../../bench/generate-archive.mjs';
import { startServer, type TestServer } from '../store/postgres/server.js';
import { MINUTE, openAccount, type Account, type End } from './account.js';
import { startCutter } from './cutter.js';
import { openServerPlace, type ServerPlace } from './server.js';
import { expectSound, finish } from './soundness.js';
import { printTable, type FaultRow } from './table.js';
import { WORKER_PROGRAM } from './worker-program.js';

/** `npm run test:faults:postgres` asks for all; the suite makes do with a few. */
export const IS_FULL = env['TWEETSPAN_FAULTS'] === 'full';
const SEED = Number(env['TWEETSPAN_SEED'] ?? 7);
const HOUR = 60 * MINUTE;

/** How often something is done: all of it, or what the suite makes do with. */
export const times = (full: number, few: number): number => (IS_FULL ? full : few);

/** Rounds of a test, each with a queue of its own. */
interface Rounds {
  /** Before a queue is made. */
  readonly prepare?: () => Promise<void>;
  readonly round: (turn: number) => Promise<void>;
  readonly goOn: (turn: number) => boolean;
}

/** A team on a server, for one file of tests. */
export interface Trial {
  readonly server: TestServer;
  readonly place: ServerPlace;
  readonly account: Account;
  /** A number from 0 to 1, the same in each run of a seed. */
  readonly chance: () => number;
  /** How a worker's clock is wrong, ms: not at all, or an hour to either side. */
  readonly wrongBy: () => number;
  /** Writes the row of a test, and expects that nothing is there twice or lost. @param sum what ended in rounds before. */
  expectSound(what: string, count: number, sum?: readonly End[]): Promise<void>;
  /** Does rounds as long as they go on; answers what came of all but the last, whose queue is still there. */
  rounds(rounds: Rounds): Promise<readonly End[]>;
}

/** Opens a trial before the tests of a file, and prints its table behind them. */
export function useTrial(): Trial {
  let opened: { readonly server: TestServer; readonly place: ServerPlace; readonly account: Account } | undefined;
  const rows: FaultRow[] = [];
  const chance = (random as (seed: number) => () => number)(SEED);
  const need = (): NonNullable<typeof opened> => {
    if (opened === undefined) throw new Error('a trial is opened before the tests');
    return opened;
  };

  beforeAll(async () => {
    const program = await (bundle as (name: string, source: string) => Promise<string>)('worker', WORKER_PROGRAM);
    const server = await startServer({ settings: IS_FULL ? [] : ['fsync=off'] });
    const place = openServerPlace(server);
    const account = await openAccount(program, place);
    account.x.state.takesDuplicates = true;
    opened = { server, place, account };
  }, 120_000);
  afterAll(async () => {
    const { server, place, account } = need();
    await place.close();
    await account.close();
    await server.remove();
    if (IS_FULL) printTable(rows, `${server.version}, seed ${SEED}`);
  });

  return {
    get server() {
      return need().server;
    },
    get place() {
      return need().place;
    },
    get account() {
      return need().account;
    },
    chance,
    wrongBy: () => (chance() < 0.5 ? 0 : chance() < 0.5 ? -HOUR : HOUR),
    async expectSound(what, count, sum = []) {
      rows.push(await expectSound(need().account, what, count, sum));
    },
    async rounds({ prepare = async () => undefined, round, goOn }) {
      const { account } = need();
      const before: End[] = [];
      for (let turn = 0; goOn(turn); turn += 1) {
        if (turn > 0) before.push(...(await account.ends()));
        await prepare();
        await account.clear();
        await account.add(3);
        await round(turn);
        await finish(account);
      }
      return before;
    },
  };
}

/** Works through a cutter for as long as something is done. */
export async function throughCutter<T>(
  { server, place }: Trial,
  work: (cutter: Awaited<ReturnType<typeof startCutter>>) => Promise<T>,
): Promise<T> {
  const cutter = await startCutter(server.port);
  place.goThrough(cutter.port);
  try {
    return await work(cutter);
  } finally {
    place.goThrough(undefined);
    cutter.close();
  }
}
