import { byLocale } from './by-locale.js';
import { en } from './compose/en.js';
import { fr } from './compose/fr.js';

/** What `compose` says. */
export const composeSentences = byLocale({ en, fr });
