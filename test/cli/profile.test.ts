import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchdManager } from '#cli/service/launchd.js';
import { withProfile } from '#cli/profile.js';
import { item, onQueue } from './queue-fixture.js';
import { runInProcess, worldOf } from './run.js';

const KEYS = {
  TWEETSPAN_APP_KEY: 'k'.repeat(25),
  TWEETSPAN_APP_SECRET: 's'.repeat(50),
  TWEETSPAN_ACCESS_TOKEN: `1700000001-${'t'.repeat(40)}`,
  TWEETSPAN_ACCESS_SECRET: 'a'.repeat(45),
};
const CONFIG = `profiles:
  press: { database: press.db, account: '@example_press' }
  club: { database: ~/club/history.db, credentials: club.json }
`;
const SIGNED_IN = (handle: string): string =>
  JSON.stringify({
    version: 1,
    kind: 'oauth1',
    appKey: 'k'.repeat(25),
    appSecret: 's'.repeat(50),
    accessToken: `1700000001-${'t'.repeat(40)}`,
    accessSecret: 'a'.repeat(45),
    account: { id: '1700000001', handle },
  });

let count = 0;
let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tweetspan-profile-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A home folder whose own configuration is this. */
function home(config = CONFIG): string {
  const folder = join(root, String((count += 1)));
  mkdirSync(join(folder, '.config/tweetspan'), { recursive: true });
  writeFileSync(join(folder, '.config/tweetspan/tweetspan.config.yaml'), config);
  return folder;
}

