import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cronLine, onceCommand, windowsCommand, serviceSettings, type ServiceSettings } from '#cli/service/manager.js';
import { launchdPlist, parsePlist } from '#cli/service/launchd.js';
import { parseUnit, systemdUnit } from '#cli/service/systemd.js';

const PROGRAM = { node: '/usr/bin/node', script: '/usr/local/bin/tweetspan' };
const SETTINGS: ServiceSettings = {
  ...PROGRAM,
  options: ['--locale', 'en', '--db', '/home/example/my posts/history.db'],
  environment: { TZ: 'Europe/Paris' },
};

/** Any settings that no control character is in. */
const settings = (): fc.Arbitrary<ServiceSettings> => {
  const text = fc
    .string({
      unit: fc.oneof(fc.constantFrom(...'%$"\'\\ {}<>&;#`\u00a0é😀'), fc.string({ minLength: 1, maxLength: 1 })),
      maxLength: 30,
    })
    // oxlint-disable-next-line no-control-regex -- control characters are what it takes out
    .map((value) => value.replace(/[\u0000-\u001f\u007f]/g, ''));
  const path = text.map((value) => `/${value}`);
  return fc.record({
    node: path,
    script: path,
    options: fc.array(text, { maxLength: 4 }),
    environment: fc.dictionary(fc.constantFrom('TZ', 'TWEETSPAN_DB', 'XDG_DATA_HOME'), text),
  });
};

/** The words of a setting as systemd reads them (systemd.syntax(7), Quoting): specifiers first, then quotes. */
function splitWords(line: string): string[] {
  const plain = line.replace(/%(.)/g, (_, letter: string) => {
    if (letter !== '%') throw new Error(`a specifier: %${letter}`);
    return '%';
  });
  return [...plain.matchAll(/"((?:[^"\\]|\\["\\])*)"( |$)/gy)].map(([, inside = '']) => inside.replace(/\\(.)/g, '$1'));
}

const settingLines = (unit: string, name: string): string[] =>
  unit.split('\n').flatMap((line) => (line.startsWith(`${name}=`) ? [line.slice(name.length + 1)] : []));

/** An argument as systemd gives it on (systemd.service(5), Command lines). */
function withoutVariables(word: string): string {
  if (/(?<!\$)(?:\$\$)*\$(?!\$)/.test(word)) throw new Error(`a variable in ${word}`);
  return word.replaceAll('$$', '$');
}

describe('the unit of systemd', () => {
  it('runs the program, starts it again after a fault, and not after one that would come again', () => {
    const unit = systemdUnit(SETTINGS);
    expect(unit).toContain(
      'ExecStart="/usr/bin/node" "/usr/local/bin/tweetspan" "run" "--locale" "en" "--db" "/home/example/my posts/history.db"\n',
    );
    expect(settingLines(unit, 'Environment')).toEqual(['"TZ=Europe/Paris"']);
    for (const line of [
      'Type=exec',
      'Restart=on-failure',
      'RestartSec=30',
      'RestartPreventExitStatus=2 69 77 78',
      'KillSignal=SIGTERM',
      'TimeoutStopSec=60',
      'NoNewPrivileges=yes',
      'WantedBy=default.target',
    ]) {
      expect(unit.split('\n')).toContain(line);
    }
  });

  it('asks for nothing that the manager of a user cannot do', () => {
    expect(systemdUnit(SETTINGS)).not.toMatch(
      /^(?:User|Protect\w+|Private\w+|ReadWritePaths|MemoryDenyWriteExecute|After|Requires)=/m,
    );
  });

  it('gives every path and value on to the letter', () => {
    fc.assert(
      fc.property(settings(), (given) => {
        const unit = systemdUnit(given);
        const [command = ''] = settingLines(unit, 'ExecStart');
        const [node, ...args] = splitWords(command);
        expect([node, ...args.map(withoutVariables)]).toEqual([given.node, given.script, 'run', ...given.options]);
        expect(settingLines(unit, 'Environment').map((line) => splitWords(line))).toEqual(
          Object.entries(given.environment).map(([name, value]) => [`${name}=${value}`]),
        );
        const { node: program, script, environment } = given;
        expect(parseUnit(unit)).toEqual({ node: program, script, environment });
      }),
    );
  });
});

/** Keys and strings of a property list, in their order; refuses what XML does not allow in them. */
const plistStrings = (plist: string): string[] =>
  [...plist.matchAll(/<(key|string)>([\s\S]*?)<\/\1>/g)].map(([, , text = '']) => {
    if (/<|&(?!amp;|lt;|gt;)/.test(text)) throw new Error(`not escaped: ${text}`);
    return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  });

describe('the agent of launchd', () => {
  it('runs the program, starts it again after a fault only, and keeps its log', () => {
    const plist = launchdPlist(SETTINGS, '/home/example/tweetspan.log');
    expect(plist).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<!DOCTYPE plist/);
    expect(plist).toMatch(/<key>RunAtLoad<\/key>\s*<true\/>/);
    expect(plist).toMatch(/<key>KeepAlive<\/key>\s*<dict>\s*<key>SuccessfulExit<\/key>\s*<false\/>\s*<\/dict>/);
    expect(plist).toMatch(/<key>Umask<\/key>\s*<integer>63<\/integer>/);
    expect(plist).toMatch(/<key>StandardErrorPath<\/key>\s*<string>\/home\/example\/tweetspan\.log<\/string>/);
  });

  it('gives every path and value on to the letter', () => {
    fc.assert(
      fc.property(settings(), (given) => {
        const strings = plistStrings(launchdPlist(given, '/log'));
        const args = [given.node, given.script, 'run', ...given.options];
        const from = strings.indexOf('ProgramArguments') + 1;
        expect(strings.slice(from, from + args.length)).toEqual(args);
        const environment = Object.entries(given.environment).flat();
        expect(strings.slice(from + args.length + 1, from + args.length + 1 + environment.length)).toEqual(environment);
        const { node, script } = given;
        expect(parsePlist(launchdPlist(given, '/log'))).toEqual({ node, script, environment: given.environment });
      }),
    );
  });
});

