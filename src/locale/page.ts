import { byLocale } from './by-locale.js';
import { en } from './page/en.js';
import { fr } from './page/fr.js';

/** What `new` says, and what is wrong with a page that is to be read. */
export const pageSentences = byLocale({ en, fr });
