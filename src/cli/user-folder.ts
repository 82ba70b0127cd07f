import { isAbsolute, join } from 'node:path';
import type { Shell } from './shell.js';

/** The names of a configuration file, in the order in which they are looked for. */
export const CONFIG_NAMES = ['tweetspan.config.json', 'tweetspan.config.yaml', 'tweetspan.config.yml'];

/** The user's own configuration folder (XDG base directories: a relative path is to be ignored). */
export function userFolder({ env }: Pick<Shell, 'env'>): string | undefined {
  const configured = env['XDG_CONFIG_HOME'];
  if (configured !== undefined && isAbsolute(configured)) return join(configured, 'tweetspan');
  const home = env['HOME'];
  return home === undefined || home === '' ? undefined : join(home, '.config', 'tweetspan');
}
