import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engineUnderTest } from '../store/engine-under-test.js';
import { startFakeX, type FakeX } from '../x/server.js';
import { onQueue } from './queue-fixture.js';
import { runInProcess, type Outcome } from './run.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Monday 2026-03-02, 10:00 in Paris. */
const START = Date.UTC(2026, 2, 2, 9);

const DRAFT = 'Comment choisir son logement à Lyon sans se tromper ? https://example.org/guide #logement #Lyon\n';
const VARIANTS = [
  'Le bruit, la distance, les charges : trois pièges à éviter avant de signer https://example.org/guide #logement',
  'Visiter un appartement le soir change tout : notre liste de questions https://example.org/guide #Lyon',
  'Combien coûte vraiment un loyer à Lyon en 2026 ? Nos calculs https://example.org/guide #loyer #Lyon',
  'Déménager en mars coûte moins cher qu’en août : la preuve en chiffres https://example.org/guide #loyer',
];

let folder: string;
let now: number;
let x: FakeX;
let env: Record<string, string>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-queue-'));
  now = START;
  x = await startFakeX({ now: () => now, account: { id: '9000000000' } });
  const { appKey, appSecret, accessToken, accessSecret } = x.tokens;
  env = {
    HOME: folder,
    TZ: 'Europe/Paris',
    TWEETSPAN_X_URL: x.origin,
    TWEETSPAN_X_DEADLINE: '1000',
    TWEETSPAN_LOCK_WAIT: '50',
    TWEETSPAN_APP_KEY: appKey,
    TWEETSPAN_APP_SECRET: appSecret,
    TWEETSPAN_ACCESS_TOKEN: accessToken,
    TWEETSPAN_ACCESS_SECRET: accessSecret,
    TWEETSPAN_BEARER: x.bearer,
  };
  writeFileSync(join(folder, 'guide.md'), DRAFT);
});
afterEach(async () => {
  await x.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...argv: readonly string[]): Promise<Outcome> => runInProcess({ argv, cwd: folder, env, now });
const post = (...more: readonly string[]): Promise<Outcome> => run('post', 'guide.md', '--yes', ...more);
/** Schedules the draft and so many variants, one each day at noon. */
const schedule = (reposts: number, ...more: readonly string[]): Promise<Outcome> => {
  const media = existsSync(join(folder, 'parc.png')) ? 'media: [{ file: parc.png, alt: "Le parc" }]\n' : '';
  const variants = VARIANTS.slice(0, reposts).map((text) => `    - "${text}"`);
  writeFileSync(join(folder, 'guide.md'), `---\n${media}campaign:\n  variants:\n${variants.join('\n')}\n---\n${DRAFT}`);
  const argv = [
    'schedule',
    'guide.md',
    '--mode',
    'api',
    '--yes',
    '--reposts',
    String(reposts),
    '--window',
    '12:00-12:30',
  ];
  return run(...argv, ...more);
};
const tick = async (): Promise<Outcome> => run('run', '--once');
/** Each item's state and the code of its reason. */
const states = async (): Promise<string[]> => {
  const { stdout } = await run('queue', '--all', '--format', 'json');
  const { items } = JSON.parse(stdout) as { items: { state: string; reason: { code: string } | null }[] };
  return items.map(({ state, reason }) => (reason === null ? state : `${state}: ${reason.code}`));
};
/** Lets time pass until the first item's slot. */
const toFirstSlot = async (): Promise<void> => {
  const { stdout } = await run('queue', '--all', '--format', 'json');
  const { items } = JSON.parse(stdout) as { items: { dueAt: string }[] };
  now = Math.min(...items.map(({ dueAt }) => Date.parse(dueAt)));
};
const sent = (): number => x.requests.filter(({ endpoint }) => endpoint === 'POST /2/tweets').length;

/** What a fault must be: a line or two on what it is and what to do, without a stack or a secret. */
function expectOneLine({ stderr }: Outcome, ...words: readonly RegExp[]): void {
  for (const word of words) expect(stderr).toMatch(word);
  expect(stderr).not.toMatch(/\n\s+at |undefined|internal error/);
  for (const secret of Object.values(x.tokens)) expect(stderr).not.toContain(secret);
}

describe('a draft that is posted now', () => {
  it('goes out once, and answers its URL', async () => {
    const { stdout, exitCode } = await post();
    expect(exitCode).toBe(0);
    expect(stdout).toBe(`Posted: https://x.com/i/status/${x.posts[0]?.id}\n`);
    expect(x.posts.map(({ text }) => text)).toEqual([DRAFT.trim()]);
  });

  it('is shown with its price before anything is asked, and a no posts nothing', async () => {
    const outcome = await runInProcess({ argv: ['post', 'guide.md'], cwd: folder, env, now, typed: ['n'] });
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
    env = { HOME: folder, TZ: 'Europe/Paris' };
    const { stdout, exitCode } = await post('--mode', 'remind');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('https://x.com/intent/tweet?text=Comment%20choisir');
    expect(await states()).toEqual(['reminded']);
    const id = ((BigInt(now - MINUTE) - 1_288_834_974_657n) << 22n).toString();
    now += MINUTE;
    expect((await run('record', `https://x.com/example/status/${id}`)).exitCode).toBe(0);
    expect(await states()).toEqual(['posted']);
  });
});

describe('no credentials', () => {
  it('a post says how to get some, or how to do without', async () => {
    env = { HOME: folder, TZ: 'Europe/Paris' };
    const outcome = await post('--mode', 'api');
    expect(outcome.exitCode).toBe(77);
    expectOneLine(outcome, /tweetspan login/, /--mode remind/);
  });

  it('post and schedule go by hand where nobody says how, and by the program for those who are signed in', async () => {
    const modes = async (): Promise<string[]> => {
      const { stdout } = await run('queue', '--all', '--format', 'json');
      return (JSON.parse(stdout) as { items: { mode: string }[] }).items.map(({ mode }) => mode);
    };
    const signedIn = env;
    env = { HOME: folder, TZ: 'Europe/Paris' };
    expect((await post()).stdout).toMatch(/^Open https:/);
    writeFileSync(join(folder, 'louer.md'), `${VARIANTS[1] ?? ''}\n`);
    const alone = ['schedule', 'louer.md', '--yes', '--reposts', '1', '--dry-run', '--format', 'json'];
    expect((await run(...alone)).stdout).toContain('"remind"');
    env = signedIn;
    expect((await run(...alone)).stdout).toContain('"api"');
    expect(await modes()).toEqual(['remind']);
  });

  it('a plan by the API says at once that nobody is signed in', async () => {
    env = { HOME: folder, TZ: 'Europe/Paris' };
    const { stderr, exitCode } = await schedule(1);
    expect(stderr).toMatch(/you are not signed in: run tweetspan login before the first slot/);
    expect(exitCode).toBe(0);
  });

  it('a scheduled item waits with its reason, and is missed by its policy, not lost', async () => {
    await schedule(1);
    await toFirstSlot();
    env = { HOME: folder, TZ: 'Europe/Paris' };
    await tick();
    expect(await states()).toEqual(['planned: signed-out', 'planned']);
    now += 3 * HOUR;
    await tick();
    expect(await states()).toEqual(['missed: late', 'planned']);
  });
});

describe('what X says of the account', () => {
  it.each([
    ['a revoked token', { kind: 'unauthorized401' }, 'unauthorized', /revoked|outage/],
    ['an app that may not write', { kind: 'readOnly403' }, 'read-only-app', /write/],
    ['an app that is not enrolled', { kind: 'notEnrolled403' }, 'not-enrolled', /Console/],
    ['no credits left', { kind: 'credits402' }, 'no-credits', /credits/],
  ] as const)('%s stops the queue; nothing is on X, and the item stays planned', async (_, fault, code, words) => {
    await schedule(1);
    await toFirstSlot();
    x.next('POST /2/tweets', fault);
    const outcome = await tick();
    expectOneLine(outcome, words);
    expect(await states()).toEqual([`planned: ${code}`, 'planned']);
    expect(x.posts).toEqual([]);
    now += MINUTE;
    await tick();
    // Stopped: X is not asked again.
    expect(sent()).toBe(1);
    const { stdout } = await run('budget', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ spent: [] });
  });
});

