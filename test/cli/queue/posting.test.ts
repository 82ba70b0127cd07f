// A draft that is posted now, and what keeps it from going out.
import { appendFileSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../run.js';
import {
  call,
  DRAFT,
  expectOneLine,
  HOUR,
  items,
  MINUTE,
  pathOf,
  post,
  run,
  save,
  savePicture,
  schedule,
  sent,
  signOut,
  states,
  tick,
  toFirstSlot,
  useWorld,
  VARIANTS,
  world,
} from './world.js';

useWorld();

describe('a draft that is posted now', () => {
  it('goes out once, and answers its URL', async () => {
    const { stdout, exitCode } = await post();
    expect(exitCode).toBe(0);
    expect(stdout).toBe(`Posted: https://x.com/i/status/${world.x.posts[0]?.id}\n`);
    expect(world.x.posts.map(({ text }) => text)).toEqual([DRAFT.trim()]);
  });

  it('is shown with its price before anything is asked, and a no posts nothing', async () => {
    const outcome = await call(['post', 'guide.md'], { typed: ['n'] });
    expect(outcome.stderr).toContain(DRAFT.trim());
    expect(outcome.stderr).toContain('Post this now for $0.20? [y/N]');
    expect([outcome.exitCode, sent()]).toEqual([0, 0]);
  });

  it('a second time is refused as the same post, in French as well', async () => {
    await post();
    const again = await post('--locale', 'fr');
    expect(again.exitCode).toBe(1);
    expect(again.stderr).toContain('trop proche d’un autre de vos posts');
    expect(sent()).toBe(1);
  });

  it('by hand costs nothing and needs no sign-in; record closes it', async () => {
    signOut();
    const { stdout, exitCode } = await post('--mode', 'remind');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('https://x.com/intent/tweet?text=Comment%20choisir');
    expect(await states()).toEqual(['reminded']);
    const id = ((BigInt(world.now - MINUTE) - 1_288_834_974_657n) << 22n).toString();
    world.now += MINUTE;
    expect((await run('record', `https://x.com/example/status/${id}`)).exitCode).toBe(0);
    expect(await states()).toEqual(['posted']);
  });
});

describe('no credentials', () => {
  it('a post says how to get some, or how to do without', async () => {
    signOut();
    const outcome = await post('--mode', 'api');
    expect(outcome.exitCode).toBe(77);
    expectOneLine(outcome, /tweetspan login/, /--mode remind/);
  });

  it('post and schedule go by hand where nobody says how, and by the program for those who are signed in', async () => {
    const signedIn = world.env;
    signOut();
    expect((await post()).stdout).toMatch(/^Open https:/);
    save('louer.md', `${VARIANTS[1] ?? ''}\n`);
    const alone = ['schedule', 'louer.md', '--yes', '--reposts', '1', '--dry-run', '--format', 'json'];
    expect((await run(...alone)).stdout).toContain('"remind"');
    world.env = signedIn;
    expect((await run(...alone)).stdout).toContain('"api"');
    expect((await items()).map(({ mode }) => mode)).toEqual(['remind']);
  });

  it('a plan by the API says at once that nobody is signed in', async () => {
    signOut();
    const { stderr, exitCode } = await schedule(1);
    expect(stderr).toMatch(/you are not signed in: run tweetspan login before the first slot/);
    expect(exitCode).toBe(0);
  });

  it('a scheduled item waits with its reason, and is missed by its policy, not lost', async () => {
    await schedule(1);
    await toFirstSlot();
    signOut();
    await tick();
    expect(await states()).toEqual(['planned: signed-out', 'planned']);
    world.now += 3 * HOUR;
    await tick();
    expect(await states()).toEqual(['missed: late', 'planned']);
  });
});

describe('a draft that is scheduled', () => {
  const queue = (text: string, ...more: readonly string[]): Promise<Outcome> => {
    save('guide.md', `${text}\n`);
    return run('schedule', 'guide.md', '--yes', ...more);
  };

  it('is refused as an answer to somebody, unless --force says otherwise, which is said aloud', async () => {
    const answer = '@example_ami Merci ! Tout est dans le guide https://example.org/guide';
    const refused = await queue(answer);
    expect(refused.stdout).toMatch(/! The draft answers somebody, .*--force/s);
    expect(refused.stdout).toContain('Nothing was queued');
    expect(refused.exitCode).toBe(1);
    const forced = await queue(answer, '--force', '--quiet');
    expect(forced.stdout).toContain('--force: planned although the draft answers somebody');
    expect(forced.stdout).toContain('Queued 1 post as item 1');
    expect(forced.exitCode).toBe(0);
  });

  it('is refused as the post of somebody else in the same way', async () => {
    expect((await queue('RT @example_ami: le guide https://example.org/guide')).stdout).toMatch(
      /! The draft repeats the post of somebody else/,
    );
  });

  it('is queued with a very low score, and that is said', async () => {
    const { stdout, exitCode } = await queue('truc machin chose https://example.org/guide');
    expect(stdout).toMatch(/Post 1: the text scores \d+ of 100; tweetspan lint shows what to fix\./);
    expect(exitCode).toBe(0);
    save('bon.md', DRAFT);
    expect((await run('schedule', 'bon.md', '--dry-run')).stdout).not.toContain('of 100;');
  });
});

describe('media', () => {
  it('that X would refuse is told before anything is asked or sent', async () => {
    // A PNG by its first bytes, and 6 MB of nothing.
    const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(6 * 1024 * 1024)]);
    save('large.png', picture);
    save('guide.md', `---\nmedia: [{ file: large.png, alt: "Le parc" }]\n---\n${DRAFT}`);
    const outcome = await post();
    expect(outcome.exitCode).toBe(1);
    expectOneLine(outcome, /large\.png/, /5 MB|MB/);
    expect(world.x.requests).toEqual([]);
  });

  it('that is gone at the slot refuses its item with the name of the file', async () => {
    savePicture();
    const planned = await schedule(1);
    expect(planned.exitCode).toBe(0);
    await toFirstSlot();
    rmSync(pathOf('parc.png'));
    const outcome = await tick();
    expectOneLine(outcome, /parc\.png/);
    expect((await states())[0]).toBe('refused: media-unreadable');
    // X's clock alone was looked at.
    expect(world.x.requests.map(({ endpoint }) => endpoint)).toEqual(['GET /2/openapi.json']);
  });

  it('that is another file by its slot is not sent in the place of the one that was shown', async () => {
    savePicture();
    await schedule(1);
    await toFirstSlot();
    appendFileSync(pathOf('parc.png'), 'another picture');
    const outcome = await tick();
    expectOneLine(outcome, /parc\.png/);
    expect((await states())[0]).toBe('refused: media-changed');
    expect(sent()).toBe(0);
  });
});

