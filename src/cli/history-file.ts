import { isAbsolute, join, resolve } from 'node:path';
import type { Shell } from './shell.js';

/**
 * Where the history is: what `--db` says, else TWEETSPAN_DB, else the user's data folder (XDG base directories, which
 * say that a relative path is to be ignored).
 */
export function databaseFile({ env, cwd }: Pick<Shell, 'env' | 'cwd'>, named: string | undefined): string {
  const chosen = named ?? (env['TWEETSPAN_DB'] || undefined);
  if (chosen !== undefined) return resolve(cwd, chosen);
  const configured = env['XDG_DATA_HOME'];
  const home = env['HOME'] || cwd;
  const data = configured !== undefined && isAbsolute(configured) ? configured : join(home, '.local', 'share');
  return join(data, 'tweetspan', 'history.db');
}
