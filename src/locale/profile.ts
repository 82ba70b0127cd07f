import { byLocale } from './by-locale.js';
import { en } from './profile/en.js';
import { fr } from './profile/fr.js';

/** What is said of profiles: the account that a command works for. */
export const profileSentences = byLocale({ en, fr });
