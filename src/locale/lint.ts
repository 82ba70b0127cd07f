import { byLocale } from './by-locale.js';
import { en } from './lint/en.js';
import { fr } from './lint/fr.js';

export type { LintSentences } from './lint/en.js';

/** What `lint` and `rules` say, and what is said of draft files, configurations and the files beside them. */
export const lintSentences = byLocale({ en, fr });
