import type { Locale } from '#base/locale.js';
import type { XFault } from '#x/auth/fault.js';
import { byLocale } from './by-locale.js';
import { en } from './account/en.js';
import { fr } from './account/fr.js';

/** What is said about the account and the connection to X: sign-in, stored credentials, budget. */
export const accountSentences = byLocale({ en, fr });

/** The sentence for a fault of the connection to X: what is wrong, then what to do. */
export const faultSentence = (fault: XFault, locale: Locale): string =>
  // Each sentence takes the fault whose code is its key.
  (accountSentences(locale).faults[fault.code] as (fault: XFault) => string)(fault);
