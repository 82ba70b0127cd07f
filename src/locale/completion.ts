import { byLocale } from './by-locale.js';
import { en } from './completion/en.js';
import { fr } from './completion/fr.js';

/** What `completion` says. */
export const completionSentences = byLocale({ en, fr });
