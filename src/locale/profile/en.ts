// What is said of profiles, in English.
import { list } from '../format.js';

const WHAT = { database: 'database', credentials: 'credentials file' } as const;

export const en = {
  inUse: (name: string, account: string | undefined, database: string): string =>
    `profile ${name}${account === undefined ? '' : ` (@${account})`}: ${database}`,
  keysUnused: (names: readonly string[]): string =>
    `a profile uses its own credentials: ${list(names, 'en', 'and')} ${names.length === 1 ? 'is' : 'are'} not used`,
  unknown: (name: string, near: string | undefined, known: readonly string[]): string => {
    if (known.length === 0) {
      return `no profile "${name}": add profiles to your own configuration (~/.config/tweetspan/tweetspan.config.yaml)`;
    }
    return `no profile "${name}"${near === undefined ? `; yours: ${known.join(', ')}` : `; did you mean ${near}?`}`;
  },
  shared: (one: string, other: string, what: 'database' | 'credentials', path: string): string =>
    `profiles ${one} and ${other} have the same ${WHAT[what]} (${path}): give each its own`,
  otherAccount: (name: string, account: string, handle: string): string =>
    `profile ${name} is for @${account}, but its sign-in is that of @${handle}: run tweetspan login --profile ${name}`,
};

/** The shape of the section in any language. */
export type ProfileSentences = typeof en;
