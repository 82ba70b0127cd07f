import { byLocale } from './by-locale.js';
import { en } from './agent/en.js';
import { fr } from './agent/fr.js';

/** What the server for agents says. */
export const agentSentences = byLocale({ en, fr });
