// What runs the queue as a service, and with which command.
import { isAbsolute, resolve } from 'node:path';
import type { Locale } from '#base/locale.js';
import type { ServiceFault } from '#doctor/facts.js';
import { systemSentences } from '#locale/system.js';
import { visible } from '#report/terminal/width.js';
import { PROXY_VARIABLES } from '#web/proxy.js';
import { isServerAddress, withoutPassword } from '../options/common.js';
import type { Shell } from '../shell.js';
import { EXIT, UserError } from '../user-error.js';

/** What runs services here: systemd or launchd. Those that change something throw a UserError with its own words. */
export interface ServiceManager {
  readonly name: 'systemd' | 'launchd';
  /** The file that makes the service known. */
  readonly file: string;
  render(settings: ServiceSettings): string;
  /** What a file of the service runs and with which environment; undefined where it cannot be made out. */
  parse(text: string): Pick<ServiceSettings, 'node' | 'script' | 'environment'> | undefined;
  /** How to read the log of the service. */
  readonly log: string;
  /** Whether the service ends when its user logs out, unless lingering is enabled. */
  readonly endsAtLogOut: boolean;
  /** Whether lingering is enabled for this user; undefined where there is no such thing, or nothing says so. */
  lingers(): Promise<boolean | undefined>;
  /** Why it cannot be used; undefined when it can. */
  fault(): Promise<ServiceFault | undefined>;
  /** Starts what the file says, now and at each log-in; in place of what ran before when it was there already. */
  start(wasThere: boolean): Promise<void>;
  /** Stops the service, and starts it no more. */
  stop(): Promise<void>;
  /** Releases a service whose file is gone. */
  forget(): Promise<void>;
  /** `detail` is its own word for how the service is. */
  state(): Promise<{ readonly startsAtLogIn: boolean; readonly isActive: boolean; readonly detail: string }>;
}

/** What a manager takes of the world. */
export type ServiceWorld = Pick<Shell, 'env' | 'platform' | 'uid' | 'run' | 'profile'> & {
  /** Waits that many ms. */
  readonly wait: (ms: number) => Promise<void>;
};

/**
 * The folder of the user.
 * @throws UserError when the environment does not name it.
 */
export function homeFolder({ env }: Pick<Shell, 'env'>): string {
  const home = env['HOME'];
  if (home) return home;
  throw new UserError((locale) => systemSentences(locale).service.noHome);
}

/** The first line of what a tool wrote, safe to print. */
export const firstLine = (text: string): string => visible(text.trim().split('\n')[0] ?? '');

/** Why a tool that was called cannot be used: `code` is null where it was not found. */
export const toolFault = (code: number | null, command: string, stderr: string): ServiceFault =>
  code === null
    ? { code: 'tool-missing', tool: command.split(' ')[0] ?? command }
    : { code: 'tool-refuses', tool: command, reply: firstLine(stderr) };

/**
 * Runs a tool.
 * @throws UserError with its own words when it does not.
 */
export async function mustRun({ run }: Pick<Shell, 'run'>, command: string, args: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await run(command, args);
  if (code === 0) return;
  const reply = firstLine(stderr) || firstLine(stdout);
  throw new UserError(
    (locale) => {
      const { toolFailed, noAnswer, exitCode } = systemSentences(locale).service;
      return toolFailed([command, ...args].join(' '), reply || (code === null ? noAnswer : exitCode(code)));
    },
    { exitCode: EXIT.findings },
  );
}

