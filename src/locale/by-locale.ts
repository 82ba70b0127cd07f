import type { Locale } from '#base/locale.js';

/** Picks from sentences in all languages those of one. */
export const byLocale =
  <T>(table: Readonly<Record<Locale, T>>) =>
  (locale: Locale): T =>
    table[locale];
