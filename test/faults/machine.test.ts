import { createHash } from 'node:crypto';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { env, versions } from 'node:process';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error a script without types, shared with the benchmarks
import { random } from '../../bench/generate-archive.mjs';
import type { Item } from '#queue/item.js';
import { backUp, openDatabase } from '#store/database.js';
import { MINUTE, openMachine } from './machine.js';
import { printTable, type FaultRow } from './table.js';

/** `npm run test:faults` asks for all; the suite makes do with a few. */
const IS_FULL = env['TWEETSPAN_FAULTS'] === 'full';
const SEED = Number(env['TWEETSPAN_SEED'] ?? 7);
const HOUR = 60 * MINUTE;
const AFTER_LEASE = 11 * MINUTE;
/** Each of these starts the built program several times. */
const PATIENCE = 240_000;
const chance = (random as (seed: number) => () => number)(SEED);

let machine: Awaited<ReturnType<typeof openMachine>>;
const rows: FaultRow[] = [];
beforeAll(async () => {
  machine = await openMachine();
});
afterAll(async () => {
  await machine.close();
  if (IS_FULL) printTable(rows, `the built program, on an X that takes a text twice, seed ${SEED}`);
});

const isOpen = ({ state, notBefore }: Item): boolean =>
  ['planned', 'claimed', 'sending'].includes(state) || (state === 'unknown' && notBefore !== undefined);

/** Lets workers do what is left, undisturbed, until nothing is. */
async function finish(): Promise<void> {
  for (let turn = 0; turn < 9 && (await machine.items()).some(isOpen); turn += 1) {
    machine.pass(turn === 0 ? AFTER_LEASE : 50 * MINUTE);
    await machine.work();
  }
}

/** What must hold whatever happened: nothing twice, nothing lost, nothing said that is not so. */
async function expectSound(what: string, kills = 0): Promise<readonly Item[]> {
  const items = await machine.items();
  const of = (...states: string[]): number => items.filter(({ state }) => states.includes(state)).length;
  const copies = items.map(({ text }) => machine.copies(text));
  const second = copies.filter((count) => count > 1).length;
  const lost = items.filter(isOpen).length;
  rows.push([what, items.length, kills, of('posted'), of('unknown'), of('refused', 'missed'), second, lost]);
  expect(items.length).toBeGreaterThan(0);
  expect({ second, lost }).toEqual({ second: 0, lost: 0 });
  // What is on X is known to be; two of one text are one post and one refusal.
  const posted = (text: string): number => items.filter((item) => item.text === text && item.state === 'posted').length;
  expect(items.filter(({ text }, index) => posted(text) !== copies[index])).toEqual([]);
  expect(items.filter(({ state, reason }) => state === 'unknown' && reason === undefined)).toEqual([]);
  return items;
}

const states = (items: readonly Item[]): readonly string[] => items.map(({ state }) => state);

/** Waits until something is so, for at most so many ms. */
async function until(what: () => boolean | Promise<boolean>, ms: number): Promise<void> {
  const end = performance.now() + ms;
  while (!(await what())) {
    if (performance.now() > end) throw new Error('it did not come to that in time');
    await after(50);
  }
}

const startDaemon = () => machine.start(['run', '--min-interval', '0m']);

