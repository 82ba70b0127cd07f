// What `pin --check` reads from an X on this machine.
import { describe, expect, it } from 'vitest';
import type { PinDocument } from '#report/documents/outreach.js';
import { DAY, pathOf, run, save, signOut, useWorld, world } from '../cli/queue/world.js';

useWorld();

const OLDER = '2028000000000000000';
const NEWER = '2028100000000000000';

/** A history with a post of each of two links. */
async function importPosts(): Promise<void> {
  const days = [2, 1].map((ago) => new Date(world.now - ago * DAY).toISOString());
  save(
    'posts.csv',
    [
      'id,text,at,likes,reposts',
      `${OLDER},"How to choose a flat in Lyon https://example.org/guide",${days[0]},9,4`,
      `${NEWER},"What a move costs in each season https://example.org/moving",${days[1]},6,2`,
      '',
    ].join('\n'),
  );
  await run('import', pathOf('posts.csv'));
}

const read = async (...argv: readonly string[]): Promise<PinDocument> =>
  JSON.parse((await run('pin', '--json', ...argv)).stdout) as PinDocument;
const reads = (): readonly unknown[] => world.x.requests.filter(({ endpoint }) => endpoint === 'GET /2/users/me');

describe('pin --check', () => {
  it('reads the pinned post from X once, shows what that cost, and keeps it', async () => {
    await importPosts();
    world.x.state.account.pinned = OLDER;
    const checked = await read('--check');
    expect(checked.onX).toEqual({ id: OLDER, price: 10 });
    expect(checked.pinned).toMatchObject({
      id: OLDER,
      link: 'example.org/guide',
      since: new Date(world.now).toISOString(),
    });
    expect(reads()).toHaveLength(1);
    expect((await read()).pinned?.id).toBe(OLDER);
    expect(reads()).toHaveLength(1);
    expect((await run('budget')).stdout).toContain('$0.01');
  });

  it('knows when another post took the place of the recorded one, and when none did', async () => {
    await importPosts();
    await run('pin', 'example.org/guide', '--done');
    world.x.state.account.pinned = NEWER;
    expect((await read('--check')).pinned).toMatchObject({ id: NEWER, link: 'example.org/moving' });
    delete world.x.state.account.pinned;
    const none = await read('--check');
    expect([none.onX?.id, none.pinned]).toEqual([null, null]);
    expect((await run('pin', '--off')).stderr).toContain('Nothing is recorded as pinned');
  });

  it('leaves the record of a pin that X confirms as it was', async () => {
    await importPosts();
    await run('pin', 'example.org/guide', '--done', '--until', '2026-03-09');
    const before = await read();
    world.x.state.account.pinned = OLDER;
    world.now += DAY;
    expect((await read('--check')).pinned).toEqual(before.pinned);
  });

  it('says so of a post that the history does not know', async () => {
    await importPosts();
    world.x.state.account.pinned = '2020000000000000000';
    const { stdout, exitCode } = await run('pin', '--check');
    expect(stdout).toContain('Keep what is pinned: https://x.com/');
    expect(stdout).toContain('Read from X for $0.01: post 2020000000000000000 is pinned.');
    expect(exitCode).toBe(0);
  });

  it('pays nothing and records nothing when the budget is spent, no one is signed in, or X fails', async () => {
    await importPosts();
    await run('pin', 'example.org/guide', '--done');
    await run('budget', '--month', '0');
    const spent = await run('pin', '--check');
    expect(spent.exitCode).toBe(75);
    expect(reads()).toHaveLength(0);
    await run('budget', '--month', '5');
    world.x.always('GET /2/users/me', { kind: 'json503' });
    const failed = await run('pin', '--check');
    expect(failed.exitCode).not.toBe(0);
    expect(failed.stdout).toBe('');
    expect((await run('budget')).stdout).not.toContain('$0.01');
    signOut();
    world.env['TWEETSPAN_X_URL'] = world.x.origin;
    const unknown = await run('pin', '--check');
    expect(unknown.stderr).toContain('tweetspan login');
    expect((await read()).pinned?.id).toBe(OLDER);
  });
});
