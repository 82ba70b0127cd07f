// Whether a run is one of a profile. Read by every run, so that it loads nothing: what a profile is stands in `profile.ts`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shell } from './shell.js';
import { CONFIG_NAMES, userFolder } from './user-folder.js';

/** The profile that the command line or TWEETSPAN_PROFILE names; undefined where neither does. */
export function namedProfile({ argv, env }: Pick<Shell, 'argv' | 'env'>): string | undefined {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const at = words.findIndex((word) => word === '--profile' || word.startsWith('--profile='));
  const word = words[at];
  if (word === undefined) return env['TWEETSPAN_PROFILE'] || undefined;
  // Without a value it is refused where the options are read.
  return word.startsWith('--profile=') ? word.slice('--profile='.length) : words[at + 1];
}

/** Whether the user's own configuration may name a profile to use: it is read only then. */
function mayNameProfile(shell: Pick<Shell, 'env'>): boolean {
  const folder = userFolder(shell);
  const path = folder && CONFIG_NAMES.map((name) => join(folder, name)).find((each) => existsSync(each));
  if (path === undefined) return false;
  try {
    return /(?:^|[{,\s])["']?profile["']?\s*:/.test(readFileSync(path, 'utf8'));
  } catch {
    // Where the configuration itself is needed, its fault is said.
    return false;
  }
}

/** Whether a profile is named anywhere. */
export const hasProfile = (shell: Pick<Shell, 'argv' | 'env'>): boolean =>
  namedProfile(shell) !== undefined || mayNameProfile(shell);
