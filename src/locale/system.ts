import { byLocale } from './by-locale.js';
import { en } from './system/en.js';
import { fr } from './system/fr.js';

export type { QueuePhrases, SystemSentences } from './system/en.js';

/** What `doctor` and `service` say, and what a reminder says in the terminal and on the desktop. */
export const systemSentences = byLocale({ en, fr });
