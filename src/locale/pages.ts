import { byLocale } from './by-locale.js';
import { en } from './pages/en.js';
import { fr } from './pages/fr.js';

/** What the pages of `--html` say beside what the reports in the terminal say. */
export const pagesSentences = byLocale({ en, fr });
