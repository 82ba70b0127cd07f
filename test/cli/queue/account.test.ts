// What X says of the account, and keys of another one.
import { describe, expect, it } from 'vitest';
import { expectOneLine, MINUTE, run, schedule, sent, states, tick, toFirstSlot, useWorld, world } from './world.js';

useWorld();

describe('what X says of the account', () => {
  it.each([
    ['a revoked token', { kind: 'unauthorized401' }, 'unauthorized', /revoked|outage/],
    ['an app that may not write', { kind: 'readOnly403' }, 'read-only-app', /write/],
    ['an app that is not enrolled', { kind: 'notEnrolled403' }, 'not-enrolled', /Console/],
    ['no credits left', { kind: 'credits402' }, 'no-credits', /credits/],
  ] as const)('%s stops the queue; nothing is on X, and the item stays planned', async (_, fault, code, words) => {
    await schedule(1);
    await toFirstSlot();
    world.x.next('POST /2/tweets', fault);
    const outcome = await tick();
    expectOneLine(outcome, words);
    expect(await states()).toEqual([`planned: ${code}`, 'planned']);
    expect(world.x.posts).toEqual([]);
    world.now += MINUTE;
    await tick();
    // Stopped: X is not asked again.
    expect(sent()).toBe(1);
    const { stdout } = await run('budget', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ spent: [] });
  });
});

describe('a pause that ends by itself', () => {
  it('says until when, on the clock of this machine', async () => {
    await schedule(1);
    await toFirstSlot();
    world.x.next('POST /2/tweets', { kind: 'unauthorized401' });
    const outcome = await tick();
    expect(outcome.exitCode).toBe(77);
    expectOneLine(
      outcome,
      /the queue is paused until \w+, Mar \d+, 2026, 1\d:\d\d \(Europe\/Paris\) \(.*\); tweetspan queue resume restarts it sooner/,
    );
  });
});

describe('keys of another account', () => {
  it('send nothing that was planned for the first, which goes out by its own', async () => {
    await schedule(1);
    const own = world.env;
    world.env = {
      ...world.env,
      TWEETSPAN_ACCESS_TOKEN: `9000000001-${world.x.tokens.accessToken.split('-').slice(1).join('-')}`,
    };
    await toFirstSlot();
    const other = await tick();
    expect(other.exitCode).toBe(77);
    expectOneLine(other, /another account/, /tweetspan login/);
    expect(sent()).toBe(0);
    world.env = own;
    world.now += MINUTE;
    await tick();
    expect(await states()).toEqual(['posted', 'planned']);
  });
});
