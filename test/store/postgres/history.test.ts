import { afterAll, describe, expect, it } from 'vitest';
import { linksInText } from '#history/formats/text.js';
import { parseServerAddress } from '#store/postgres/address.js';
import { createServerConnection } from '#store/postgres/connection.js';
import { createServerHistory, createServerSteps } from '#store/postgres/history.js';
import { createServerSharing } from '#store/postgres/sharing.js';
import { IN_MEMORY } from '#store/driver/port.js';
import { openDatabase } from '#store/database.js';
import { createContactWriter } from '#store/history/reader.js';
import { createQueueHistory } from '#store/queue/history.js';
import { toSourcePost } from '#history/formats/text.js';
import { versions } from 'node:process';
import { SLOT } from '../../queue/items.js';
import { findPostgres, startServer, type TestServer } from './server.js';

const postgres = findPostgres();
const ADA = { person: 'Ada', host: 'ada-laptop' };
const BO = { person: 'Bo', host: 'bo-laptop' };

describe.skipIf('missing' in postgres)('what a team shares', () => {
  let server: TestServer | undefined;
  const open = async () => {
    server ??= await startServer({ settings: ['fsync=off'] });
    const address = parseServerAddress(server.address('postgres'), 'postgres');
    return createServerConnection(address, { now: Date.now, migrates: true });
  };
  const opened: { close(): unknown }[] = [];
  afterAll(async () => {
    for (const each of opened) await each.close();
    await server?.remove();
  });

  it('are posts with their links, texts and instants', async () => {
    const connection = await open();
    opened.push(connection);
    const history = createServerHistory(connection, linksInText);
    const id = '1967288537057333249';
    expect(await history.hasPost(id)).toBe(false);
    await history.addPosted({ id, text: 'Choisir https://example.org/guide', at: SLOT, media: 0 });
    await history.addPosted({ id, text: 'Choisir https://example.org/guide', at: SLOT, media: 0 });
    expect(await history.hasPost(id)).toBe(true);
    expect(await history.lastPostAt()).toBe(SLOT);
    expect(await history.lastPostAt('example.org/guide')).toBe(SLOT);
    expect(await history.lastPostAt('example.org/autre')).toBeUndefined();
    expect(await history.textsFor('example.org/guide', SLOT + 1000)).toEqual([
      { id, text: 'Choisir https://example.org/guide', at: SLOT },
    ]);
    expect(await history.optedOut(['voisine'])).toEqual([]);
  });

  it('are the steps of people, each for the machine of who planned it', async () => {
    const connection = await open();
    opened.push(connection);
    const [ada, bo] = [createServerSteps(connection, ADA), createServerSteps(connection, BO)];
    const step = { kind: 'ask', link: 'example.org/guide', draft: 'guide.md', dueAt: 1, zone: 'UTC' } as const;
    const [added] = await ada.add([step], 0);
    expect(added).toMatchObject({ ...step, state: 'planned', planner: { name: 'Ada', host: 'ada-laptop' } });
    expect(await bo.due(2, 9)).toEqual([]);
    expect((await ada.due(2, 9)).map(({ id }) => id)).toEqual([added?.id]);
    expect(await bo.list({ link: 'example.org/guide', isOpen: true }, 9)).toHaveLength(1);
    expect(await bo.change(added?.id ?? 0, ['planned'], 'done', 3)).toBe(true);
    expect(await bo.list({ isOpen: true }, 9)).toEqual([]);
  });

  it('are own posts of each history and who opted out, until somebody takes that back', async () => {
    const connection = await open();
    opened.push(connection);
    const sharing = createServerSharing(connection);
    const histories = await Promise.all([1, 2].map(() => openDatabase(IN_MEMORY, { nodeVersion: versions.node })));
    const [ada, bo] = histories;
    if (ada === undefined || bo === undefined) throw new Error('two histories');
    opened.push(ada, bo);
    createContactWriter(ada).optOut('@Voisine', SLOT);
    await createQueueHistory(ada, toSourcePost).addPosted({
      id: '1967288537057333000',
      text: 'Avant https://example.org/avant',
      at: SLOT - 1,
      media: 0,
    });
    await sharing.push(ada);
    const history = createServerHistory(connection, linksInText);
    expect(await history.lastPostAt('example.org/avant')).toBeTypeOf('number');
    expect(await history.optedOut(['voisine', 'autre'])).toEqual(['voisine']);
    await sharing.pull(bo);
    expect(await createQueueHistory(bo, toSourcePost).optedOut(['voisine'])).toEqual(['voisine']);
    createContactWriter(bo).optIn('voisine');
    await sharing.optIn('voisine');
    await sharing.push(ada);
    expect(await history.optedOut(['voisine'])).toEqual([]);
    await sharing.pull(ada);
    expect(await createQueueHistory(ada, toSourcePost).optedOut(['voisine'])).toEqual([]);
  });
});
