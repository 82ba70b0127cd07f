// A team's queue on a server that ends, is replaced by another one, undoes transactions, or has no room left.
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getuid, platform } from 'node:process';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { connect } from '../store/postgres/queues.js';
import { findPostgres, type TestServer } from '../store/postgres/server.js';
import { AFTER_LEASE, finish } from './soundness.js';
import { IS_FULL, throughCutter, times, useTrial } from './trial.js';

/** Whether this user may make a small disk: only there a server can really run out of room. */
const mayMount = platform === 'linux' && getuid?.() === 0;

describe.skipIf('missing' in findPostgres())('workers of a team', () => {
  const trial = useTrial();
  const { chance, wrongBy, expectSound } = trial;
  const startTwo = () => [trial.account.start({ wrongBy: wrongBy() }), trial.account.start({ wrongBy: wrongBy() })];
  const allEnded = (workers: readonly { readonly ended: Promise<unknown> }[]) =>
    Promise.all(workers.map(({ ended }) => ended));

  it('whose connections the server ends at any instant, post nothing twice', async () => {
    const ends = await trial.rounds({
      round: async () => {
        const workers = startTwo();
        await after(400 + 1200 * chance());
        await trial.place.sql(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tweetspan'",
        );
        await allEnded(workers);
      },
      goOn: (turn) => turn < times(20, 2),
    });
    await expectSound('connections ended by the server', times(20, 2), ends);
  }, 1_200_000);

  it.each(['immediate', 'fast'] as const)(
    'whose server ends at once (%s) and starts again, post nothing twice',
    async (how) => {
      const { server, place, account } = trial;
      let stops = 0;
      const restart = async (): Promise<void> => {
        await place.close();
        await server.stop(how);
        await server.start();
      };
      const ends = await trial.rounds({
        round: async (turn) => {
          // Each other time while X has the post, and the answer is on its way.
          for (let wave = 0; wave < times(3, 1); wave += 1) {
            const workers = startTwo();
            if ((turn + wave) % 2 === 0) await after(400 + 1200 * chance());
            else {
              const accepted = new Promise<void>((resolve) => {
                account.onAccept(() => {
                  void server.stop(how);
                  resolve();
                });
              });
              await Promise.race([accepted, allEnded(workers)]);
              account.onAccept();
            }
            await restart();
            stops += 1;
            await allEnded(workers);
          }
        },
        goOn: (turn) => turn < times(8, 1),
      });
      await expectSound(`server ended (${how}), started again`, stops, ends);
    },
    1_200_000,
  );

  /** Has a share of all changes of items fail with a code of the server. */
  const failWith = (code: string, share: number): Promise<void> =>
    trial.place.sql(`
      CREATE OR REPLACE FUNCTION tweetspan.test_fault() RETURNS trigger LANGUAGE plpgsql AS $f$
      BEGIN
        IF random() < ${share} THEN RAISE EXCEPTION 'as a test wants it' USING ERRCODE = '${code}'; END IF;
        RETURN NEW;
      END $f$;
      CREATE OR REPLACE TRIGGER test_fault BEFORE UPDATE ON tweetspan.queue_items
        FOR EACH ROW EXECUTE FUNCTION tweetspan.test_fault();`);

  const codes = [
    ['a full disk of the server', '53100'],
    ['a serialization failure', '40001'],
    ['a deadlock', '40P01'],
  ];
  it.each(IS_FULL ? codes : codes.slice(0, 1))(
    'that meet %s in three of ten changes, post nothing twice',
    async (name, code) => {
      const ends = await trial.rounds({
        round: async () => {
          await failWith(code, 0.3);
          await allEnded([...startTwo(), trial.account.start()]);
          await trial.place.sql('DROP TRIGGER test_fault ON tweetspan.queue_items');
        },
        goOn: (turn) => turn < times(8, 1),
      });
      await expectSound(`${name}, raised by a trigger`, 0, ends);
    },
    1_200_000,
  );

  it(
    'whose transactions are serializable and meet, post nothing twice',
    () =>
      throughCutter(trial, async (cutter) => {
        cutter.beSerial(true);
        const ends = await trial.rounds({
          round: async () => void (await allEnded([...startTwo(), ...startTwo(), ...startTwo()])),
          goOn: () => cutter.errors('40001') < times(50, 1),
        });
        await expectSound('real serialization failures, 6 at once', cutter.errors('40001'), ends);
      }),
    1_200_000,
  );

  /** Takes locks in another order than workers do, over and over, until it is ended. */
  function disturb(address: string): () => Promise<void> {
    const over = new AbortController();
    const run = async (): Promise<void> => {
      const client = await connect(address);
      while (!over.signal.aborted) {
        await client
          .query(
            `BEGIN; UPDATE tweetspan.queue_attempts SET text = text;
             UPDATE tweetspan.queue_facts SET value = value WHERE name = 'generation'; SELECT pg_sleep(${0.03 * chance()});
             UPDATE tweetspan.queue_items SET draft = draft; COMMIT`,
          )
          .catch(() => client.query('ROLLBACK'));
        await after(20 * chance());
      }
      await client.end();
    };
    const running = run();
    return () => {
      over.abort();
      return running;
    };
  }

  it(
    'that another program meets crosswise, post nothing twice',
    () =>
      throughCutter(trial, async (cutter) => {
        await trial.place.sql("ALTER ROLE postgres SET deadlock_timeout = '10ms'");
        const ends = await trial.rounds({
          round: async () => {
            const end = disturb(trial.server.address(trial.place.db().split('/').at(-1) ?? ''));
            await allEnded([...startTwo(), ...startTwo()]);
            await end();
          },
          goOn: () => cutter.errors('40P01') < times(50, 1),
        });
        await expectSound('real deadlocks, 4 at once', cutter.errors('40P01'), ends);
        await trial.place.sql('ALTER ROLE postgres RESET deadlock_timeout');
      }),
    1_200_000,
  );

  it.skipIf(!mayMount || !IS_FULL)(
    'whose server has no room left, post nothing twice',
    () =>
      throughCutter(trial, async (cutter) => {
        const { server, place, account } = trial;
        const disk = mkdtempSync(join(server.folder, 'disk-'));
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', disk]);
        const { uid, gid } = statSync(server.data);
        chownSync(disk, uid, gid);
        const filler = join(disk, 'filler');
        const fill = (): void => {
          if (existsSync(filler)) return;
          const bytes = Buffer.alloc(4096);
          try {
            for (;;) writeFileSync(filler, bytes, { flag: 'a' });
          } catch {
            // Full.
          }
        };
        try {
          await place.sql(`CREATE TABLESPACE small LOCATION '${disk}'`);
          place.keepIn('TABLESPACE small');
          const ends = await trial.rounds({
            round: async (turn) => {
              if (turn % 3 === 0) fill();
              else if (turn % 3 === 1) account.onAccept(fill);
              const workers = [...startTwo(), account.start()];
              if (turn % 3 === 2) {
                await after(400 + 1200 * chance());
                fill();
              }
              await allEnded(workers);
              account.onAccept();
              rmSync(filler, { force: true });
            },
            goOn: (turn) => turn < 24,
          });
          await expectSound('no room left on the server', cutter.errors('53100'), ends);
          // Workers met it, and not only a disk that nobody wrote to.
          expect(cutter.errors('53100')).toBeGreaterThan(0);
        } finally {
          rmSync(filler, { force: true });
          place.keepIn('');
          await account.clear();
          await place.sql('DROP TABLESPACE small').catch(() => undefined);
          execFileSync('umount', ['-l', disk]);
        }
      }),
    1_200_000,
  );

  it.each([
    ['takes over under a new timeline', 'recovery.signal'],
    ['is a copy of an earlier time', ''],
  ])(
    'notice a second server that %s, and post nothing again',
    async (name, signal) => {
      const { server, place, account } = trial;
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
        await expectSound(`a second server ${name}`, 1);
      } finally {
        await moveBack(copy);
      }
    },
    300_000,
  );

  async function moveBack(from: TestServer): Promise<void> {
    const { server, place } = trial;
    await place.close();
    await from.remove();
    await server.stop('fast');
    await server.start();
    await place.moveTo(server);
  }

  it('whose server is replaced by a follower that lacks the last of it, post nothing twice', async () => {
    const { server, place, account } = trial;
    let follower: TestServer | undefined;
    const back = async (): Promise<void> => {
      if (follower !== undefined) await moveBack(follower);
      follower = undefined;
    };
    try {
      const ends = await trial.rounds({
        round: async () => {
          follower = await server.follow();
          const admin = await connect(server.address('postgres'));
          const workers = [...startTwo(), account.start()];
          await after(200 + 1500 * chance());
          // From here on the follower learns nothing more.
          await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_replication WHERE state = 'streaming'");
          await after(800 * chance());
          await admin.end();
          await place.close();
          await server.stop('immediate');
          const next = await connect(follower.address('postgres'));
          await next.query('SELECT pg_promote()');
          await next.end();
          await allEnded(workers);
          await place.moveTo(follower);
        },
        goOn: (turn) => turn < times(12, 1),

        prepare: back,
      });
      await expectSound('a follower takes over in mid-run', times(12, 1), ends);
    } finally {
      await back();
    }
  }, 1_200_000);
});
