import { byLocale } from './by-locale.js';
import { en } from './rewrite/en.js';
import { fr } from './rewrite/fr.js';

/** What `rewrite` says, its variants and its choice included. */
export const rewriteSentences = byLocale({ en, fr });
