import { byLocale } from './by-locale.js';
import { en } from './report/en.js';
import { fr } from './report/fr.js';

/** What the report of an account says. */
export const reportSentences = byLocale({ en, fr });
