// A team's queue on a server: several workers on several machines whose clocks differ, and a server that fails.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error a script without types, shared with the benchmarks
import { bundle } from '../../bench/bundle.mjs';
// @ts-expect-error as above
import { random } from '../../bench/generate-archive.mjs';
import { STEPS } from '#queue/ports.js';
import { findPostgres, startServer, type TestServer } from '../store/postgres/server.js';
import { MINUTE, openAccount, type Account, type End } from './account.js';
import { startCutter } from './cutter.js';
import { openServerPlace, type ServerPlace } from './server.js';
import { AFTER_LEASE, expectSound, finish } from './soundness.js';
import { printTable, type FaultRow } from './table.js';
import { WORKER_PROGRAM } from './worker-program.js';

/** `npm run test:faults:postgres` asks for all; the suite makes do with a few. */
const IS_FULL = env['TWEETSPAN_FAULTS'] === 'full';
const KILLS = Number(env['TWEETSPAN_KILLS'] ?? (IS_FULL ? 300 : 4));
const CUTS = IS_FULL ? 20 : 2;
const SEED = Number(env['TWEETSPAN_SEED'] ?? 7);
const HOUR = 60 * MINUTE;

const postgres = findPostgres();

describe.skipIf('missing' in postgres)('workers of a team', () => {
  let server: TestServer;
  let place: ServerPlace;
  let account: Account;
  let program: string;
  const rows: FaultRow[] = [];
  const chance = (random as (seed: number) => () => number)(SEED);
  const expectAllSound = async (what: string, kills: number, sum: readonly End[] = []): Promise<void> => {
    rows.push(await expectSound(account, what, kills, sum));
  };
  /** Ends all connections but those of the test itself. */
  const cutAll = (): Promise<void> =>
    place.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tweetspan'");
  /** Has a share of all changes of items fail with a code of the server. */
  const failWith = (code: string, share: number): Promise<void> =>
    place.sql(`
      CREATE OR REPLACE FUNCTION tweetspan.test_fault() RETURNS trigger LANGUAGE plpgsql AS $f$
      BEGIN
        IF random() < ${share} THEN RAISE EXCEPTION 'as a test wants it' USING ERRCODE = '${code}'; END IF;
        RETURN NEW;
      END $f$;
      CREATE OR REPLACE TRIGGER test_fault BEFORE UPDATE ON tweetspan.queue_items
        FOR EACH ROW EXECUTE FUNCTION tweetspan.test_fault();`);
  const wrongBy = (): number => (chance() < 0.5 ? 0 : chance() < 0.5 ? -HOUR : HOUR);

  beforeAll(async () => {
    program = await (bundle as (name: string, source: string) => Promise<string>)('worker', WORKER_PROGRAM);
    server = await startServer({ settings: IS_FULL ? [] : ['fsync=off'] });
    place = openServerPlace(server);
    account = await openAccount(program, place);
    account.x.state.takesDuplicates = true;
  }, 120_000);
  afterAll(async () => {
    await place.close();
    await account.close();
    await server.remove();
    if (IS_FULL) printTable(rows, `${server.version}, seed ${SEED}`);
  });

  it('on two clocks, an hour behind and an hour ahead, post each item once', async () => {
    await account.clear();
    await account.add(3);
    await Promise.all([account.start({ wrongBy: -HOUR }).ended, account.start({ wrongBy: HOUR }).ended]);
    await finish(account);
    await expectAllSound('two clocks, two hours apart', 0);
    expect((await account.ends()).map(({ item }) => item.state)).toEqual(['posted', 'posted', 'posted']);
  }, 120_000);

  it.each(IS_FULL ? STEPS : (['journaled'] as const))(
    'killed at “%s”, leave nothing twice and nothing lost',
    async (step) => {
      await account.clear();
      await account.add(2);
      expect(await account.start({ killAt: step }).ended).toBeNull();
      await finish(account);
      await expectAllSound(`killed at “${step}”`, 1);
    },
    120_000,
  );

  it(`killed ${KILLS} times, three to six at once`, async () => {
    const before: End[] = [];
    let kills = 0;
    await account.clear();
    await account.add(3);
    const began = performance.now();
    await account.start().ended;
    const duration = performance.now() - began;
    before.push(...(await account.ends()));
    while (kills < KILLS) {
      await account.clear();
      await account.add(4);
      for (let turn = 0; turn < 4; turn += 1) {
        if (chance() < 0.3) account.x.next('POST /2/tweets', { kind: chance() < 0.5 ? 'hangAfter' : 'cutBody' });
        const count = 3 + Math.floor(chance() * 4);
        const workers = Array.from({ length: count }, () => account.start({ wrongBy: wrongBy() }));
        const killed = await Promise.all(
          workers.map((worker) => worker.kill(duration * (0.2 + 1.3 * chance() * Math.sqrt(count)))),
        );
        kills += killed.filter(Boolean).length;
        await account.setNow(account.now() + Math.floor(chance() * 2 * AFTER_LEASE));
      }
      await finish(account);
      before.push(...(await account.ends()));
    }
    await account.clear();
    await account.add(1);
    await finish(account);
    await expectAllSound('killed, 3 to 6 at once, clocks ±1 h', kills, before);
    expect(kills).toBeGreaterThanOrEqual(KILLS);
  }, 3_000_000);

  it.each(['before', 'after'] as const)(
    'whose connection is cut %s a commit, post nothing twice',
    async (how) => {
      const cutter = await startCutter(server.port);
      const through: ServerPlace = {
        ...place,
        db: () => place.db().replace(`:${server.port}/`, `:${cutter.port}/`),
      };
      const direct = account;
      account = await openAccount(program, through);
      account.x.state.takesDuplicates = true;
      await account.setNow(direct.now());
      const before: End[] = [];
      try {
        for (let turn = 0; turn < CUTS; turn += 1) {
          await place.begin(1000 + turn + (how === 'after' ? 500 : 0));
          await account.add(2, { link: `example.org/cut-${how}-${turn}` }).catch(() => undefined);
          cutter.cutNext(how, 2 + turn);
          await Promise.all([account.start({ wrongBy: wrongBy() }).ended, account.start().ended]);
          await finish(account);
          before.push(...(await account.ends()));
        }
        await place.begin(how === 'after' ? 1999 : 1998);
        await account.add(1);
        await finish(account);
        await expectAllSound(`connection cut ${how} a commit`, cutter.cuts(), before);
        expect(cutter.cuts()).toBeGreaterThan(0);
      } finally {
        cutter.close();
        await account.close();
        account = direct;
      }
    },
    1_200_000,
  );

  it('whose connections the server ends at any instant, post nothing twice', async () => {
    const before: End[] = [];
    for (let turn = 0; turn < CUTS; turn += 1) {
      await account.clear();
      await account.add(3);
      const workers = [account.start({ wrongBy: wrongBy() }), account.start()];
      await after(400 + 1200 * chance());
      await cutAll();
      await Promise.all(workers.map(({ ended }) => ended));
      await finish(account);
      before.push(...(await account.ends()));
    }
    await account.clear();
    await account.add(1);
    await finish(account);
    await expectAllSound('connections ended by the server', CUTS, before);
    expect(before.length).toBe(3 * CUTS);
  }, 1_200_000);

  it('whose server crashes and starts again, post nothing twice', async () => {
    const before: End[] = [];
    for (let turn = 0; turn < (IS_FULL ? 8 : 1); turn += 1) {
      await account.clear();
      await account.add(3);
      const workers = [account.start(), account.start({ wrongBy: wrongBy() })];
      await after(400 + 1200 * chance());
      await server.stop('immediate');
      await place.close();
      await after(200);
      await server.start();
      await Promise.all(workers.map(({ ended }) => ended));
      await finish(account);
      before.push(...(await account.ends()));
    }
    await account.clear();
    await account.add(1);
    await finish(account);
    await expectAllSound('server crashed and started again', IS_FULL ? 8 : 1, before);
    expect(before.length).toBeGreaterThanOrEqual(3);
  }, 1_200_000);

  it.each([
    ['a serialization failure', '40001', 0.3],
    ['a deadlock', '40P01', 0.3],
    ['a full disk of the server', '53100', 0.3],
  ])(
    'that meet %s, post nothing twice',
    async (name, code, share) => {
      const before: End[] = [];
      for (let turn = 0; turn < (IS_FULL ? 8 : 1); turn += 1) {
        await account.clear();
        await account.add(3);
        await failWith(code, share);
        await Promise.all([account.start().ended, account.start({ wrongBy: wrongBy() }).ended, account.start().ended]);
        await place.sql('DROP TRIGGER test_fault ON tweetspan.queue_items');
        await finish(account);
        before.push(...(await account.ends()));
      }
      await account.clear();
      await account.add(1);
      await finish(account);
      await expectAllSound(name, 0, before);
      expect(before.length).toBeGreaterThanOrEqual(3);
    },
    1_200_000,
  );

  it.each([
    ['takes over under a new timeline', 'recovery.signal'],
    ['is a copy of an earlier time', ''],
  ])(
    'notice a second server that %s, and post nothing again',
    async (name, signal) => {
      await account.clear();
      await account.add(3);
      const copy = await server.copy();
      try {
        // What is posted from here on, the copy knows nothing of. Each machine has seen some of it.
        for (let machine = 0; machine < 5; machine += 1) await account.start().ended;
        expect((await account.ends()).map(({ item }) => item.state)).toEqual(['posted', 'posted', 'posted']);
        await place.close();
        await server.stop('fast');
        if (signal !== '') writeFileSync(join(copy.data, signal), '');
        await copy.start(['restore_command=false', ...(IS_FULL ? [] : ['fsync=off'])]);
        await place.moveTo(copy);
        await place.setNow?.(account.now() + AFTER_LEASE);
        expect((await account.ends()).map(({ item }) => item.state)).toEqual(['planned', 'planned', 'planned']);
        await finish(account);
        await expectAllSound(`a second server ${name}`, 1);
      } finally {
        await place.close();
        await copy.remove();
        await server.start();
        await place.moveTo(server);
      }
    },
    300_000,
  );
});
