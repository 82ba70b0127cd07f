// What is read from X: own posts, counted words, and documents about them.
import { mkdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { startFakeX } from '../../x/server.js';
import { onQueue } from '../queue-fixture.js';
import {
  DAY,
  expectOneLine,
  HOUR,
  MINUTE,
  pathOf,
  post,
  run,
  save,
  signOut,
  START,
  tick,
  useWorld,
  world,
} from './world.js';

useWorld();

describe('two fields of names', () => {
  it.each(['old', 'new'] as const)('the %s ones of X are read alike', async (names) => {
    await world.x.close();
    world.x = await startFakeX({ now: () => world.now, account: { id: '9000000000' }, names });
    world.env = { ...world.env, TWEETSPAN_X_URL: world.x.origin };
    await post();
    world.now += 20 * MINUTE;
    await tick();
    const { stdout } = await run('posts', '--format', 'json');
    const { posts } = JSON.parse(stdout) as { posts: { counters?: Record<string, number> }[] };
    expect(posts).toHaveLength(1);
    expect(JSON.stringify(posts[0])).toMatch(/"likes":\s*\d+/);
    expect(JSON.stringify(posts[0])).toMatch(/"reposts":\s*\d+/);
  });
});

describe('JSON on standard output is what its schema in the package says', () => {
  it.each([
    ['post', ['post', 'guide.md', '--yes']],
    ['post', ['post', 'guide.md', '--yes', '--mode', 'remind']],
    ['sync', ['sync']],
    ['keywords-count', ['keywords', 'count', 'logement', 'prix du loyer', '--language', 'fr']],
  ])('%s: %j', async (name, argv) => {
    const schema = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object;
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
    validate(JSON.parse((await run(...argv, '--format', 'json')).stdout));
    expect(validate.errors).toBeNull();
  });
});

describe('words counted on X', () => {
  it('become figures of demand, at the price that is told', async () => {
    const counted = await run('keywords', 'count', 'logement');
    expect(counted.stdout).toMatch(/^logement {2}\d+ posts in 7 days\ncost \$0\.005\n$/);
    expect((await run('keywords', 'list')).stdout).toContain('logement');
  });

  it('need the app’s own token, and say how to give it', async () => {
    signOut();
    const outcome = await run('keywords', 'count', 'logement');
    expect(outcome.exitCode).toBe(77);
    expectOneLine(outcome, /login --bearer/);
  });
});

describe('what was posted by other hands', () => {
  it('is read by sync, what is gone is marked, and neither is paid twice a day', async () => {
    const kept = world.x.add('Trois quartiers où l’on dort bien https://example.org/quartiers', START - DAY);
    const lost = world.x.add('Une erreur de chiffre https://example.org/erreur', START - DAY - HOUR);
    expect((await run('sync')).stdout).toBe('2 posts read, 2 new · cost $0.01\n');
    world.x.delete(lost.id);
    world.now += HOUR;
    expect((await run('sync')).stdout).toBe('1 post read, 0 new · 1 gone from X · cost $0.00\n');
    const { stdout } = await run('posts', '--gone', '--format', 'json');
    expect(stdout).toContain(lost.id);
    expect(stdout).not.toContain(kept.id);
  });

  it('is read for less where the app is the account’s own', async () => {
    mkdirSync(pathOf('.config/tweetspan'), { recursive: true });
    save('.config/tweetspan/tweetspan.config.json', '{ "x": { "ownApp": true } }');
    world.x.add('Trois quartiers où l’on dort bien https://example.org/quartiers', START - DAY);
    expect((await run('sync')).stdout).toBe('1 post read, 1 new · cost $0.001\n');
  });

  it('that a cap has no room for is not read', async () => {
    world.x.add('Trois quartiers où l’on dort bien https://example.org/quartiers', START - DAY);
    await run('budget', '--day', '0.004');
    const { exitCode, stderr } = await run('sync');
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 75, stderr: expect.stringMatching(/budget/) as string });
  });

  it('and not by this account, is refused by record, whatever site its address was copied from', async () => {
    const own = world.x.add('Trois quartiers où l’on dort bien https://example.org/quartiers', START - DAY);
    await run('sync');
    await onQueue(pathOf('.local/share/tweetspan/history.db'), (store) =>
      store.setFact('account', JSON.stringify({ id: '9000000000', handle: 'Example' })),
    );
    for (const host of ['x.com', 'mobile.twitter.com', 'fxtwitter.com', 'nitter.net']) {
      const other = await run('record', `https://${host}/example_other/status/${own.id}`, '--text', 'x');
      expect(other.exitCode).toBe(2);
      expectOneLine(
        other,
        /a post of @example_other, and your history is that of @example: record only your own posts/,
      );
    }
    const done = await run('record', `https://nitter.net/Example/status/${own.id}`, '--text', 'x');
    expect(done.stdout).toBe(
      'The post was already in your history; its counters are tracked while tweetspan run is working\n',
    );
  });

  it('promises no counters to those who are not signed in', async () => {
    const own = world.x.add('Trois quartiers où l’on dort bien https://example.org/quartiers', START - DAY);
    world.env = { HOME: world.folder };
    const { stdout } = await run('record', `https://x.com/i/status/${own.id}`, '--text', 'x');
    expect(stdout).toBe(
      'The post is in your history; its counters are not tracked, as you are not signed in (tweetspan login)\n',
    );
  });

  it('an own post is reposted as it is for a fraction, and only an own one', async () => {
    const own = world.x.add('Trois quartiers où l’on dort bien https://example.org/quartiers', START - DAY);
    await run('sync');
    const done = await run('repost', `https://x.com/example/status/${own.id}`, '--yes');
    expect(done).toEqual({ exitCode: 0, stderr: '', stdout: `Reposted: https://x.com/i/status/${own.id}\n` });
    const other = await run('repost', 'https://x.com/example_other/status/1790000000000000123', '--yes');
    expect(other.exitCode).toBe(2);
    expectOneLine(other, /only your own posts/);
  });
});