describe('media', () => {
  it('that X would refuse is told before anything is asked or sent', async () => {
    // A PNG by its first bytes, and 6 MB of nothing.
    const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(6 * 1024 * 1024)]);
    writeFileSync(join(folder, 'large.png'), picture);
    writeFileSync(join(folder, 'guide.md'), `---\nmedia: [{ file: large.png, alt: "Le parc" }]\n---\n${DRAFT}`);
    const outcome = await post();
    expect(outcome.exitCode).toBe(1);
    expectOneLine(outcome, /large\.png/, /5 MB|MB/);
    expect(x.requests).toEqual([]);
  });

  it('that is gone at the slot refuses its item with the name of the file', async () => {
    copyFileSync('fixtures/drafts/media/small.png', join(folder, 'parc.png'));
    const planned = await schedule(1);
    expect(planned.exitCode).toBe(0);
    await toFirstSlot();
    rmSync(join(folder, 'parc.png'));
    const outcome = await tick();
    expectOneLine(outcome, /parc\.png/);
    expect((await states())[0]).toBe('refused: media-unreadable');
    // X's clock alone was looked at.
    expect(x.requests.map(({ endpoint }) => endpoint)).toEqual(['GET /2/openapi.json']);
  });

  it('that is another file by its slot is not sent in the place of the one that was shown', async () => {
    copyFileSync('fixtures/drafts/media/small.png', join(folder, 'parc.png'));
    await schedule(1);
    await toFirstSlot();
    appendFileSync(join(folder, 'parc.png'), 'another picture');
    const outcome = await tick();
    expectOneLine(outcome, /parc\.png/);
    expect((await states())[0]).toBe('refused: media-changed');
    expect(sent()).toBe(0);
  });
});

