import { byLocale } from './by-locale.js';
import { en } from './bulk/en.js';
import { fr } from './bulk/fr.js';

/** What `queue export` says: the plan as a file for the bulk upload of another scheduler. */
export const bulkSentences = byLocale({ en, fr });
