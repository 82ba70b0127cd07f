import { join } from 'node:path';
import {
  firstLine,
  homeFolder,
  mustRun,
  toolFault,
  type ServiceManager,
  type ServiceWorld,
  type ServiceSettings,
} from './manager.js';

/** The name of the agent among all of the user's: each profile has one of its own. */
const labelOf = (profile: string | undefined): string =>
  profile === undefined ? 'tweetspan.run' : `tweetspan.run.${profile}`;

/** The profile that a service works for. */
const profileIn = (options: readonly string[]): string | undefined => {
  const at = options.indexOf('--profile');
  return at < 0 ? undefined : options[at + 1];
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const string = (text: string): string => `<string>${escaped(text)}</string>`;

/**
 * The property list of a launchd agent (launchd.plist(5)) that writes its log to a file. launchd knows no exit codes
 * after which it should give up: what cannot run is tried again every 30 seconds, and says why in the log each time.
 */
export function launchdPlist({ node, script, options, environment }: ServiceSettings, log: string): string {
  const variables = Object.entries(environment);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  ${string(labelOf(profileIn(options)))}
  <key>ProgramArguments</key>
  <array>
${[node, script, 'run', ...options].map((word) => `    ${string(word)}\n`).join('')}  </array>
  <key>EnvironmentVariables</key>
  <dict>
${variables.map(([name, value]) => `    <key>${escaped(name)}</key>\n    ${string(value)}\n`).join('')}  </dict>
  <key>RunAtLoad</key>
  <true/>
  <key>KeepAlive</key>
  <dict>
    <key>SuccessfulExit</key>
    <false/>
  </dict>
  <key>ThrottleInterval</key>
  <integer>30</integer>
  <key>ExitTimeOut</key>
  <integer>60</integer>
  <key>Umask</key>
  <integer>${0o077}</integer>
  <key>StandardErrorPath</key>
  ${string(log)}
</dict>
</plist>
`;
}

const unescaped = (text: string): string =>
  text.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** What a property list of ours runs and with which environment; undefined for one without a command. */
export function parsePlist(text: string): Pick<ServiceSettings, 'node' | 'script' | 'environment'> | undefined {
  const partAfter = (key: string, tag: string): string =>
    new RegExp(`<key>${key}</key>\\s*<${tag}>([\\s\\S]*?)</${tag}>`).exec(text)?.[1] ?? '';
  const words = [...partAfter('ProgramArguments', 'array').matchAll(/<string>([\s\S]*?)<\/string>/g)];
  const [node, script] = words.map(([, word = '']) => unescaped(word));
  if (node === undefined || script === undefined) return undefined;
  const pairs = partAfter('EnvironmentVariables', 'dict').matchAll(
    /<key>([\s\S]*?)<\/key>\s*<string>([\s\S]*?)<\/string>/g,
  );
  const environment = Object.fromEntries(
    [...pairs].map(([, name = '', value = '']) => [unescaped(name), unescaped(value)]),
  );
  return { node, script, environment };
}

/** For that many seconds launchd may refuse an agent that has just been taken out: it is still ending. @source own choice */
const TRIES = 5;

/**
 * The user's own launchd (launchctl(1)).
 * @throws UserError when the environment has no HOME.
 */
export function launchdManager(world: ServiceWorld): ServiceManager {
  const home = homeFolder(world);
  const profile = world.profile?.name;
  const label = labelOf(profile);
  const file = join(home, 'Library', 'LaunchAgents', `${label}.plist`);
  const log = join(home, 'Library', 'Logs', profile === undefined ? 'tweetspan.log' : `tweetspan-${profile}.log`);
  const domain = `gui/${world.uid ?? ''}`;
  const agent = `${domain}/${label}`;
  const runLaunchctl = (...args: readonly string[]) => world.run('launchctl', args);
  const isLoaded = async (): Promise<boolean> => (await runLaunchctl('print', agent)).code === 0;
  return {
    name: 'launchd',
    file,
    render: (settings) => launchdPlist(settings, log),
    parse: parsePlist,
    log,
    endsAtLogOut: false,
    lingers: async () => undefined,
    async fault() {
      const { code, stderr } = await runLaunchctl('print', domain);
      if (code === 0) return undefined;
      return toolFault(code, `launchctl print ${domain}`, stderr);
    },
    async start() {
      // It may have been disabled before.
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
