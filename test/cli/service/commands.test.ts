import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchdManager } from '#cli/service/launchd.js';
import type { Shell } from '#cli/shell.js';
import { onQueue } from '../queue-fixture.js';
import { runInProcess, type Outcome } from '../run.js';

type Answer = { readonly code?: number | null; readonly stdout?: string; readonly stderr?: string };

let home: string;
let calls: string[];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tweetspan-service-'));
  calls = [];
});
afterEach(() => rmSync(home, { recursive: true }));

/** A manager that succeeds, but for the calls that begin like this. */
const manager =
  (answers: Readonly<Record<string, Answer>> = {}): Shell['run'] =>
  async (command, args) => {
    const call = [command, ...args].join(' ').replaceAll(home, '~');
    calls.push(call);
    const [, answer = {}] = Object.entries(answers).find(([beginning]) => call.startsWith(beginning)) ?? [];
    return { code: 0, stdout: '', stderr: '', ...answer };
  };

const call = (
  line: string,
  {
    run = manager(),
    platform = 'linux',
    env = {},
  }: { run?: Shell['run']; platform?: string; env?: Record<string, string> } = {},
): Promise<Outcome> =>
  runInProcess({ argv: ['service', ...line.split(' ')], cwd: home, env: { HOME: home, ...env }, platform, run });

/** What a call answered, with `~` for the folder of its user. */
const shown = ({ stdout }: Outcome): string => stdout.replaceAll(home, '~');

const unitFile = (): string => join(home, '.config/systemd/user/tweetspan.service');
const agentFile = (): string => join(home, 'Library/LaunchAgents/tweetspan.run.plist');

