import { byLocale } from './by-locale.js';
import { en } from './experiment/en.js';
import { fr } from './experiment/fr.js';

/** What `schedule --experiment` and `hours --experiment` say. */
export const experimentSentences = byLocale({ en, fr });
