import { byLocale } from './by-locale.js';
import { en } from './cli/en.js';
import { fr } from './cli/fr.js';

export type { CommandHelp, GroupTitles } from './cli/en.js';

/** What every command says: options, the frame of the help, errors of the command line, how values are to be written. */
export const cliSentences = byLocale({ en, fr });