const call = (HOME: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runInProcess({ argv, cwd: HOME, env: { HOME, ...env }, uid: process.getuid?.() ?? 0 });
const chosen = async (HOME: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  withProfile(worldOf({ argv, cwd: HOME, env: { HOME, ...env } }).shell);

describe('a profile', () => {
  it('brings its own history and credentials, named or by default, each from the folder of the configuration', async () => {
    const HOME = home();
    const { env, profile } = await chosen(HOME, ['queue', '--profile', 'press'], { TWEETSPAN_DB: '/other.db' });
    expect(profile).toEqual({
      name: 'press',
      database: join(HOME, '.config/tweetspan/press.db'),
      credentials: join(HOME, '.config/tweetspan/profiles/press/credentials.json'),
      account: 'example_press',
    });
    expect(env).toMatchObject({ TWEETSPAN_DB: profile?.database, TWEETSPAN_CREDENTIALS: profile?.credentials });
    expect((await chosen(HOME, ['queue', '--profile=club'])).profile).toEqual({
      name: 'club',
      database: join(HOME, 'club/history.db'),
      credentials: join(HOME, '.config/tweetspan/club.json'),
    });
    const plain = await chosen(home('profiles: { plain: {} }\n'), ['queue', '--profile', 'plain']);
    expect(plain.profile?.database).toMatch(/\.local\/share\/tweetspan\/profiles\/plain\/history\.db$/);
  });

  it('is that of the option, else that of TWEETSPAN_PROFILE, else that of the configuration', async () => {
    const HOME = home(`${CONFIG}profile: press\n`);
    const env = { TWEETSPAN_PROFILE: 'club' };
    expect((await chosen(HOME, ['queue', '--profile', 'press'], env)).profile?.name).toBe('press');
    expect((await chosen(HOME, ['queue'], env)).profile?.name).toBe('club');
    expect((await chosen(HOME, ['queue'], { TWEETSPAN_PROFILE: '' })).profile?.name).toBe('press');
    expect((await call(HOME, ['queue'])).stderr).toContain('profile press (@example_press): ');
    expect((await chosen(home(), ['queue'])).profile).toBeUndefined();
    // What stands behind `--` is a file.
    expect((await chosen(HOME, ['lint', '--', '--profile', 'club'])).profile?.name).toBe('press');
  });

  it('leaves its history to --db', async () => {
    const HOME = home();
    const { stderr } = await call(HOME, ['queue', '--profile', 'press', '--db', 'given.db']);
    expect(stderr).toContain(`no queue yet (${HOME}/given.db)`);
  });

  it.each([
    ['prees', 'tweetspan: no profile "prees"; did you mean press?\n'],
    ['something', 'tweetspan: no profile "something"; yours: press, club\n'],
    ['', 'tweetspan: no profile ""; yours: press, club\n'],
    ['../press', 'tweetspan: no profile "../press"; yours: press, club\n'],
  ])('that is not configured, %j, is refused in one line', async (name, stderr) => {
    expect(await call(home(), ['queue', `--profile=${name}`])).toEqual({ stdout: '', stderr, exitCode: 2 });
  });

  it('is refused in French, and where there are none', async () => {
    expect((await call(home(), ['queue', '--profile', 'prees', '--locale', 'fr'])).stderr).toMatch(
      /pas de profil «\sprees\s»\s; vouliez-vous dire press\s\?/,
    );
    expect((await call(home('lang: fr\n'), ['queue', '--profile', 'press'])).stderr).toContain('add profiles to');
  });

  it('shares no file with another', async () => {
    for (const key of ['database', 'credentials']) {
      const HOME = home(`profiles: { a: { ${key}: ~/x }, b: { ${key}: ../../x } }\n`);
      const { stderr, exitCode } = await call(HOME, ['queue', '--profile', 'a']);
      expect({ stderr, exitCode }).toEqual({
        stderr: expect.stringMatching(/^tweetspan: profiles a and b have the same .*: give each its own\n$/),
        exitCode: 2,
      });
    }
  });

  it('reads no keys of the environment, and says so', async () => {
    const HOME = home();
    const { stdout, stderr, exitCode } = await call(HOME, ['whoami', '--profile', 'press'], KEYS);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 77 });
    expect(stderr).toContain('a profile uses its own credentials: TWEETSPAN_APP_KEY, ');
    // Without a profile they are used.
    expect((await chosen(HOME, ['whoami'], KEYS)).env).toMatchObject(KEYS);
  });

  it('reads the credentials of no other profile', async () => {
    const HOME = home();
    writeFileSync(join(HOME, '.config/tweetspan/club.json'), SIGNED_IN('example_club'), { mode: 0o600 });
    writeFileSync(join(HOME, '.config/tweetspan/credentials.json'), SIGNED_IN('example_plain'), { mode: 0o600 });
    expect((await call(HOME, ['whoami', '--profile', 'press'])).exitCode).toBe(77);
  });

  it('works on its own queue alone', async () => {
    const HOME = home();
    await onQueue(join(HOME, '.config/tweetspan/press.db'), (store) =>
      store.add([item('2026-03-04T18:00')], Date.UTC(2026, 2, 1)),
    );
    const press = await call(HOME, ['queue', '--profile', 'press', '--json']);
    expect(JSON.parse(press.stdout)).toMatchObject({ items: [{ id: 1 }] });
    expect(press.stderr).toBe(`tweetspan: profile press (@example_press): ${HOME}/.config/tweetspan/press.db\n`);
    expect((await call(HOME, ['queue', '--profile', 'club'])).stderr).toContain(
      `no queue yet (${HOME}/club/history.db)`,
    );
    expect((await call(HOME, ['queue'])).stderr).toContain('.local/share/tweetspan/history.db');
  });

  it('refuses to send by the sign-in of another account', async () => {
    const HOME = home();
    const credentials = join(HOME, '.config/tweetspan/profiles/press/credentials.json');
    mkdirSync(join(HOME, '.config/tweetspan/profiles/press'), { recursive: true });
    writeFileSync(credentials, SIGNED_IN('example_club'), { mode: 0o600 });
    await onQueue(join(HOME, '.config/tweetspan/press.db'), (store) =>
      store.add([item('2026-03-02T12:30', { mode: 'api' })], Date.UTC(2026, 2, 1)),
    );
    const { stderr, exitCode } = await call(HOME, ['run', '--once', '--profile', 'press']);
    expect({ stderr, exitCode }).toEqual({
      stderr: expect.stringContaining(
        'profile press is for @example_press, but its sign-in is that of @example_club: run tweetspan login --profile press',
      ),
      exitCode: 77,
    });
  });

  it('is in each line of the scheduler', async () => {
    const HOME = home();
    const fill = (time: string) =>
      onQueue(join(HOME, '.config/tweetspan/press.db'), (store) =>
        store.add([item(time, { gap: 0 })], Date.UTC(2026, 2, 1)),
      );
    await fill('2026-03-02T12:30');
    const text = await call(HOME, ['run', '--once', '--profile', 'press']);
    expect(text.stderr).toMatch(/^2026-03-02 \d\d:\d\d {2}\[press\] #1 /m);
    await fill('2026-03-02T12:40');
    const json = await call(HOME, ['run', '--once', '--profile', 'press', '--log', 'json']);
    const lines = json.stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatchObject({ profile: 'press' });
  });

  it('is no business of a configuration beside a draft', async () => {
    const HOME = home();
    const folder = join(HOME, 'repository');
    mkdirSync(join(folder, '.git'), { recursive: true });
    writeFileSync(join(folder, 'draft.md'), 'Le guide du logement https://example.org/a\n');
    for (const text of ['profile: press\n', 'profiles: { press: { credentials: stolen.json } }\n']) {
      writeFileSync(join(folder, 'tweetspan.config.yaml'), text);
      const { stderr, exitCode } = await runInProcess({ argv: ['lint', 'draft.md'], cwd: folder, env: { HOME } });
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/"profiles?" is read only from your own configuration/);
      expect((await chosen(HOME, ['queue', '--profile', 'press'])).profile?.credentials).toMatch(
        /press\/credentials\.json$/,
      );
    }
  });

  it.each([
    ['profiles: { "a b": {} }\n', 'must be a name of up to 32'],
    ['profiles: { press: { databse: x } }\n', 'did you mean database?'],
    ['profiles: { press: { account: "no handle" } }\n', 'must be a handle'],
    ['profiles: [press]\n', 'must contain keys'],
  ])('is checked: %j', async (config, message) => {
    const { stderr, exitCode } = await call(home(config), ['queue', '--profile', 'press']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('the service of a profile', () => {
  it('has a unit of its own, which names the profile and no file of it', async () => {
    const HOME = home();
    const answers = async () => ({ code: 0, stdout: '', stderr: '' });
    const argv = ['service', 'install', '--profile', 'press'];
    const { exitCode } = await runInProcess({ argv, cwd: HOME, env: { HOME }, run: answers });
    expect(exitCode).toBe(0);
    const unit = readFileSync(join(HOME, '.config/systemd/user/tweetspan-press.service'), 'utf8');
    expect(unit).toContain('"run" "--locale" "en" "--profile" "press"\n');
    expect(unit).not.toMatch(/TWEETSPAN_(?:DB|CREDENTIALS)/);
    expect(existsSync(join(HOME, '.config/systemd/user/tweetspan.service'))).toBe(false);
  });

  it('has an agent of its own on a Mac', async () => {
    const { profile, env } = await chosen(home(), ['service', '--profile', 'press']);
    const world = {
      env,
      platform: 'darwin',
      uid: 501,
      run: async () => ({ code: 0, stdout: '', stderr: '' }),
      wait: async () => undefined,
    };
    const manager = launchdManager({ ...world, ...(profile && { profile }) });
    expect(manager.file).toMatch(/LaunchAgents\/tweetspan\.run\.press\.plist$/);
    expect(manager.log).toMatch(/Logs\/tweetspan-press\.log$/);
    const plist = manager.render({
      node: '/node',
      script: '/tweetspan',
      options: ['--profile', 'press'],
      environment: {},
    });
    expect(plist).toContain('<string>tweetspan.run.press</string>');
  });
});
