import { byLocale } from './by-locale.js';
import { en } from './timing/en.js';
import { fr } from './timing/fr.js';

/** What `hours`, `decay` and `audit` say, in the terminal and on their pages. */
export const timingSentences = byLocale({ en, fr });
