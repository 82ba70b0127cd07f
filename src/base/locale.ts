/** The languages that the program itself speaks; a draft may be in any. A new one is added here and in the catalogs. */
export const LOCALES = ['en', 'fr'] as const;

/** A language of the program. */
export type Locale = (typeof LOCALES)[number];
