import { byLocale } from './by-locale.js';
import { en } from './standing/en.js';
import { fr } from './standing/fr.js';

/** What is said of a draft beside the account's own posts. */
export const standingSentences = byLocale({ en, fr });
