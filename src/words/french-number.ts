// Number of French that is sure: nouns behind "nos", several weekdays, "au" before what is many, "elles sont parti".
import { lazy } from '#base/lazy.js';
import { wordSet } from '#base/word-set.js';
import type { Confusion } from './confusions.js';
import { WORD_CLASS, type WordList } from './word-list.js';

const { noun, plural, lower, plain, adjective } = WORD_CLASS;

const DAY = 'lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?';
const PART = '(?: (?:matin|midi|soir|après-midi))?';
const DAYS = lazy(
  () =>
    new RegExp(
      `(?<![A-Za-zÀ-ÿŒœ-])(tous les )((?:${DAY})${PART}(?:(?:, | et | ou )(?:les )?(?:${DAY})${PART})+)(?![A-Za-zÀ-ÿŒœ-]| \\d)`,
      'gi',
    ),
);

/** "tous les mardi et jeudi": each of the days comes every week. */
const weekdays = (text: string): Confusion[] =>
  [...text.matchAll(DAYS())].flatMap(({ index, 0: written, 1: all = '', 2: days = '' }) => {
    const put = days.replace(/(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!s)/gi, '$1s');
    return put === days ? [] : [{ span: { start: index, end: index + written.length }, meant: all + put }];
  });

const OWNED = lazy(
  () => /(?<![A-Za-zÀ-ÿŒœ’'-]|ou )(nos|vos|mes|plusieurs|quelques) ([a-zà-ÿœ]{3,})(?![A-Za-zÀ-ÿŒœ’'·(-]|\.[a-zà-ÿ])/gi,
);
/** What may stand between a determiner and its noun, and what has no plural. */
const NO_NOUN = wordSet(
  'quatre sept huit neuf onze treize quinze seize trente cent mille tout toute très plus moins trop même autre demi haut bas mi non bien mal peu avant après super top grand petit bon beau nouveau ex presque jolie belle vraie vrai',
);
/** Nouns that are forms of verbs as well, so that only a determiner shows them. */
const isSingularNoun = (word: string, list: WordList): boolean => {
  const classes = list.lookUp(word) ?? 0;
  if ((classes & lower) === 0 || (classes & (plural | plain)) !== 0 || /[sxz]$/.test(word) || NO_NOUN.has(word))
    return false;
  return (classes & noun) !== 0 || (classes & adjective) === 0;
};

/** "les élève ont": what the verb is of. */
const SUBJECT = lazy(
  () =>
    /(?<![A-Za-zÀ-ÿŒœ’'-])(les|des) ([a-zà-ÿœ]{3,})(?= (?:ont|sont|seront|auront|étaient|avaient|peuvent|doivent|vont)(?![a-zà-ÿœ’'-]))/gi,
);

/** What joins a noun with another. */
const AND = /^(?: d(?:e |u |[’'])[^ .,;:!?]+)? et |^, /;

const owned = (text: string, list: WordList): Confusion[] =>
  [OWNED(), SUBJECT()]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap(({ index, 0: written, 2: word = '' }) => {
      const put = `${word}s`;
      // "vos nom et adresse": one of each.
      if (/^[nvm]os |^mes /i.test(written) && AND.test(text.slice(index + written.length))) return [];
      if (!isSingularNoun(word, list) || ((list.lookUp(put) ?? 0) & plural) === 0) return [];
      return [{ span: { start: index, end: index + written.length }, meant: `${written}s` }];
    });

const AU = lazy(() => /(?<![A-Za-zÀ-ÿŒœ’'-])(au) ([a-zà-ÿœ]{4,}s)(?![A-Za-zÀ-ÿŒœ’'-])/gi);
const behindAu = (text: string, list: WordList): Confusion[] =>
  [...text.matchAll(AU())].flatMap(({ index, 0: written, 1: au = '', 2: word = '' }) => {
    const classes = list.lookUp(word) ?? 0;
    const single = list.lookUp(word.slice(0, -1)) ?? 0;
    if ((classes & plural) === 0 || (classes & (noun | adjective | plain)) !== 0 || (single & noun) === 0) return [];
    return [{ span: { start: index, end: index + written.length }, meant: `${au}x ${word}` }];
  });

const ELLES = lazy(
  () =>
    /(?<![A-Za-zÀ-ÿŒœ’'-])(elles (?:sont|étaient|seront) )(parti|sorti|réuni|venu|revenu|devenu|descendu|attendu|vendu|perdu|reçu|prévu|élu)s?(?![A-Za-zÀ-ÿŒœ’'-])/gi,
);
const elles = (text: string): Confusion[] =>
  [...text.matchAll(ELLES())].map(({ index, 0: written, 1: before = '', 2: participle = '' }) => ({
    span: { start: index, end: index + written.length },
    meant: `${before}${participle}es`,
  }));

/** Where the number of a noun, a weekday or a participle is surely wrong. */
export const numberOfNouns = (text: string, list: WordList): Confusion[] => [
  ...weekdays(text),
  ...owned(text, list),
  ...behindAu(text, list),
  ...elles(text),
];