describe('the line for cron', () => {
  it('reads plainly where nothing is odd', () => {
    expect(cronLine({ ...PROGRAM, options: [], environment: {} })).toBe(
      '* * * * * /usr/bin/node /usr/local/bin/tweetspan run --once',
    );
  });

  it('quotes what a shell would read, and what cron would', () => {
    const odd = { ...PROGRAM, options: ['--db', '/a b/100%.db'], environment: { TZ: 'Europe/Paris' } };
    expect(cronLine(odd)).toBe(
      String.raw`* * * * * TZ=Europe/Paris /usr/bin/node /usr/local/bin/tweetspan run --once --db '/a b/100\%.db'`,
    );
  });

  it('has a form for Windows', () => {
    const node = String.raw`C:\Program Files\nodejs\node.exe`;
    const script = String.raw`C:\Users\example\tweetspan.js`;
    expect(windowsCommand({ node, script, options: ['--locale', 'en'], environment: {} })).toBe(
      String.raw`"C:\Program Files\nodejs\node.exe" C:\Users\example\tweetspan.js run --once --locale en`,
    );
  });

  it('means to a shell what was given', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tweetspan cron $(id) '));
    const script = join(folder, 'it’s a "script".cjs');
    writeFileSync(script, 'console.log(JSON.stringify([process.argv.slice(2), process.env.TZ]))');
    const options = ['--db', `/a b/'"$HOME"' \`id\` \\ ; & é`, ''];
    const line = onceCommand({ node: execPath, script, options, environment: { TZ: "it's; $HOME" } });
    const { stdout } = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(JSON.parse(stdout)).toEqual([['run', '--once', ...options], "it's; $HOME"]);
  });
});

describe('the settings of a service', () => {
  const read = (env: Readonly<Record<string, string>>, db?: string, program = PROGRAM): ServiceSettings =>
    serviceSettings({ env, cwd: '/home/example/posts', program }, { db, locale: 'fr' });

  it('take on where things are and which time it is', () => {
    const env = { XDG_DATA_HOME: '/data', XDG_CONFIG_HOME: '/config', TZ: 'Europe/Paris', TWEETSPAN_DB: 'history.db' };
    expect(read(env)).toEqual({
      ...PROGRAM,
      options: ['--locale', 'fr'],
      environment: {
        XDG_DATA_HOME: '/data',
        XDG_CONFIG_HOME: '/config',
        TZ: 'Europe/Paris',
        TWEETSPAN_DB: '/home/example/posts/history.db',
      },
    });
  });

  it('name the database that was asked for, wherever the service runs', () => {
    const { options, environment } = read({ TWEETSPAN_DB: '/other.db' }, 'mine.db');
    expect(options).toEqual(['--locale', 'fr', '--db', '/home/example/posts/mine.db']);
    expect(environment).toEqual({});
  });

  it('take on nothing else: no secret, no session, no folder that is ignored, no empty zone', () => {
    const env = {
      TWEETSPAN_APP_SECRET: 'secret',
      TWEETSPAN_ACCESS_TOKEN: 'secret',
      TWEETSPAN_BEARER: 'secret',
      TWEETSPAN_MODEL_KEY: 'secret',
      HTTPS_PROXY: 'http://me:secret@proxy.example:3128',
      XDG_RUNTIME_DIR: '/run/user/1000',
      XDG_SESSION_ID: '3',
      XDG_DATA_HOME: 'relative',
      TZ: '',
      TWEETSPAN_DB: '',
      PATH: '/usr/bin',
    };
    expect(read(env).environment).toEqual({});
  });

  it('take on every other setting of the worker, files by their whole path', () => {
    const env = {
      TWEETSPAN_CREDENTIALS: 'secret/credentials.json',
      TWEETSPAN_X_DEADLINE: '5000',
      TWEETSPAN_LOCK_WAIT: '1000',
      NODE_EXTRA_CA_CERTS: '/etc/ssl/example.pem',
      https_proxy: 'http://proxy.example:3128',
      NO_PROXY: 'example.org,.example',
    };
    expect(read(env).environment).toEqual({
      ...env,
      TWEETSPAN_CREDENTIALS: '/home/example/posts/secret/credentials.json',
    });
  });

  it('refuse what no file of a service can hold', () => {
    expect(() => read({}, 'a\nExecStartPre=x.db')).toThrow(/caractère de contrôle/);
    expect(() => read({}, undefined, { ...PROGRAM, script: '/a\u0007b' })).toThrow(
      /"\/a\\u0007b" contient un caractère de contrôle/,
    );
    expect(() => read({ TZ: 'UTC\nX=1' })).toThrow(/caractère de contrôle/);
  });
});
