import { env } from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error a script without types, shared with the benchmarks
import { bundle } from '../../bench/bundle.mjs';
// @ts-expect-error as above
import { random } from '../../bench/generate-archive.mjs';
import { STEPS } from '#queue/ports.js';
import { openZone, formatLocalTime, parseLocalTime } from '#timing/clock/zone.js';
import { newItem, TEXTS } from '../queue/world.js';
import type { Fault } from '../x/server.js';
import { MINUTE, openAccount, type Account, type End } from './account.js';
import { AFTER_LEASE, expectSound as expectSoundOf, finish as finishAccount } from './soundness.js';
import { printTable, type FaultRow } from './table.js';
import { WORKER_PROGRAM } from './worker-program.js';

/** `npm run test:faults` asks for all; the suite makes do with a few. */
const IS_FULL = env['TWEETSPAN_FAULTS'] === 'full';
const KILLS = IS_FULL ? 300 : 8;
const SEED = Number(env['TWEETSPAN_SEED'] ?? 7);
const HOUR = 60 * MINUTE;

let account: Account;
const rows: FaultRow[] = [];
beforeAll(async () => {
  account = await openAccount(
    await (bundle as (name: string, source: string) => Promise<string>)('worker', WORKER_PROGRAM),
  );
}, 60_000);
afterAll(async () => {
  await account.close();
  if (!IS_FULL) return;
  printTable(rows, `seed ${SEED}`);
});

const finish = (): Promise<void> => finishAccount(account);
/** What must hold whatever happened; and the row of the table. */
const expectSound = async (what: string, kills: number, sum: readonly End[] = []): Promise<void> => {
  rows.push(await expectSoundOf(account, what, kills, sum));
};

describe('a worker that is a process of its own', () => {
  it('undisturbed, posts what is due', async () => {
    await account.clear();
    await account.add(3);
    await finish();
    await expectSound('nothing', 0);
    expect((await account.ends()).map(({ item }) => item.state)).toEqual(['posted', 'posted', 'posted']);
  }, 60_000);

  it.each(STEPS)(
    'killed at “%s”, leaves nothing twice and nothing lost',
    async (step) => {
      await account.clear();
      await account.add(2);
      expect(await account.start({ killAt: step }).ended).toBeNull();
      await finish();
      await expectSound(`killed at “${step}”`, 1);
    },
    60_000,
  );

  it.each([
    ['back', -HOUR],
    ['forward', HOUR],
  ])(
    'killed after sending, then started on a clock that is set %s an hour',
    async (name, wrongBy) => {
      await account.clear();
      await account.add(2);
      expect(await account.start({ killAt: 'answered' }).ended).toBeNull();
      expect(await account.start({ wrongBy }).ended).not.toBeNull();
      await finish();
      await expectSound(`clock set ${name} an hour`, 1);
    },
    60_000,
  );

  const faults: readonly (readonly [string, Fault])[] = [
    ['no answer, not taken', { kind: 'hangBefore' }],
    ['no answer, taken', { kind: 'hangAfter' }],
    ['answer cut after 200', { kind: 'cutBody' }],
    ['connection reset, taken', { kind: 'resetAfter' }],
    ['503, taken all the same', { kind: 'html503', accepted: true }],
    ['an empty 200', { kind: 'emptyOk' }],
    ['a sign-in page of a network', { kind: 'htmlOk' }],
    ['429 of the window', { kind: 'rate429', limit: 'window' }],
    ['401', { kind: 'unauthorized401' }],
    ['403 duplicate', { kind: 'duplicate403' }],
  ];
  it.each(IS_FULL ? faults : faults.slice(1, 3))(
    'X answers: %s',
    async (name, fault) => {
      await account.clear();
      await account.add(2);
      account.x.next('POST /2/tweets', fault);
      await account.start().ended;
      await finish();
      await expectSound(`X: ${name}`, 0);
    },
    60_000,
  );

  it('two at once, neither killed, post each item once', async () => {
    await account.clear();
    await account.add(4);
    await Promise.all([account.start().ended, account.start().ended]);
    await finish();
    await expectSound('two at once', 0);
  }, 60_000);

  it(`killed ${KILLS} times at any instant, two at once every other time, on clocks that jump`, async () => {
    const chance = (random as (seed: number) => () => number)(SEED);
    const began = performance.now();
    await account.clear();
    await account.add(3);
    await account.start().ended;
    const duration = performance.now() - began;
    const before: End[] = [];
    let kills = 0;
    while (kills < KILLS) {
      before.push(...(await account.ends()));
      await account.clear();
      await account.add(3);
      for (let turn = 0; turn < 4; turn += 1) {
        if (chance() < 0.3) account.x.next('POST /2/tweets', { kind: chance() < 0.5 ? 'hangAfter' : 'cutBody' });
        const wrongBy = chance() < 0.2 ? (chance() < 0.5 ? -HOUR : HOUR) : 0;
        const workers = turn % 2 === 0 ? [account.start({ wrongBy })] : [account.start({ wrongBy }), account.start()];
        const killed = await Promise.all(workers.map((worker) => worker.kill(duration * (0.2 + chance()))));
        kills += killed.filter(Boolean).length;
        await account.setNow(account.now() + Math.floor(chance() * 2 * AFTER_LEASE));
      }
      await finish();
    }
    await expectSound('killed at random instants', kills, before);
    expect(kills).toBeGreaterThanOrEqual(KILLS);
  }, 1_200_000);

  it.each(
    [
      ['Europe/Paris', '2027-03-28', 'spring'],
      ['Europe/Paris', '2026-10-25', 'autumn'],
      ['America/New_York', '2027-03-14', 'spring'],
      ['America/New_York', '2026-11-01', 'autumn'],
    ].slice(0, IS_FULL ? 4 : 1),
  )(
    'in %s on %s, when the clock changes, posts at each wished time once',
    async (zone, day, season) => {
      await account.clear();
      const clock = openZone(zone, Date.parse(day) - 2 * 24 * HOUR, Date.parse(day) + 2 * 24 * HOUR);
      const wishes = ['00:45', '01:30', '02:30', '03:30'].map((time) => `${day}T${time}`);
      const items = wishes.map((requestedTime, index) => {
        const link = `example.org/${day}-${index}`;
        const text = `${TEXTS[index]} (${zone}, ${day}) https://${link}`;
        return newItem({
          link,
          text,
          dueAt: clock.toInstant(parseLocalTime(requestedTime)).at,
          requestedTime,
          zone,
          missed: 'skip',
          gap: MINUTE,
        });
      });
      await account.setNow((items[0]?.dueAt ?? 0) - 10 * MINUTE);
      await account.addItems(items);
      const last = items.at(-1)?.dueAt ?? 0;
      while (account.now() < last + 20 * MINUTE) {
        await account.start().ended;
        await account.setNow(account.now() + 10 * MINUTE);
      }
      await expectSound(`${season} in ${zone}`, 0);
      const posted = items.map(({ text }) => account.x.posts.find((post) => post.text === text)?.at ?? 0);
      // Each within a tick of its slot, and never before; the skipped hour comes at its end.
      for (const [index, at] of posted.entries()) {
        const late = at - (items[index]?.dueAt ?? 0);
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThanOrEqual(11 * MINUTE);
      }
      expect(posted.map((at) => formatLocalTime(clock.localTimeAt(at)).slice(0, 10))).toEqual([day, day, day, day]);
    },
    120_000,
  );
});
