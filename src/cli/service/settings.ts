import { isAbsolute, resolve } from 'node:path';
import type { Locale } from '#base/locale.js';
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
 * things are and which time it is, and nothing else: the file of a service is no place for a secret.
 * @throws Failure for a path that no file of a service can hold.
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
    throw new UserError(
      `${JSON.stringify(value)} has a control character in it: a service cannot be told of it; rename it`,
    );
  }
  return settings;
}
