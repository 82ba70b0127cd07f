import { toLexicon, type Lexicon, type LexiconData } from '#words/lexicon.js';

const LOADERS: Readonly<Record<string, () => Promise<Lexicon>>> = {
  fr: async () => toLexicon((await import('./fr.json', { with: { type: 'json' } })).default as LexiconData),
  en: async () => toLexicon((await import('./en.json', { with: { type: 'json' } })).default as LexiconData),
};

/** The lexicon of a language, read when it is first wanted; undefined for a language without one. */
export const loadLexicon = async (language: string | undefined): Promise<Lexicon | undefined> =>
  language === undefined ? undefined : await LOADERS[language]?.();
