import { isAbsolute, join } from 'node:path';
import {
  firstLine,
  homeFolder,
  mustRun,
  toolFault,
  type ServiceManager,
  type ServiceWorld,
  type ServiceSettings,
} from './manager.js';

/** Exit codes after which the same would happen again: usage, native part, credentials, version. A lock or a full disk ends. */
const FINAL_CODES = [2, 69, 77, 78] as const;

/** A word in double quotes (systemd.syntax(7), Quoting). `%` would begin a specifier (systemd.unit(5)), quoted or not. */
const quoted = (word: string): string => `"${word.replace(/["\\]/g, '\\$&').replaceAll('%', '%%')}"`;

/** An argument of a command, in which `$` would begin a variable (systemd.service(5), Command lines). */
const argument = (word: string): string => quoted(word.replaceAll('$', '$$$$'));

/**
 * The unit of a systemd user service. What hides parts of the file system (`ProtectSystem=` and the like) or takes a
 * namespace is left out: a user's own manager refuses to start a unit with it, or ignores it (systemd.exec(5)). So is
 * `MemoryDenyWriteExecute=`, with which no JavaScript engine runs, and `network-online.target`, which only the system has.
 */
export function systemdUnit({ node, script, options, environment }: ServiceSettings): string {
  // The program itself may hold no variable, and a `$` in it is one already.
  const command = [quoted(node), ...[script, 'run', ...options].map(argument)].join(' ');
  return `# Written by "tweetspan service install", which overwrites it. For settings of your own: systemctl --user edit tweetspan
[Unit]
Description=tweetspan, which posts what is planned when it is due

[Service]
Type=exec
ExecStart=${command}
${Object.entries(environment)
  .map(([name, value]) => `Environment=${quoted(`${name}=${value}`)}\n`)
  .join('')}Restart=on-failure
RestartSec=30
RestartPreventExitStatus=${FINAL_CODES.join(' ')}
KillSignal=SIGTERM
TimeoutStopSec=60
UMask=0077
NoNewPrivileges=yes
LockPersonality=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes

[Install]
WantedBy=default.target
`;
}

/** The words of a line of a unit, without quotes and escapes. */
const unquoted = (line: string): readonly string[] =>
  [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, inside, bare = '']) =>
    (inside?.replace(/\\(.)/g, '$1') ?? bare).replaceAll('%%', '%'),
  );

/** What a unit runs and with which environment; undefined for one without a command. */
export function parseUnit(text: string): Pick<ServiceSettings, 'node' | 'script' | 'environment'> | undefined {
  const lines = text.split('\n');
  const valuesOf = (key: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${key}=`)).map((line) => line.slice(key.length + 1));
  const [node, script] = unquoted(valuesOf('ExecStart').at(-1) ?? '');
  if (node === undefined || script === undefined) return undefined;
  const variables = valuesOf('Environment').flatMap(unquoted);
  const environment = Object.fromEntries(
    variables.map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]),
  );
  return { node, script: script.replaceAll('$$', '$'), environment };
}

/** Each profile has a service of its own. */
const unitName = ({ profile }: Pick<ServiceWorld, 'profile'>): string =>
  profile === undefined ? 'tweetspan.service' : `tweetspan-${profile.name}.service`;

function unitFile(world: ServiceWorld): string {
  const configured = world.env['XDG_CONFIG_HOME'];
  const folder = configured !== undefined && isAbsolute(configured) ? configured : join(homeFolder(world), '.config');
  return join(folder, 'systemd', 'user', unitName(world));
}

/**
 * The user's own systemd (systemctl(1)).
 * @throws UserError when the environment has no HOME.
 */
export function systemdManager(world: ServiceWorld): ServiceManager {
  const unit = unitName(world);
  const runSystemctl = (...args: readonly string[]) => world.run('systemctl', ['--user', ...args]);
  const mustSucceed = (...args: readonly string[]) => mustRun(world, 'systemctl', ['--user', ...args]);
  return {
    name: 'systemd',
    file: unitFile(world),
    render: systemdUnit,
    parse: parseUnit,
    log: `journalctl --user --unit ${unit}`,
    endsAtLogOut: true,
    async lingers() {
      // Without a user it would be that of the session, which a cron job has not.
      const user = world.uid === undefined ? [] : [String(world.uid)];
      const { code, stdout } = await world.run('loginctl', ['show-user', ...user, '--property=Linger']);
      const [, answer] = /^Linger=(yes|no)\s*$/m.exec(stdout) ?? [];
      return code === 0 && answer !== undefined ? answer === 'yes' : undefined;
    },
    async fault() {
      const { code, stderr } = await runSystemctl('show', '--property=Version');
      if (code === 0) return undefined;
      return toolFault(code, 'systemctl --user', stderr);
    },
    async start(wasThere) {
      await mustSucceed('daemon-reload');
      // `--now` leaves alone what runs already, with its old settings.
      await (wasThere ? mustSucceed('enable', unit) : mustSucceed('enable', '--now', unit));
      if (wasThere) await mustSucceed('restart', unit);
    },
    stop: () => mustSucceed('disable', '--now', unit),
    async forget() {
      await mustSucceed('daemon-reload');
      // Refused when it had not failed: nothing is amiss then.
      await runSystemctl('reset-failed', unit);
    },
    async state() {
      const enabled = await runSystemctl('is-enabled', unit);
      const active = await runSystemctl('is-active', unit);
      return { startsAtLogIn: enabled.code === 0, isActive: active.code === 0, detail: firstLine(active.stdout) };
    },
  };
}
