import { byLocale } from './by-locale.js';
import { en } from './evidence/en.js';
import { fr } from './evidence/fr.js';

/** What is known of the effect of each rule, and the limits of it. */
export const evidenceSentences = byLocale({ en, fr });
