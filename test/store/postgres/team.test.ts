import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createServerStore } from '#store/postgres/store.js';
import { createTeamStore } from '#store/postgres/team.js';
import { event, fresh, newAttempt, newClaim } from '../../queue/contract/setup.js';
import { useServer } from './databases.js';
import { findPostgres } from './server.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SELF = { person: 'Ada', host: 'ada-laptop' };

describe.skipIf('missing' in findPostgres())('what a team shares on a server', () => {
  const { open, sql, newDatabase, endAll } = useServer();

  it('does once what is to be done alone, though its transaction ends badly', async () => {
    const team = createTeamStore(open(await newDatabase('alones')));
    let done = 0;
    const work = async (): Promise<string> => {
      done += 1;
      await endAll('alones');
      return 'renewed';
    };
    expect(await team.alone(work)).toBe('renewed');
    expect(done).toBe(1);
    await expect(team.alone(() => Promise.reject(new Error('X says no')))).rejects.toThrow('X says no');
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
});
