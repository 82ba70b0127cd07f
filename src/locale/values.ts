import { byLocale } from './by-locale.js';
import { en } from './values/en.js';
import { fr } from './values/fr.js';

/** How the values of options are to be written: what is said of one that cannot be read. */
export const valuesSentences = byLocale({ en, fr });
