// "a" before the sound of a vowel, "an" before that of a consonant, and names of languages, days and months in lower case.
import { wordSet } from '#base/word-set.js';
import { lazy } from '#base/lazy.js';
import type { Confusion } from './confusions.js';
import { WORD_CLASS, type WordList } from './word-list.js';

const { noun, adjective, plural, lower } = WORD_CLASS;

const ARTICLE = lazy(
  () =>
    /(?<![A-Za-zÀ-ÿ\d’'./_@#&+=-]|[A-Za-z] \/ )(an?)([ \u00a0])([a-z]{4,}|European|\d{1,3}(?![\d.,:/]))(?=[\s.,!?;:-]|$)/gi,
);
/** Vowels that sound as "w" or "y", and the letters of "hour". */
const SOUNDS_AS_CONSONANT = /^(?:one|once|eu|ewe|ouija|uni|us[aeu]|ut[eio]|ur[aio]|ub|uk|ufo|oui)/;
const SILENT_H = /^(?:hour|honest|honou?r|heir)/;
/** Small words behind the letter "a" as a name or a mark: "a into b". */
const SMALL = wordSet(
  'also alas almost alone along amid amidst anyone anything anywhere anyway apart are aren as aside away above across able about above after again against along already although always among another around away each either else even ever every into itself only other others over under until upon onto unless ours once',
);
/** What "an" never stands before: the stress is on the first syllable, and the h is heard. */
const HEARD =
  /^(?:house|home|huge|happy|hidden|high|half|hand|hard|health|heat|heavy|help|hill|hobby|hole|hot|hand|harbou?r|hall|heart|head|helpful)/;
/** "uni" that is a word with "un-" in front. */
const UN = /^uni(?:dentif|mpress|mport|magin|nform|nhabit|nterest|nterrupt|ntend|nsur|nstall|nitial|ntell)/;

const LANGUAGES = lazy(
  () =>
    /(?<![A-Za-z\d’'./_@#&+=-])(french|german|english|spanish|italian|japanese|chinese|portuguese|russian|welsh|irish|british|european|american|african|asian|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|september|october|november|december)(?![A-Za-z\d_@/=.:-]*[A-Za-z\d_@/=])/g,
);

function wanted(article: string, next: string, list: WordList): string | undefined {
  const word = next.toLowerCase();
  const isA = article.length === 1;
  if (/^\d/.test(word)) {
    const isVowel = /^(?:8\d{0,2}|11|18)$/.test(word);
    return isVowel === isA ? (isA ? 'an' : 'a') : undefined;
  }
  if (word === 'european') return isA ? undefined : 'a';
  const classes = list.lookUp(word) ?? 0;
  if ((classes & lower) === 0 || SMALL.has(word)) return undefined;
  // "an flock": what may be read letter by letter, as the names of functions are.
  if (!isA && /^[flmnx][^aeiouy]/.test(word)) return undefined;
  if ((classes & (noun | adjective | plural)) === plural) return undefined;
  const isVowel = /^[aeiou]/.test(word) ? !SOUNDS_AS_CONSONANT.test(word) || UN.test(word) : SILENT_H.test(word);
  if (isA) return isVowel ? 'an' : undefined;
  if (isVowel) return undefined;
  return word.startsWith('h') && !HEARD.test(word) ? undefined : 'a';
}

/** Articles of the wrong form, and languages, days and months without their capital. */
export function articleSlips(text: string, list: WordList): Confusion[] {
  const articles = [...text.matchAll(ARTICLE())].flatMap((match): Confusion[] => {
    const [, article = '', blank = '', next = ''] = match;
    // "An" that opens a sentence may be a name, and a word in capitals may be read letter by letter.
    if (
      (next !== next.toLowerCase() && (next !== 'European' || article.length === 1)) ||
      article === 'AN' ||
      (article === 'A' && /[A-Za-z][ \u00a0]$/.test(text.slice(0, match.index)))
    )
      return [];
    const put = wanted(article, next, list);
    if (put === undefined) return [];
    const cased = article.startsWith('A') ? put.charAt(0).toUpperCase() + put.slice(1) : put;
    // A figure may want its hyphen beside: it is left out of the span.
    const shown = /^\d/.test(next) ? '' : `${blank}${next}`;
    return [{ span: { start: match.index, end: match.index + article.length + shown.length }, meant: cased + shown }];
  });
  const languages = [...text.matchAll(LANGUAGES())].map(({ index, 0: word }) => ({
    span: { start: index, end: index + word.length },
    meant: word.charAt(0).toUpperCase() + word.slice(1),
  }));
  return [...articles, ...languages];
}
