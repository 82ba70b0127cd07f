import { byLocale } from './by-locale.js';
import { en } from './outreach/en.js';
import { fr } from './outreach/fr.js';

/** What is said of people who help: the ask, the pin, the kit, and the steps of a campaign that only a person can take. */
export const outreachSentences = byLocale({ en, fr });
