import { byLocale } from './by-locale.js';
import { en } from './account/en.js';
import { fr } from './account/fr.js';

/** What the commands on the account at X say: login, logout, whoami, budget. */
export const accountSentences = byLocale({ en, fr });
