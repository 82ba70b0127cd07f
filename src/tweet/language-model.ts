import { eld } from 'eld/extrasmall';
import type { LanguageCode } from './language.js';

// The program is built with a model cut to these languages; from source the whole model is loaded and narrowed here.
const LANGUAGES = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pt'];
const detector = eld.newInstance();
detector.setLanguageSubset(LANGUAGES);

/** The language of a short text by its letter sequences, one of seven; undefined when it has nothing to go by. */
export function languageByModel(text: string): LanguageCode | undefined {
  const { language } = detector.detect(text);
  return language === '' ? undefined : language;
}
