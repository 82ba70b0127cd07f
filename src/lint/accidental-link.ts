import { lazy } from '#base/lazy.js';
import type { Entity } from '#tweet/entities.js';
import { classifyWord, type Subject } from './subject.js';

/** Endings of file names that are top-level domains as well. */
const FILE_NAME = /^[\w-]+\.(?:md|py|rs|sh|pl|zip|mov|cc|ps)$/i;
const SENTENCE_AFTER_DOT = lazy(() => /\.\p{Lu}\p{Ll}*$/u);

/** Whether a link without scheme was meant as words: a blank missing after a full stop, or the name of a file. */
export function classifyAccident(link: Entity, { lexicon }: Subject): 'accidentalLink' | 'fileLink' | undefined {
  if (/^https?:|\//i.test(link.text)) return undefined;
  if (FILE_NAME.test(link.text)) return 'fileLink';
  if (SENTENCE_AFTER_DOT().test(link.text) && !/^\p{Lu}+\.\p{Lu}+$/u.test(link.text)) return 'accidentalLink';
  // In lower case only where both sides are everyday words: "fini.la" is a slip, "about.me" a site.
  const [before, after, ...more] = link.text.toLowerCase().split('.');
  const isWord = (word: string | undefined): boolean =>
    word !== undefined && word.length > 1 && lexicon !== undefined && classifyWord(word, lexicon) !== 'subject';
  return more.length === 0 && isWord(before) && isWord(after) ? 'accidentalLink' : undefined;
}
