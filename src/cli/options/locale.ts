import { LOCALES, type Locale } from '#base/locale.js';
import type { Shell } from '../shell.js';

/** The language of messages: the requested one, else that of the environment if there is a catalog, else English. */
export function resolveLocale({ env }: Pick<Shell, 'env'>, requested: Locale | undefined): Locale {
  if (requested !== undefined) return requested;
  // The first that is set wins, as in POSIX; an empty one counts as unset.
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const code = /^[a-z]+/.exec(locale.toLowerCase())?.[0];
  return LOCALES.find((language) => language === code) ?? 'en';
}

/** The language of the run, before the arguments are read: help and errors of the command line are in it, too. */
export function localeInArguments(shell: Pick<Shell, 'argv' | 'env'>): Locale {
  const at = shell.argv.findIndex((word) => word === '--locale' || word.startsWith('--locale='));
  const value = at < 0 ? undefined : (shell.argv[at]?.split('=')[1] ?? shell.argv[at + 1]);
  return resolveLocale(
    shell,
    LOCALES.find((language) => language === value),
  );
}
