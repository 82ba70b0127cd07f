import { byLocale } from './by-locale.js';
import { en } from './plan/en.js';
import { fr } from './plan/fr.js';

/** What `schedule` says. */
export const planSentences = byLocale({ en, fr });
