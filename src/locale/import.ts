import { byLocale } from './by-locale.js';
import { en } from './import/en.js';
import { fr } from './import/fr.js';

/** What the command `import` says: its help, and the report on what it read. */
export const importSentences = byLocale({ en, fr });
