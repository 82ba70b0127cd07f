import type { Locale } from '#base/locale.js';

/** The catalog of a section in the language of the run. Each section has one such list; a new language is added there. */
export const byLocale =
  <Sentences>(catalogs: Readonly<Record<Locale, Sentences>>) =>
  (locale: Locale): Sentences =>
    catalogs[locale];