/** What a service runs, `<node> <script> run <options>`, and the environment that it runs it in. */
export interface ServiceSettings {
  readonly node: string;
  readonly script: string;
  readonly options: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Folders of the user: where the history, the configuration and the credentials are. */
const FOLDERS = ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME'] as const;
/** Files that a setting names; a relative path counts from the folder of the shell. */
const FILES = ['TWEETSPAN_CREDENTIALS', 'NODE_EXTRA_CA_CERTS', 'TWEETSPAN_HISTORY', 'PGPASSFILE'] as const;
/** Other settings of a worker, taken as they are. */
const VALUES = ['TWEETSPAN_X_URL', 'TWEETSPAN_X_DEADLINE', 'TWEETSPAN_LOCK_WAIT', 'TWEETSPAN_PERSON'] as const;
/** Settings that hold a secret: a service file, which all can read, never does. */
const SECRETS = [
  'TWEETSPAN_APP_KEY',
  'TWEETSPAN_APP_SECRET',
  'TWEETSPAN_ACCESS_TOKEN',
  'TWEETSPAN_ACCESS_SECRET',
  'TWEETSPAN_BEARER',
] as const;

const isSet = (value: string | undefined): value is string => value !== undefined && value !== '';

/** Whether a proxy's URL holds a user name or a password. What cannot be read as a URL may hold one. */
const holdsSecret = (name: string, value: string): boolean =>
  !/^no_proxy$/i.test(name) && (!URL.canParse(value) || /@/.test(value));

/** A database as a service file names it: a file by its path, a server without the password, which PGPASSFILE has. */
const placeOf = (cwd: string, named: string): string =>
  isServerAddress(named) ? withoutPassword(named) : resolve(cwd, named);

/** Settings of this shell that a service does not get, since they hold secrets. */
export interface NotCarried {
  /** Keys and tokens. */
  readonly keys: readonly string[];
  /** Names of proxy settings with a password in them. */
  readonly proxies: readonly string[];
}

/** What is set in this shell and holds a secret, so that no service file may carry it. */
export const notCarried = ({ env }: Pick<Shell, 'env'>): NotCarried => ({
  keys: SECRETS.filter((name) => isSet(env[name])),
  proxies: PROXY_VARIABLES.filter((name) => isSet(env[name]) && holdsSecret(name, env[name] ?? '')),
});

/**
 * The settings of a service that does what `tweetspan run` would do here. Of the environment it takes what the program
 * itself reads and the time zone, and nothing else: a service file must hold no secret.
 * @throws UserError for a path that no file of a service can hold.
 */
export function serviceSettings(
  { env, cwd, program, profile }: Pick<Shell, 'env' | 'cwd' | 'program' | 'profile'>,
  { db, locale }: { readonly db: string | undefined; readonly locale: Locale },
): ServiceSettings {
  const environment: Record<string, string> = {};
  const carry = (names: readonly string[], toValue: (value: string, name: string) => string | undefined): void => {
    for (const name of names) {
      const given = env[name];
      const value = isSet(given) ? toValue(given, name) : undefined;
      if (value !== undefined) environment[name] = value;
    }
  };
  // The program ignores a relative one.
  carry(FOLDERS, (folder) => (isAbsolute(folder) ? folder : undefined));
  carry(['TZ'], (zone) => zone);
  // The files of a profile are looked up by its name when the service starts.
  if (db === undefined && profile === undefined) carry(['TWEETSPAN_DB'], (named) => placeOf(cwd, named));
  carry(
    FILES.filter((name) => profile === undefined || name !== 'TWEETSPAN_CREDENTIALS'),
    (file) => resolve(cwd, file),
  );
  carry(VALUES, (value) => value);
  carry(PROXY_VARIABLES, (value, name) => (holdsSecret(name, value) ? undefined : value));
  const settings = {
    ...program,
    options: [
      '--locale',
      locale,
      ...(profile === undefined ? [] : ['--profile', profile.name]),
      ...(db === undefined ? [] : ['--db', placeOf(cwd, db)]),
    ],
    environment,
  };
  for (const value of [program.node, program.script, ...settings.options, ...Object.values(environment)]) {
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    if (!/[\u0000-\u001f\u007f]/.test(value)) continue;
    throw new UserError(systemSentences(locale).service.controlCharacter(JSON.stringify(value)));
  }
  return settings;
}

/** A word for a POSIX shell, in quotes only where it needs them. */
const word = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The command that does what is due now and ends, as a POSIX shell takes it. */
export const onceCommand = ({ node, script, options, environment }: ServiceSettings): string =>
  [
    ...Object.entries(environment).map(([name, value]) => `${name}=${word(value)}`),
    ...[node, script, 'run', '--once', ...options].map(word),
  ].join(' ');

/** A line of a crontab that does so each minute. cron takes an unescaped `%` for the end of the command (crontab(5)). */
export const cronLine = (settings: ServiceSettings): string =>
  `* * * * * ${onceCommand(settings).replaceAll('%', String.raw`\%`)}`;

/** The same command as a Windows command line, without the environment. No path of Windows has a quote in it. */
export const windowsCommand = ({ node, script, options }: ServiceSettings): string =>
  [node, script, 'run', '--once', ...options]
    .map((text) => (/^[\w:./\\-]+$/.test(text) ? text : `"${text}"`))
    .join(' ');
