import { byLocale } from './by-locale.js';
import { en } from './service/en.js';
import { fr } from './service/fr.js';

/** What the commands on the background service say. */
export const serviceSentences = byLocale({ en, fr });