describe('service with systemd', () => {
  it('install writes the unit, has it read, started and started at each log-in', async () => {
    const outcome = await call('install --db my.db');
    expect(outcome).toMatchObject({ stderr: '', exitCode: 0 });
    expect(readFileSync(unitFile(), 'utf8')).toContain(
      `ExecStart="/usr/bin/node" "/usr/local/bin/tweetspan" "run" "--locale" "en" "--db" "${home}/my.db"\n`,
    );
    expect(statSync(unitFile()).mode & 0o777).toBe(0o644);
    expect(readdirSync(join(home, '.config/systemd/user'))).toEqual(['tweetspan.service']);
    expect(calls).toEqual([
      'systemctl --user show --property=Version',
      'systemctl --user daemon-reload',
      'systemctl --user enable --now tweetspan.service',
      'loginctl show-user 501 --property=Linger',
    ]);
    expect(shown(outcome)).toBe(
      [
        'Wrote ~/.config/systemd/user/tweetspan.service',
        'The service is running now, and starts whenever you log in.',
        'To keep it running while you are logged out: loginctl enable-linger',
        'Log: journalctl --user --unit tweetspan.service',
        '',
      ].join('\n'),
    );
  });

  it('install a second time puts the new unit in place of the old one, and the new daemon', async () => {
    await call('install --db old.db');
    calls = [];
    const outcome = await call('install --db new.db --locale fr');
    expect(readFileSync(unitFile(), 'utf8')).toContain(`"--db" "${home}/new.db"`);
    expect(calls.slice(1)).toEqual([
      'systemctl --user daemon-reload',
      'systemctl --user enable tweetspan.service',
      'systemctl --user restart tweetspan.service',
      'loginctl show-user 501 --property=Linger',
    ]);
    expect(shown(outcome)).toMatch(/^~\/\.config\/systemd\/user\/tweetspan\.service est mis à jour\nLe service tourne/);
  });

  it('keeps a unit that is a link to a file kept elsewhere', async () => {
    await call('install');
    rmSync(unitFile());
    const kept = join(home, 'kept.service');
    writeFileSync(kept, 'old');
    symlinkSync(kept, unitFile());
    await call('install');
    expect(readFileSync(kept, 'utf8')).toContain('ExecStart=');
  });

  it('follows the folder of the configuration', async () => {
    await call('install', { env: { XDG_CONFIG_HOME: join(home, 'conf') } });
    expect(readFileSync(join(home, 'conf/systemd/user/tweetspan.service'), 'utf8')).toContain(
      `Environment="XDG_CONFIG_HOME=${home}/conf"\n`,
    );
  });

  it('says in its own words what systemd refuses, and where the file is then', async () => {
    const run = manager({
      'systemctl --user enable': { code: 1, stderr: 'Failed to enable unit: Unit is masked\nmore\n' },
    });
    const outcome = await call('install', { run });
    expect(outcome).toMatchObject({ exitCode: 1 });
    expect(shown(outcome)).toBe('Wrote ~/.config/systemd/user/tweetspan.service\n');
    expect(outcome.stderr).toBe(
      'tweetspan: systemctl --user enable --now tweetspan.service: Failed to enable unit: Unit is masked; fix that, then try again\n',
    );
  });

  it('install names the keys that only this shell has, and puts them into no file', async () => {
    const env = { TWEETSPAN_APP_KEY: 'secret-key', TWEETSPAN_APP_SECRET: 'secret', HTTPS_PROXY: 'http://me:pw@p:1' };
    const { stderr, exitCode } = await call('install', { env });
    expect(stderr).toBe(
      'tweetspan: TWEETSPAN_APP_KEY and TWEETSPAN_APP_SECRET are set in this shell only, and the service does not get them: store your keys with tweetspan login\n' +
        'tweetspan: HTTPS_PROXY holds a password, which a service file must not: set it for the service with systemctl --user edit tweetspan\n',
    );
    expect(exitCode).toBe(0);
    expect(readFileSync(unitFile(), 'utf8')).not.toMatch(/secret|pw@/);
  });

  it('status of a unit whose node is gone says so, whatever systemd answers', async () => {
    await call('install');
    const unit = readFileSync(unitFile(), 'utf8');
    writeFileSync(unitFile(), unit.replace('"/usr/bin/node"', '/gone/v20/bin/node'));
    const outcome = await call('status');
    expect(shown(outcome)).toContain(
      '\nMissing: /gone/v20/bin/node does not exist; run tweetspan service install again\n',
    );
    expect(outcome.exitCode).toBe(1);
  });

  it('status says that the service ends with the session', async () => {
    await call('install');
    const run = manager({ loginctl: { stdout: 'Linger=no\n' } });
    const outcome = await call('status', { run });
    expect(shown(outcome)).toContain(
      '\nLingering: off, so the service stops when you log out (to keep it running: loginctl enable-linger)\n',
    );
    expect(outcome.exitCode).toBe(0);
  });

  it('status names settings that are other ones here than in the unit', async () => {
    await call('install', { env: { TWEETSPAN_CREDENTIALS: 'keys.json', TZ: 'Europe/Paris' } });
    const outcome = await call('status --locale fr', { env: { TZ: 'UTC' } });
    expect(outcome.stdout).toMatch(/\nAutres réglages dans ce shell.: TWEETSPAN_CREDENTIALS.; pour les utiliser, /);
  });

  it('status without a service', async () => {
    const { stdout, exitCode } = await call('status');
    expect({ stdout, exitCode }).toEqual({
      stdout: 'Not installed: run tweetspan service install.\n',
      exitCode: 1,
    });
  });

  it.each([
    ['active', 0, 'Running: yes (active)', 0],
    ['failed', 3, 'Running: no (failed)', 1],
    ['activating', 3, 'Running: no (activating)', 1],
  ])('status of a unit that is %s', async (state, code, line, exitCode) => {
    await call('install');
    const run = manager({
      'systemctl --user is-active': { code, stdout: `${state}\n` },
      'systemctl --user is-enabled': { stdout: 'enabled\n' },
    });
    const outcome = await call('status', { run });
    expect(shown(outcome)).toBe(
      `Installed: ~/.config/systemd/user/tweetspan.service\nStarts at login: yes\n${line}\nHeartbeat: none\n`,
    );
    expect(outcome.exitCode).toBe(exitCode);
  });

  it('status shows the heartbeats in the queue', async () => {
    await call('install');
    const now = Date.UTC(2026, 2, 2, 12);
    await onQueue(join(home, 'my.db'), async (store) => {
      const about = { host: 'bureau', version: '0.1.0', startedAt: now - 3_600_000 };
      await store.heartbeat({ ...about, owner: 'a', pid: 4242 }, now - 20_000);
    });
    const outcome = await call('status --db my.db --locale fr');
    expect(outcome.stdout).toContain('\nSigne de vie : processus 4242 sur bureau, il y a moins d’1\u00a0min\n');
  });

  it('status of a queue that cannot be read shows the rest all the same', async () => {
    await call('install');
    writeFileSync(join(home, 'my.db'), 'no database at all');
    const outcome = await call('status --db my.db');
    expect(shown(outcome)).toContain('\nHeartbeat: unknown (~/my.db is damaged or no');
    expect(outcome).toMatchObject({ stderr: '', exitCode: 0 });
  });

  it('remove stops it, deletes the unit and has systemd forget it', async () => {
    await call('install');
    calls = [];
    const outcome = await call('remove', { run: manager({ 'systemctl --user reset-failed': { code: 1 } }) });
    expect(existsSync(unitFile())).toBe(false);
    expect(calls.slice(1)).toEqual([
      'systemctl --user disable --now tweetspan.service',
      'systemctl --user daemon-reload',
      'systemctl --user reset-failed tweetspan.service',
    ]);
    expect(shown(outcome)).toBe('Stopped the service and deleted ~/.config/systemd/user/tweetspan.service\n');
    expect(outcome.exitCode).toBe(0);
  });

  it('remove without a service is not an error', async () => {
    const outcome = await call('remove');
    expect(shown(outcome)).toBe('Nothing to remove: there is no ~/.config/systemd/user/tweetspan.service\n');
    expect(outcome.exitCode).toBe(0);
  });

  it('remove leaves the unit where the daemon could not be stopped', async () => {
    await call('install');
    const { exitCode } = await call('remove', { run: manager({ 'systemctl --user disable': { code: 1 } }) });
    expect(exitCode).toBe(1);
    expect(existsSync(unitFile())).toBe(true);
  });
});

