// A database that another program holds.
import { describe, expect, it } from 'vitest';
import { engineUnderTest } from '../../store/engine-under-test.js';
import {
  expectOneLine,
  MINUTE,
  pathOf,
  run,
  schedule,
  sent,
  states,
  tick,
  toFirstSlot,
  useWorld,
  world,
} from './world.js';

useWorld();

describe('a database that another program holds', () => {
  it('is reported in one line with exit 75, and the item goes out a minute later', async () => {
    await schedule(1);
    await toFirstSlot();
    const other = (await engineUnderTest()).open(pathOf('.local/share/tweetspan/history.db'));
    other.exec('BEGIN EXCLUSIVE');
    const outcome = await tick();
    expect(outcome.exitCode).toBe(75);
    expectOneLine(outcome, /another program is writing/);
    other.exec('ROLLBACK');
    other.close();
    world.now += MINUTE;
    expect((await tick()).exitCode).toBe(0);
    expect([await states(), sent()]).toEqual([['posted', 'planned'], 1]);
  });

  it('a copy made meanwhile disturbs nothing', async () => {
    await schedule(1);
    await toFirstSlot();
    const [copied, ticked] = await Promise.all([run('backup', pathOf('copy.db')), tick()]);
    expect([copied.exitCode, ticked.exitCode, sent()]).toEqual([0, 0, 1]);
  });
});
