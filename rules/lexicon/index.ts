import { toLexicon, type Lexicon, type LexiconData } from '#words/lexicon.js';
import english from './en.json' with { type: 'json' };
import french from './fr.json' with { type: 'json' };

/** The languages that drafts are fully judged in, all at once; the program loads the one that it needs. */
export const lexicons: readonly Lexicon[] = [toLexicon(french as LexiconData), toLexicon(english as LexiconData)];
