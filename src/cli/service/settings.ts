import { isAbsolute, resolve } from 'node:path';
import type { Locale } from '#base/locale.js';
import { systemSentences } from '#locale/system.js';
import { UserError } from '../user-error.js';
import type { Shell } from '../shell.js';

/** What a service runs, `<node> <script> run <options>`, and the environment that it runs it in. */
export interface ServiceSettings {
  readonly node: string;
  readonly script: string;
  readonly options: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Folders of the user: where the history, the configuration and the credentials are. */
const FOLDERS = ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME'] as const;

/**
 * The settings of a service that does what `tweetspan run` would do here. Of the environment it takes what says where
 * things are and the time zone, and nothing else: a service file must hold no secret.
 * @throws UserError for a path that no file of a service can hold.
 */
export function serviceSettings(
  { env, cwd, program }: Pick<Shell, 'env' | 'cwd' | 'program'>,
  { db, locale }: { readonly db: string | undefined; readonly locale: Locale },
): ServiceSettings {
  const environment: Record<string, string> = {};
  for (const name of FOLDERS) {
    const folder = env[name];
    // The program ignores a relative one.
    if (folder !== undefined && isAbsolute(folder)) environment[name] = folder;
  }
  if (env['TZ']) environment['TZ'] = env['TZ'];
  if (db === undefined && env['TWEETSPAN_DB']) environment['TWEETSPAN_DB'] = resolve(cwd, env['TWEETSPAN_DB']);
  const settings = {
    ...program,
    options: ['--locale', locale, ...(db === undefined ? [] : ['--db', resolve(cwd, db)])],
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
