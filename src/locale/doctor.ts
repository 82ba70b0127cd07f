import { byLocale } from './by-locale.js';
import { en } from './doctor/en.js';
import { fr } from './doctor/fr.js';

export type { DoctorSentences, QueuePhrases } from './doctor/en.js';

/** What `doctor` says: its help, the findings and what to do about each. */
export const doctorSentences = byLocale({ en, fr });
