/** The packages with the Hunspell dictionaries of each language, all forms of which go into its word list. */
export const DICTIONARIES = { fr: ['dictionary-fr'], en: ['dictionary-en', 'dictionary-en-gb'] };
