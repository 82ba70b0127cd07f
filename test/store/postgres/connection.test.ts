import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseServerAddress } from '#store/postgres/address.js';
import {
  createServerConnection,
  type ServerConnection,
  type ServerOptions,
  type Transaction,
} from '#store/postgres/connection.js';
import { createServerStore } from '#store/postgres/store.js';
import { createTeamStore } from '#store/postgres/team.js';
import { event, fresh, newAttempt, newClaim } from '../../queue/contract/setup.js';
import { connect } from './queues.js';
import { findPostgres, startServer, type TestServer } from './server.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const postgres = findPostgres();
const SELF = { person: 'Ada', host: 'ada-laptop' };

describe.skipIf('missing' in postgres)('a connection to a server', () => {
  let server: TestServer;
  const opened: ServerConnection[] = [];
  const open = (address: string, options: Partial<ServerOptions> = {}): ServerConnection => {
    const connection = createServerConnection(parseServerAddress(address, 'ada'), {
      now: Date.now,
      migrates: true,
      ...options,
    });
    opened.push(connection);
    return connection;
  };
  const problemOf = (connection: ServerConnection): Promise<unknown> =>
    connection
      .read(({ first }) => first('SELECT 1'))
      .then(
        () => 'none',
        (error: unknown) => (error as { problem?: string }).problem ?? String(error),
      );
  const sql = async (text: string, database = 'postgres'): Promise<void> => {
    const client = await connect(server.address(database));
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  const newDatabase = async (name: string): Promise<string> => {
    await sql(`CREATE DATABASE ${name}`);
    return server.address(name);
  };

  beforeAll(async () => {
    server = await startServer({ settings: ['fsync=off'] });
  }, 60_000);
  afterAll(async () => {
    for (const connection of opened) await connection.close();
    await server.remove();
  });

  it('is made once it is needed, and brings the schema with it, also when several come at once', async () => {
    const address = await newDatabase('several');
    const connections = [1, 2, 3, 4].map(() => open(address));
    expect(await Promise.all(connections.map(problemOf))).toEqual(['none', 'none', 'none', 'none']);
  });

  it.each([
    ['a server that is not there', 'postgresql://127.0.0.1:1/team', 'server-unreachable'],
    ['a name that nobody has', 'postgresql://db.nowhere.example/team', 'server-unknown-host'],
    ['a database that is not there', 'DATABASE', 'server-no-database'],
    ['a user that is not there', 'USER', 'server-no-entry'],
    ['a server without TLS where it is demanded', 'TLS', 'server-no-tls'],
  ])('names %s', async (_, address, problem) => {
    const real: Record<string, string> = {
      DATABASE: server.address('nowhere'),
      USER: server.address('postgres', 'nobody'),
      TLS: `${server.address('postgres')}?sslmode=require`,
    };
    expect(await problemOf(open(real[address] ?? address))).toBe(problem);
  });

  it('names a server that takes the connection and never speaks', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    silent.on('connection', (socket) => socket.destroy());
    expect(await problemOf(open(`postgresql://127.0.0.1:${port}/team`))).toBe('server-unreachable');
    silent.close();
  });

  it('refuses a schema of a later program, and says so of one that it may not change', async () => {
    const address = await newDatabase('versions');
    await sql('CREATE ROLE worker LOGIN', 'versions');
    expect(await problemOf(open(server.address('versions', 'worker')))).toBe('server-older');
    expect(await problemOf(open(address, { migrates: false }))).toBe('server-older');
    expect(await problemOf(open(address))).toBe('none');
    await sql('INSERT INTO tweetspan.schema_version VALUES (999, now())', 'versions');
    expect(await problemOf(open(address))).toBe('newer');
  });

  it('reads again after it was cut, and writes where nothing had begun', async () => {
    const connection = open(await newDatabase('cuts'));
    const store = createServerStore(connection, SELF);
    const kill = (): Promise<void> =>
      sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'cuts'`);
    await store.add([fresh()], 0);
    await kill();
    expect(await store.list({}, 9)).toHaveLength(1);
    await kill();
    await store.setCaps({ day: 7, month: 8 });
    expect(await store.caps()).toEqual({ day: 7, month: 8 });
  });

  it('leaves nothing of a transaction that was cut before its end', async () => {
    const connection = open(await newDatabase('halves'));
    const store = createServerStore(connection, SELF);
    await store.caps();
    const half = connection.write(async ({ run, first }) => {
      await run('UPDATE tweetspan.queue_caps SET day = 1');
      await first('SELECT pg_terminate_backend(pg_backend_pid())');
    });
    await expect(half).rejects.toThrow(expect.objectContaining({ problem: 'server-unreachable' }));
    expect(await store.caps()).toEqual({ day: 1000, month: 10_000 });
  });

  it('tries again what the server undid for the sake of another', async () => {
    const address = await newDatabase('turns');
    const [one, two] = [open(address), open(address)];
    let waiting: (() => void)[] = [];
    // Both hold their first row before either wants its second: one of them is undone.
    const meet = (): Promise<void> =>
      new Promise((done) => {
        waiting.push(done);
        if (waiting.length === 2) waiting.forEach((go) => go());
      });
    await sql(
      `CREATE TABLE public.rows (id int PRIMARY KEY, n int); INSERT INTO public.rows VALUES (1, 0), (2, 0)`,
      'turns',
    );
    let tries = 0;
    const cross = (connection: ServerConnection, first: number, second: number): Promise<void> =>
      connection.write(async ({ run }) => {
        tries += 1;
        await run('UPDATE public.rows SET n = n + 1 WHERE id = $id', { id: first });
        if (tries <= 2) await meet();
        await run('UPDATE public.rows SET n = n + 1 WHERE id = $id', { id: second });
      });
    await Promise.all([cross(one, 1, 2), cross(two, 2, 1)]);
    waiting = [];
    expect(tries).toBe(3);
    expect(await one.read(({ all }) => all('SELECT n FROM public.rows ORDER BY id'))).toEqual([{ n: 2 }, { n: 2 }]);
  });

  it('sets nothing beyond a transaction: behind a pooler the session is another’s', async () => {
    const connection = open(await newDatabase('poolers'));
    const names = ['lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout', 'synchronous_commit'];
    const settings = async ({ first }: Pick<Transaction, 'first'>): Promise<unknown> =>
      Object.values(
        (await first<object>(`SELECT ${names.map((name) => `current_setting('${name}') AS ${name}`).join()}`)) ?? {},
      );
    await sql('ALTER DATABASE poolers SET synchronous_commit = off');
    expect(await connection.write(settings)).toEqual(['5s', '30s', '20s', 'on']);
    expect(await connection.read(settings)).toEqual(['0', '0', '0', 'off']);
  });

  it('does once what is to be done alone, though its transaction ends badly', async () => {
    const team = createTeamStore(open(await newDatabase('alones')));
    const kill = (): Promise<void> =>
      sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'alones'`);
    let done = 0;
    const work = async (): Promise<string> => {
      done += 1;
      await kill();
      return 'renewed';
    };
    expect(await team.alone(work)).toBe('renewed');
    expect(done).toBe(1);
    await expect(team.alone(() => Promise.reject(new Error('X says no')))).rejects.toThrow('X says no');
  });

  it('says so where the server takes no more connections', async () => {
    const address = await newDatabase('crowds');
    expect(await problemOf(open(address))).toBe('none');
    await sql('CREATE ROLE crowd LOGIN CONNECTION LIMIT 0; GRANT pg_read_all_data TO crowd', 'crowds');
    expect(await problemOf(open(server.address('crowds', 'crowd')))).toBe('server-crowded');
  });

  it('goes by the clock of the server, whatever those of two machines say', async () => {
    const address = await newDatabase('clocks');
    const [early, late] = [-HOUR, HOUR].map((wrongBy) => open(address, { now: () => Date.now() + wrongBy }));
    if (early === undefined || late === undefined) throw new Error('two connections');
    expect(Math.abs((await early.aheadBy()) - HOUR)).toBeLessThan(5000);
    expect(Math.abs((await late.aheadBy()) + HOUR)).toBeLessThan(5000);
    const [one, two] = [createServerStore(early, SELF), createServerStore(late, SELF)];
    const [item] = await one.add([fresh(0, { dueAt: Date.now() - 1000 })], Date.now() - HOUR);
    const id = item?.id ?? 0;
    expect(Math.abs((item?.createdAt ?? 0) - Date.now())).toBeLessThan(5000);
    const at = (wrongBy: number) => event('claimed', Date.now() + wrongBy);
    expect(await one.claim(id, newClaim('t1'), at(-HOUR))).toBe(true);
    // An hour ahead, its lease would have ended long ago.
    expect(await two.expire(Date.now() + HOUR)).toEqual([]);
    expect(await one.journal('t1', newAttempt('a1', id), at(-HOUR))).toBe(true);
    expect((await two.get(id))?.state).toBe('sending');
  });

  it('keeps what it knows of the clock where an answer comes late, as to a machine that slept', async () => {
    let slept: number[] = [];
    const connection = open(await newDatabase('sleeps'), { now: () => Date.now() + (slept.shift() ?? 0) });
    await connection.aheadBy();
    slept = [0, HOUR];
    await createServerStore(connection, SELF).setCaps({ day: 1, month: 1 });
    expect(slept).toEqual([]);
    expect(Math.abs(connection.lastAhead())).toBeLessThan(5000);
    // A clock that was set is believed.
    slept = [HOUR, HOUR];
    await createServerStore(connection, SELF).setCaps({ day: 1, month: 1 });
    expect(Math.abs(connection.lastAhead() + HOUR)).toBeLessThan(5000);
  });

  it('gives no claim on a server that is not the one that the queue was accepted on', async () => {
    const connection = open(await newDatabase('homes'));
    const [store, team] = [createServerStore(connection, SELF), createTeamStore(connection)];
    const [item] = await store.add([fresh(0, { dueAt: 0 })], 0);
    const id = item?.id ?? 0;
    expect(await team.isAtHome()).toBe(true);
    await sql("UPDATE tweetspan.home SET server = 'another/00000001'", 'homes');
    expect(await team.isAtHome()).toBe(false);
    expect(await store.claim(id, newClaim('t1'), event('claimed', 0))).toBe(false);
    await team.settle();
    expect(await store.claim(id, newClaim('t1'), event('claimed', 0))).toBe(true);
    await sql("UPDATE tweetspan.home SET server = 'another/00000001'", 'homes');
    expect(await store.journal('t1', newAttempt('a1', id), event('sending', 0))).toBe(false);
  });

  it('has one worker post and the others stand by, who can post before who cannot', async () => {
    const store = createServerStore(open(await newDatabase('leads')), SELF);
    const lead = store.lead ?? (() => Promise.reject(new Error('no lead')));
    expect(await lead('a', HOUR, false)).toBe(true);
    expect(await lead('b', HOUR, false)).toBe(false);
    expect(await lead('b', HOUR, true)).toBe(true);
    expect(await lead('a', HOUR, true)).toBe(false);
    expect(await lead('b', 0, true)).toBe(true);
    expect(await lead('a', HOUR, true)).toBe(true);
    for (const owner of ['a', 'b']) {
      await store.heartbeat({ owner, pid: 1, host: 'always-on', version: '0', startedAt: 5 }, 0);
    }
    expect(
      (await store.workers(0)).map(({ owner, person, leadsSince }) => [owner, person, leadsSince !== undefined]),
    ).toEqual([
      ['a', 'Ada', true],
      ['b', 'Ada', false],
    ]);
  });

  it('keeps media by their content, once, as long as an item has them, and none that is too large', async () => {
    const connection = open(await newDatabase('media'));
    const team = createTeamStore(connection);
    const bytes = new Uint8Array([1, 2, 3]);
    await team.keepMedia('/a.jpg', bytes);
    await team.keepMedia('/b.jpg', bytes);
    const sha256 = '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81';
    expect([...((await team.readMedia(sha256)) ?? [])]).toEqual([1, 2, 3]);
    expect(await team.readMedia('0'.repeat(64))).toBeUndefined();
    await sql('UPDATE tweetspan.media SET added_at = 0', 'media');
    const store = createServerStore(connection, SELF);
    await store.add([fresh(0, { media: [{ file: '/a.jpg', sha256 }] })], 0);
    await team.keepMedia('/d.jpg', new Uint8Array([4]));
    const other = createHash('sha256')
      .update(new Uint8Array([5]))
      .digest('hex');
    await team.keepMedia('/e.jpg', new Uint8Array([5]));
    await sql(`UPDATE tweetspan.media SET added_at = 0 WHERE sha256 = '${other}'`, 'media');
    await store.prune(DAY, 0);
    // Those of an open item stay, and those that were kept lately.
    expect(await team.readMedia(other)).toBeUndefined();
    expect(await team.readMedia(sha256)).toBeDefined();
    expect(await connection.read(({ all }) => all('SELECT 1 FROM tweetspan.media'))).toHaveLength(2);
    await expect((async () => team.keepMedia('/c.mp4', new Uint8Array(40_000_000)))()).rejects.toThrow(
      expect.objectContaining({ problem: 'media-too-large' }),
    );
  });
});