describe('a budget', () => {
  it('that is spent is told before a plan is queued', async () => {
    await run('budget', '--day', '0.1', '--month', '1');
    const outcome = await schedule(1);
    expect(outcome.exitCode).toBe(1);
    expect(outcome.stdout).toContain('$0.10');
    expect(outcome.stdout).toContain('Nothing was queued');
  });

  it('of $0.003 buys nothing, and is never passed', async () => {
    await schedule(1);
    await run('budget', '--day', '0.003', '--month', '0.003');
    await toFirstSlot();
    expectOneLine(await tick());
    expect(await states()).toEqual(['planned: budget', 'planned']);
    expect(sent()).toBe(0);
    const { stdout } = await run('budget', '--format', 'json');
    expect((JSON.parse(stdout) as { day: { spent: number } }).day.spent).toBeLessThanOrEqual(3);
  });

  it('that is spent later holds items back, with the reason', async () => {
    await schedule(1);
    await run('budget', '--day', '0', '--month', '0');
    await toFirstSlot();
    expect((await tick()).stderr).toMatch(/→ \w+, Mar \d+, 2026, \d\d:\d\d \(Europe\/Paris\)\n/);
    expect(await states()).toEqual(['planned: budget', 'planned']);
    expect(sent()).toBe(0);
    save('guide.md', 'Trois visites qui changent tout https://example.org/visites\n');
    const outcome = await post();
    expect(outcome.exitCode).toBe(75);
    expectOneLine(outcome, /tweetspan budget/, /--mode remind/);
  });
});
