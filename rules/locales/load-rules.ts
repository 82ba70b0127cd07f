import type { Locale } from '#base/locale.js';
import type { Rule } from '#lint/rule.js';
import { rules } from '../index.js';

/** The language of the texts beside the checks. */
const OWN_LOCALE: Locale = 'en';

/** The ten rules with their texts in a language of the program. Translations are read only where one is needed: 1 ms. */
export const loadRules = async (locale: Locale): Promise<readonly Rule[]> =>
  locale === OWN_LOCALE ? rules : (await import('./rules-in.js')).rulesIn(locale);
