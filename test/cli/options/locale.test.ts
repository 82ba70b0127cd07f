import { expect, it } from 'vitest';
import { resolveLocale } from '#cli/options/locale.js';

it.each([
  ['nothing', {}, undefined, 'en'],
  ['LANG', { LANG: 'fr_FR.UTF-8' }, undefined, 'fr'],
  ['LANG of another country', { LANG: 'fr_CA' }, undefined, 'fr'],
  ['LANG without a country', { LANG: 'fr' }, undefined, 'fr'],
  ['LANG with a hyphen and capitals', { LANG: 'FR-be' }, undefined, 'fr'],
  ['a language that we do not speak', { LANG: 'de_DE.UTF-8' }, undefined, 'en'],
  ['a language whose code only begins like ours', { LANG: 'frr_DE.UTF-8' }, undefined, 'en'],
  ['the locale of programs', { LANG: 'C.UTF-8' }, undefined, 'en'],
  ['LC_MESSAGES before LANG', { LC_MESSAGES: 'fr_FR', LANG: 'en_US' }, undefined, 'fr'],
  ['LC_ALL before LC_MESSAGES', { LC_ALL: 'en_US', LC_MESSAGES: 'fr_FR', LANG: 'fr_FR' }, undefined, 'en'],
  ['LC_ALL=C before LANG', { LC_ALL: 'C', LANG: 'fr_FR' }, undefined, 'en'],
  ['an empty LC_ALL, which counts as unset', { LC_ALL: '', LANG: 'fr_FR' }, undefined, 'fr'],
  ['what was asked for before all', { LC_ALL: 'en_US' }, 'fr', 'fr'],
] as const)('messages follow %s', (_, env, asked, language) => {
  expect(resolveLocale({ env }, asked)).toBe(language);
});
