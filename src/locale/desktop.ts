import { byLocale } from './by-locale.js';
import { en } from './desktop/en.js';
import { fr } from './desktop/fr.js';

/** What a reminder says, in the terminal and on the desktop. */
export const desktopSentences = byLocale({ en, fr });
