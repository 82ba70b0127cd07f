import type { Lexicon } from '#words/lexicon.js';

const LOADERS: Readonly<Record<string, () => Promise<{ default: unknown }>>> = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  en: () => import('./en.json', { with: { type: 'json' } }),
};

/** The lexicon of a language, read when it is first asked for; undefined for a language without one. */
export async function loadLexicon(language: string | undefined): Promise<Lexicon | undefined> {
  const load = language === undefined ? undefined : LOADERS[language];
  return load && ((await load()).default as Lexicon);
}
