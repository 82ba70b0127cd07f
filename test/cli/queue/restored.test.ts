import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeX, type FakeX } from '../../x/server.js';
import { runInProcess, type Outcome } from '../run.js';

const MINUTE = 60_000;
/** Monday 2026-03-02, 10:00 in Paris. */
const START = Date.UTC(2026, 2, 2, 9);

const DRAFT = `---
campaign:
  variants:
    - "Visiter un appartement le soir change tout : notre liste de questions https://example.org/guide #Lyon"
---
Comment choisir son logement à Lyon sans se tromper ? https://example.org/guide #logement #Lyon
`;

let folder: string;
let now: number;
let x: FakeX;
let env: Record<string, string>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-restored-'));
  now = START;
  x = await startFakeX({ now: () => now, account: { id: '9000000000' } });
  const { appKey, appSecret, accessToken, accessSecret } = x.tokens;
  env = {
    HOME: folder,
    TZ: 'Europe/Paris',
    TWEETSPAN_DB: join(folder, 'history.db'),
    TWEETSPAN_X_URL: x.origin,
    TWEETSPAN_X_DEADLINE: '1000',
    TWEETSPAN_APP_KEY: appKey,
    TWEETSPAN_APP_SECRET: appSecret,
    TWEETSPAN_ACCESS_TOKEN: accessToken,
    TWEETSPAN_ACCESS_SECRET: accessSecret,
  };
  writeFileSync(join(folder, 'guide.md'), DRAFT);
});
afterEach(async () => {
  await x.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...argv: readonly string[]): Promise<Outcome> => runInProcess({ argv, cwd: folder, env, now });
const tick = (): Promise<Outcome> => run('run', '--once');
const sent = (): number => x.requests.filter(({ endpoint }) => endpoint === 'POST /2/tweets').length;

interface Listed {
  readonly items: readonly { readonly state: string; readonly dueAt: string }[];
  readonly stopped: { readonly code: string } | null;
}
const list = async (): Promise<Listed> =>
  JSON.parse((await run('queue', '--all', '--format', 'json')).stdout) as Listed;
const states = async (): Promise<string[]> => (await list()).items.map(({ state }) => state);

/** Plans two posts, keeps a backup, and sends the first. */
async function planBackUpAndPost(): Promise<void> {
  await run('schedule', 'guide.md', '--mode', 'api', '--yes', '--reposts', '1', '--window', '12:00-12:30');
  await run('backup', 'backup.db');
  const { items } = await list();
  now = Math.min(...items.map(({ dueAt }) => Date.parse(dueAt)));
  expect((await tick()).exitCode).toBe(0);
  expect(await states()).toEqual(['posted', 'planned']);
  now += 20 * MINUTE;
}

const putBack = (): void => {
  for (const end of ['-wal', '-shm']) rmSync(join(folder, `history.db${end}`), { force: true });
  copyFileSync(join(folder, 'backup.db'), join(folder, 'history.db'));
};

describe('a history that was put back from a backup', () => {
  it('sends nothing again: what is on X is found there, and the queue goes on by itself', async () => {
    await planBackUpAndPost();
    putBack();
    expect(await states()).toEqual(['planned', 'planned']);
    expect((await tick()).exitCode).toBe(0);
    expect(await states()).toEqual(['posted', 'planned']);
    expect(sent()).toBe(1);
    now = Math.max(...(await list()).items.map(({ dueAt }) => Date.parse(dueAt)));
    await tick();
    expect(await states()).toEqual(['posted', 'posted']);
    expect(sent()).toBe(2);
  });

  it('stays paused as long as its timeline cannot be read', async () => {
    await planBackUpAndPost();
    putBack();
    x.next('GET /2/users/:id/tweets', { kind: 'html503' });
    expect((await tick()).exitCode).toBe(75);
    expect((await list()).stopped?.code).toBe('restored');
    now += MINUTE;
    expect((await tick()).exitCode).toBe(0);
    expect(await states()).toEqual(['posted', 'planned']);
    expect(sent()).toBe(1);
  });

  it('is refused by post as well', async () => {
    await planBackUpAndPost();
    putBack();
    writeFileSync(
      join(folder, 'other.md'),
      'Le bruit, la distance : deux pièges https://example.org/pieges #logement\n',
    );
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
    expect((await run('queue', 'resume')).exitCode).toBe(0);
    expect((await tick()).exitCode).toBe(0);
    expect(await states()).toEqual(['posted', 'planned']);
    expect(sent()).toBe(1);
  });

  it('restore takes no file that is no history', async () => {
    await planBackUpAndPost();
    writeFileSync(join(folder, 'broken.db'), 'not a database at all, and long enough to be looked at '.repeat(40));
    const outcome = await run('restore', 'broken.db');
    expect(outcome.exitCode).toBe(2);
    expect(await states()).toEqual(['posted', 'planned']);
  });
});

describe('a history that came from another machine', () => {
  it('sends nothing until a person adopts it, and then nothing again', async () => {
    await planBackUpAndPost();
    const other = join(folder, 'other-home');
    mkdirSync(other);
    env = { ...env, HOME: other, TWEETSPAN_DB: join(folder, 'backup.db') };
    const held = await tick();
    expect(held.exitCode).toBe(75);
    expect(held.stderr).toContain('tweetspan queue adopt');
    expect(await states()).toEqual(['planned', 'planned']);
    const adopted = await run('queue', 'adopt');
    expect(adopted.exitCode).toBe(0);
    expect((await tick()).exitCode).toBe(0);
    expect(await states()).toEqual(['posted', 'planned']);
    expect(sent()).toBe(1);
  });
});

describe('keys of another account', () => {
  it('send nothing of what was planned for the first', async () => {
    await run('schedule', 'guide.md', '--mode', 'api', '--yes', '--reposts', '1', '--window', '12:00-12:30');
    env = { ...env, TWEETSPAN_ACCESS_TOKEN: '8000000000-another' };
    const { items } = await list();
    now = Math.min(...items.map(({ dueAt }) => Date.parse(dueAt)));
    const outcome = await tick();
    expect(outcome.exitCode).toBe(77);
    expect(outcome.stderr).toContain('another account');
    expect(sent()).toBe(0);
  });
});