describe('service without a manager', () => {
  it.each([
    ['no systemd', { code: null }, 'systemctl was not found'],
    [
      'no bus',
      { code: 1, stderr: 'Failed to connect to bus: No medium found\n' },
      'systemctl --user answers: “Failed to connect to bus: No medium found”',
    ],
  ])('with %s, each command says in one line what cron can do, and changes nothing', async (_, answer, why) => {
    for (const command of ['install', 'status', 'remove']) {
      const { stdout, stderr, exitCode } = await call(command, { run: manager({ systemctl: answer }) });
      expect({ stdout, stderr, exitCode }).toEqual({
        stdout: '',
        stderr: `tweetspan: no service can be installed here (${why}); add this line to your crontab instead (crontab -e): * * * * * /usr/bin/node /usr/local/bin/tweetspan run --once --locale en\n`,
        exitCode: 69,
      });
    }
    expect(readdirSync(home)).toEqual([]);
  });

  it('on Windows names the Task Scheduler', async () => {
    const { stderr, exitCode } = await call('install', { platform: 'win32' });
    expect(stderr).toMatch(
      /neither systemd nor launchd on win32\); let Task Scheduler run this every minute: \/usr\/bin\/node .* run --once/,
    );
    expect(exitCode).toBe(69);
    expect(calls).toEqual([]);
  });

  it('of a user without a folder says so', async () => {
    const { stderr, exitCode } = await call('install', { env: { HOME: '' } });
    expect({ stderr, exitCode }).toEqual({
      stderr: 'tweetspan: HOME is not set: set it to your home folder, where the service file goes\n',
      exitCode: 2,
    });
  });
});

