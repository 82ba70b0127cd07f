// Clocks that are wrong, and machines that slept.
import { describe, expect, it } from 'vitest';
import {
  DAY,
  expectOneLine,
  HOUR,
  MINUTE,
  run,
  schedule,
  sent,
  START,
  states,
  tick,
  toFirstSlot,
  useWorld,
  world,
} from './world.js';

useWorld();

describe('a laptop that slept for three days with five items due', () => {
  it('posts none of them in a burst: each is missed with its reason, or goes out by its policy', async () => {
    await schedule(4, '--gap', '12h', '--window', '00:00-24:00');
    world.now = START + 9 * DAY;
    await tick();
    expect(await states()).toEqual(['missed: late', 'missed: late', 'missed: late', 'missed: late', 'missed: late']);
    expect(sent()).toBe(0);
  });

  it('with next-slot each is moved to a later day of its own', async () => {
    await schedule(4, '--gap', '12h', '--window', '00:00-24:00', '--if-missed', 'next-slot');
    world.now = START + 9 * DAY;
    await tick();
    const { stdout } = await run('queue', '--format', 'json');
    const slots = (JSON.parse(stdout) as { items: { slot: { at: string } }[] }).items.map((item) =>
      JSON.stringify(item),
    );
    expect(await states()).toEqual(Array.from({ length: 5 }, () => 'planned: slot-missed'));
    expect(new Set(slots).size).toBe(5);
    expect(sent()).toBe(0);
  });
});

describe('a clock that is wrong', () => {
  it('by more than an hour decides nothing until it is set right', async () => {
    await schedule(1);
    world.x.skew = -5 * HOUR;
    await toFirstSlot();
    const held = await tick();
    expect(held.exitCode).toBe(75);
    expect(held.stderr).toContain('+5 h');
    expect(await states()).toEqual(['planned', 'planned']);
    world.x.skew = 0;
    world.now += MINUTE;
    expect((await tick()).exitCode).toBe(0);
    expect(await states()).toEqual(['posted', 'planned']);
  });

  it('by 26 hours, in either direction, drops nothing and says what to do', async () => {
    await schedule(1);
    for (const skew of [-26 * HOUR, 26 * HOUR]) {
      await toFirstSlot();
      world.x.skew = skew;
      const held = await tick();
      expect(held.exitCode).toBe(75);
      expectOneLine(held, /clock is wrong: set it/, /26 h/);
    }
    expect(await states()).toEqual(['planned', 'planned']);
    expect(sent()).toBe(0);
  });

  it('by half an hour finds a lost post all the same', async () => {
    await schedule(1);
    world.x.skew = -HOUR / 2;
    await toFirstSlot();
    world.x.next('POST /2/tweets', { kind: 'hangAfter' });
    await tick();
    world.now += MINUTE;
    await tick();
    expect(await states()).toEqual(['posted', 'planned']);
    expect(sent()).toBe(1);
  }, 30_000);
});
