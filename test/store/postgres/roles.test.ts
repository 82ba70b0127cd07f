import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueueStore } from '#queue/ports.js';
import { parseServerAddress } from '#store/postgres/address.js';
import { createServerConnection, type ServerConnection } from '#store/postgres/connection.js';
import { createServerStore } from '#store/postgres/store.js';
import { createTeamStore } from '#store/postgres/team.js';
import { event, fresh, newAttempt, newClaim } from '../../queue/contract/setup.js';
import { connect } from './queues.js';
import { findPostgres, startServer, type TestServer } from './server.js';

const postgres = findPostgres();
/** The statements of the page, in their order. */
const [roles = '', logins = '', grants = ''] = [
  ...readFileSync('docs/team.md', 'utf8').matchAll(/```sql\n([^`]*)```/g),
].map(([, text]) => text);

describe.skipIf('missing' in postgres)('the roles of docs/team.md', () => {
  let server: TestServer;
  const opened: ServerConnection[] = [];
  const storeOf = (user: string): QueueStore => {
    const address = parseServerAddress(server.address('tweetspan', user), user);
    const connection = createServerConnection(address, { now: Date.now, migrates: true });
    opened.push(connection);
    return createServerStore(connection, { person: user, host: '' });
  };
  const run = async (text: string, database: string, user?: string): Promise<void> => {
    const client = await connect(server.address(database, user));
    try {
      for (const statement of text.split(';')) if (statement.trim() !== '') await client.query(statement);
    } finally {
      await client.end();
    }
  };

  beforeAll(async () => {
    server = await startServer({ settings: ['fsync=off'] });
    await run(roles, 'postgres');
    await run(logins, 'postgres');
    await storeOf('tweetspan_owner').count();
    await run(grants, 'tweetspan', 'tweetspan_owner');
  }, 120_000);
  afterAll(async () => {
    for (const connection of opened) await connection.close();
    await server.remove();
  });

  it('let a worker plan, send and tidy up', async () => {
    const worker = storeOf('ada');
    const [item] = await worker.add([fresh(0, { dueAt: 1 })], 0);
    const id = item?.id ?? 0;
    expect(await worker.claim(id, newClaim('t1'), event('claimed', 0))).toBe(true);
    expect(await worker.journal('t1', newAttempt('a1', id), event('sending', 0))).toBe(true);
    const end = { event: event('posted', 0), isFree: false };
    expect(await worker.finish('a1', { state: 'posted', postId: '7' }, end)).toBe(true);
    await worker.heartbeat({ owner: 'a', pid: 1, host: '', version: '', startedAt: 0 }, 0);
    expect(await worker.lead?.('a', 1000, true)).toBe(true);
    await worker.gone('a');
    await worker.prune(1, 0);
    const team = createTeamStore(opened.at(-1) as ServerConnection);
    await team.keepMedia('/a.jpg', new Uint8Array([1]));
    await team.bind({ id: '7', handle: 'example_ada' });
    expect(await team.isAtHome()).toBe(true);
    await team.settle();
  });

  it('let a reader read, and change nothing', async () => {
    const reader = storeOf('bo');
    expect(await reader.list({}, 9)).toHaveLength(1);
    expect(await reader.workers(0)).toEqual([]);
    const refused = expect.objectContaining({ problem: 'server-no-rights' });
    await expect(reader.add([fresh()], 0)).rejects.toThrow(refused);
    await expect(reader.setCaps({ day: 1, month: 1 })).rejects.toThrow(refused);
    await expect(reader.setFact('identity', 'x')).rejects.toThrow(refused);
  });

  it('let nobody but the owner change the schema', async () => {
    await expect(run('INSERT INTO tweetspan.schema_version VALUES (99, now())', 'tweetspan', 'ada')).rejects.toThrow(
      /permission denied/,
    );
    await expect(run('CREATE TABLE tweetspan.mine (x int)', 'tweetspan', 'ada')).rejects.toThrow(/permission denied/);
  });
});