describe('keys of another account', () => {
  it('send nothing that was planned for the first, which goes out by its own', async () => {
    await schedule(1);
    const own = env;
    env = { ...env, TWEETSPAN_ACCESS_TOKEN: `9000000001-${x.tokens.accessToken.split('-').slice(1).join('-')}` };
    await toFirstSlot();
    const other = await tick();
    expect(other.exitCode).toBe(77);
    expectOneLine(other, /another account/, /tweetspan login/);
    expect(sent()).toBe(0);
    env = own;
    now += MINUTE;
    await tick();
    expect(await states()).toEqual(['posted', 'planned']);
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
    await tick();
    expect(await states()).toEqual(['planned: budget', 'planned']);
    expect(sent()).toBe(0);
    writeFileSync(join(folder, 'guide.md'), 'Trois visites qui changent tout https://example.org/visites\n');
    const outcome = await post();
    expect(outcome.exitCode).toBe(75);
    expectOneLine(outcome, /tweetspan budget/, /--mode remind/);
  });
});

describe('a database that another program holds', () => {
  it('is told in one line with exit 75, and the item goes out a minute later', async () => {
    await schedule(1);
    await toFirstSlot();
    const other = (await engineUnderTest()).open(join(folder, '.local/share/tweetspan/history.db'));
    other.exec('BEGIN EXCLUSIVE');
    const outcome = await tick();
    expect(outcome.exitCode).toBe(75);
    expectOneLine(outcome, /another program is writing/);
    other.exec('ROLLBACK');
    other.close();
    now += MINUTE;
    expect((await tick()).exitCode).toBe(0);
    expect([await states(), sent()]).toEqual([['posted', 'planned'], 1]);
  });

  it('a copy made meanwhile disturbs nothing', async () => {
    await schedule(1);
    await toFirstSlot();
    const [copied, ticked] = await Promise.all([run('backup', join(folder, 'copy.db')), tick()]);
    expect([copied.exitCode, ticked.exitCode, sent()]).toEqual([0, 0, 1]);
  });
});

describe('a laptop that slept for three days with five items due', () => {
  it('posts none of them in a burst: each is missed with its reason, or goes out by its policy', async () => {
    await schedule(4, '--gap', '12h', '--window', '00:00-24:00');
    now = START + 9 * DAY;
    await tick();
    expect(await states()).toEqual(['missed: late', 'missed: late', 'missed: late', 'missed: late', 'missed: late']);
    expect(sent()).toBe(0);
  });

  it('with next-slot each is moved to a later day of its own', async () => {
    await schedule(4, '--gap', '12h', '--window', '00:00-24:00', '--if-missed', 'next-slot');
    now = START + 9 * DAY;
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
    x.skew = -5 * HOUR;
    await toFirstSlot();
    const held = await tick();
    expect(held.exitCode).toBe(75);
    expect(held.stderr).toContain('+5 h');
    expect(await states()).toEqual(['planned', 'planned']);
    x.skew = 0;
    now += MINUTE;
    expect((await tick()).exitCode).toBe(0);
    expect(await states()).toEqual(['posted', 'planned']);
  });

  it('by 26 hours, in either direction, drops nothing and says what to do', async () => {
    await schedule(1);
    for (const skew of [-26 * HOUR, 26 * HOUR]) {
      await toFirstSlot();
      x.skew = skew;
      const held = await tick();
      expect(held.exitCode).toBe(75);
      expectOneLine(held, /clock is wrong: set it/, /26 h/);
    }
    expect(await states()).toEqual(['planned', 'planned']);
    expect(sent()).toBe(0);
  });

  it('by half an hour finds a lost post all the same', async () => {
    await schedule(1);
    x.skew = -HOUR / 2;
    await toFirstSlot();
    x.next('POST /2/tweets', { kind: 'hangAfter' });
    await tick();
    now += MINUTE;
    await tick();
    expect(await states()).toEqual(['posted', 'planned']);
    expect(sent()).toBe(1);
  }, 30_000);
});

