// Several accounts: each profile has a history and credentials of its own. Loaded only where one is named.
import { dirname, join, resolve } from 'node:path';
import { nearest } from '#base/did-you-mean.js';
import type { Locale } from '#base/locale.js';
import { profileSentences } from '#locale/profile.js';
import { KEY_VARIABLES } from '#x/auth/secret-store.js';
import { loadOwnConfig } from './config-file.js';
import { databaseFile, isServerAddress, withoutPassword } from './options/common.js';
import { namedProfile } from './profile-choice.js';
import type { Profile, Shell } from './shell.js';
import { EXIT, UserError } from './user-error.js';
import { userFolder } from './user-folder.js';

const NO_KEYS = Object.fromEntries(KEY_VARIABLES.map((name) => [name, undefined]));

/** The profiles of the user's own configuration, and the one that it uses where nothing else is said. */
export async function readProfiles(
  shell: Shell,
): Promise<{ readonly profiles: readonly Profile[]; readonly usual: string | undefined }> {
  const config = await loadOwnConfig(shell, async () => (await import('#rules/index.js')).rules);
  const folder = userFolder(shell) ?? shell.cwd;
  const home = shell.env['HOME'] ?? '';
  const place = (path: string): string =>
    path.startsWith('~/') && home !== ''
      ? join(home, path.slice(2))
      : isServerAddress(path)
        ? path
        : resolve(folder, path);
  const { cwd, env } = shell;
  const data = dirname(databaseFile({ cwd, env: { ...env, TWEETSPAN_DB: undefined } }, undefined));
  const profiles = Object.entries(config.profiles ?? {}).map(([name, { database, credentials, account }]): Profile => ({
    name,
    database: database === undefined ? join(data, 'profiles', name, 'history.db') : place(database),
    credentials: credentials === undefined ? join(folder, 'profiles', name, 'credentials.json') : place(credentials),
    ...(account !== undefined && { account: account.replace(/^@/, '') }),
  }));
  assertApart(profiles, 'database');
  assertApart(profiles, 'credentials');
  return { profiles, usual: config.profile };
}

/** A path as it is, an address without its password. */
const shownPlace = (place: string): string => (isServerAddress(place) ? withoutPassword(place) : place);

/** @throws UserError when two profiles name one file: one would post with the keys, or into the history, of the other. */
function assertApart(profiles: readonly Profile[], key: 'database' | 'credentials'): void {
  for (const [index, one] of profiles.entries()) {
    const other = profiles.slice(index + 1).find((each) => each[key] === one[key]);
    if (other === undefined) continue;
    throw new UserError((locale) => profileSentences(locale).shared(one.name, other.name, key, shownPlace(one[key])));
  }
}

/**
 * The world in which a command works for a profile: its history and its credentials stand in place of those of the
 * environment, whose keys it does not see. The same world where no profile is named.
 * @throws UserError for a profile that is not configured; ConfigError for a configuration that cannot be followed.
 */
export async function withProfile(shell: Shell): Promise<Shell> {
  const { profiles, usual } = await readProfiles(shell);
  const name = namedProfile(shell) ?? usual;
  if (name === undefined) return shell;
  const profile = profiles.find((each) => each.name === name);
  if (profile === undefined) {
    const known = profiles.map((each) => each.name);
    throw new UserError((locale) => profileSentences(locale).unknown(name, nearest(name, known), known));
  }
  const env = {
    ...shell.env,
    ...NO_KEYS,
    TWEETSPAN_DB: profile.database,
    // What a queue on a server leaves to a file of this machine.
    ...(isServerAddress(profile.database) && { TWEETSPAN_HISTORY: join(dirname(profile.credentials), 'history.db') }),
    TWEETSPAN_CREDENTIALS: profile.credentials,
  };
  return { ...shell, env, profile };
}

/** Refuses to work with the sign-in of another account than the profile's. @throws UserError, exit 77. */
export function assertAccount({ profile }: Pick<Shell, 'profile'>, handle: string | undefined): void {
  if (profile?.account === undefined || handle === undefined) return;
  if (handle.toLowerCase() === profile.account.toLowerCase()) return;
  const { name, account } = profile;
  throw new UserError((locale) => profileSentences(locale).otherAccount(name, account, handle), {
    exitCode: EXIT.credentials,
  });
}

/** What a command says first, of the profile that it works for. @param outer the environment outside of it. */
export const profileLine = (
  { profile, env }: Pick<Shell, 'profile' | 'env'>,
  outer: Shell['env'],
  locale: Locale,
): readonly string[] => {
  if (profile === undefined) return [];
  const unused = KEY_VARIABLES.filter((name) => (outer[name] ?? '') !== '' && env[name] === undefined);
  const sentences = profileSentences(locale);
  return [
    sentences.inUse(profile.name, profile.account, shownPlace(profile.database)),
    ...(unused.length === 0 ? [] : [sentences.keysUnused(unused)]),
  ];
};
