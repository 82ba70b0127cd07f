import { byLocale } from './by-locale.js';
import { en } from './history/en.js';
import { fr } from './history/fr.js';

/** What the commands on the history say. */
export const historySentences = byLocale({ en, fr });
