import { byLocale } from './by-locale.js';
import { en } from './queue/en.js';
import { fr } from './queue/fr.js';

export type { Action } from './queue/en.js';

/** What is said about planned posts: their states and reasons, reports, reminders, and the commands on the queue. */
export const queueSentences = byLocale({ en, fr });