describe('two fields of names', () => {
  it.each(['old', 'new'] as const)('the %s ones of X are read alike', async (names) => {
    await x.close();
    x = await startFakeX({ now: () => now, account: { id: '9000000000' }, names });
    env = { ...env, TWEETSPAN_X_URL: x.origin };
    await post();
    now += 20 * MINUTE;
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
    env = { HOME: folder, TZ: 'Europe/Paris' };
    const outcome = await run('keywords', 'count', 'logement');
    expect(outcome.exitCode).toBe(77);
    expectOneLine(outcome, /login --bearer/);
  });
});

describe('what was posted by other hands', () => {
  it('is read by sync, what is gone is marked, and neither is paid twice a day', async () => {
    const kept = x.add('Trois quartiers où l’on dort bien https://example.org/quartiers', START - DAY);
    const lost = x.add('Une erreur de chiffre https://example.org/erreur', START - DAY - HOUR);
    expect((await run('sync')).stdout).toBe('2 posts read, 2 new · cost $0.01\n');
    x.delete(lost.id);
    now += HOUR;
    expect((await run('sync')).stdout).toBe('1 post read, 0 new · 1 gone from X · cost $0.00\n');
    const { stdout } = await run('posts', '--gone', '--format', 'json');
    expect(stdout).toContain(lost.id);
    expect(stdout).not.toContain(kept.id);
  });

  it('is read for less where the app is the account’s own', async () => {
    mkdirSync(join(folder, '.config/tweetspan'), { recursive: true });
    writeFileSync(join(folder, '.config/tweetspan/tweetspan.config.json'), '{ "x": { "ownApp": true } }');
    x.add('Trois quartiers où l’on dort bien https://example.org/quartiers', START - DAY);
    expect((await run('sync')).stdout).toBe('1 post read, 1 new · cost $0.001\n');
  });

  it('that a cap has no room for is not read', async () => {
    x.add('Trois quartiers où l’on dort bien https://example.org/quartiers', START - DAY);
    await run('budget', '--day', '0.004');
    const { exitCode, stderr } = await run('sync');
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 75, stderr: expect.stringMatching(/budget/) as string });
  });

  it('and not by this account, is refused by record, whatever site its address was copied from', async () => {
    const own = x.add('Trois quartiers où l’on dort bien https://example.org/quartiers', START - DAY);
    await run('sync');
    await onQueue(join(folder, '.local/share/tweetspan/history.db'), (store) =>
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
    const own = x.add('Trois quartiers où l’on dort bien https://example.org/quartiers', START - DAY);
    env = { HOME: folder };
    const { stdout } = await run('record', `https://x.com/i/status/${own.id}`, '--text', 'x');
    expect(stdout).toBe(
      'The post is in your history; its counters are not tracked, as you are not signed in (tweetspan login)\n',
    );
  });

  it('an own post is reposted as it is for a fraction, and only an own one', async () => {
    const own = x.add('Trois quartiers où l’on dort bien https://example.org/quartiers', START - DAY);
    await run('sync');
    const done = await run('repost', `https://x.com/example/status/${own.id}`, '--yes');
    expect(done).toEqual({ exitCode: 0, stderr: '', stdout: `Reposted: https://x.com/i/status/${own.id}\n` });
    const other = await run('repost', 'https://x.com/example_other/status/1790000000000000123', '--yes');
    expect(other.exitCode).toBe(2);
    expectOneLine(other, /only your own posts/);
  });
});
