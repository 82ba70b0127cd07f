import { join } from 'node:path';
import { LABEL, launchdPlist } from './launchd.js';
import { firstLine, homeFolder, mustRun, type ServiceManager, type ServiceWorld } from './manager.js';

/** For so many seconds launchd may refuse an agent that has just been taken out: it is still ending. Ours. */
const TRIES = 5;

/**
 * The user's own launchd (launchctl(1)).
 * @throws Failure when the environment has no HOME.
 */
export function launchctl(world: ServiceWorld): ServiceManager {
  const home = homeFolder(world);
  const file = join(home, 'Library', 'LaunchAgents', `${LABEL}.plist`);
  const log = join(home, 'Library', 'Logs', 'tweetspan.log');
  const domain = `gui/${world.uid ?? ''}`;
  const agent = `${domain}/${LABEL}`;
  const runLaunchctl = (...args: readonly string[]) => world.run('launchctl', args);
  const isLoaded = async (): Promise<boolean> => (await runLaunchctl('print', agent)).code === 0;
  return {
    name: 'launchd',
    file,
    render: (settings) => launchdPlist(settings, log),
    log,
    endsAtLogOut: false,
    async fault() {
      const { code, stderr } = await runLaunchctl('print', domain);
      if (code === 0) return undefined;
      return code === null ? 'launchctl is not there' : `launchctl print ${domain}: ${firstLine(stderr)}`;
    },
    async start() {
      // Whoever had disabled it wants it now.
      await runLaunchctl('enable', agent);
      if (await isLoaded()) await runLaunchctl('bootout', agent);
      for (let tries = 1; tries < TRIES; tries += 1) {
        if ((await runLaunchctl('bootstrap', domain, file)).code === 0) return;
        await world.wait(1000);
      }
      await mustRun(world, 'launchctl', ['bootstrap', domain, file]);
    },
    async stop() {
      if (!(await isLoaded())) return;
      const { code } = await runLaunchctl('bootout', agent);
      // 36: it is still ending, and will.
      if (code !== 0 && code !== 36 && (await isLoaded())) await mustRun(world, 'launchctl', ['bootout', agent]);
    },
    forget: async () => undefined,
    async state() {
      const { code, stdout } = await runLaunchctl('print', agent);
      const state = /^\s*state = (.+)$/m.exec(stdout)?.[1] ?? '';
      return { startsAtLogIn: code === 0, isActive: code === 0 && state === 'running', detail: firstLine(state) };
    },
  };
}
