import { isAbsolute, join } from 'node:path';
import { firstLine, homeFolder, mustRun, type ServiceManager, type ServiceWorld } from './manager.js';
import { systemdUnit } from './systemd.js';

const UNIT = 'tweetspan.service';

function unitFile(world: ServiceWorld): string {
  const configured = world.env['XDG_CONFIG_HOME'];
  const folder = configured !== undefined && isAbsolute(configured) ? configured : join(homeFolder(world), '.config');
  return join(folder, 'systemd', 'user', UNIT);
}

/**
 * The user's own systemd (systemctl(1)).
 * @throws Failure when the environment has no HOME.
 */
export function systemctl(world: ServiceWorld): ServiceManager {
  const runSystemctl = (...args: readonly string[]) => world.run('systemctl', ['--user', ...args]);
  const tell = (...args: readonly string[]) => mustRun(world, 'systemctl', ['--user', ...args]);
  return {
    name: 'systemd',
    file: unitFile(world),
    render: systemdUnit,
    log: `journalctl --user --unit ${UNIT}`,
    endsAtLogOut: true,
    async fault() {
      const { code, stderr } = await runSystemctl('show', '--property=Version');
      if (code === 0) return undefined;
      return code === null ? 'systemctl is not there' : `systemctl --user: ${firstLine(stderr)}`;
    },
    async start(wasThere) {
      await tell('daemon-reload');
      // `--now` leaves alone what runs already, with its old settings.
      await (wasThere ? tell('enable', UNIT) : tell('enable', '--now', UNIT));
      if (wasThere) await tell('restart', UNIT);
    },
    stop: () => tell('disable', '--now', UNIT),
    async forget() {
      await tell('daemon-reload');
      // Refused when it had not failed: nothing is amiss then.
      await runSystemctl('reset-failed', UNIT);
    },
    async state() {
      const enabled = await runSystemctl('is-enabled', UNIT);
      const active = await runSystemctl('is-active', UNIT);
      return { startsAtLogIn: enabled.code === 0, isActive: active.code === 0, detail: firstLine(active.stdout) };
    },
  };
}
