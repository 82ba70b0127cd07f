import { byLocale } from './by-locale.js';
import { en } from './setup/en.js';
import { fr } from './setup/fr.js';

/** What is said where the program is set up and made at home: `init`, `completion`, `lint --watch`. */
export const setupSentences = byLocale({ en, fr });
