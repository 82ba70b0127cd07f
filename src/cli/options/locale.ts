import { UI_LANGUAGES, type UiLanguage } from '#lint/message.js';
import type { Shell } from '../shell.js';

/** The language that messages are in: what was asked for, else the environment's where we speak it, else English. */
export function uiLanguage({ env }: Pick<Shell, 'env'>, requested: UiLanguage | undefined): UiLanguage {
  if (requested !== undefined) return requested;
  // The first that is set wins, as in POSIX; an empty one counts as unset.
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const code = /^[a-z]+/.exec(locale.toLowerCase())?.[0];
  return UI_LANGUAGES.find((language) => language === code) ?? 'en';
}
