import { byLocale } from './by-locale.js';
import { en } from './draft/en.js';
import { fr } from './draft/fr.js';

export type { DraftSentences } from './draft/en.js';

/** What is said of draft files, configurations and the files beside them. */
export const draftSentences = byLocale({ en, fr });