describe('the built program', () => {
  it(
    'as a daemon that is killed while X answers, and started again, posts each item once',
    async () => {
      await machine.plan(3);
      const first = startDaemon();
      machine.onAccept(() => first.child.kill('SIGKILL'));
      expect(await first.ended).toBeNull();
      machine.pass(AFTER_LEASE);
      const second = startDaemon();
      await until(async () => states(await machine.items()).every((state) => state === 'posted'), 60_000);
      second.child.kill('SIGTERM');
      expect(await second.ended).toBe(0);
      await expectSound('daemon killed while X answers', 1);
    },
    PATIENCE,
  );

  it.each(
    [
      ['back two hours', -2 * HOUR],
      ['forward five hours', 5 * HOUR],
    ].slice(0, IS_FULL ? 2 : 0) as [string, number][],
  )(
    'as a daemon whose clock is set %s while it runs, posts what falls due then',
    async (name, by) => {
      await machine.plan(1);
      const daemon = startDaemon();
      await until(async () => states(await machine.items()).every((state) => state === 'posted'), 60_000);
      machine.pass(by);
      const [item] = await machine.items();
      const text = `Ce qui vient à échéance après le saut (${name}) https://example.org/saut`;
      await machine.withStore((store) =>
        store.add([{ ...(item as Item), link: 'example.org/saut', text, dueAt: machine.now() }], machine.now()),
      );
      // Seventy seconds of a clock that nobody sets, and a little for the machine.
      await until(() => machine.copies(text) > 0, 85_000);
      daemon.child.kill('SIGTERM');
      expect(await daemon.ended).toBe(0);
      await expectSound(`clock of a daemon set ${name}`);
    },
    PATIENCE,
  );

  it(
    'stopped while X answers, for longer than its lease, posts nothing again when it wakes',
    async () => {
      await machine.plan(2);
      const sleeper = machine.start(['run', '--once', '--min-interval', '0m']);
      let isStopped = false;
      machine.onAccept(() => (isStopped = sleeper.child.kill('SIGSTOP')));
      await until(() => isStopped, 30_000);
      machine.pass(AFTER_LEASE);
      await machine.work();
      sleeper.child.kill('SIGCONT');
      await sleeper.ended;
      await finish();
      await expectSound('stopped beyond its lease');
    },
    PATIENCE,
  );

  it(
    'six at once, killed or stopped at random, on a clock that jumps, post each item once',
    async () => {
      const rounds = IS_FULL ? 8 : 1;
      for (let round = 0; round < rounds; round += 1) {
        await machine.plan(4);
        let kills = 0;
        for (let turn = 0; turn < 2; turn += 1) {
          const workers = Array.from({ length: 6 }, () => machine.start(['run', '--once', '--min-interval', '0m']));
          await Promise.all(
            workers.map(async ({ child, ended }) => {
              await Promise.race([ended, after(300 + chance() * 2500)]);
              if (child.exitCode !== null || child.signalCode !== null) return;
              if (chance() < 0.3) child.kill('SIGSTOP');
              else if (child.kill('SIGKILL')) kills += 1;
            }),
          );
          machine.pass(chance() < 0.5 ? AFTER_LEASE : chance() < 0.5 ? HOUR : -HOUR);
          for (const { child } of workers) child.kill('SIGCONT');
          await Promise.all(workers.map(({ ended }) => ended));
        }
        machine.pass(HOUR);
        await finish();
        await expectSound('six at once', kills);
      }
    },
    PATIENCE * 3,
  );

  it.each(['before it starts', 'when X has accepted'])(
    'with its database locked %s, loses nothing',
    async (when) => {
      await machine.plan(2);
      const database = await openDatabase(machine.file(), { nodeVersion: versions.node });
      const lock = (): void => database.exec('BEGIN IMMEDIATE');
      if (when === 'before it starts') lock();
      else machine.onAccept(lock);
      const exitCode = await machine.start(['run', '--once', '--min-interval', '0m'], {}).ended;
      database.exec('ROLLBACK');
      database.close();
      expect(exitCode).not.toBe(0);
      await finish();
      await expectSound(`locked ${when}`);
    },
    PATIENCE,
  );

  it.each(IS_FULL ? [1, 40, 80, 120, 160, 240] : [80])(
    'on a disk that is full after %i blocks of a file, sends nothing that it cannot write down',
    async (limit) => {
      await machine.plan(2);
      await machine.work({ limit });
      await finish();
      await expectSound(`disk full after ${limit} blocks`);
    },
    PATIENCE,
  );

  it(
    'on a backup that was put back, reads the timeline and posts nothing again',
    async () => {
      await machine.plan(2);
      const [first] = await machine.items();
      await machine.withStore(async (store) => {
        const slot = { dueAt: machine.now() + HOUR, requestedTime: '2026-03-02T18:00', zone: 'UTC' };
        await store.change(2, ['planned'], { state: 'planned', slot }, { at: machine.now(), name: 'moved', item: 2 });
      });
      const backup = machine.path('backup.db');
      // A first run that has nothing to do, so that this machine knows the file.
      await machine.start(['queue', 'pause']).ended;
      await machine.start(['queue', 'resume']).ended;
      const database = await openDatabase(machine.file(), { nodeVersion: versions.node });
      backUp(database, backup);
      database.close();
      await machine.work();
      expect(machine.copies(first?.text ?? '')).toBe(1);
      for (const end of ['', '-wal', '-shm']) rmSync(machine.file() + end, { force: true });
      copyFileSync(backup, machine.file());
      expect(states(await machine.items())).toEqual(['planned', 'planned']);
      await machine.work();
      machine.pass(6 * MINUTE);
      await machine.work();
      machine.pass(HOUR);
      await finish();
      expect(states(await expectSound('backup put back'))).toEqual(['posted', 'posted']);
    },
    PATIENCE,
  );

  it(
    'on a second machine with a copy, sends nothing before a person says so, and nothing again after it',
    async () => {
      await machine.plan(2);
      await machine.start(['queue', 'pause']).ended;
      await machine.start(['queue', 'resume']).ended;
      const copy = machine.path('copy.db');
      const database = await openDatabase(machine.file(), { nodeVersion: versions.node });
      backUp(database, copy);
      database.close();
      await machine.work();
      const second = { at: 'other', db: copy };
      const sent = machine.x.posts.length;
      expect(await machine.work(second)).toBe(75);
      const adopted = machine.start(['queue', 'adopt'], second);
      expect(await adopted.ended).toBe(0);
      for (let turn = 0; turn < 3; turn += 1) {
        await machine.work(second);
        machine.pass(6 * MINUTE);
      }
      expect(machine.x.posts).toHaveLength(sent);
      expect(states(await expectSound('copy on a second machine'))).toEqual(['posted', 'posted']);
    },
    PATIENCE,
  );

  it(
    'does not send a picture that was replaced since it was planned',
    async () => {
      const picture = machine.path('../carte.png');
      await machine.plan(1, {
        media: [{ file: picture, sha256: createHash('sha256').update('before').digest('hex') }],
      });
      writeFileSync(picture, 'after');
      expect(await machine.work()).toBe(1);
      const [item] = await expectSound('picture replaced');
      expect(item).toMatchObject({ state: 'refused', reason: { code: 'media-changed' } });
    },
    PATIENCE,
  );

  it(
    'worked on by people while workers run, some of them killed, posts nothing twice',
    async () => {
      const rounds = IS_FULL ? 6 : 1;
      for (let round = 0; round < rounds; round += 1) {
        await machine.plan(4);
        machine.x.next('POST /2/tweets', { kind: 'hangAfter' });
        await machine.work();
        machine.pass(HOUR);
        const draft = machine.draft(`Un texte que personne d’autre n’a, au tour ${'abcdefghij'[round]}`);
        const commands = [
          ['post', draft, '--mode', 'api', '--yes'],
          ['post', draft, '--mode', 'api', '--yes'],
          ['queue', 'retry', '1', '--not-on-x'],
          ['record', `https://x.com/example/status/${machine.x.posts.at(-1)?.id ?? ''}`, '--item', '1'],
          ['run', '--once', '--min-interval', '0m'],
          ['run', '--once', '--min-interval', '0m'],
        ].map((args) => machine.start(args));
        let kills = 0;
        await Promise.all(
          commands.map(async ({ child, ended }) => {
            if (chance() < 0.3) {
              await Promise.race([ended, after(400 + chance() * 2000)]);
              if (child.kill('SIGKILL')) kills += 1;
            }
            await ended;
          }),
        );
        await finish();
        await expectSound('people and workers at once', kills);
      }
    },
    PATIENCE * 3,
  );
});
