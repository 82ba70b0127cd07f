import { connect as connectSocket, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { ServerConnection, Transaction } from '#store/postgres/connection.js';
import { requireSchema } from '#store/postgres/migrations.js';
import { SERVER_SCHEMA } from '#store/postgres/schema.js';
import { createServerStore } from '#store/postgres/store.js';
import { event, fresh, newAttempt, newClaim } from '../../queue/contract/setup.js';
import { useServer } from './databases.js';
import { connect } from './queues.js';
import { findPostgres } from './server.js';

const HOUR = 3_600_000;
const SELF = { person: 'Ada', host: 'ada-laptop' };

describe.skipIf('missing' in findPostgres())('a connection to a server', () => {
  const running = useServer();
  const { open, sql, newDatabase, endAll } = running;
  const problemOf = (connection: ServerConnection): Promise<unknown> =>
    connection
      .read(({ first }) => first('SELECT 1'))
      .then(
        () => 'none',
        (error: unknown) => (error as { problem?: string }).problem ?? String(error),
      );

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
      DATABASE: running.server.address('nowhere'),
      USER: running.server.address('postgres', 'nobody'),
      TLS: `${running.server.address('postgres')}?sslmode=require`,
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

  it('ends though the other side has gone without a word', async () => {
    const sockets: Socket[] = [];
    const way = createServer({ allowHalfOpen: true }, (near) => {
      const far = connectSocket(running.server.port, '127.0.0.1');
      sockets.push(near, far);
      near.pipe(far, { end: false });
      far.pipe(near, { end: false });
    }).listen(0, '127.0.0.1');
    await once(way, 'listening');
    const { port } = way.address() as AddressInfo;
    const connection = open((await newDatabase('silences')).replace(String(running.server.port), String(port)));
    expect(await problemOf(connection)).toBe('none');
    for (const socket of sockets) socket.unpipe();
    await connection.close();
    for (const socket of sockets) socket.destroy();
    way.close();
  });

  it('refuses a schema of a later program, and says so of one that it may not change', async () => {
    const address = await newDatabase('versions');
    await sql('CREATE ROLE worker LOGIN', 'versions');
    expect(await problemOf(open(running.server.address('versions', 'worker')))).toBe('server-older');
    expect(await problemOf(open(address, { migrates: false }))).toBe('server-older');
    expect(await problemOf(open(address))).toBe('none');
    await sql('INSERT INTO tweetspan.schema_version VALUES (999, now())', 'versions');
    expect(await problemOf(open(address))).toBe('newer');
  });

  it('brings a queue of the first version up to date, with all that is in it', async () => {
    const address = await newDatabase('upgrades');
    const client = await connect(address);
    const first = [{ version: 1, sql: SERVER_SCHEMA }];
    await requireSchema(client, { place: address, migrates: true }, first);
    await client.query('UPDATE tweetspan.queue_caps SET day = 7');
    await client.end();
    expect(await problemOf(open(address, { migrates: false }))).toBe('server-older');
    const connection = open(address);
    expect(await createServerStore(connection, SELF).caps()).toMatchObject({ day: 7 });
    const versions = await connection.read(({ all }) => all('SELECT version FROM tweetspan.schema_version'));
    expect(versions.length).toBeGreaterThan(first.length);
  });

  it('reads again after it was cut, and writes where nothing had begun', async () => {
    const connection = open(await newDatabase('cuts'));
    const store = createServerStore(connection, SELF);
    await store.add([fresh()], 0);
    await endAll('cuts');
    expect(await store.list({}, 9)).toHaveLength(1);
    await endAll('cuts');
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

  it('says so where the server takes no more connections', async () => {
    const address = await newDatabase('crowds');
    expect(await problemOf(open(address))).toBe('none');
    await sql('CREATE ROLE crowd LOGIN CONNECTION LIMIT 0; GRANT pg_read_all_data TO crowd', 'crowds');
    expect(await problemOf(open(running.server.address('crowds', 'crowd')))).toBe('server-crowded');
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
});
