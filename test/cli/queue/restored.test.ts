// A history that was put back from a backup, or copied from another machine.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  list,
  MINUTE,
  pathOf,
  run,
  save,
  schedule,
  sent,
  states,
  tick,
  toFirstSlot,
  toLastSlot,
  useWorld,
  world,
} from './world.js';

useWorld();
beforeEach(() => {
  world.env = { ...world.env, TWEETSPAN_DB: pathOf('history.db') };
});

/** Plans two posts, keeps a backup, and sends the first. */
async function planBackUpAndPost(): Promise<void> {
  await schedule(1);
  await run('backup', 'backup.db');
  await toFirstSlot();
  expect((await tick()).exitCode).toBe(0);
  expect(await states()).toEqual(['posted', 'planned']);
  world.now += 20 * MINUTE;
}

const putBack = (): void => {
  for (const end of ['-wal', '-shm']) rmSync(pathOf(`history.db${end}`), { force: true });
  copyFileSync(pathOf('backup.db'), pathOf('history.db'));
};

describe('a history that was put back from a backup', () => {
  it('sends nothing again: what is on X is found there, and the queue goes on by itself', async () => {
    await planBackUpAndPost();
    putBack();
    expect(await states()).toEqual(['planned', 'planned']);
    expect((await tick()).exitCode).toBe(0);
    expect(await states()).toEqual(['posted', 'planned']);
    expect(sent()).toBe(1);
    await toLastSlot();
    await tick();
    expect(await states()).toEqual(['posted', 'posted']);
    expect(sent()).toBe(2);
  });

  it('stays paused as long as its timeline cannot be read', async () => {
    await planBackUpAndPost();
    putBack();
    world.x.next('GET /2/users/:id/tweets', { kind: 'html503' });
    expect((await tick()).exitCode).toBe(75);
    expect((await list()).stopped?.code).toBe('restored');
    world.now += MINUTE;
    expect((await tick()).exitCode).toBe(0);
    expect(await states()).toEqual(['posted', 'planned']);
    expect(sent()).toBe(1);
  });

  it('is refused by post as well', async () => {
    await planBackUpAndPost();
    putBack();
    save('other.md', 'Le bruit, la distance : deux pièges https://example.org/pieges #logement\n');
    const outcome = await run('post', 'other.md', '--mode', 'api', '--yes');
    expect(outcome.exitCode).toBe(75);
    expect(outcome.stderr).toContain('put back from an earlier time');
    expect(sent()).toBe(1);
  });

  it('restore puts it back, keeps the one before, and sends nothing again', async () => {
    await planBackUpAndPost();
    const restored = await run('restore', 'backup.db');
    expect(restored.exitCode).toBe(0);
    expect(restored.stdout).toContain('The previous history is kept');
    expect((await list()).stopped?.code).toBe('restored');
    const resumed = await run('queue', 'resume');
    expect(resumed.exitCode).toBe(75);
    expect(resumed.stderr).toMatch(/the queue stays paused: .*then it resumes automatically/);
    expect((await tick()).exitCode).toBe(0);
    expect(await states()).toEqual(['posted', 'planned']);
    expect(sent()).toBe(1);
  });

  it('restore takes no file that is no backup, and says what to name', async () => {
    await planBackUpAndPost();
    save('broken.db', 'not a database at all, and long enough to be looked at '.repeat(40));
    const outcome = await run('restore', 'broken.db');
    expect(outcome.exitCode).toBe(2);
    expect(outcome.stderr).toMatch(/broken\.db is damaged or not a backup: name one that tweetspan backup wrote\n$/);
    const absent = await run('restore', 'absent.db');
    expect(absent.stderr).toMatch(/absent\.db does not exist: name a backup/);
    expect(await states()).toEqual(['posted', 'planned']);
  });
});

describe('a history that came from another machine', () => {
  it('sends nothing until a person adopts it, and then nothing again', async () => {
    await planBackUpAndPost();
    const other = pathOf('other-home');
    mkdirSync(other);
    world.env = { ...world.env, HOME: other, TWEETSPAN_DB: pathOf('backup.db') };
    const held = await tick();
    expect(held.exitCode).toBe(75);
    expect(held.stderr).toContain('tweetspan queue adopt');
    expect(await states()).toEqual(['planned: copied', 'planned']);
    expect(held.stderr).not.toContain('queue resume');
    expect((await run('queue', 'resume')).stderr).toContain('tweetspan queue adopt');
    const adopted = await run('queue', 'adopt');
    expect(adopted.exitCode).toBe(0);
    expect((await run('queue')).stdout.replace(/\s+/g, ' ')).toContain('or comes from another machine');
    const resumed = await tick();
    expect(resumed.exitCode).toBe(0);
    expect(resumed.stderr).toContain('queue resumed — your posts on X have been read\n');
    expect(await states()).toEqual(['posted', 'planned']);
    expect(sent()).toBe(1);
  });
});
