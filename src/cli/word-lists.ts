import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProofreader } from '#lint/proofread.js';
import type { Proofreader } from '#lint/subject.js';
import { openWordList, type WordList } from '#words/word-list.js';

/** The languages whose words ship with the program. */
const LANGUAGES = new Set(['fr', 'en']);

/** A proofreader with the word lists beside the program, each read at its first use. */
export function shippedProofreader(): Proofreader {
  const opened = new Map<string, WordList | undefined>();
  return createProofreader((language) => {
    if (!LANGUAGES.has(language)) return undefined;
    if (!opened.has(language)) {
      const file = join(TWEETSPAN_DIST, 'lexicon', `${language}.words`);
      opened.set(language, existsSync(file) ? openWordList(readFileSync(file)) : undefined);
    }
    return opened.get(language);
  });
}
