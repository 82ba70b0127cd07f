import type { ServiceSettings } from './settings.js';

/** Exit codes after which the same would happen again: usage, native part, lock, credentials, version. */
const FINAL_CODES = [2, 69, 75, 77, 78] as const;

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
