// A team's queue on a server: several workers on several machines whose clocks differ, which end, sleep, and lose their
// connection.
import { env } from 'node:process';
import { describe, expect, it } from 'vitest';
import { STEPS } from '#queue/ports.js';
import { findPostgres } from '../store/postgres/server.js';
import { MINUTE, type End } from './account.js';
import { AFTER_LEASE, finish } from './soundness.js';
import { IS_FULL, throughCutter, times, useTrial } from './trial.js';

const KILLS = Number(env['TWEETSPAN_KILLS'] ?? times(300, 4));
const CUTS = times(50, 2);
const HOUR = 60 * MINUTE;

describe.skipIf('missing' in findPostgres())('workers of a team', () => {
  const trial = useTrial();
  const { chance, wrongBy, expectSound } = trial;

  /** How long a worker takes that nobody disturbs, ms. */
  async function measureWorker(): Promise<number> {
    const { account } = trial;
    await account.clear();
    await account.add(3);
    const began = performance.now();
    await account.start().ended;
    return performance.now() - began;
  }

  it('on two clocks, an hour behind and an hour ahead, post each item once', async () => {
    const { account } = trial;
    await account.clear();
    await account.add(3);
    await Promise.all([account.start({ wrongBy: -HOUR }).ended, account.start({ wrongBy: HOUR }).ended]);
    await finish(account);
    await expectSound('two clocks, two hours apart', 0);
    expect((await account.ends()).map(({ item }) => item.state)).toEqual(['posted', 'posted', 'posted']);
  }, 120_000);

  it.each(IS_FULL ? STEPS : (['journaled'] as const))(
    'killed at “%s”, leave nothing twice and nothing lost',
    async (step) => {
      const { account } = trial;
      await account.clear();
      await account.add(2);
      expect(await account.start({ killAt: step }).ended).toBeNull();
      await finish(account);
      await expectSound(`killed at “${step}”`, 1);
    },
    120_000,
  );

  it.each(IS_FULL ? STEPS : (['prepared', 'journaled'] as const))(
    'asleep at “%s” until long after the lease, post nothing again when they wake',
    async (step) => {
      const { account } = trial;
      await account.clear();
      await account.add(2);
      const sleeper = account.start({ stopAt: step, wrongBy: wrongBy() });
      expect(await sleeper.stopped).toBe(true);
      await account.setNow(account.now() + AFTER_LEASE);
      expect(await account.start().ended).not.toBeNull();
      sleeper.wake();
      expect(await sleeper.ended).not.toBeNull();
      await finish(account);
      await expectSound(`asleep at “${step}”`, 1);
    },
    120_000,
  );

  it.skipIf(!IS_FULL)(
    'asleep at any instant until long after the lease, post nothing again when they wake',
    async () => {
      const { account } = trial;
      const duration = await measureWorker();
      let sleeps = 0;
      const ends = await trial.rounds({
        round: async () => {
          const sleepers = [account.start({ wrongBy: wrongBy() }), account.start({ wrongBy: wrongBy() })];
          const asleep = await Promise.all(sleepers.map(({ suspend }) => suspend(duration * (0.3 + chance()))));
          sleeps += asleep.filter(Boolean).length;
          await account.setNow(account.now() + AFTER_LEASE);
          await account.start({ wrongBy: wrongBy() }).ended;
          for (const { wake } of sleepers) wake();
          await Promise.all(sleepers.map(({ ended }) => ended));
        },
        goOn: () => sleeps < times(50, 1),
      });
      await expectSound('asleep at random instants, clocks ±1 h', sleeps, ends);
    },
    1_200_000,
  );

  it(`killed ${KILLS} times, three to six at once`, async () => {
    const { account } = trial;
    const duration = await measureWorker();
    const before: End[] = [];
    let kills = 0;
    while (kills < KILLS) {
      before.push(...(await account.ends()));
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
    }
    await expectSound('killed, 3 to 6 at once, clocks ±1 h', kills, before);
    expect(kills).toBeGreaterThanOrEqual(KILLS);
  }, 3_000_000);

  it.each(['before', 'after'] as const)(
    'whose connection is cut %s a commit, post nothing twice',
    (how) =>
      throughCutter(trial, async (cutter) => {
        const { account } = trial;
        const ends = await trial.rounds({
          round: async () => {
            cutter.cutAt(how, () => chance() < 0.1);
            for (let wave = 0; wave < 2; wave += 1) {
              await Promise.all([1, 2, 3].map(() => account.start({ wrongBy: wrongBy() }).ended));
            }
            cutter.cutAt();
          },
          goOn: () => cutter.cuts() < CUTS,
        });
        await expectSound(`connection cut ${how} a commit`, cutter.cuts(), ends);
        expect(cutter.cuts()).toBeGreaterThanOrEqual(CUTS);
      }),
    1_200_000,
  );

  it(
    'whose connection is cut while X is posting, post nothing twice',
    () =>
      throughCutter(trial, async (cutter) => {
        const { account } = trial;
        const ends = await trial.rounds({
          round: async (turn) => {
            // Cut once, so that it can be opened again; or at each commit for as long as they run.
            let isOver = false;
            account.onAccept(() => {
              if (isOver) return;
              isOver = true;
              cutter.cutAll();
              if (turn % 2 === 1) cutter.cutAt('before', () => true);
            });
            await Promise.all([account.start({ wrongBy: wrongBy() }).ended, account.start().ended]);
            account.onAccept();
            cutter.cutAt();
          },
          goOn: () => cutter.cuts() < CUTS,
        });
        await expectSound('connection cut while X posts', cutter.cuts(), ends);
      }),
    1_200_000,
  );
});