describe('service with launchd', () => {
  const NOT_LOADED = { 'launchctl print gui/501/tweetspan.run': { code: 113 } };

  it('install writes the agent and has it started', async () => {
    const outcome = await call('install', { platform: 'darwin', run: manager(NOT_LOADED) });
    expect(outcome).toMatchObject({ stderr: '', exitCode: 0 });
    expect(readFileSync(agentFile(), 'utf8')).toContain('<string>/usr/local/bin/tweetspan</string>');
    expect(calls).toEqual([
      'launchctl print gui/501',
      'launchctl enable gui/501/tweetspan.run',
      'launchctl print gui/501/tweetspan.run',
      'launchctl bootstrap gui/501 ~/Library/LaunchAgents/tweetspan.run.plist',
    ]);
    expect(shown(outcome)).toBe(
      [
        'Wrote ~/Library/LaunchAgents/tweetspan.run.plist',
        'The service is running now, and starts whenever you log in.',
        'Log: ~/Library/Logs/tweetspan.log',
        '',
      ].join('\n'),
    );
  });

  it('install a second time takes the old agent out first', async () => {
    await call('install', { platform: 'darwin' });
    expect(calls.slice(-2)).toEqual([
      'launchctl bootout gui/501/tweetspan.run',
      'launchctl bootstrap gui/501 ~/Library/LaunchAgents/tweetspan.run.plist',
    ]);
  });

  it('waits for an agent that is still ending, and not for ever', async () => {
    const waits: number[] = [];
    const world = {
      env: { HOME: home },
      platform: 'darwin',
      uid: 501,
      wait: async (ms: number) => void waits.push(ms),
    };
    let refusals = 3;
    const patient = launchdManager({
      ...world,
      run: async (_, [verb]) => ({ code: verb === 'bootstrap' && refusals-- > 0 ? 5 : 0, stdout: '', stderr: '' }),
    });
    await patient.start(true);
    expect(waits).toEqual([1000, 1000, 1000]);
    const refused = launchdManager({
      ...world,
      run: async (_, [verb]) => ({
        code: verb === 'bootstrap' ? 5 : 0,
        stdout: '',
        stderr: 'Bootstrap failed: 5: Input/output error\n',
      }),
    });
    await expect(refused.start(true)).rejects.toThrow(
      /bootstrap gui\/501 .*: Bootstrap failed: 5: Input\/output error;/,
    );
  });

  it('status reads the state of the agent', async () => {
    await call('install', { platform: 'darwin' });
    const run = manager({
      'launchctl print gui/501/tweetspan.run': { stdout: 'gui/501/tweetspan.run = {\n\tstate = running\n}\n' },
    });
    const outcome = await call('status --locale fr', { platform: 'darwin', run });
    expect(shown(outcome)).toBe(
      'Installé : ~/Library/LaunchAgents/tweetspan.run.plist\nDémarre à l’ouverture de session : oui\nTourne : oui (running)\nSigne de vie : aucun\n',
    );
    expect(outcome.exitCode).toBe(0);
    expect((await call('status', { platform: 'darwin', run: manager(NOT_LOADED) })).exitCode).toBe(1);
  });

  it('remove takes the agent out and deletes it', async () => {
    await call('install', { platform: 'darwin' });
    calls = [];
    const { exitCode } = await call('remove', { platform: 'darwin' });
    expect(exitCode).toBe(0);
    expect(calls).toContain('launchctl bootout gui/501/tweetspan.run');
    expect(existsSync(agentFile())).toBe(false);
  });

  it('without a session of the desktop says what cron can do', async () => {
    const run = manager({
      'launchctl print gui/501': { code: 125, stderr: 'Domain does not support specified action\n' },
    });
    const { stderr, exitCode } = await call('install', { platform: 'darwin', run });
    expect(stderr).toMatch(
      /\(launchctl print gui\/501 answers: “Domain does not support specified action”\); add this line to your crontab/,
    );
    expect(exitCode).toBe(69);
  });
});

describe('service print', () => {
  it('shows what install would write, and calls no manager', async () => {
    const { stdout, exitCode } = await call('print --db my.db');
    expect(exitCode).toBe(0);
    expect(calls).toEqual([]);
    expect(readdirSync(home)).toEqual([]);
    await call('install --db my.db');
    expect(readFileSync(unitFile(), 'utf8')).toBe(stdout);
  });

  it('shows the file of another manager on request, on any system', async () => {
    expect((await call('print --manager launchd')).stdout).toMatch(/^<\?xml/);
    expect((await call('print --manager systemd', { platform: 'win32' })).stdout).toContain('[Service]\n');
    expect((await call('print', { platform: 'win32' })).exitCode).toBe(69);
  });
});
